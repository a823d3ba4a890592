/* Reads messages about links into objects. */

#include "objects.h"

#include <string.h>

static void read_data(const struct rtattr *outer, uint64_t *numbers,
		      struct link *link)
{
	const struct rtattr *table[DATA_MAX];

	if (!outer)
		return;
	parse_nested(table, DATA_MAX - 1, outer);
	for (int type = 0; type < DATA_MAX; type++) {
		const struct rtattr *attribute = table[type];

		if (!attribute)
			continue;
		if (RTA_PAYLOAD(attribute) <= 8 && RTA_PAYLOAD(attribute) != 6)
			numbers[type] = read_number(attribute);
		else if (link->data_bytes_count < 4)
			read_bytes(attribute,
				   &link->data_bytes[link->data_bytes_count++]);
	}
}

static void read_info(const struct rtattr *outer, struct link *link)
{
	const struct rtattr *table[IFLA_INFO_MAX + 1];

	parse_nested(table, IFLA_INFO_MAX, outer);
	read_text(table[IFLA_INFO_KIND], link->kind, sizeof(link->kind));
	read_text(table[IFLA_INFO_SLAVE_KIND], link->port_kind,
		  sizeof(link->port_kind));
	read_data(table[IFLA_INFO_DATA], link->data, link);
	read_data(table[IFLA_INFO_SLAVE_DATA], link->port_data,
		  link);
}

static void read_ipv6(const struct rtattr *outer, struct link *link)
{
	const struct rtattr *table[IFLA_INET6_MAX + 1];

	parse_nested(table, IFLA_INET6_MAX, outer);
	link->ipv6_flags = read_u32(table[IFLA_INET6_FLAGS]);
	read_struct(table[IFLA_INET6_CONF], link->ipv6_config,
		    sizeof(link->ipv6_config));
	read_struct(table[IFLA_INET6_STATS], link->ipv6_stats,
		    sizeof(link->ipv6_stats));
	read_struct(table[IFLA_INET6_ICMP6STATS], link->icmp6_stats,
		    sizeof(link->icmp6_stats));
	read_struct(table[IFLA_INET6_CACHEINFO], &link->ipv6_cache,
		    sizeof(link->ipv6_cache));
	read_bytes(table[IFLA_INET6_TOKEN], &link->ipv6_token);
	link->ipv6_mode = read_u8(table[IFLA_INET6_ADDR_GEN_MODE]);
	link->ipv6_ra_mtu = read_u32(table[IFLA_INET6_RA_MTU]);
}

static void read_families(const struct rtattr *outer, struct link *link)
{
	enum { IPV4 = 2, IPV6 = 10 };
	const struct rtattr *table[IPV6 + 1], *inner[IFLA_INET_MAX + 1];

	parse_nested(table, IPV6, outer);
	if (table[IPV4]) {
		parse_nested(inner, IFLA_INET_MAX, table[IPV4]);
		read_struct(inner[IFLA_INET_CONF], link->ipv4_config,
			    sizeof(link->ipv4_config));
	}
	if (table[IPV6])
		read_ipv6(table[IPV6], link);
}

static void read_xdp(const struct rtattr *outer, struct link *link)
{
	const struct rtattr *table[IFLA_XDP_MAX + 1];

	parse_nested(table, IFLA_XDP_MAX, outer);
	link->xdp_attached = read_u8(table[IFLA_XDP_ATTACHED]);
	link->xdp_id = read_u32(table[IFLA_XDP_PROG_ID]);
}

void decode_link(const struct nlmsghdr *message, void *object)
{
	struct link *link = object;
	const struct rtattr *table[IFLA_MAX + 1];

	link->header = *(const struct ifinfomsg *)NLMSG_DATA(message);
	parse(table, IFLA_MAX, IFLA_RTA(NLMSG_DATA(message)),
	      IFLA_PAYLOAD(message));
	read_text(table[IFLA_IFNAME], link->name, sizeof(link->name));
	read_text(table[IFLA_QDISC], link->qdisc, sizeof(link->qdisc));
	read_text(table[IFLA_IFALIAS], link->alias, sizeof(link->alias));
	read_bytes(table[IFLA_ADDRESS], &link->address);
	read_bytes(table[IFLA_BROADCAST], &link->broadcast);
	read_bytes(table[IFLA_PERM_ADDRESS], &link->permanent);
	read_bytes(table[IFLA_PHYS_SWITCH_ID], &link->switch_id);
	read_bytes(table[IFLA_PHYS_PORT_ID], &link->port_id);
	read_struct(table[IFLA_MAP], &link->map, sizeof(link->map));
	read_struct(table[IFLA_STATS], &link->stats, sizeof(link->stats));
	read_struct(table[IFLA_STATS64], &link->stats64,
		    sizeof(link->stats64));
	for (int type = 0; type <= IFLA_MAX; type++) {
		if (table[type] &&
		    RTA_PAYLOAD(table[type]) <= 8)
			link->numbers[type] =
				read_number(table[type]);
	}
	if (table[IFLA_LINKINFO])
		read_info(table[IFLA_LINKINFO], link);
	if (table[IFLA_AF_SPEC])
		read_families(table[IFLA_AF_SPEC], link);
	if (table[IFLA_XDP])
		read_xdp(table[IFLA_XDP], link);
}
