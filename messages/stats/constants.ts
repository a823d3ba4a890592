/**
 * Message types and values of statistics of links.
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

/** Names of the groups (`IFLA_STATS_*`), as `ip stats` has them. */
export const LINK_STATS_GROUPS = {
  link: IFLA_STATS_LINK_64,
  xstats: IFLA_STATS_LINK_XSTATS,
  xstats_slave: IFLA_STATS_LINK_XSTATS_SLAVE,
  offload: IFLA_STATS_LINK_OFFLOAD_XSTATS,
  afstats: IFLA_STATS_AF_SPEC,
} as const;

/** Received: where in the counters of multicast snooping. */
export const BR_MCAST_DIR_RX = 0;
/** Sent. */
export const BR_MCAST_DIR_TX = 1;
