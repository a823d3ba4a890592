/**
 * Statistics of links: `struct if_stats_msg` and `IFLA_STATS_*`, in
 * `RTM_NEWSTATS`, `RTM_GETSTATS` and `RTM_SETSTATS`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_link.h | linux/if_link.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/net/core/rtnetlink.c | net/core/rtnetlink.c}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  message,
  struct,
  u32,
  u64,
  u8,
  type WithAttributes,
} from "../codec/mod.ts";
import { AF_MPLS } from "../families.ts";
import {
  type HardwareStats64,
  hardwareStats64,
  type LinkStats64,
  linkStats64,
  type TrafficCounters,
  trafficCounters,
} from "../link/stats.ts";
import { type BondXstats, bondXstats } from "./bond.ts";
import { type BridgeXstats, bridgeXstats } from "./bridge.ts";
import * as c from "./constants.ts";

/** `struct if_stats_msg`. */
export interface StatsHeader {
  /** Address family, `AF_UNSPEC` (`family`). */
  family: number;
  /** Index of the link; 0 for all links (`ifindex`). */
  index: number;
  /**
   * Which statistics are wanted: bit x - 1 for the `IFLA_STATS_*` x
   * (`filter_mask`).
   */
  filterMask: number;
}

/** Statistics of a kind of links: `LINK_XSTATS_TYPE_*`. */
export interface LinkXstats extends Attributes {
  /** Bridge or bridge port (`LINK_XSTATS_TYPE_BRIDGE`). */
  bridge?: BridgeXstats;
  /** Bond or port of a bond (`LINK_XSTATS_TYPE_BOND`). */
  bond?: BondXstats;
}

/** Whether hardware collects statistics: `IFLA_OFFLOAD_XSTATS_HW_S_INFO_*`. */
export interface HardwareStatsInfo extends Attributes {
  /**
   * Whether they were asked for, 0 or 1
   * (`IFLA_OFFLOAD_XSTATS_HW_S_INFO_REQUEST`).
   */
  request?: number;
  /**
   * Whether hardware collects them, 0 or 1
   * (`IFLA_OFFLOAD_XSTATS_HW_S_INFO_USED`).
   */
  used?: number;
}

/** Which statistics hardware collects: some of `IFLA_OFFLOAD_XSTATS_*`. */
export interface OffloadStatsInfo extends Attributes {
  /** Packets that hardware routed (`IFLA_OFFLOAD_XSTATS_L3_STATS`). */
  l3Stats?: HardwareStatsInfo;
}

/** Statistics of what hardware does for a link: `IFLA_OFFLOAD_XSTATS_*`. */
export interface OffloadXstats extends Attributes {
  /** Packets left to the processor (`IFLA_OFFLOAD_XSTATS_CPU_HIT`). */
  cpuHit?: LinkStats64;
  /** What hardware collects (`IFLA_OFFLOAD_XSTATS_HW_S_INFO`). */
  info?: OffloadStatsInfo;
  /** Packets that hardware routed (`IFLA_OFFLOAD_XSTATS_L3_STATS`). */
  l3Stats?: HardwareStats64;
}

/** Statistics of MPLS (`struct mpls_link_stats`). */
export interface MplsLinkStats extends TrafficCounters<bigint> {
  /** Packets without a route (`rx_noroute`). */
  rxNoRoute: bigint;
}

/** Statistics of MPLS: `MPLS_STATS_*`. */
export interface MplsStats extends Attributes {
  /** The counters (`MPLS_STATS_LINK`). */
  link?: MplsLinkStats;
}

/** Statistics of address families: `IFLA_STATS_AF_SPEC`. */
export interface AfStats extends Attributes {
  /** MPLS (`AF_MPLS`). */
  mpls?: MplsStats;
}

/** `IFLA_STATS_*`. */
export interface StatsAttributes extends Attributes {
  /** Counters of 64 bits (`IFLA_STATS_LINK_64`). */
  link64?: LinkStats64;
  /** Statistics of the link's kind (`IFLA_STATS_LINK_XSTATS`). */
  linkXstats?: LinkXstats;
  /**
   * Statistics of the kind of the link's master
   * (`IFLA_STATS_LINK_XSTATS_SLAVE`).
   */
  linkXstatsSlave?: LinkXstats;
  /**
   * Statistics of what hardware does for the link
   * (`IFLA_STATS_LINK_OFFLOAD_XSTATS`).
   */
  offloadXstats?: OffloadXstats;
  /** Statistics of address families (`IFLA_STATS_AF_SPEC`). */
  afSpec?: AfStats;
}

/**
 * Which parts of each group are wanted: `IFLA_STATS_*`. The kernel has parts
 * of {@linkcode StatsFilters.offloadXstats} only: bit x - 1 for the
 * `IFLA_OFFLOAD_XSTATS_*` x.
 */
export interface StatsFilters extends Attributes {
  /** Parts of the counters (`IFLA_STATS_LINK_64`). */
  link64?: number;
  /** Parts of the statistics of the kind (`IFLA_STATS_LINK_XSTATS`). */
  linkXstats?: number;
  /**
   * Parts of the statistics of the kind of the master
   * (`IFLA_STATS_LINK_XSTATS_SLAVE`).
   */
  linkXstatsSlave?: number;
  /** Parts of those of hardware (`IFLA_STATS_LINK_OFFLOAD_XSTATS`). */
  offloadXstats?: number;
  /** Parts of those of address families (`IFLA_STATS_AF_SPEC`). */
  afSpec?: number;
}

/** What requests carry: `IFLA_STATS_GET_*` and `IFLA_STATS_SET_*`. */
export interface StatsRequestAttributes extends Attributes {
  /** Which parts of each group are wanted (`IFLA_STATS_GET_FILTERS`). */
  filters?: StatsFilters;
  /**
   * Whether hardware shall count what it routes, 0 or 1
   * (`IFLA_STATS_SET_OFFLOAD_XSTATS_L3_STATS`).
   */
  setL3Stats?: number;
}

/** Statistics of a link, as the kernel sends them (`RTM_NEWSTATS`). */
export type StatsMessage = WithAttributes<StatsHeader, StatsAttributes>;

/** Asks for statistics or changes them (`RTM_GETSTATS`, `RTM_SETSTATS`). */
export type StatsRequest = WithAttributes<StatsHeader, StatsRequestAttributes>;

/** Codec of {@linkcode StatsHeader}. */
export const statsHeader: Codec<StatsHeader> = struct({
  family: u8,
  index: u32,
  filterMask: u32,
});

const linkXstats: Codec<LinkXstats> = attributes({
  bridge: ["LINK_XSTATS_TYPE_BRIDGE", 1, bridgeXstats],
  bond: ["LINK_XSTATS_TYPE_BOND", 2, bondXstats],
}, { nestedFlag: false });

const hardwareStatsInfo: Codec<HardwareStatsInfo> = attributes({
  request: ["IFLA_OFFLOAD_XSTATS_HW_S_INFO_REQUEST", 1, u8],
  used: ["IFLA_OFFLOAD_XSTATS_HW_S_INFO_USED", 2, u8],
});

const offloadStatsInfo: Codec<OffloadStatsInfo> = attributes({
  l3Stats: ["IFLA_OFFLOAD_XSTATS_L3_STATS", 3, hardwareStatsInfo],
});

const offloadXstats: Codec<OffloadXstats> = attributes({
  cpuHit: ["IFLA_OFFLOAD_XSTATS_CPU_HIT", 1, linkStats64],
  info: ["IFLA_OFFLOAD_XSTATS_HW_S_INFO", 2, offloadStatsInfo],
  l3Stats: ["IFLA_OFFLOAD_XSTATS_L3_STATS", 3, hardwareStats64],
}, { nestedFlag: false, pad: ["IFLA_OFFLOAD_XSTATS_UNSPEC", 0] });

const mplsLinkStats: Codec<MplsLinkStats> = struct({
  ...trafficCounters(u64),
  rxNoRoute: u64,
});

const mplsStats: Codec<MplsStats> = attributes({
  link: ["MPLS_STATS_LINK", 1, mplsLinkStats],
}, { nestedFlag: false, pad: ["MPLS_STATS_UNSPEC", 0] });

const afStats: Codec<AfStats> = attributes({
  mpls: ["AF_MPLS", AF_MPLS, mplsStats],
}, { nestedFlag: false });

/** Codec of {@linkcode StatsAttributes}. */
export const statsAttributes: Codec<StatsAttributes> = attributes({
  link64: ["IFLA_STATS_LINK_64", c.IFLA_STATS_LINK_64, linkStats64],
  linkXstats: ["IFLA_STATS_LINK_XSTATS", c.IFLA_STATS_LINK_XSTATS, linkXstats],
  linkXstatsSlave: [
    "IFLA_STATS_LINK_XSTATS_SLAVE",
    c.IFLA_STATS_LINK_XSTATS_SLAVE,
    linkXstats,
  ],
  offloadXstats: [
    "IFLA_STATS_LINK_OFFLOAD_XSTATS",
    c.IFLA_STATS_LINK_OFFLOAD_XSTATS,
    offloadXstats,
  ],
  afSpec: ["IFLA_STATS_AF_SPEC", c.IFLA_STATS_AF_SPEC, afStats],
}, { pad: ["IFLA_STATS_UNSPEC", 0] });

const statsFilters: Codec<StatsFilters> = attributes({
  link64: ["IFLA_STATS_LINK_64", c.IFLA_STATS_LINK_64, u32],
  linkXstats: ["IFLA_STATS_LINK_XSTATS", c.IFLA_STATS_LINK_XSTATS, u32],
  linkXstatsSlave: [
    "IFLA_STATS_LINK_XSTATS_SLAVE",
    c.IFLA_STATS_LINK_XSTATS_SLAVE,
    u32,
  ],
  offloadXstats: [
    "IFLA_STATS_LINK_OFFLOAD_XSTATS",
    c.IFLA_STATS_LINK_OFFLOAD_XSTATS,
    u32,
  ],
  afSpec: ["IFLA_STATS_AF_SPEC", c.IFLA_STATS_AF_SPEC, u32],
});

/** Codec of {@linkcode StatsRequestAttributes}. */
export const statsRequestAttributes: Codec<StatsRequestAttributes> = attributes(
  {
    filters: ["IFLA_STATS_GET_FILTERS", 1, statsFilters],
    setL3Stats: ["IFLA_STATS_SET_OFFLOAD_XSTATS_L3_STATS", 2, u8],
  },
);

/** Codec of {@linkcode StatsMessage}. */
export const statsMessage: Codec<StatsMessage> = message(
  statsHeader,
  statsAttributes,
);

/** Codec of {@linkcode StatsRequest}. */
export const statsRequest: Codec<StatsRequest> = message(
  statsHeader,
  statsRequestAttributes,
);
