/* Reads messages about routes, neighbors and addresses into objects. */

#include "objects.h"

#include <stdlib.h>
#include <string.h>

static void read_metrics(const struct rtattr *outer, struct route *route)
{
	const struct rtattr *table[RTAX_MAX + 1];

	parse_nested(table, RTAX_MAX, outer);
	for (int type = 1; type <= RTAX_MAX; type++)
		route->metrics[type] = read_u32(table[type]);
}

static void read_hops(const struct rtattr *outer, struct route *route)
{
	const struct rtnexthop *header = RTA_DATA(outer);
	int left = RTA_PAYLOAD(outer);

	while (RTNH_OK(header, left)) {
		const struct rtattr *table[RTA_MAX + 1];
		struct hop *hop;

		route->hops = realloc(route->hops,
				      (route->hop_count + 1) * sizeof(*hop));
		hop = &route->hops[route->hop_count++];
		memset(hop, 0, sizeof(*hop));
		hop->header = *header;
		parse(table, RTA_MAX, RTNH_DATA(header),
		      header->rtnh_len - sizeof(*header));
		read_bytes(table[RTA_GATEWAY], &hop->gateway);
		hop->flow = read_u32(table[RTA_FLOW]);
		left -= RTNH_ALIGN(header->rtnh_len);
		header = RTNH_NEXT(header);
	}
}

void decode_route(const struct nlmsghdr *message, void *object)
{
	struct route *route = object;
	const struct rtattr *table[RTA_MAX + 1];

	route->header = *(const struct rtmsg *)NLMSG_DATA(message);
	parse(table, RTA_MAX, RTM_RTA(NLMSG_DATA(message)),
	      RTM_PAYLOAD(message));
	read_bytes(table[RTA_DST], &route->destination);
	read_bytes(table[RTA_SRC], &route->source);
	read_bytes(table[RTA_GATEWAY], &route->gateway);
	read_bytes(table[RTA_PREFSRC], &route->preferred_source);
	route->table = read_u32(table[RTA_TABLE]);
	route->priority = read_u32(table[RTA_PRIORITY]);
	route->output = read_u32(table[RTA_OIF]);
	route->input = read_u32(table[RTA_IIF]);
	route->mark = read_u32(table[RTA_MARK]);
	route->flow = read_u32(table[RTA_FLOW]);
	route->expires = read_u32(table[RTA_EXPIRES]);
	route->nexthop = read_u32(table[RTA_NH_ID]);
	route->uid = read_u32(table[RTA_UID]);
	route->preference = read_u8(table[RTA_PREF]);
	route->encap_type = read_u16(table[RTA_ENCAP_TYPE]);
	route->sport = read_u16(table[RTA_SPORT]);
	route->dport = read_u16(table[RTA_DPORT]);
	route->ip_protocol = read_u8(table[RTA_IP_PROTO]);
	route->ttl_propagate = read_u8(table[RTA_TTL_PROPAGATE]);
	read_struct(table[RTA_CACHEINFO], &route->cache, sizeof(route->cache));
	if (table[RTA_METRICS])
		read_metrics(table[RTA_METRICS], route);
	if (table[RTA_MULTIPATH])
		read_hops(table[RTA_MULTIPATH], route);
}

void free_route(void *object)
{
	free(((struct route *)object)->hops);
}

void decode_neighbor(const struct nlmsghdr *message, void *object)
{
	struct neighbor *neighbor = object;
	const struct ndmsg *header = NLMSG_DATA(message);
	const struct rtattr *table[NDA_MAX + 1];

	neighbor->header = *header;
	parse(table, NDA_MAX, header + 1,
	      NLMSG_PAYLOAD(message, sizeof(*header)));
	read_bytes(table[NDA_DST], &neighbor->destination);
	read_bytes(table[NDA_LLADDR], &neighbor->link_address);
	read_struct(table[NDA_CACHEINFO], &neighbor->cache,
		    sizeof(neighbor->cache));
	neighbor->probes = read_u32(table[NDA_PROBES]);
	neighbor->vlan = read_u16(table[NDA_VLAN]);
	neighbor->port = read_u16(table[NDA_PORT]);
	neighbor->vni = read_u32(table[NDA_VNI]);
	neighbor->source_vni = read_u32(table[NDA_SRC_VNI]);
	neighbor->link = read_u32(table[NDA_IFINDEX]);
	neighbor->master = read_u32(table[NDA_MASTER]);
	neighbor->protocol = read_u8(table[NDA_PROTOCOL]);
	neighbor->flags = read_u32(table[NDA_FLAGS_EXT]);
	neighbor->nexthop = read_u32(table[NDA_NH_ID]);
}

void decode_address(const struct nlmsghdr *message, void *object)
{
	struct address *address = object;
	const struct ifaddrmsg *header = NLMSG_DATA(message);
	const struct rtattr *table[IFA_MAX + 1];

	address->header = *header;
	parse(table, IFA_MAX, header + 1,
	      NLMSG_PAYLOAD(message, sizeof(*header)));
	read_bytes(table[IFA_ADDRESS], &address->address);
	read_bytes(table[IFA_LOCAL], &address->local);
	read_bytes(table[IFA_BROADCAST], &address->broadcast);
	read_bytes(table[IFA_ANYCAST], &address->anycast);
	read_text(table[IFA_LABEL], address->label, sizeof(address->label));
	read_struct(table[IFA_CACHEINFO], &address->cache,
		    sizeof(address->cache));
	address->flags = read_u32(table[IFA_FLAGS]);
	address->priority = read_u32(table[IFA_RT_PRIORITY]);
	address->protocol = read_u8(table[IFA_PROTO]);
}
