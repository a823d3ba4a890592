/**
 * Stochastic fairness queueing: `struct tc_sfq_qopt_v1`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/pkt_sched.h | linux/pkt_sched.h}
 * @see {@link https://man7.org/linux/man-pages/man8/tc-sfq.8.html | tc-sfq(8)}
 *
 * @module
 */

import { type Codec, s32, struct, u32, u8 } from "../../codec/mod.ts";

/** `TCA_OPTIONS` of stochastic fairness queueing (`struct tc_sfq_qopt_v1`). */
export interface SfqData {
  /** Bytes of a flow in a turn (`quantum`). */
  quantum: number;
  /**
   * Seconds until flows are hashed in another way; 0 for never
   * (`perturb_period`).
   */
  perturbPeriod: number;
  /** Packets that may wait (`limit`). */
  limit: number;
  /** Size of the hash table (`divisor`). */
  divisor: number;
  /** Flows that there can be (`flows`). */
  flows: number;
  /** Packets of a flow that may wait (`depth`). */
  depth?: number;
  /** Whether the oldest packet is dropped (`headdrop`). */
  headDrop?: number;
  /** Bytes of a flow that may wait (`limit`). */
  redLimit?: number;
  /** Mean length from which packets are dropped, in bytes (`qth_min`). */
  minimum?: number;
  /** Mean length from which all are dropped, in bytes (`qth_max`). */
  maximum?: number;
  /** Weight of the mean, as a power of two (`Wlog`). */
  weightLog?: number;
  /** Slope of the probability, as a power of two (`Plog`). */
  probabilityLog?: number;
  /** Unit of idle time, as a power of two (`Scell_log`). */
  cellLog?: number;
  /** `TC_RED_*` (`flags`). */
  flags?: number;
  /** Probability at the maximum, in units of 1/2³² (`max_P`). */
  maximumProbability?: number;
  /** Dropped below the maximum; only reported (`stats.prob_drop`). */
  earlyDrops?: number;
  /** Dropped above the maximum (`stats.forced_drop`). */
  forcedDrops?: number;
  /** Marked below the maximum (`stats.prob_mark`). */
  earlyMarks?: number;
  /** Marked above the maximum (`stats.forced_mark`). */
  forcedMarks?: number;
  /** Marked below the maximum, at the head (`stats.prob_mark_head`). */
  earlyHeadMarks?: number;
  /** Marked above the maximum, at the head (`stats.forced_mark_head`). */
  forcedHeadMarks?: number;
}

/** Codec of {@linkcode SfqData}. */
export const sfqData: Codec<SfqData> = struct({
  quantum: u32,
  perturbPeriod: s32,
  limit: u32,
  divisor: u32,
  flows: u32,
  depth: u32,
  headDrop: u32,
  redLimit: u32,
  minimum: u32,
  maximum: u32,
  weightLog: u8,
  probabilityLog: u8,
  cellLog: u8,
  flags: u8,
  maximumProbability: u32,
  earlyDrops: u32,
  forcedDrops: u32,
  earlyMarks: u32,
  forcedMarks: u32,
  earlyHeadMarks: u32,
  forcedHeadMarks: u32,
}, { optionalFrom: "depth" });

/** Counters of a flow (`struct tc_sfq_xstats`). */
export interface SfqClassStats {
  /** Bytes that it may send in this turn (`allot`). */
  allot: number;
}

/** Codec of {@linkcode SfqClassStats}. */
export const sfqClassStats: Codec<SfqClassStats> = struct({
  allot: s32,
});
