/**
 * Attribute types and values of bridges: `IFLA_BR_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_link.h | linux/if_link.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_bridge.h | linux/if_bridge.h}
 *
 * @module
 */

/** Time spent listening and learning. */
export const IFLA_BR_FORWARD_DELAY = 1;
/** Time between two hello messages. */
export const IFLA_BR_HELLO_TIME = 2;
/** Time after which a silent bridge is gone. */
export const IFLA_BR_MAX_AGE = 3;
/** Time after which a silent hardware address is forgotten. */
export const IFLA_BR_AGEING_TIME = 4;
/** Whether there is a spanning tree, and who runs it. */
export const IFLA_BR_STP_STATE = 5;
/** Priority of the bridge in the spanning tree. */
export const IFLA_BR_PRIORITY = 6;
/** Whether VLANs are filtered. */
export const IFLA_BR_VLAN_FILTERING = 7;
/** EtherType of VLAN tags. */
export const IFLA_BR_VLAN_PROTOCOL = 8;
/** Which link-local groups are forwarded. */
export const IFLA_BR_GROUP_FWD_MASK = 9;
/** Root of the spanning tree. */
export const IFLA_BR_ROOT_ID = 10;
/** This bridge in the spanning tree. */
export const IFLA_BR_BRIDGE_ID = 11;
/** Number of the port towards the root. */
export const IFLA_BR_ROOT_PORT = 12;
/** Cost of the path to the root. */
export const IFLA_BR_ROOT_PATH_COST = 13;
/** Whether the topology changes. */
export const IFLA_BR_TOPOLOGY_CHANGE = 14;
/** Whether this bridge noticed the change. */
export const IFLA_BR_TOPOLOGY_CHANGE_DETECTED = 15;
/** What is left of the hello timer. */
export const IFLA_BR_HELLO_TIMER = 16;
/** What is left of the topology change notification timer. */
export const IFLA_BR_TCN_TIMER = 17;
/** What is left of the topology change timer. */
export const IFLA_BR_TOPOLOGY_CHANGE_TIMER = 18;
/** What is left of the garbage collection timer. */
export const IFLA_BR_GC_TIMER = 19;
/** Hardware address that spanning tree messages go to. */
export const IFLA_BR_GROUP_ADDR = 20;
/** Forgets the addresses that were learned. */
export const IFLA_BR_FDB_FLUSH = 21;
/** Whether the bridge counts as a multicast router. */
export const IFLA_BR_MCAST_ROUTER = 22;
/** Whether multicast memberships are snooped. */
export const IFLA_BR_MCAST_SNOOPING = 23;
/** Whether queries come from the bridge's own address. */
export const IFLA_BR_MCAST_QUERY_USE_IFADDR = 24;
/** Whether the bridge sends multicast queries. */
export const IFLA_BR_MCAST_QUERIER = 25;
/** Longest chain of the multicast hash table. */
export const IFLA_BR_MCAST_HASH_ELASTICITY = 26;
/** Size of the multicast hash table. */
export const IFLA_BR_MCAST_HASH_MAX = 27;
/** Queries sent before a group counts as left. */
export const IFLA_BR_MCAST_LAST_MEMBER_CNT = 28;
/** Queries sent at the start. */
export const IFLA_BR_MCAST_STARTUP_QUERY_CNT = 29;
/** Time between queries to the last member. */
export const IFLA_BR_MCAST_LAST_MEMBER_INTVL = 30;
/** Time after which a silent group is left. */
export const IFLA_BR_MCAST_MEMBERSHIP_INTVL = 31;
/** Time after which a silent querier is gone. */
export const IFLA_BR_MCAST_QUERIER_INTVL = 32;
/** Time between queries. */
export const IFLA_BR_MCAST_QUERY_INTVL = 33;
/** Time within which members answer. */
export const IFLA_BR_MCAST_QUERY_RESPONSE_INTVL = 34;
/** Time between queries at the start. */
export const IFLA_BR_MCAST_STARTUP_QUERY_INTVL = 35;
/** Whether iptables sees bridged packets. */
export const IFLA_BR_NF_CALL_IPTABLES = 36;
/** Whether ip6tables sees bridged packets. */
export const IFLA_BR_NF_CALL_IP6TABLES = 37;
/** Whether arptables sees bridged packets. */
export const IFLA_BR_NF_CALL_ARPTABLES = 38;
/** VLAN of new ports. */
export const IFLA_BR_VLAN_DEFAULT_PVID = 39;
/** Padding. */
export const IFLA_BR_PAD = 40;
/** Whether packets are counted for each VLAN. */
export const IFLA_BR_VLAN_STATS_ENABLED = 41;
/** Whether multicast messages are counted. */
export const IFLA_BR_MCAST_STATS_ENABLED = 42;
/** Version of IGMP. */
export const IFLA_BR_MCAST_IGMP_VERSION = 43;
/** Version of MLD. */
export const IFLA_BR_MCAST_MLD_VERSION = 44;
/** Whether packets are counted for each VLAN of each port. */
export const IFLA_BR_VLAN_STATS_PER_PORT = 45;
/** Options that are on or off. */
export const IFLA_BR_MULTI_BOOLOPT = 46;
/** Who sends multicast queries. */
export const IFLA_BR_MCAST_QUERIER_STATE = 47;
/** Addresses that were learned. */
export const IFLA_BR_FDB_N_LEARNED = 48;
/** Most addresses that are learned. */
export const IFLA_BR_FDB_MAX_LEARNED = 49;
/** Who runs the spanning tree. */
export const IFLA_BR_STP_MODE = 50;

/** Addresses in link-local packets are not learned. */
export const BR_BOOLOPT_NO_LL_LEARN = 0;
/** Multicast is snooped for each VLAN. */
export const BR_BOOLOPT_MCAST_VLAN_SNOOPING = 1;
/** There are multiple spanning trees. */
export const BR_BOOLOPT_MST_ENABLE = 2;
/** Groups that hardware could not take are reported. */
export const BR_BOOLOPT_MDB_OFFLOAD_FAIL_NOTIFICATION = 3;
/** The bridge's own addresses are in VLAN 0 only. */
export const BR_BOOLOPT_FDB_LOCAL_VLAN_0 = 4;

/** IPv4 address of the querier. */
export const BRIDGE_QUERIER_IP_ADDRESS = 1;
/** Port that the IPv4 querier is behind. */
export const BRIDGE_QUERIER_IP_PORT = 2;
/** What is left until the IPv4 querier is gone. */
export const BRIDGE_QUERIER_IP_OTHER_TIMER = 3;
/** Padding. */
export const BRIDGE_QUERIER_PAD = 4;
/** IPv6 address of the querier. */
export const BRIDGE_QUERIER_IPV6_ADDRESS = 5;
/** Port that the IPv6 querier is behind. */
export const BRIDGE_QUERIER_IPV6_PORT = 6;
/** What is left until the IPv6 querier is gone. */
export const BRIDGE_QUERIER_IPV6_OTHER_TIMER = 7;

/** A helper program decides, in the first network namespace. */
export const BR_STP_MODE_AUTO = 0;
/** User space runs the spanning tree. */
export const BR_STP_MODE_USER = 1;
/** The kernel runs the spanning tree. */
export const BR_STP_MODE_KERNEL = 2;
