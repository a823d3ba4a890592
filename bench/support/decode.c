/* Reads messages of rtnetlink into objects. */

#include "objects.h"

#include <stdlib.h>
#include <string.h>

void read_bytes(const struct rtattr *attribute, struct bytes *bytes)
{
	size_t length = RTA_PAYLOAD(attribute);

	if (length > ADDRESS_MAX)
		length = ADDRESS_MAX;
	bytes->length = length;
	memcpy(bytes->data, RTA_DATA(attribute), length);
}

void read_text(const struct rtattr *attribute, char *text, size_t room)
{
	size_t length = RTA_PAYLOAD(attribute);

	if (length >= room)
		length = room - 1;
	memcpy(text, RTA_DATA(attribute), length);
	text[length] = 0;
}

void read_struct(const struct rtattr *attribute, void *object, size_t size)
{
	size_t length = RTA_PAYLOAD(attribute);

	memcpy(object, RTA_DATA(attribute), length < size ? length : size);
}

uint64_t read_number(const struct rtattr *attribute)
{
	const void *data = RTA_DATA(attribute);
	uint16_t half;
	uint32_t word;
	uint64_t number;

	switch (RTA_PAYLOAD(attribute)) {
	case 1:
		return *(const uint8_t *)data;
	case 2:
		memcpy(&half, data, 2);
		return half;
	case 4:
		memcpy(&word, data, 4);
		return word;
	case 8:
		memcpy(&number, data, 8);
		return number;
	default:
		return 0;
	}
}

static void read_metrics(const struct rtattr *outer, struct route *route)
{
	EACH_NESTED(attribute, outer) {
		int type = type_of(attribute);

		if (type <= RTAX_MAX)
			route->metrics[type] = read_number(attribute);
	}
}

static void read_hops(const struct rtattr *outer, struct route *route)
{
	const char *at = RTA_DATA(outer);
	int left = RTA_PAYLOAD(outer);

	while (left >= (int)sizeof(struct rtnexthop)) {
		const struct rtnexthop *header = (const void *)at;
		struct hop *hop;

		if (header->rtnh_len < sizeof(*header) ||
		    header->rtnh_len > left)
			return;
		route->hops = realloc(route->hops, (route->hop_count + 1) *
							   sizeof(*hop));
		hop = &route->hops[route->hop_count++];
		memset(hop, 0, sizeof(*hop));
		hop->header = *header;
		EACH_ATTRIBUTE(attribute, RTNH_DATA(header),
			       header->rtnh_len - sizeof(*header)) {
			if (type_of(attribute) == RTA_GATEWAY)
				read_bytes(attribute, &hop->gateway);
			else if (type_of(attribute) == RTA_FLOW)
				hop->flow = read_number(attribute);
		}
		at += RTNH_ALIGN(header->rtnh_len);
		left -= RTNH_ALIGN(header->rtnh_len);
	}
}

void decode_route(const struct nlmsghdr *message, void *object)
{
	struct route *route = object;

	route->header = *(const struct rtmsg *)NLMSG_DATA(message);
	EACH_ATTRIBUTE(attribute, RTM_RTA(NLMSG_DATA(message)),
		       RTM_PAYLOAD(message)) {
		switch (type_of(attribute)) {
		case RTA_DST: read_bytes(attribute, &route->destination); break;
		case RTA_SRC: read_bytes(attribute, &route->source); break;
		case RTA_GATEWAY: read_bytes(attribute, &route->gateway); break;
		case RTA_PREFSRC:
			read_bytes(attribute, &route->preferred_source);
			break;
		case RTA_TABLE: route->table = read_number(attribute); break;
		case RTA_PRIORITY: route->priority = read_number(attribute); break;
		case RTA_OIF: route->output = read_number(attribute); break;
		case RTA_IIF: route->input = read_number(attribute); break;
		case RTA_MARK: route->mark = read_number(attribute); break;
		case RTA_FLOW: route->flow = read_number(attribute); break;
		case RTA_EXPIRES: route->expires = read_number(attribute); break;
		case RTA_NH_ID: route->nexthop = read_number(attribute); break;
		case RTA_UID: route->uid = read_number(attribute); break;
		case RTA_PREF: route->preference = read_number(attribute); break;
		case RTA_ENCAP_TYPE: route->encap_type = read_number(attribute); break;
		case RTA_SPORT: route->sport = read_number(attribute); break;
		case RTA_DPORT: route->dport = read_number(attribute); break;
		case RTA_IP_PROTO: route->ip_protocol = read_number(attribute); break;
		case RTA_TTL_PROPAGATE:
			route->ttl_propagate = read_number(attribute);
			break;
		case RTA_CACHEINFO:
			read_struct(attribute, &route->cache, sizeof(route->cache));
			break;
		case RTA_METRICS: read_metrics(attribute, route); break;
		case RTA_MULTIPATH: read_hops(attribute, route); break;
		}
	}
}

void free_route(void *object)
{
	free(((struct route *)object)->hops);
}

void decode_neighbor(const struct nlmsghdr *message, void *object)
{
	struct neighbor *neighbor = object;
	const struct ndmsg *header = NLMSG_DATA(message);

	neighbor->header = *header;
	EACH_ATTRIBUTE(attribute, header + 1,
		       NLMSG_PAYLOAD(message, sizeof(*header))) {
		switch (type_of(attribute)) {
		case NDA_DST: read_bytes(attribute, &neighbor->destination); break;
		case NDA_LLADDR: read_bytes(attribute, &neighbor->link_address); break;
		case NDA_CACHEINFO:
			read_struct(attribute, &neighbor->cache, sizeof(neighbor->cache));
			break;
		case NDA_PROBES: neighbor->probes = read_number(attribute); break;
		case NDA_VLAN: neighbor->vlan = read_number(attribute); break;
		case NDA_PORT: neighbor->port = read_number(attribute); break;
		case NDA_VNI: neighbor->vni = read_number(attribute); break;
		case NDA_SRC_VNI: neighbor->source_vni = read_number(attribute); break;
		case NDA_IFINDEX: neighbor->link = read_number(attribute); break;
		case NDA_MASTER: neighbor->master = read_number(attribute); break;
		case NDA_PROTOCOL: neighbor->protocol = read_number(attribute); break;
		case NDA_FLAGS_EXT: neighbor->flags = read_number(attribute); break;
		case NDA_NH_ID: neighbor->nexthop = read_number(attribute); break;
		}
	}
}

void decode_address(const struct nlmsghdr *message, void *object)
{
	struct address *address = object;
	const struct ifaddrmsg *header = NLMSG_DATA(message);

	address->header = *header;
	EACH_ATTRIBUTE(attribute, header + 1,
		       NLMSG_PAYLOAD(message, sizeof(*header))) {
		switch (type_of(attribute)) {
		case IFA_ADDRESS: read_bytes(attribute, &address->address); break;
		case IFA_LOCAL: read_bytes(attribute, &address->local); break;
		case IFA_BROADCAST: read_bytes(attribute, &address->broadcast); break;
		case IFA_ANYCAST: read_bytes(attribute, &address->anycast); break;
		case IFA_LABEL:
			read_text(attribute, address->label, sizeof(address->label));
			break;
		case IFA_CACHEINFO:
			read_struct(attribute, &address->cache, sizeof(address->cache));
			break;
		case IFA_FLAGS: address->flags = read_number(attribute); break;
		case IFA_RT_PRIORITY: address->priority = read_number(attribute); break;
		case IFA_PROTO: address->protocol = read_number(attribute); break;
		}
	}
}
