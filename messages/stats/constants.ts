/**
 * Message types, attribute types and values of statistics of links.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_link.h | linux/if_link.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_bridge.h | linux/if_bridge.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_bonding.h | linux/if_bonding.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/mpls.h | linux/mpls.h}
 *
 * @module
 */

/** Statistics of a link. */
export const RTM_NEWSTATS = 92;
/** Asks for statistics of links. */
export const RTM_GETSTATS = 94;
/** Changes which statistics hardware collects. */
export const RTM_SETSTATS = 95;

/** Padding. */
export const IFLA_STATS_UNSPEC = 0;
/** Counters of 64 bits. */
export const IFLA_STATS_LINK_64 = 1;
/** Statistics of the link's kind. */
export const IFLA_STATS_LINK_XSTATS = 2;
/** Statistics of the kind of the link's master. */
export const IFLA_STATS_LINK_XSTATS_SLAVE = 3;
/** Statistics of what hardware does for the link. */
export const IFLA_STATS_LINK_OFFLOAD_XSTATS = 4;
/** Statistics of address families. */
export const IFLA_STATS_AF_SPEC = 5;

/** Which parts of each group are wanted. */
export const IFLA_STATS_GET_FILTERS = 1;
/** Whether hardware counts what it routes. */
export const IFLA_STATS_SET_OFFLOAD_XSTATS_L3_STATS = 2;

/** Statistics of bridges. */
export const LINK_XSTATS_TYPE_BRIDGE = 1;
/** Statistics of bonds. */
export const LINK_XSTATS_TYPE_BOND = 2;

/** Padding. */
export const IFLA_OFFLOAD_XSTATS_UNSPEC = 0;
/** Packets that hardware left to the processor. */
export const IFLA_OFFLOAD_XSTATS_CPU_HIT = 1;
/** Which statistics hardware collects. */
export const IFLA_OFFLOAD_XSTATS_HW_S_INFO = 2;
/** Packets that hardware routed. */
export const IFLA_OFFLOAD_XSTATS_L3_STATS = 3;

/** Whether the statistics were asked for. */
export const IFLA_OFFLOAD_XSTATS_HW_S_INFO_REQUEST = 1;
/** Whether hardware collects them. */
export const IFLA_OFFLOAD_XSTATS_HW_S_INFO_USED = 2;

/** Statistics of one VLAN. */
export const BRIDGE_XSTATS_VLAN = 1;
/** Statistics of multicast snooping. */
export const BRIDGE_XSTATS_MCAST = 2;
/** Padding. */
export const BRIDGE_XSTATS_PAD = 3;
/** Statistics of the spanning tree. */
export const BRIDGE_XSTATS_STP = 4;

/** Received: where in the counters of multicast snooping. */
export const BR_MCAST_DIR_RX = 0;
/** Sent. */
export const BR_MCAST_DIR_TX = 1;

/** Statistics of LACP. */
export const BOND_XSTATS_3AD = 1;

/** LACP messages received. */
export const BOND_3AD_STAT_LACPDU_RX = 0;
/** LACP messages sent. */
export const BOND_3AD_STAT_LACPDU_TX = 1;
/** Unknown messages received. */
export const BOND_3AD_STAT_LACPDU_UNKNOWN_RX = 2;
/** Malformed messages received. */
export const BOND_3AD_STAT_LACPDU_ILLEGAL_RX = 3;
/** Marker messages received. */
export const BOND_3AD_STAT_MARKER_RX = 4;
/** Marker messages sent. */
export const BOND_3AD_STAT_MARKER_TX = 5;
/** Answers to markers received. */
export const BOND_3AD_STAT_MARKER_RESP_RX = 6;
/** Answers to markers sent. */
export const BOND_3AD_STAT_MARKER_RESP_TX = 7;
/** Unknown marker messages received. */
export const BOND_3AD_STAT_MARKER_UNKNOWN_RX = 8;
/** Padding. */
export const BOND_3AD_STAT_PAD = 9;

/** Padding. */
export const MPLS_STATS_UNSPEC = 0;
/** Statistics of MPLS. */
export const MPLS_STATS_LINK = 1;
