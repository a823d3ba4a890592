/**
 * Measurements of distances by the time of flight (FTM), of the family
 * `nl80211`.
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
  s32,
  s64,
  u16,
  u32,
  u64,
  u8,
} from "../../codec/mod.ts";
import { type Nl80211Rate, nl80211Rate } from "./rate.ts";

/** Why a measurement has failed: `NL80211_PMSR_FTM_FAILURE_*`. */
export const NL80211_FTM_FAILURES = {
  /** `NL80211_PMSR_FTM_FAILURE_UNSPECIFIED`. */
  "unspecified": 0,
  /** `NL80211_PMSR_FTM_FAILURE_NO_RESPONSE`. */
  "no-response": 1,
  /** `NL80211_PMSR_FTM_FAILURE_REJECTED`. */
  "rejected": 2,
  /** `NL80211_PMSR_FTM_FAILURE_WRONG_CHANNEL`. */
  "wrong-channel": 3,
  /** `NL80211_PMSR_FTM_FAILURE_PEER_NOT_CAPABLE`. */
  "peer-not-capable": 4,
  /** `NL80211_PMSR_FTM_FAILURE_INVALID_TIMESTAMP`. */
  "invalid-timestamp": 5,
  /** `NL80211_PMSR_FTM_FAILURE_PEER_BUSY`. */
  "peer-busy": 6,
  /** `NL80211_PMSR_FTM_FAILURE_BAD_CHANGED_PARAMS`. */
  "bad-changed-params": 7,
} as const;

/** How a distance is to be measured: `NL80211_PMSR_FTM_REQ_ATTR_*`. */
export interface Nl80211FtmRequest extends Attributes {
  /** It begins at once (`NL80211_PMSR_FTM_REQ_ATTR_ASAP`). */
  asap?: true;
  /**
   * Preamble, {@linkcode NL80211_PREAMBLES}
   * (`NL80211_PMSR_FTM_REQ_ATTR_PREAMBLE`).
   */
  preamble?: number;
  /**
   * Bursts, as a power of two; 15 for any
   * (`NL80211_PMSR_FTM_REQ_ATTR_NUM_BURSTS_EXP`).
   */
  numBurstsExp?: number;
  /**
   * Time between bursts, in units of 100 ms
   * (`NL80211_PMSR_FTM_REQ_ATTR_BURST_PERIOD`).
   */
  burstPeriod?: number;
  /**
   * Length of a burst as 802.11 writes it, 15 for any; in milliseconds where
   * EDCA is not used (`NL80211_PMSR_FTM_REQ_ATTR_BURST_DURATION`).
   */
  burstDuration?: number;
  /**
   * Measurements in a burst; 0 for any
   * (`NL80211_PMSR_FTM_REQ_ATTR_FTMS_PER_BURST`).
   */
  ftmsPerBurst?: number;
  /**
   * How often a request is sent again
   * (`NL80211_PMSR_FTM_REQ_ATTR_NUM_FTMR_RETRIES`).
   */
  numFtmrRetries?: number;
  /** The position is asked for (`NL80211_PMSR_FTM_REQ_ATTR_REQUEST_LCI`). */
  requestLci?: true;
  /**
   * The postal address is asked for
   * (`NL80211_PMSR_FTM_REQ_ATTR_REQUEST_CIVICLOC`).
   */
  requestCivicloc?: true;
  /** With trigger frames (`NL80211_PMSR_FTM_REQ_ATTR_TRIGGER_BASED`). */
  triggerBased?: true;
  /** Without trigger frames (`NL80211_PMSR_FTM_REQ_ATTR_NON_TRIGGER_BASED`). */
  nonTriggerBased?: true;
  /**
   * The result is reported to the other end, too
   * (`NL80211_PMSR_FTM_REQ_ATTR_LMR_FEEDBACK`).
   */
  lmrFeedback?: true;
  /** Color of the responder (`NL80211_PMSR_FTM_REQ_ATTR_BSS_COLOR`). */
  bssColor?: number;
  /** As the responder (`NL80211_PMSR_FTM_REQ_ATTR_RSTA`). */
  rsta?: true;
  /**
   * Least time between measurements, in units of 100 microseconds
   * (`NL80211_PMSR_FTM_REQ_ATTR_MIN_TIME_BETWEEN_MEASUREMENTS`).
   */
  minTimeBetweenMeasurements?: number;
  /**
   * Greatest time between measurements, in units of 10 ms
   * (`NL80211_PMSR_FTM_REQ_ATTR_MAX_TIME_BETWEEN_MEASUREMENTS`).
   */
  maxTimeBetweenMeasurements?: number;
  /**
   * Milliseconds between availability windows
   * (`NL80211_PMSR_FTM_REQ_ATTR_NOMINAL_TIME`).
   */
  nominalTime?: number;
  /**
   * Milliseconds of an availability window
   * (`NL80211_PMSR_FTM_REQ_ATTR_AW_DURATION`).
   */
  awDuration?: number;
  /** Availability windows (`NL80211_PMSR_FTM_REQ_ATTR_NUM_MEASUREMENTS`). */
  numMeasurements?: number;
  /**
   * A result is reported if it becomes less than so many millimeters
   * (`NL80211_PMSR_FTM_REQ_ATTR_INGRESS`).
   */
  ingress?: bigint;
  /**
   * A result is reported if it becomes more than so many millimeters
   * (`NL80211_PMSR_FTM_REQ_ATTR_EGRESS`).
   */
  egress?: bigint;
  /**
   * Results of measurements between peers are not reported
   * (`NL80211_PMSR_FTM_REQ_ATTR_PD_SUPPRESS_RESULTS`).
   */
  pdSuppressResults?: true;
}

/** A distance that was measured: `NL80211_PMSR_FTM_RESP_ATTR_*`. */
export interface Nl80211FtmResult extends Attributes {
  /**
   * Why it has failed, {@linkcode NL80211_FTM_FAILURES}
   * (`NL80211_PMSR_FTM_RESP_ATTR_FAIL_REASON`).
   */
  failReason?: number;
  /**
   * Index of the burst, where each is reported
   * (`NL80211_PMSR_FTM_RESP_ATTR_BURST_INDEX`).
   */
  burstIndex?: number;
  /**
   * Requests that were sent (`NL80211_PMSR_FTM_RESP_ATTR_NUM_FTMR_ATTEMPTS`).
   */
  numFtmrAttempts?: number;
  /**
   * Requests that were acknowledged
   * (`NL80211_PMSR_FTM_RESP_ATTR_NUM_FTMR_SUCCESSES`).
   */
  numFtmrSuccesses?: number;
  /**
   * Seconds to wait, as the peer is busy
   * (`NL80211_PMSR_FTM_RESP_ATTR_BUSY_RETRY_TIME`).
   */
  busyRetryTime?: number;
  /**
   * Bursts, as a power of two (`NL80211_PMSR_FTM_RESP_ATTR_NUM_BURSTS_EXP`).
   */
  numBurstsExp?: number;
  /**
   * Length of a burst, as in requests
   * (`NL80211_PMSR_FTM_RESP_ATTR_BURST_DURATION`).
   */
  burstDuration?: number;
  /** Measurements in a burst (`NL80211_PMSR_FTM_RESP_ATTR_FTMS_PER_BURST`). */
  ftmsPerBurst?: number;
  /** Strength in units of 0.5 dBm (`NL80211_PMSR_FTM_RESP_ATTR_RSSI_AVG`). */
  rssiAvg?: number;
  /**
   * How much it differs, in units of 0.5 dBm
   * (`NL80211_PMSR_FTM_RESP_ATTR_RSSI_SPREAD`).
   */
  rssiSpread?: number;
  /** Rate of frames that were sent (`NL80211_PMSR_FTM_RESP_ATTR_TX_RATE`). */
  txRate?: Nl80211Rate;
  /**
   * Rate of frames that were received (`NL80211_PMSR_FTM_RESP_ATTR_RX_RATE`).
   */
  rxRate?: Nl80211Rate;
  /** Round-trip time in picoseconds (`NL80211_PMSR_FTM_RESP_ATTR_RTT_AVG`). */
  rttAvg?: bigint;
  /**
   * Its variance, in square picoseconds
   * (`NL80211_PMSR_FTM_RESP_ATTR_RTT_VARIANCE`).
   */
  rttVariance?: bigint;
  /**
   * How much it differs, in picoseconds
   * (`NL80211_PMSR_FTM_RESP_ATTR_RTT_SPREAD`).
   */
  rttSpread?: bigint;
  /** Distance in millimeters (`NL80211_PMSR_FTM_RESP_ATTR_DIST_AVG`). */
  distAvg?: bigint;
  /**
   * Its variance, in square millimeters
   * (`NL80211_PMSR_FTM_RESP_ATTR_DIST_VARIANCE`).
   */
  distVariance?: bigint;
  /**
   * How much it differs, in millimeters
   * (`NL80211_PMSR_FTM_RESP_ATTR_DIST_SPREAD`).
   */
  distSpread?: bigint;
  /**
   * Position, as the element of a measurement report has it
   * (`NL80211_PMSR_FTM_RESP_ATTR_LCI`).
   */
  lci?: Uint8Array;
  /**
   * Postal address, as the element of a measurement report has it
   * (`NL80211_PMSR_FTM_RESP_ATTR_CIVICLOC`).
   */
  civicloc?: Uint8Array;
  /**
   * Time between bursts, in units of 100 ms
   * (`NL80211_PMSR_FTM_RESP_ATTR_BURST_PERIOD`).
   */
  burstPeriod?: number;
  /**
   * How often training fields were repeated when they were sent
   * (`NL80211_PMSR_FTM_RESP_ATTR_TX_LTF_REPETITION_COUNT`).
   */
  txLtfRepetitionCount?: number;
  /**
   * How often training fields were repeated when they were received
   * (`NL80211_PMSR_FTM_RESP_ATTR_RX_LTF_REPETITION_COUNT`).
   */
  rxLtfRepetitionCount?: number;
  /**
   * Greatest time between measurements, in units of 10 ms
   * (`NL80211_PMSR_FTM_RESP_ATTR_MAX_TIME_BETWEEN_MEASUREMENTS`).
   */
  maxTimeBetweenMeasurements?: number;
  /**
   * Least time between measurements, in units of 100 microseconds
   * (`NL80211_PMSR_FTM_RESP_ATTR_MIN_TIME_BETWEEN_MEASUREMENTS`).
   */
  minTimeBetweenMeasurements?: number;
  /**
   * Space-time streams that were sent
   * (`NL80211_PMSR_FTM_RESP_ATTR_NUM_TX_SPATIAL_STREAMS`).
   */
  numTxSpatialStreams?: number;
  /**
   * Space-time streams that were received
   * (`NL80211_PMSR_FTM_RESP_ATTR_NUM_RX_SPATIAL_STREAMS`).
   */
  numRxSpatialStreams?: number;
  /**
   * Milliseconds between availability windows
   * (`NL80211_PMSR_FTM_RESP_ATTR_NOMINAL_TIME`).
   */
  nominalTime?: number;
  /**
   * Milliseconds of an availability window
   * (`NL80211_PMSR_FTM_RESP_ATTR_AVAILABILITY_WINDOW`).
   */
  availabilityWindow?: number;
  /**
   * Width of the channel, `NL80211_CHAN_WIDTH_*`
   * (`NL80211_PMSR_FTM_RESP_ATTR_CHANNEL_WIDTH`).
   */
  channelWidth?: number;
  /**
   * Preamble, {@linkcode NL80211_PREAMBLES}
   * (`NL80211_PMSR_FTM_RESP_ATTR_PREAMBLE`).
   */
  preamble?: number;
  /**
   * It is the result of an earlier measurement
   * (`NL80211_PMSR_FTM_RESP_ATTR_IS_DELAYED_LMR`).
   */
  isDelayedLmr?: true;
}

/** Codec of {@linkcode Nl80211FtmRequest}. */
export const nl80211FtmRequest: Codec<Nl80211FtmRequest> = attributes(() => ({
  asap: ["NL80211_PMSR_FTM_REQ_ATTR_ASAP", 1, flag],
  preamble: ["NL80211_PMSR_FTM_REQ_ATTR_PREAMBLE", 2, u32],
  numBurstsExp: ["NL80211_PMSR_FTM_REQ_ATTR_NUM_BURSTS_EXP", 3, u8],
  burstPeriod: ["NL80211_PMSR_FTM_REQ_ATTR_BURST_PERIOD", 4, u16],
  burstDuration: ["NL80211_PMSR_FTM_REQ_ATTR_BURST_DURATION", 5, u8],
  ftmsPerBurst: ["NL80211_PMSR_FTM_REQ_ATTR_FTMS_PER_BURST", 6, u8],
  numFtmrRetries: ["NL80211_PMSR_FTM_REQ_ATTR_NUM_FTMR_RETRIES", 7, u8],
  requestLci: ["NL80211_PMSR_FTM_REQ_ATTR_REQUEST_LCI", 8, flag],
  requestCivicloc: ["NL80211_PMSR_FTM_REQ_ATTR_REQUEST_CIVICLOC", 9, flag],
  triggerBased: ["NL80211_PMSR_FTM_REQ_ATTR_TRIGGER_BASED", 10, flag],
  nonTriggerBased: ["NL80211_PMSR_FTM_REQ_ATTR_NON_TRIGGER_BASED", 11, flag],
  lmrFeedback: ["NL80211_PMSR_FTM_REQ_ATTR_LMR_FEEDBACK", 12, flag],
  bssColor: ["NL80211_PMSR_FTM_REQ_ATTR_BSS_COLOR", 13, u8],
  rsta: ["NL80211_PMSR_FTM_REQ_ATTR_RSTA", 14, flag],
  minTimeBetweenMeasurements: [
    "NL80211_PMSR_FTM_REQ_ATTR_MIN_TIME_BETWEEN_MEASUREMENTS",
    15,
    u32,
  ],
  maxTimeBetweenMeasurements: [
    "NL80211_PMSR_FTM_REQ_ATTR_MAX_TIME_BETWEEN_MEASUREMENTS",
    16,
    u32,
  ],
  nominalTime: ["NL80211_PMSR_FTM_REQ_ATTR_NOMINAL_TIME", 17, u32],
  awDuration: ["NL80211_PMSR_FTM_REQ_ATTR_AW_DURATION", 18, u32],
  numMeasurements: ["NL80211_PMSR_FTM_REQ_ATTR_NUM_MEASUREMENTS", 19, u32],
  ingress: ["NL80211_PMSR_FTM_REQ_ATTR_INGRESS", 21, u64],
  egress: ["NL80211_PMSR_FTM_REQ_ATTR_EGRESS", 22, u64],
  pdSuppressResults: [
    "NL80211_PMSR_FTM_REQ_ATTR_PD_SUPPRESS_RESULTS",
    23,
    flag,
  ],
}), { pad: ["NL80211_PMSR_FTM_REQ_ATTR_PAD", 20] });

/** Codec of {@linkcode Nl80211FtmResult}. */
export const nl80211FtmResult: Codec<Nl80211FtmResult> = attributes(() => ({
  failReason: ["NL80211_PMSR_FTM_RESP_ATTR_FAIL_REASON", 1, u32],
  burstIndex: ["NL80211_PMSR_FTM_RESP_ATTR_BURST_INDEX", 2, u32],
  numFtmrAttempts: ["NL80211_PMSR_FTM_RESP_ATTR_NUM_FTMR_ATTEMPTS", 3, u32],
  numFtmrSuccesses: ["NL80211_PMSR_FTM_RESP_ATTR_NUM_FTMR_SUCCESSES", 4, u32],
  busyRetryTime: ["NL80211_PMSR_FTM_RESP_ATTR_BUSY_RETRY_TIME", 5, u32],
  numBurstsExp: ["NL80211_PMSR_FTM_RESP_ATTR_NUM_BURSTS_EXP", 6, u8],
  burstDuration: ["NL80211_PMSR_FTM_RESP_ATTR_BURST_DURATION", 7, u8],
  ftmsPerBurst: ["NL80211_PMSR_FTM_RESP_ATTR_FTMS_PER_BURST", 8, u8],
  rssiAvg: ["NL80211_PMSR_FTM_RESP_ATTR_RSSI_AVG", 9, s32],
  rssiSpread: ["NL80211_PMSR_FTM_RESP_ATTR_RSSI_SPREAD", 10, s32],
  txRate: ["NL80211_PMSR_FTM_RESP_ATTR_TX_RATE", 11, nl80211Rate],
  rxRate: ["NL80211_PMSR_FTM_RESP_ATTR_RX_RATE", 12, nl80211Rate],
  rttAvg: ["NL80211_PMSR_FTM_RESP_ATTR_RTT_AVG", 13, s64],
  rttVariance: ["NL80211_PMSR_FTM_RESP_ATTR_RTT_VARIANCE", 14, u64],
  rttSpread: ["NL80211_PMSR_FTM_RESP_ATTR_RTT_SPREAD", 15, u64],
  distAvg: ["NL80211_PMSR_FTM_RESP_ATTR_DIST_AVG", 16, s64],
  distVariance: ["NL80211_PMSR_FTM_RESP_ATTR_DIST_VARIANCE", 17, u64],
  distSpread: ["NL80211_PMSR_FTM_RESP_ATTR_DIST_SPREAD", 18, u64],
  lci: ["NL80211_PMSR_FTM_RESP_ATTR_LCI", 19, bytes],
  civicloc: ["NL80211_PMSR_FTM_RESP_ATTR_CIVICLOC", 20, bytes],
  burstPeriod: ["NL80211_PMSR_FTM_RESP_ATTR_BURST_PERIOD", 22, u16],
  txLtfRepetitionCount: [
    "NL80211_PMSR_FTM_RESP_ATTR_TX_LTF_REPETITION_COUNT",
    23,
    u32,
  ],
  rxLtfRepetitionCount: [
    "NL80211_PMSR_FTM_RESP_ATTR_RX_LTF_REPETITION_COUNT",
    24,
    u32,
  ],
  maxTimeBetweenMeasurements: [
    "NL80211_PMSR_FTM_RESP_ATTR_MAX_TIME_BETWEEN_MEASUREMENTS",
    25,
    u32,
  ],
  minTimeBetweenMeasurements: [
    "NL80211_PMSR_FTM_RESP_ATTR_MIN_TIME_BETWEEN_MEASUREMENTS",
    26,
    u32,
  ],
  numTxSpatialStreams: [
    "NL80211_PMSR_FTM_RESP_ATTR_NUM_TX_SPATIAL_STREAMS",
    27,
    u32,
  ],
  numRxSpatialStreams: [
    "NL80211_PMSR_FTM_RESP_ATTR_NUM_RX_SPATIAL_STREAMS",
    28,
    u32,
  ],
  nominalTime: ["NL80211_PMSR_FTM_RESP_ATTR_NOMINAL_TIME", 29, u32],
  availabilityWindow: [
    "NL80211_PMSR_FTM_RESP_ATTR_AVAILABILITY_WINDOW",
    30,
    u32,
  ],
  channelWidth: ["NL80211_PMSR_FTM_RESP_ATTR_CHANNEL_WIDTH", 31, u32],
  preamble: ["NL80211_PMSR_FTM_RESP_ATTR_PREAMBLE", 32, u32],
  isDelayedLmr: ["NL80211_PMSR_FTM_RESP_ATTR_IS_DELAYED_LMR", 33, flag],
}), { pad: ["NL80211_PMSR_FTM_RESP_ATTR_PAD", 21] });
