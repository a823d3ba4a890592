/**
 * Settings and counters of queues of the family `nl80211`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/nl80211.h | linux/nl80211.h}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  u16,
  u32,
  u8,
} from "../../codec/mod.ts";

/**
 * Counters of the queues of a device, an interface, or a station:
 * `NL80211_TXQ_STATS_*`.
 */
export interface Nl80211TxqStats extends Attributes {
  /** Bytes in the queues (`NL80211_TXQ_STATS_BACKLOG_BYTES`). */
  backlogBytes?: number;
  /** Packets in the queues (`NL80211_TXQ_STATS_BACKLOG_PACKETS`). */
  backlogPackets?: number;
  /** Flows that were seen (`NL80211_TXQ_STATS_FLOWS`). */
  flows?: number;
  /** Packets that were dropped (`NL80211_TXQ_STATS_DROPS`). */
  drops?: number;
  /** Packets that were marked by ECN (`NL80211_TXQ_STATS_ECN_MARKS`). */
  ecnMarks?: number;
  /** Times that there were too many packets (`NL80211_TXQ_STATS_OVERLIMIT`). */
  overlimit?: number;
  /** Times that there were too many bytes (`NL80211_TXQ_STATS_OVERMEMORY`). */
  overmemory?: number;
  /** Flows that shared a queue (`NL80211_TXQ_STATS_COLLISIONS`). */
  collisions?: number;
  /** Bytes that were sent (`NL80211_TXQ_STATS_TX_BYTES`). */
  txBytes?: number;
  /** Packets that were sent (`NL80211_TXQ_STATS_TX_PACKETS`). */
  txPackets?: number;
  /** Most flows (`NL80211_TXQ_STATS_MAX_FLOWS`). */
  maxFlows?: number;
}

/** Priorities, the highest one first: `NL80211_AC_*`. */
export const NL80211_ACS = {
  /** `NL80211_AC_VO`. */
  "vo": 0,
  /** `NL80211_AC_VI`. */
  "vi": 1,
  /** `NL80211_AC_BE`. */
  "be": 2,
  /** `NL80211_AC_BK`. */
  "bk": 3,
} as const;

/** Settings of a queue: `NL80211_TXQ_ATTR_*`. */
export interface Nl80211TxqParams extends Attributes {
  /** The priority, {@linkcode NL80211_ACS} (`NL80211_TXQ_ATTR_AC`). */
  ac?: number;
  /**
   * Longest turn, in units of 32 microseconds; 0 for one frame
   * (`NL80211_TXQ_ATTR_TXOP`).
   */
  txop?: number;
  /** Smallest contention window in slots (`NL80211_TXQ_ATTR_CWMIN`). */
  cwMin?: number;
  /** Largest contention window in slots (`NL80211_TXQ_ATTR_CWMAX`). */
  cwMax?: number;
  /** Slots to wait before sending (`NL80211_TXQ_ATTR_AIFS`). */
  aifs?: number;
}

/** Codec of {@linkcode Nl80211TxqStats}. */
export const nl80211TxqStats: Codec<Nl80211TxqStats> = attributes<
  Nl80211TxqStats
>(() => ({
  backlogBytes: ["NL80211_TXQ_STATS_BACKLOG_BYTES", 1, u32],
  backlogPackets: ["NL80211_TXQ_STATS_BACKLOG_PACKETS", 2, u32],
  flows: ["NL80211_TXQ_STATS_FLOWS", 3, u32],
  drops: ["NL80211_TXQ_STATS_DROPS", 4, u32],
  ecnMarks: ["NL80211_TXQ_STATS_ECN_MARKS", 5, u32],
  overlimit: ["NL80211_TXQ_STATS_OVERLIMIT", 6, u32],
  overmemory: ["NL80211_TXQ_STATS_OVERMEMORY", 7, u32],
  collisions: ["NL80211_TXQ_STATS_COLLISIONS", 8, u32],
  txBytes: ["NL80211_TXQ_STATS_TX_BYTES", 9, u32],
  txPackets: ["NL80211_TXQ_STATS_TX_PACKETS", 10, u32],
  maxFlows: ["NL80211_TXQ_STATS_MAX_FLOWS", 11, u32],
}));

/** Codec of {@linkcode Nl80211TxqParams}. */
export const nl80211TxqParams: Codec<Nl80211TxqParams> = attributes<
  Nl80211TxqParams
>(() => ({
  ac: ["NL80211_TXQ_ATTR_AC", 1, u8],
  txop: ["NL80211_TXQ_ATTR_TXOP", 2, u16],
  cwMin: ["NL80211_TXQ_ATTR_CWMIN", 3, u16],
  cwMax: ["NL80211_TXQ_ATTR_CWMAX", 4, u16],
  aifs: ["NL80211_TXQ_ATTR_AIFS", 5, u8],
}));
