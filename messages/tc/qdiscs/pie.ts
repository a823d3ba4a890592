/**
 * Proportional integral controller enhanced: `TCA_PIE_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/pkt_sched.h | linux/pkt_sched.h}
 * @see {@link https://man7.org/linux/man-pages/man8/tc-pie.8.html | tc-pie(8)}
 * @see {@link https://www.rfc-editor.org/rfc/rfc8033 | RFC 8033}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  struct,
  u32,
  u64,
} from "../../codec/mod.ts";

/** `TCA_OPTIONS` of PIE (`TCA_PIE_*`). */
export interface PieData extends Attributes {
  /** Acceptable delay in microseconds (`TCA_PIE_TARGET`). */
  target?: number;
  /** Packets that may wait (`TCA_PIE_LIMIT`). */
  limit?: number;
  /** How often the probability changes, in microseconds (`TCA_PIE_TUPDATE`). */
  updateInterval?: number;
  /** Weight of the delay, 0 to 32 (`TCA_PIE_ALPHA`). */
  alpha?: number;
  /** Weight of its change, 0 to 32 (`TCA_PIE_BETA`). */
  beta?: number;
  /** Whether packets are marked instead of dropped (`TCA_PIE_ECN`). */
  ecn?: number;
  /** Whether larger packets are dropped more often (`TCA_PIE_BYTEMODE`). */
  byteMode?: number;
  /**
   * Whether the delay is estimated by the rate (`TCA_PIE_DQ_RATE_ESTIMATOR`).
   */
  rateEstimator?: number;
}

/** Codec of {@linkcode PieData}. */
export const pieData: Codec<PieData> = attributes({
  target: ["TCA_PIE_TARGET", 1, u32],
  limit: ["TCA_PIE_LIMIT", 2, u32],
  updateInterval: ["TCA_PIE_TUPDATE", 3, u32],
  alpha: ["TCA_PIE_ALPHA", 4, u32],
  beta: ["TCA_PIE_BETA", 5, u32],
  ecn: ["TCA_PIE_ECN", 6, u32],
  byteMode: ["TCA_PIE_BYTEMODE", 7, u32],
  rateEstimator: ["TCA_PIE_DQ_RATE_ESTIMATOR", 8, u32],
}, { nestedFlag: false });

/** Counters of PIE (`struct tc_pie_xstats`). */
export interface PieStats {
  /** Probability of a drop, in units of 1/2⁵⁶ (`prob`). */
  probability: bigint;
  /** Delay in microseconds (`delay`). */
  delay: number;
  /** Mean rate, while it is estimated (`avg_dq_rate`). */
  averageRate: number;
  /** Whether it is (`dq_rate_estimating`). */
  rateEstimating: number;
  /** Packets that came (`packets_in`). */
  packetsIn: number;
  /** Dropped by chance (`dropped`). */
  dropped: number;
  /** Dropped at the limit (`overlimit`). */
  overlimit: number;
  /** The most packets that waited (`maxq`). */
  maximumQueue: number;
  /** Marked (`ecn_mark`). */
  ecnMarked: number;
}

/** Codec of {@linkcode PieStats}. */
export const pieStats: Codec<PieStats> = struct({
  probability: u64,
  delay: u32,
  averageRate: u32,
  rateEstimating: u32,
  packetsIn: u32,
  dropped: u32,
  overlimit: u32,
  maximumQueue: u32,
  ecnMarked: u32,
});
