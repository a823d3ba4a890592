/* Reads messages about links into objects. */

#include "objects.h"

#include <string.h>

static void read_data(const struct rtattr *outer, uint64_t *numbers,
		      struct link *link)
{
	EACH_NESTED(attribute, outer) {
		int type = type_of(attribute);
		size_t length = RTA_PAYLOAD(attribute);

		if (type < DATA_MAX && length <= 8 && length != 6)
			numbers[type] = read_number(attribute);
		else if (link->data_bytes_count < 4)
			read_bytes(attribute,
				   &link->data_bytes[link->data_bytes_count++]);
	}
}

static void read_info(const struct rtattr *outer, struct link *link)
{
	EACH_NESTED(attribute, outer) {
		switch (type_of(attribute)) {
		case IFLA_INFO_KIND:
			read_text(attribute, link->kind, sizeof(link->kind));
			break;
		case IFLA_INFO_SLAVE_KIND:
			read_text(attribute, link->port_kind,
				  sizeof(link->port_kind));
			break;
		case IFLA_INFO_DATA: read_data(attribute, link->data, link); break;
		case IFLA_INFO_SLAVE_DATA:
			read_data(attribute, link->port_data, link);
			break;
		}
	}
}

static void read_ipv4(const struct rtattr *outer, struct link *link)
{
	EACH_NESTED(attribute, outer) {
		if (type_of(attribute) == IFLA_INET_CONF)
			read_struct(attribute, link->ipv4_config,
				    sizeof(link->ipv4_config));
	}
}

static void read_ipv6(const struct rtattr *outer, struct link *link)
{
	EACH_NESTED(attribute, outer) {
		switch (type_of(attribute)) {
		case IFLA_INET6_FLAGS: link->ipv6_flags = read_number(attribute); break;
		case IFLA_INET6_CONF:
			read_struct(attribute, link->ipv6_config,
				    sizeof(link->ipv6_config));
			break;
		case IFLA_INET6_STATS:
			read_struct(attribute, link->ipv6_stats,
				    sizeof(link->ipv6_stats));
			break;
		case IFLA_INET6_ICMP6STATS:
			read_struct(attribute, link->icmp6_stats,
				    sizeof(link->icmp6_stats));
			break;
		case IFLA_INET6_CACHEINFO:
			read_struct(attribute, &link->ipv6_cache,
				    sizeof(link->ipv6_cache));
			break;
		case IFLA_INET6_TOKEN: read_bytes(attribute, &link->ipv6_token); break;
		case IFLA_INET6_ADDR_GEN_MODE:
			link->ipv6_mode = read_number(attribute);
			break;
		case IFLA_INET6_RA_MTU:
			link->ipv6_ra_mtu = read_number(attribute);
			break;
		}
	}
}

static void read_families(const struct rtattr *outer, struct link *link)
{
	EACH_NESTED(attribute, outer) {
		if (type_of(attribute) == 2)
			read_ipv4(attribute, link);
		else if (type_of(attribute) == 10)
			read_ipv6(attribute, link);
	}
}

static void read_xdp(const struct rtattr *outer, struct link *link)
{
	EACH_NESTED(attribute, outer) {
		if (type_of(attribute) == IFLA_XDP_ATTACHED)
			link->xdp_attached = read_number(attribute);
		else if (type_of(attribute) == IFLA_XDP_PROG_ID)
			link->xdp_id = read_number(attribute);
	}
}

void decode_link(const struct nlmsghdr *message, void *object)
{
	struct link *link = object;

	link->header = *(const struct ifinfomsg *)NLMSG_DATA(message);
	EACH_ATTRIBUTE(attribute, IFLA_RTA(NLMSG_DATA(message)),
		       IFLA_PAYLOAD(message)) {
		int type = type_of(attribute);

		switch (type) {
		case IFLA_IFNAME:
			read_text(attribute, link->name, sizeof(link->name));
			break;
		case IFLA_QDISC:
			read_text(attribute, link->qdisc, sizeof(link->qdisc));
			break;
		case IFLA_IFALIAS:
			read_text(attribute, link->alias, sizeof(link->alias));
			break;
		case IFLA_ADDRESS: read_bytes(attribute, &link->address); break;
		case IFLA_BROADCAST: read_bytes(attribute, &link->broadcast); break;
		case IFLA_PERM_ADDRESS: read_bytes(attribute, &link->permanent); break;
		case IFLA_PHYS_SWITCH_ID:
			read_bytes(attribute, &link->switch_id);
			break;
		case IFLA_PHYS_PORT_ID: read_bytes(attribute, &link->port_id); break;
		case IFLA_MAP:
			read_struct(attribute, &link->map, sizeof(link->map));
			break;
		case IFLA_STATS:
			read_struct(attribute, &link->stats, sizeof(link->stats));
			break;
		case IFLA_STATS64:
			read_struct(attribute, &link->stats64,
				    sizeof(link->stats64));
			break;
		case IFLA_LINKINFO: read_info(attribute, link); break;
		case IFLA_AF_SPEC: read_families(attribute, link); break;
		case IFLA_XDP: read_xdp(attribute, link); break;
		default:
			if (type <= IFLA_MAX)
				link->numbers[type] = read_number(attribute);
		}
	}
}
