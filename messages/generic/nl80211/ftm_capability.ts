/**
 * What devices can do to measure distances by the time of flight (FTM), of the
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
  u32,
} from "../../codec/mod.ts";

/** Preambles of frames: `NL80211_PREAMBLE_*`. */
export const NL80211_PREAMBLES = {
  /** `NL80211_PREAMBLE_LEGACY`. */
  "legacy": 0,
  /** `NL80211_PREAMBLE_HT`. */
  "ht": 1,
  /** `NL80211_PREAMBLE_VHT`. */
  "vht": 2,
  /** `NL80211_PREAMBLE_DMG`. */
  "dmg": 3,
  /** `NL80211_PREAMBLE_HE`. */
  "he": 4,
} as const;

/** Types of measurements: `NL80211_PMSR_FTM_TYPE_CAPA_ATTR_*`. */
export interface Nl80211FtmTypes extends Attributes {
  /**
   * Between stations and access points
   * (`NL80211_PMSR_FTM_TYPE_CAPA_ATTR_INFRA_SUPPORT`).
   */
  infraSupport?: true;
  /** Between peers (`NL80211_PMSR_FTM_TYPE_CAPA_ATTR_PD_SUPPORT`). */
  pdSupport?: true;
}

/** What a device can do as one of two: `NL80211_PMSR_FTM_CAPA_ATTR_*`. */
export interface Nl80211FtmRole extends Attributes {
  /** Without trigger frames (`NL80211_PMSR_FTM_CAPA_ATTR_SUPPORT_NTB`). */
  supportNtb?: true;
  /** With trigger frames (`NL80211_PMSR_FTM_CAPA_ATTR_SUPPORT_TB`). */
  supportTb?: true;
  /** By EDCA (`NL80211_PMSR_FTM_CAPA_ATTR_SUPPORT_EDCA`). */
  supportEdca?: true;
}

/** What a device can do: `NL80211_PMSR_FTM_CAPA_ATTR_*`. */
export interface Nl80211FtmCapabilities extends Attributes {
  /** Measurements begin at once (`NL80211_PMSR_FTM_CAPA_ATTR_ASAP`). */
  asap?: true;
  /** Measurements begin later (`NL80211_PMSR_FTM_CAPA_ATTR_NON_ASAP`). */
  nonAsap?: true;
  /** The position can be asked for (`NL80211_PMSR_FTM_CAPA_ATTR_REQ_LCI`). */
  reqLci?: true;
  /**
   * The postal address can be asked for
   * (`NL80211_PMSR_FTM_CAPA_ATTR_REQ_CIVICLOC`).
   */
  reqCivicloc?: true;
  /**
   * Preambles, a bit for each of {@linkcode NL80211_PREAMBLES}
   * (`NL80211_PMSR_FTM_CAPA_ATTR_PREAMBLES`).
   */
  preambles?: number;
  /**
   * Widths of channels, a bit for each `NL80211_CHAN_WIDTH_*`
   * (`NL80211_PMSR_FTM_CAPA_ATTR_BANDWIDTHS`).
   */
  bandwidths?: number;
  /**
   * Most bursts, as a power of two; any if it is missing
   * (`NL80211_PMSR_FTM_CAPA_ATTR_MAX_BURSTS_EXPONENT`).
   */
  maxBurstsExponent?: number;
  /**
   * Most measurements in a burst; any if it is missing
   * (`NL80211_PMSR_FTM_CAPA_ATTR_MAX_FTMS_PER_BURST`).
   */
  maxFtmsPerBurst?: number;
  /** With trigger frames (`NL80211_PMSR_FTM_CAPA_ATTR_TRIGGER_BASED`). */
  triggerBased?: true;
  /**
   * Without trigger frames (`NL80211_PMSR_FTM_CAPA_ATTR_NON_TRIGGER_BASED`).
   */
  nonTriggerBased?: true;
  /** At 6 GHz (`NL80211_PMSR_FTM_CAPA_ATTR_6GHZ_SUPPORT`). */
  support6ghz?: true;
  /**
   * How often a training field is repeated at most when it is sent
   * (`NL80211_PMSR_FTM_CAPA_ATTR_MAX_TX_LTF_REP`).
   */
  maxTxLtfRep?: number;
  /**
   * How often a training field is repeated at most when it is received
   * (`NL80211_PMSR_FTM_CAPA_ATTR_MAX_RX_LTF_REP`).
   */
  maxRxLtfRep?: number;
  /**
   * Most space-time streams to send, less one
   * (`NL80211_PMSR_FTM_CAPA_ATTR_MAX_TX_STS`).
   */
  maxTxSts?: number;
  /**
   * Most space-time streams to receive, less one
   * (`NL80211_PMSR_FTM_CAPA_ATTR_MAX_RX_STS`).
   */
  maxRxSts?: number;
  /**
   * Most training fields to send, repetitions times streams
   * (`NL80211_PMSR_FTM_CAPA_ATTR_MAX_TOTAL_LTF_TX`).
   */
  maxTotalLtfTx?: number;
  /**
   * Most training fields to receive, repetitions times streams
   * (`NL80211_PMSR_FTM_CAPA_ATTR_MAX_TOTAL_LTF_RX`).
   */
  maxTotalLtfRx?: number;
  /** As the responder (`NL80211_PMSR_FTM_CAPA_ATTR_RSTA_SUPPORT`). */
  rstaSupport?: true;
  /**
   * What it can do as the initiator (`NL80211_PMSR_FTM_CAPA_ATTR_ISTA_CAPS`).
   */
  istaCaps?: Nl80211FtmRole;
  /**
   * What it can do as the responder (`NL80211_PMSR_FTM_CAPA_ATTR_RSTA_CAPS`).
   */
  rstaCaps?: Nl80211FtmRole;
  /** Types of measurements (`NL80211_PMSR_FTM_CAPA_ATTR_TYPE_CAPS`). */
  typeCaps?: Nl80211FtmTypes;
  /**
   * As the initiator and the responder at a time
   * (`NL80211_PMSR_FTM_CAPA_ATTR_CONCURRENT_ISTA_RSTA_SUPPORT`).
   */
  concurrentIstaRstaSupport?: true;
  /**
   * Most antennas to send with by EDCA; 0 if unknown
   * (`NL80211_PMSR_FTM_CAPA_ATTR_MAX_NUM_TX_ANTENNAS`).
   */
  maxNumTxAntennas?: number;
  /**
   * Most antennas to receive with by EDCA; 0 if unknown
   * (`NL80211_PMSR_FTM_CAPA_ATTR_MAX_NUM_RX_ANTENNAS`).
   */
  maxNumRxAntennas?: number;
  /**
   * Least milliseconds between measurements by EDCA; 0 if unknown
   * (`NL80211_PMSR_FTM_CAPA_ATTR_MIN_INTERVAL_EDCA`).
   */
  minIntervalEdca?: number;
  /**
   * Least milliseconds between measurements without trigger frames; 0 if
   * unknown (`NL80211_PMSR_FTM_CAPA_ATTR_MIN_INTERVAL_NTB`).
   */
  minIntervalNtb?: number;
  /**
   * Preambles between peers, a bit for each of {@linkcode NL80211_PREAMBLES}
   * (`NL80211_PMSR_FTM_CAPA_ATTR_PD_PREAMBLES`).
   */
  pdPreambles?: number;
  /**
   * Widths of channels between peers, a bit for each `NL80211_CHAN_WIDTH_*`
   * (`NL80211_PMSR_FTM_CAPA_ATTR_PD_BANDWIDTHS`).
   */
  pdBandwidths?: number;
}

/** Codec of {@linkcode Nl80211FtmTypes}. */
export const nl80211FtmTypes: Codec<Nl80211FtmTypes> = attributes(() => ({
  infraSupport: ["NL80211_PMSR_FTM_TYPE_CAPA_ATTR_INFRA_SUPPORT", 1, flag],
  pdSupport: ["NL80211_PMSR_FTM_TYPE_CAPA_ATTR_PD_SUPPORT", 2, flag],
}));

/** Codec of {@linkcode Nl80211FtmRole}. */
export const nl80211FtmRole: Codec<Nl80211FtmRole> = attributes(
  () => ({
    supportNtb: ["NL80211_PMSR_FTM_CAPA_ATTR_SUPPORT_NTB", 21, flag],
    supportTb: ["NL80211_PMSR_FTM_CAPA_ATTR_SUPPORT_TB", 22, flag],
    supportEdca: ["NL80211_PMSR_FTM_CAPA_ATTR_SUPPORT_EDCA", 23, flag],
  }),
);

/** Codec of {@linkcode Nl80211FtmCapabilities}. */
export const nl80211FtmCapabilities: Codec<Nl80211FtmCapabilities> = attributes(
  () => ({
    asap: ["NL80211_PMSR_FTM_CAPA_ATTR_ASAP", 1, flag],
    nonAsap: ["NL80211_PMSR_FTM_CAPA_ATTR_NON_ASAP", 2, flag],
    reqLci: ["NL80211_PMSR_FTM_CAPA_ATTR_REQ_LCI", 3, flag],
    reqCivicloc: ["NL80211_PMSR_FTM_CAPA_ATTR_REQ_CIVICLOC", 4, flag],
    preambles: ["NL80211_PMSR_FTM_CAPA_ATTR_PREAMBLES", 5, u32],
    bandwidths: ["NL80211_PMSR_FTM_CAPA_ATTR_BANDWIDTHS", 6, u32],
    maxBurstsExponent: [
      "NL80211_PMSR_FTM_CAPA_ATTR_MAX_BURSTS_EXPONENT",
      7,
      u32,
    ],
    maxFtmsPerBurst: ["NL80211_PMSR_FTM_CAPA_ATTR_MAX_FTMS_PER_BURST", 8, u32],
    triggerBased: ["NL80211_PMSR_FTM_CAPA_ATTR_TRIGGER_BASED", 9, flag],
    nonTriggerBased: ["NL80211_PMSR_FTM_CAPA_ATTR_NON_TRIGGER_BASED", 10, flag],
    support6ghz: ["NL80211_PMSR_FTM_CAPA_ATTR_6GHZ_SUPPORT", 11, flag],
    maxTxLtfRep: ["NL80211_PMSR_FTM_CAPA_ATTR_MAX_TX_LTF_REP", 12, u32],
    maxRxLtfRep: ["NL80211_PMSR_FTM_CAPA_ATTR_MAX_RX_LTF_REP", 13, u32],
    maxTxSts: ["NL80211_PMSR_FTM_CAPA_ATTR_MAX_TX_STS", 14, u32],
    maxRxSts: ["NL80211_PMSR_FTM_CAPA_ATTR_MAX_RX_STS", 15, u32],
    maxTotalLtfTx: ["NL80211_PMSR_FTM_CAPA_ATTR_MAX_TOTAL_LTF_TX", 16, u32],
    maxTotalLtfRx: ["NL80211_PMSR_FTM_CAPA_ATTR_MAX_TOTAL_LTF_RX", 17, u32],
    rstaSupport: ["NL80211_PMSR_FTM_CAPA_ATTR_RSTA_SUPPORT", 18, flag],
    istaCaps: ["NL80211_PMSR_FTM_CAPA_ATTR_ISTA_CAPS", 19, nl80211FtmRole],
    rstaCaps: ["NL80211_PMSR_FTM_CAPA_ATTR_RSTA_CAPS", 20, nl80211FtmRole],
    typeCaps: ["NL80211_PMSR_FTM_CAPA_ATTR_TYPE_CAPS", 24, nl80211FtmTypes],
    concurrentIstaRstaSupport: [
      "NL80211_PMSR_FTM_CAPA_ATTR_CONCURRENT_ISTA_RSTA_SUPPORT",
      25,
      flag,
    ],
    maxNumTxAntennas: [
      "NL80211_PMSR_FTM_CAPA_ATTR_MAX_NUM_TX_ANTENNAS",
      26,
      u32,
    ],
    maxNumRxAntennas: [
      "NL80211_PMSR_FTM_CAPA_ATTR_MAX_NUM_RX_ANTENNAS",
      27,
      u32,
    ],
    minIntervalEdca: ["NL80211_PMSR_FTM_CAPA_ATTR_MIN_INTERVAL_EDCA", 28, u32],
    minIntervalNtb: ["NL80211_PMSR_FTM_CAPA_ATTR_MIN_INTERVAL_NTB", 29, u32],
    pdPreambles: ["NL80211_PMSR_FTM_CAPA_ATTR_PD_PREAMBLES", 30, u32],
    pdBandwidths: ["NL80211_PMSR_FTM_CAPA_ATTR_PD_BANDWIDTHS", 31, u32],
  }),
);
