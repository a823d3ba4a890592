/**
 * Standard counters of the family `ethtool`, and settings that have some: pause
 * frames, forward error correction, frame preemption.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/ethtool.h | linux/ethtool.h}
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/ethtool_netlink_generated.h | linux/ethtool_netlink_generated.h}
 * @see {@link https://docs.kernel.org/networking/ethtool-netlink.html | Netlink interface for ethtool}
 *
 * @module
 */

import {
  array,
  type Attributes,
  attributes,
  type Codec,
  multi,
  u32,
  u64,
  u8,
  uint,
} from "../../codec/mod.ts";
import { type Keyed, keyed } from "../keyed.ts";
import {
  type EthtoolBitset,
  ethtoolBitset,
  type EthtoolHeader,
  ethtoolHeader,
} from "./common.ts";

/** Groups of standard counters: `ETHTOOL_STATS_*`. */
export const ETHTOOL_STATISTICS_GROUPS = {
  /** PHY, of IEEE 802.3 (`ETHTOOL_STATS_ETH_PHY`). */
  "eth-phy": 0,
  /** MAC, of IEEE 802.3 (`ETHTOOL_STATS_ETH_MAC`). */
  "eth-mac": 1,
  /** MAC control, of IEEE 802.3 (`ETHTOOL_STATS_ETH_CTRL`). */
  "eth-ctrl": 2,
  /** RMON, of RFC 2819 (`ETHTOOL_STATS_RMON`). */
  rmon: 3,
  /** Packets of the PHY (`ETHTOOL_STATS_PHY`). */
  phydev: 4,
} as const;

/** Whose counters they are: `ETHTOOL_MAC_STATS_SRC_*`. */
export const ETHTOOL_MAC_STATISTICS_SOURCES = {
  /** Of both MACs (`ETHTOOL_MAC_STATS_SRC_AGGREGATE`). */
  aggregate: 0,
  /** Of the express MAC (`ETHTOOL_MAC_STATS_SRC_EMAC`). */
  emac: 1,
  /** Of the preemptible MAC (`ETHTOOL_MAC_STATS_SRC_PMAC`). */
  pmac: 2,
} as const;

/** Modes of forward error correction, by their bits of link modes. */
export const ETHTOOL_FEC_MODES = {
  /** None (`ETHTOOL_LINK_MODE_FEC_NONE_BIT`). */
  None: 49,
  /** Reed-Solomon (`ETHTOOL_LINK_MODE_FEC_RS_BIT`). */
  RS: 50,
  /** BASE-R, of Fire codes (`ETHTOOL_LINK_MODE_FEC_BASER_BIT`). */
  BASER: 51,
  /** Low-latency Reed-Solomon (`ETHTOOL_LINK_MODE_FEC_LLRS_BIT`). */
  LLRS: 74,
} as const;

/** What became of asking for preemption: `ETHTOOL_MM_VERIFY_STATUS_*`. */
export const ETHTOOL_MAC_MERGE_STATUSES = {
  /** Not known (`ETHTOOL_MM_VERIFY_STATUS_UNKNOWN`). */
  unknown: 0,
  /** Not asked yet (`ETHTOOL_MM_VERIFY_STATUS_INITIAL`). */
  initial: 1,
  /** Waiting for an answer (`ETHTOOL_MM_VERIFY_STATUS_VERIFYING`). */
  verifying: 2,
  /** The other end can (`ETHTOOL_MM_VERIFY_STATUS_SUCCEEDED`). */
  succeeded: 3,
  /** There was no answer (`ETHTOOL_MM_VERIFY_STATUS_FAILED`). */
  failed: 4,
  /** It is not asked (`ETHTOOL_MM_VERIFY_STATUS_DISABLED`). */
  disabled: 5,
} as const;

/** One bucket of a histogram of packet sizes. */
export interface EthtoolHistogramBucket extends Attributes {
  /** Bytes of the smallest packet (`ETHTOOL_A_STATS_GRP_HIST_BKT_LOW`). */
  histBktLow?: number;
  /** Bytes of the largest packet (`ETHTOOL_A_STATS_GRP_HIST_BKT_HI`). */
  histBktHi?: number;
  /** How many there were (`ETHTOOL_A_STATS_GRP_HIST_VAL`). */
  histVal?: bigint;
}

/** Counters of one standard. */
export interface EthtoolStatisticsGroup extends Attributes {
  /**
   * Which group, {@linkcode ETHTOOL_STATISTICS_GROUPS}
   * (`ETHTOOL_A_STATS_GRP_ID`).
   */
  id?: number;
  /**
   * String set with the names of its counters
   * (`ETHTOOL_A_STATS_GRP_SS_ID`).
   */
  ssId?: number;
  /**
   * Counters by number, each in an attribute of its own
   * (`ETHTOOL_A_STATS_GRP_STAT`).
   */
  stat?: Keyed<bigint>[];
  /** Received packets by size (`ETHTOOL_A_STATS_GRP_HIST_RX`). */
  histRx?: EthtoolHistogramBucket[];
  /** Sent packets by size (`ETHTOOL_A_STATS_GRP_HIST_TX`). */
  histTx?: EthtoolHistogramBucket[];
}

/** Counters that standards define. */
export interface EthtoolStatistics extends Attributes {
  /** Device (`ETHTOOL_A_STATS_HEADER`). */
  header?: EthtoolHeader;
  /** Which groups are wanted; requests only (`ETHTOOL_A_STATS_GROUPS`). */
  groups?: EthtoolBitset;
  /** The groups; replies only (`ETHTOOL_A_STATS_GRP`). */
  grp?: EthtoolStatisticsGroup[];
  /**
   * Whose counters they are, {@linkcode ETHTOOL_MAC_STATISTICS_SOURCES}
   * (`ETHTOOL_A_STATS_SRC`).
   */
  src?: number;
}

/** Counters of pause frames. */
export interface EthtoolPauseStatistics extends Attributes {
  /** Frames sent (`ETHTOOL_A_PAUSE_STAT_TX_FRAMES`). */
  txFrames?: bigint;
  /** Frames received (`ETHTOOL_A_PAUSE_STAT_RX_FRAMES`). */
  rxFrames?: bigint;
  /**
   * How often sending them was stopped as there were too many
   * (`ETHTOOL_A_PAUSE_STAT_TX_PAUSE_STORM_EVENTS`).
   */
  txPauseStormEvents?: bigint;
}

/** Flow control by pause frames. */
export interface EthtoolPause extends Attributes {
  /** Device (`ETHTOOL_A_PAUSE_HEADER`). */
  header?: EthtoolHeader;
  /** Whether it is negotiated (`ETHTOOL_A_PAUSE_AUTONEG`). */
  autoneg?: number;
  /** Whether pause frames are obeyed (`ETHTOOL_A_PAUSE_RX`). */
  rx?: number;
  /** Whether pause frames are sent (`ETHTOOL_A_PAUSE_TX`). */
  tx?: number;
  /** Counters; replies only (`ETHTOOL_A_PAUSE_STATS`). */
  stats?: EthtoolPauseStatistics;
  /**
   * Whose counters they are, {@linkcode ETHTOOL_MAC_STATISTICS_SOURCES}
   * (`ETHTOOL_A_PAUSE_STATS_SRC`).
   */
  statsSrc?: number;
}

/** One bucket of a histogram of errors. */
export interface EthtoolFecBucket extends Attributes {
  /** Fewest errors (`ETHTOOL_A_FEC_HIST_BIN_LOW`). */
  binLow?: number;
  /** Most errors (`ETHTOOL_A_FEC_HIST_BIN_HIGH`). */
  binHigh?: number;
  /** How many blocks had so many (`ETHTOOL_A_FEC_HIST_BIN_VAL`). */
  binVal?: bigint;
  /** Same of each lane (`ETHTOOL_A_FEC_HIST_BIN_VAL_PER_LANE`). */
  binValPerLane?: bigint[];
}

/** Counters of forward error correction; of all, then of each lane. */
export interface EthtoolFecStatistics extends Attributes {
  /** Blocks that were corrected (`ETHTOOL_A_FEC_STAT_CORRECTED`). */
  corrected?: bigint[];
  /** Blocks that could not be corrected (`ETHTOOL_A_FEC_STAT_UNCORR`). */
  uncorr?: bigint[];
  /** Bits that were corrected (`ETHTOOL_A_FEC_STAT_CORR_BITS`). */
  corrBits?: bigint[];
  /** Blocks by how many errors they had (`ETHTOOL_A_FEC_STAT_HIST`). */
  hist?: EthtoolFecBucket[];
}

/** Forward error correction. */
export interface EthtoolFec extends Attributes {
  /** Device (`ETHTOOL_A_FEC_HEADER`). */
  header?: EthtoolHeader;
  /** Modes that may be used (`ETHTOOL_A_FEC_MODES`). */
  modes?: EthtoolBitset;
  /** Whether the device chooses (`ETHTOOL_A_FEC_AUTO`). */
  auto?: number;
  /**
   * Mode that is used, a bit of the string set `link-modes`; replies only
   * (`ETHTOOL_A_FEC_ACTIVE`).
   */
  active?: number;
  /** Counters; replies only (`ETHTOOL_A_FEC_STATS`). */
  stats?: EthtoolFecStatistics;
}

/** Counters of the MAC Merge layer. */
export interface EthtoolMacMergeStatistics extends Attributes {
  /**
   * Frames that could not be put together
   * (`ETHTOOL_A_MM_STAT_REASSEMBLY_ERRORS`).
   */
  reassemblyErrors?: bigint;
  /** Frames with an unknown start (`ETHTOOL_A_MM_STAT_SMD_ERRORS`). */
  smdErrors?: bigint;
  /** Frames that were put together (`ETHTOOL_A_MM_STAT_REASSEMBLY_OK`). */
  reassemblyOk?: bigint;
  /** Fragments received (`ETHTOOL_A_MM_STAT_RX_FRAG_COUNT`). */
  rxFragCount?: bigint;
  /** Fragments sent (`ETHTOOL_A_MM_STAT_TX_FRAG_COUNT`). */
  txFragCount?: bigint;
  /** How often sending was held (`ETHTOOL_A_MM_STAT_HOLD_COUNT`). */
  holdCount?: bigint;
}

/** Frame preemption: the MAC Merge layer. */
export interface EthtoolMacMerge extends Attributes {
  /** Device (`ETHTOOL_A_MM_HEADER`). */
  header?: EthtoolHeader;
  /** Whether the preemptible MAC receives (`ETHTOOL_A_MM_PMAC_ENABLED`). */
  pmacEnabled?: number;
  /** Whether the preemptible MAC may send (`ETHTOOL_A_MM_TX_ENABLED`). */
  txEnabled?: number;
  /** Whether it sends; replies only (`ETHTOOL_A_MM_TX_ACTIVE`). */
  txActive?: number;
  /**
   * Fewest bytes of a fragment that the other end takes
   * (`ETHTOOL_A_MM_TX_MIN_FRAG_SIZE`).
   */
  txMinFragSize?: number;
  /**
   * Fewest bytes of a fragment that this end takes; replies only
   * (`ETHTOOL_A_MM_RX_MIN_FRAG_SIZE`).
   */
  rxMinFragSize?: number;
  /** Whether the other end is asked first (`ETHTOOL_A_MM_VERIFY_ENABLED`). */
  verifyEnabled?: number;
  /**
   * What became of asking, {@linkcode ETHTOOL_MAC_MERGE_STATUSES}; replies
   * only (`ETHTOOL_A_MM_VERIFY_STATUS`).
   */
  verifyStatus?: number;
  /** Milliseconds between questions (`ETHTOOL_A_MM_VERIFY_TIME`). */
  verifyTime?: number;
  /**
   * Most milliseconds between questions; replies only
   * (`ETHTOOL_A_MM_MAX_VERIFY_TIME`).
   */
  maxVerifyTime?: number;
  /** Counters; replies only (`ETHTOOL_A_MM_STATS`). */
  stats?: EthtoolMacMergeStatistics;
}

/** Codec of {@linkcode EthtoolHistogramBucket}. */
export const ethtoolHistogramBucket: Codec<EthtoolHistogramBucket> = attributes(
  {
    histBktLow: ["ETHTOOL_A_STATS_GRP_HIST_BKT_LOW", 7, u32],
    histBktHi: ["ETHTOOL_A_STATS_GRP_HIST_BKT_HI", 8, u32],
    histVal: ["ETHTOOL_A_STATS_GRP_HIST_VAL", 9, u64],
  },
);

/** Codec of {@linkcode EthtoolStatisticsGroup}. */
export const ethtoolStatisticsGroup: Codec<EthtoolStatisticsGroup> = attributes(
  {
    id: ["ETHTOOL_A_STATS_GRP_ID", 2, u32],
    ssId: ["ETHTOOL_A_STATS_GRP_SS_ID", 3, u32],
    stat: ["ETHTOOL_A_STATS_GRP_STAT", 4, multi(keyed(u64))],
    histRx: ["ETHTOOL_A_STATS_GRP_HIST_RX", 5, multi(ethtoolHistogramBucket)],
    histTx: ["ETHTOOL_A_STATS_GRP_HIST_TX", 6, multi(ethtoolHistogramBucket)],
  },
  { pad: ["ETHTOOL_A_STATS_GRP_PAD", 1] },
);

/** Codec of {@linkcode EthtoolStatistics}. */
export const ethtoolStatistics: Codec<EthtoolStatistics> = attributes({
  header: ["ETHTOOL_A_STATS_HEADER", 2, ethtoolHeader],
  groups: ["ETHTOOL_A_STATS_GROUPS", 3, ethtoolBitset],
  grp: ["ETHTOOL_A_STATS_GRP", 4, multi(ethtoolStatisticsGroup)],
  src: ["ETHTOOL_A_STATS_SRC", 5, u32],
}, { pad: ["ETHTOOL_A_STATS_PAD", 1] });

/** Codec of {@linkcode EthtoolPauseStatistics}. */
export const ethtoolPauseStatistics: Codec<EthtoolPauseStatistics> = attributes(
  {
    txFrames: ["ETHTOOL_A_PAUSE_STAT_TX_FRAMES", 2, u64],
    rxFrames: ["ETHTOOL_A_PAUSE_STAT_RX_FRAMES", 3, u64],
    txPauseStormEvents: ["ETHTOOL_A_PAUSE_STAT_TX_PAUSE_STORM_EVENTS", 4, u64],
  },
  { pad: ["ETHTOOL_A_PAUSE_STAT_PAD", 1] },
);

/** Codec of {@linkcode EthtoolPause}. */
export const ethtoolPause: Codec<EthtoolPause> = attributes({
  header: ["ETHTOOL_A_PAUSE_HEADER", 1, ethtoolHeader],
  autoneg: ["ETHTOOL_A_PAUSE_AUTONEG", 2, u8],
  rx: ["ETHTOOL_A_PAUSE_RX", 3, u8],
  tx: ["ETHTOOL_A_PAUSE_TX", 4, u8],
  stats: ["ETHTOOL_A_PAUSE_STATS", 5, ethtoolPauseStatistics],
  statsSrc: ["ETHTOOL_A_PAUSE_STATS_SRC", 6, u32],
});

/** Codec of {@linkcode EthtoolFecBucket}. */
export const ethtoolFecBucket: Codec<EthtoolFecBucket> = attributes({
  binLow: ["ETHTOOL_A_FEC_HIST_BIN_LOW", 2, u32],
  binHigh: ["ETHTOOL_A_FEC_HIST_BIN_HIGH", 3, u32],
  binVal: ["ETHTOOL_A_FEC_HIST_BIN_VAL", 4, uint],
  binValPerLane: ["ETHTOOL_A_FEC_HIST_BIN_VAL_PER_LANE", 5, array(u64)],
}, { pad: ["ETHTOOL_A_FEC_HIST_PAD", 1] });

/** Codec of {@linkcode EthtoolFecStatistics}. */
export const ethtoolFecStatistics: Codec<EthtoolFecStatistics> = attributes({
  corrected: ["ETHTOOL_A_FEC_STAT_CORRECTED", 2, array(u64)],
  uncorr: ["ETHTOOL_A_FEC_STAT_UNCORR", 3, array(u64)],
  corrBits: ["ETHTOOL_A_FEC_STAT_CORR_BITS", 4, array(u64)],
  hist: ["ETHTOOL_A_FEC_STAT_HIST", 5, multi(ethtoolFecBucket)],
}, { pad: ["ETHTOOL_A_FEC_STAT_PAD", 1] });

/** Codec of {@linkcode EthtoolFec}. */
export const ethtoolFec: Codec<EthtoolFec> = attributes({
  header: ["ETHTOOL_A_FEC_HEADER", 1, ethtoolHeader],
  modes: ["ETHTOOL_A_FEC_MODES", 2, ethtoolBitset],
  auto: ["ETHTOOL_A_FEC_AUTO", 3, u8],
  active: ["ETHTOOL_A_FEC_ACTIVE", 4, u32],
  stats: ["ETHTOOL_A_FEC_STATS", 5, ethtoolFecStatistics],
});

/** Codec of {@linkcode EthtoolMacMergeStatistics}. */
export const ethtoolMacMergeStatistics: Codec<EthtoolMacMergeStatistics> =
  attributes({
    reassemblyErrors: ["ETHTOOL_A_MM_STAT_REASSEMBLY_ERRORS", 2, u64],
    smdErrors: ["ETHTOOL_A_MM_STAT_SMD_ERRORS", 3, u64],
    reassemblyOk: ["ETHTOOL_A_MM_STAT_REASSEMBLY_OK", 4, u64],
    rxFragCount: ["ETHTOOL_A_MM_STAT_RX_FRAG_COUNT", 5, u64],
    txFragCount: ["ETHTOOL_A_MM_STAT_TX_FRAG_COUNT", 6, u64],
    holdCount: ["ETHTOOL_A_MM_STAT_HOLD_COUNT", 7, u64],
  }, { pad: ["ETHTOOL_A_MM_STAT_PAD", 1] });

/** Codec of {@linkcode EthtoolMacMerge}. */
export const ethtoolMacMerge: Codec<EthtoolMacMerge> = attributes({
  header: ["ETHTOOL_A_MM_HEADER", 1, ethtoolHeader],
  pmacEnabled: ["ETHTOOL_A_MM_PMAC_ENABLED", 2, u8],
  txEnabled: ["ETHTOOL_A_MM_TX_ENABLED", 3, u8],
  txActive: ["ETHTOOL_A_MM_TX_ACTIVE", 4, u8],
  txMinFragSize: ["ETHTOOL_A_MM_TX_MIN_FRAG_SIZE", 5, u32],
  rxMinFragSize: ["ETHTOOL_A_MM_RX_MIN_FRAG_SIZE", 6, u32],
  verifyEnabled: ["ETHTOOL_A_MM_VERIFY_ENABLED", 7, u8],
  verifyStatus: ["ETHTOOL_A_MM_VERIFY_STATUS", 8, u8],
  verifyTime: ["ETHTOOL_A_MM_VERIFY_TIME", 9, u32],
  maxVerifyTime: ["ETHTOOL_A_MM_MAX_VERIFY_TIME", 10, u32],
  stats: ["ETHTOOL_A_MM_STATS", 11, ethtoolMacMergeStatistics],
});
