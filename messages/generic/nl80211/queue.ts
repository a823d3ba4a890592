/**
 * Settings and counters of queues, and of identifiers of traffic (TID), of the
 * family `nl80211`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/nl80211.h | linux/nl80211.h}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  flag,
  u16,
  u32,
  u64,
  u8,
} from "../../codec/mod.ts";
import { type Keyed, keyed } from "../keyed.ts";
import { type Nl80211TxRates, nl80211TxRates } from "./rate.ts";

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

/** Whether something is used: `NL80211_TID_CONFIG_*`. */
export const NL80211_TID_CONFIGS = {
  /** `NL80211_TID_CONFIG_ENABLE`. */
  "enable": 0,
  /** `NL80211_TID_CONFIG_DISABLE`. */
  "disable": 1,
} as const;

/** How a rate is chosen: `NL80211_TX_RATE_*`. */
export const NL80211_TX_RATE_SETTINGS = {
  /** `NL80211_TX_RATE_AUTOMATIC`. */
  "automatic": 0,
  /** `NL80211_TX_RATE_LIMITED`. */
  "limited": 1,
  /** `NL80211_TX_RATE_FIXED`. */
  "fixed": 2,
} as const;

/** Settings for some identifiers of traffic: `NL80211_TID_CONFIG_ATTR_*`. */
export interface Nl80211TidConfig extends Attributes {
  /**
   * What can be set for all stations, a bit for each of these attributes; in
   * capabilities only (`NL80211_TID_CONFIG_ATTR_VIF_SUPP`).
   */
  vifSupp?: bigint;
  /**
   * What can be set for one station, a bit for each of these attributes; in
   * capabilities only (`NL80211_TID_CONFIG_ATTR_PEER_SUPP`).
   */
  peerSupp?: bigint;
  /**
   * Settings of single stations are replaced, too
   * (`NL80211_TID_CONFIG_ATTR_OVERRIDE`).
   */
  override?: true;
  /**
   * Identifiers of traffic that it is about, a bit each
   * (`NL80211_TID_CONFIG_ATTR_TIDS`).
   */
  tids?: number;
  /**
   * Whether frames are sent without acknowledgement,
   * {@linkcode NL80211_TID_CONFIGS} (`NL80211_TID_CONFIG_ATTR_NOACK`).
   */
  noack?: number;
  /**
   * How often short frames are sent again; in capabilities, the most that can
   * be set (`NL80211_TID_CONFIG_ATTR_RETRY_SHORT`).
   */
  retryShort?: number;
  /**
   * How often long frames are sent again; in capabilities, the most that can be
   * set (`NL80211_TID_CONFIG_ATTR_RETRY_LONG`).
   */
  retryLong?: number;
  /**
   * Whether MPDUs are aggregated, {@linkcode NL80211_TID_CONFIGS}
   * (`NL80211_TID_CONFIG_ATTR_AMPDU_CTRL`).
   */
  ampduCtrl?: number;
  /**
   * Whether RTS and CTS are used, {@linkcode NL80211_TID_CONFIGS}
   * (`NL80211_TID_CONFIG_ATTR_RTSCTS_CTRL`).
   */
  rtsctsCtrl?: number;
  /**
   * Whether MSDUs are aggregated, {@linkcode NL80211_TID_CONFIGS}
   * (`NL80211_TID_CONFIG_ATTR_AMSDU_CTRL`).
   */
  amsduCtrl?: number;
  /**
   * How the rate is chosen, {@linkcode NL80211_TX_RATE_SETTINGS}
   * (`NL80211_TID_CONFIG_ATTR_TX_RATE_TYPE`).
   */
  txRateType?: number;
  /** The rates, by `NL80211_BAND_*` (`NL80211_TID_CONFIG_ATTR_TX_RATE`). */
  txRate?: Keyed<Nl80211TxRates>;
}

/** Codec of {@linkcode Nl80211TxqStats}. */
export const nl80211TxqStats: Codec<Nl80211TxqStats> = attributes(() => ({
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
export const nl80211TxqParams: Codec<Nl80211TxqParams> = attributes(() => ({
  ac: ["NL80211_TXQ_ATTR_AC", 1, u8],
  txop: ["NL80211_TXQ_ATTR_TXOP", 2, u16],
  cwMin: ["NL80211_TXQ_ATTR_CWMIN", 3, u16],
  cwMax: ["NL80211_TXQ_ATTR_CWMAX", 4, u16],
  aifs: ["NL80211_TXQ_ATTR_AIFS", 5, u8],
}));

/** Codec of {@linkcode Nl80211TidConfig}. */
export const nl80211TidConfig: Codec<Nl80211TidConfig> = attributes(() => ({
  vifSupp: ["NL80211_TID_CONFIG_ATTR_VIF_SUPP", 2, u64],
  peerSupp: ["NL80211_TID_CONFIG_ATTR_PEER_SUPP", 3, u64],
  override: ["NL80211_TID_CONFIG_ATTR_OVERRIDE", 4, flag],
  tids: ["NL80211_TID_CONFIG_ATTR_TIDS", 5, u16],
  noack: ["NL80211_TID_CONFIG_ATTR_NOACK", 6, u8],
  retryShort: ["NL80211_TID_CONFIG_ATTR_RETRY_SHORT", 7, u8],
  retryLong: ["NL80211_TID_CONFIG_ATTR_RETRY_LONG", 8, u8],
  ampduCtrl: ["NL80211_TID_CONFIG_ATTR_AMPDU_CTRL", 9, u8],
  rtsctsCtrl: ["NL80211_TID_CONFIG_ATTR_RTSCTS_CTRL", 10, u8],
  amsduCtrl: ["NL80211_TID_CONFIG_ATTR_AMSDU_CTRL", 11, u8],
  txRateType: ["NL80211_TID_CONFIG_ATTR_TX_RATE_TYPE", 12, u8],
  txRate: ["NL80211_TID_CONFIG_ATTR_TX_RATE", 13, keyed(nl80211TxRates)],
}), { pad: ["NL80211_TID_CONFIG_ATTR_PAD", 1] });
