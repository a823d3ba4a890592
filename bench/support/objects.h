/* What the receiver keeps of routes, links, neighbors and addresses: a field for
 * every attribute. */

#ifndef OBJECTS_H
#define OBJECTS_H

#include <linux/if_addr.h>
#include <linux/if_link.h>
#include <linux/neighbour.h>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <stddef.h>
#include <stdint.h>

#define ADDRESS_MAX 32
#define NAME_MAX_LENGTH 16
#define DATA_MAX 64

struct bytes {
	uint8_t length;
	uint8_t data[ADDRESS_MAX];
};

struct hop {
	struct rtnexthop header;
	struct bytes gateway;
	uint32_t flow;
};

struct route {
	struct rtmsg header;
	uint32_t table, priority, output, input, mark, flow, expires, nexthop;
	uint32_t uid;
	uint16_t encap_type, sport, dport;
	uint8_t preference, ttl_propagate, ip_protocol;
	struct bytes destination, source, gateway, preferred_source;
	struct rta_cacheinfo cache;
	uint32_t metrics[RTAX_MAX + 1];
	struct hop *hops;
	int hop_count;
};

struct link {
	struct ifinfomsg header;
	char name[NAME_MAX_LENGTH], qdisc[NAME_MAX_LENGTH];
	char kind[NAME_MAX_LENGTH], port_kind[NAME_MAX_LENGTH];
	char alias[256];
	/* Attributes that are one number, by their type. */
	uint64_t numbers[IFLA_MAX + 1];
	struct bytes address, broadcast, permanent, switch_id, port_id;
	struct rtnl_link_stats stats;
	struct rtnl_link_stats64 stats64;
	struct rtnl_link_ifmap map;
	/* Settings of the kind and of the port, by their type. */
	uint64_t data[DATA_MAX], port_data[DATA_MAX];
	struct bytes data_bytes[4];
	int data_bytes_count;
	uint32_t xdp_id;
	uint8_t xdp_attached;
	uint32_t ipv4_config[64];
	uint32_t ipv6_flags;
	struct ifla_cacheinfo ipv6_cache;
	uint32_t ipv6_config[80];
	uint64_t ipv6_stats[40], icmp6_stats[8];
	struct bytes ipv6_token;
	uint8_t ipv6_mode;
	uint32_t ipv6_ra_mtu;
};

struct neighbor {
	struct ndmsg header;
	struct bytes destination, link_address;
	struct nda_cacheinfo cache;
	uint32_t probes, vni, link, master, flags, nexthop, source_vni;
	uint16_t vlan, port;
	uint8_t protocol;
};

struct address {
	struct ifaddrmsg header;
	struct bytes address, local, broadcast, anycast;
	char label[NAME_MAX_LENGTH];
	struct ifa_cacheinfo cache;
	uint32_t flags, priority;
	uint8_t protocol;
};

/* Reads one message into one object. */
void decode_route(const struct nlmsghdr *message, void *object);
void decode_link(const struct nlmsghdr *message, void *object);
void decode_neighbor(const struct nlmsghdr *message, void *object);
void decode_address(const struct nlmsghdr *message, void *object);

/* Frees what an object points to. */
void free_route(void *object);

/* Sorts attributes by their types, up to the greatest. */
void parse(const struct rtattr **table, int max, const void *start, int size);
void parse_nested(const struct rtattr **table, int max,
		  const struct rtattr *outer);

/* Readers of payloads: they check the size, and do nothing if there is no such
 * attribute. */
void read_bytes(const struct rtattr *attribute, struct bytes *bytes);
void read_text(const struct rtattr *attribute, char *text, size_t room);
void read_struct(const struct rtattr *attribute, void *object, size_t size);
uint8_t read_u8(const struct rtattr *attribute);
uint16_t read_u16(const struct rtattr *attribute);
uint32_t read_u32(const struct rtattr *attribute);
/* Whatever size the number has. */
uint64_t read_number(const struct rtattr *attribute);

#endif
