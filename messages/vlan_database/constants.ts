/**
 * Constants of VLAN databases of bridges: `BRIDGE_VLANDB_*`, and the types of
 * their messages.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_bridge.h | linux/if_bridge.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/rtnetlink.h | linux/rtnetlink.h}
 *
 * @module
 */

// Message types.

/** VLANs were added or changed, or are to be. */
export const RTM_NEWVLAN = 112;
/** VLANs were deleted, or are to be. */
export const RTM_DELVLAN = 113;
/** Asks for VLANs. */
export const RTM_GETVLAN = 114;

// Attributes of dumps.

/** Nothing. */
export const BRIDGE_VLANDB_DUMP_UNSPEC = 0;
/** What to dump. */
export const BRIDGE_VLANDB_DUMP_FLAGS = 1;
/** Asks for counters too. */
export const BRIDGE_VLANDB_DUMPF_STATS = 0x1;
/** Asks for options of VLANs of the bridge. */
export const BRIDGE_VLANDB_DUMPF_GLOBAL = 0x2;

// Attributes.

/** Nothing. */
export const BRIDGE_VLANDB_UNSPEC = 0;
/** VLANs of a port. */
export const BRIDGE_VLANDB_ENTRY = 1;
/** Options of VLANs of the bridge. */
export const BRIDGE_VLANDB_GLOBAL_OPTIONS = 2;

// Attributes of VLANs of a port.

/** Nothing. */
export const BRIDGE_VLANDB_ENTRY_UNSPEC = 0;
/** The first VLAN, and its flags. */
export const BRIDGE_VLANDB_ENTRY_INFO = 1;
/** The last VLAN. */
export const BRIDGE_VLANDB_ENTRY_RANGE = 2;
/** Spanning tree state. */
export const BRIDGE_VLANDB_ENTRY_STATE = 3;
/** The tunnel that the VLANs map to. */
export const BRIDGE_VLANDB_ENTRY_TUNNEL_INFO = 4;
/** Counters. */
export const BRIDGE_VLANDB_ENTRY_STATS = 5;
/** Whether there is a multicast router. */
export const BRIDGE_VLANDB_ENTRY_MCAST_ROUTER = 6;
/** Number of multicast groups. */
export const BRIDGE_VLANDB_ENTRY_MCAST_N_GROUPS = 7;
/** Most multicast groups. */
export const BRIDGE_VLANDB_ENTRY_MCAST_MAX_GROUPS = 8;
/** Whether the bridge answers for neighbors. */
export const BRIDGE_VLANDB_ENTRY_NEIGH_SUPPRESS = 9;
/** Whether gratuitous neighbor messages are forwarded all the same. */
export const BRIDGE_VLANDB_ENTRY_NEIGH_FORWARD_GRAT = 10;
/** Nothing. */
export const BRIDGE_VLANDB_TINFO_UNSPEC = 0;
/** Number of the tunnel. */
export const BRIDGE_VLANDB_TINFO_ID = 1;
/** Whether the mapping is to be added or deleted. */
export const BRIDGE_VLANDB_TINFO_CMD = 2;
/** Nothing. */
export const BRIDGE_VLANDB_STATS_UNSPEC = 0;
/** Bytes received. */
export const BRIDGE_VLANDB_STATS_RX_BYTES = 1;
/** Packets received. */
export const BRIDGE_VLANDB_STATS_RX_PACKETS = 2;
/** Bytes sent. */
export const BRIDGE_VLANDB_STATS_TX_BYTES = 3;
/** Packets sent. */
export const BRIDGE_VLANDB_STATS_TX_PACKETS = 4;
/** Padding. */
export const BRIDGE_VLANDB_STATS_PAD = 5;

// Attributes of VLANs of the bridge.

/** Nothing. */
export const BRIDGE_VLANDB_GOPTS_UNSPEC = 0;
/** The first VLAN. */
export const BRIDGE_VLANDB_GOPTS_ID = 1;
/** The last VLAN. */
export const BRIDGE_VLANDB_GOPTS_RANGE = 2;
/** Whether multicast is snooped on. */
export const BRIDGE_VLANDB_GOPTS_MCAST_SNOOPING = 3;
/** Version of IGMP. */
export const BRIDGE_VLANDB_GOPTS_MCAST_IGMP_VERSION = 4;
/** Version of MLD. */
export const BRIDGE_VLANDB_GOPTS_MCAST_MLD_VERSION = 5;
/** Queries after the last member has left. */
export const BRIDGE_VLANDB_GOPTS_MCAST_LAST_MEMBER_CNT = 6;
/** Queries at startup. */
export const BRIDGE_VLANDB_GOPTS_MCAST_STARTUP_QUERY_CNT = 7;
/** Time between queries after the last member has left. */
export const BRIDGE_VLANDB_GOPTS_MCAST_LAST_MEMBER_INTVL = 8;
/** Padding. */
export const BRIDGE_VLANDB_GOPTS_PAD = 9;
/** Time after which a group has no members. */
export const BRIDGE_VLANDB_GOPTS_MCAST_MEMBERSHIP_INTVL = 10;
/** Time after which another querier has gone. */
export const BRIDGE_VLANDB_GOPTS_MCAST_QUERIER_INTVL = 11;
/** Time between queries. */
export const BRIDGE_VLANDB_GOPTS_MCAST_QUERY_INTVL = 12;
/** Longest time until members answer. */
export const BRIDGE_VLANDB_GOPTS_MCAST_QUERY_RESPONSE_INTVL = 13;
/** Time between queries at startup. */
export const BRIDGE_VLANDB_GOPTS_MCAST_STARTUP_QUERY_INTVL = 14;
/** Whether the bridge sends queries. */
export const BRIDGE_VLANDB_GOPTS_MCAST_QUERIER = 15;
/** Ports with multicast routers. */
export const BRIDGE_VLANDB_GOPTS_MCAST_ROUTER_PORTS = 16;
/** Who sends queries. */
export const BRIDGE_VLANDB_GOPTS_MCAST_QUERIER_STATE = 17;
/** Spanning tree instance. */
export const BRIDGE_VLANDB_GOPTS_MSTI = 18;
