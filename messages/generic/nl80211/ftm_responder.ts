/**
 * What answers measurements of distances (FTM), of the family `nl80211`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/nl80211.h | linux/nl80211.h}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  bytes,
  type Codec,
  flag,
  u32,
  u64,
} from "../../codec/mod.ts";

/** What an access point answers: `NL80211_FTM_RESP_ATTR_*`. */
export interface Nl80211FtmResponder extends Attributes {
  /** It answers (`NL80211_FTM_RESP_ATTR_ENABLED`). */
  enabled?: true;
  /**
   * Position, as the element of a measurement report has it
   * (`NL80211_FTM_RESP_ATTR_LCI`).
   */
  lci?: Uint8Array;
  /**
   * Postal address, as the element of a measurement report has it
   * (`NL80211_FTM_RESP_ATTR_CIVICLOC`).
   */
  civicloc?: Uint8Array;
}

/** Counters of that: `NL80211_FTM_STATS_*`. */
export interface Nl80211FtmResponderStats extends Attributes {
  /**
   * Sessions in which all frames were answered
   * (`NL80211_FTM_STATS_SUCCESS_NUM`).
   */
  successNum?: number;
  /**
   * Sessions in which part of the frames were answered
   * (`NL80211_FTM_STATS_PARTIAL_NUM`).
   */
  partialNum?: number;
  /** Sessions that failed (`NL80211_FTM_STATS_FAILED_NUM`). */
  failedNum?: number;
  /** Sessions that began at once (`NL80211_FTM_STATS_ASAP_NUM`). */
  asapNum?: number;
  /** Sessions that began later (`NL80211_FTM_STATS_NON_ASAP_NUM`). */
  nonAsapNum?: number;
  /** Milliseconds of all sessions (`NL80211_FTM_STATS_TOTAL_DURATION_MSEC`). */
  totalDurationMsec?: bigint;
  /** Triggers without a session (`NL80211_FTM_STATS_UNKNOWN_TRIGGERS_NUM`). */
  unknownTriggersNum?: number;
  /**
   * Requests for another time (`NL80211_FTM_STATS_RESCHEDULE_REQUESTS_NUM`).
   */
  rescheduleRequestsNum?: number;
  /**
   * Triggers at a wrong time (`NL80211_FTM_STATS_OUT_OF_WINDOW_TRIGGERS_NUM`).
   */
  outOfWindowTriggersNum?: number;
}

/** Codec of {@linkcode Nl80211FtmResponder}. */
export const nl80211FtmResponder: Codec<Nl80211FtmResponder> = attributes<
  Nl80211FtmResponder
>(() => ({
  enabled: ["NL80211_FTM_RESP_ATTR_ENABLED", 1, flag],
  lci: ["NL80211_FTM_RESP_ATTR_LCI", 2, bytes],
  civicloc: ["NL80211_FTM_RESP_ATTR_CIVICLOC", 3, bytes],
}));

/** Codec of {@linkcode Nl80211FtmResponderStats}. */
export const nl80211FtmResponderStats: Codec<Nl80211FtmResponderStats> =
  attributes<Nl80211FtmResponderStats>(() => ({
    successNum: ["NL80211_FTM_STATS_SUCCESS_NUM", 1, u32],
    partialNum: ["NL80211_FTM_STATS_PARTIAL_NUM", 2, u32],
    failedNum: ["NL80211_FTM_STATS_FAILED_NUM", 3, u32],
    asapNum: ["NL80211_FTM_STATS_ASAP_NUM", 4, u32],
    nonAsapNum: ["NL80211_FTM_STATS_NON_ASAP_NUM", 5, u32],
    totalDurationMsec: ["NL80211_FTM_STATS_TOTAL_DURATION_MSEC", 6, u64],
    unknownTriggersNum: ["NL80211_FTM_STATS_UNKNOWN_TRIGGERS_NUM", 7, u32],
    rescheduleRequestsNum: [
      "NL80211_FTM_STATS_RESCHEDULE_REQUESTS_NUM",
      8,
      u32,
    ],
    outOfWindowTriggersNum: [
      "NL80211_FTM_STATS_OUT_OF_WINDOW_TRIGGERS_NUM",
      9,
      u32,
    ],
  }), { pad: ["NL80211_FTM_STATS_PAD", 10] });
