/**
 * Dual queue with a coupled controller: `TCA_DUALPI2_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/pkt_sched.h | linux/pkt_sched.h}
 * @see {@link https://www.rfc-editor.org/rfc/rfc9332 | RFC 9332}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  s32,
  struct,
  u32,
  u8,
} from "../../codec/mod.ts";

/** `TCA_OPTIONS` of the dual queue (`TCA_DUALPI2_*`). */
export interface Dualpi2Data extends Attributes {
  /** Packets that may wait (`TCA_DUALPI2_LIMIT`). */
  limit?: number;
  /** Bytes of memory that packets may take (`TCA_DUALPI2_MEMORY_LIMIT`). */
  memoryLimit?: number;
  /** Acceptable delay in microseconds (`TCA_DUALPI2_TARGET`). */
  target?: number;
  /**
   * How often the probability changes, in microseconds (`TCA_DUALPI2_TUPDATE`).
   */
  updateInterval?: number;
  /** Weight of the delay, in units of 1/256 Hz (`TCA_DUALPI2_ALPHA`). */
  alpha?: number;
  /** Weight of its change, in units of 1/256 Hz (`TCA_DUALPI2_BETA`). */
  beta?: number;
  /**
   * Packets from which all of the low latency queue are marked
   * (`TCA_DUALPI2_STEP_THRESH_PKTS`).
   */
  stepPackets?: number;
  /**
   * Delay in microseconds from which they are (`TCA_DUALPI2_STEP_THRESH_US`).
   */
  stepTime?: number;
  /** Packets below which they are not (`TCA_DUALPI2_MIN_QLEN_STEP`). */
  minimumStepQueue?: number;
  /**
   * What the square root of the one probability is multiplied with for the
   * other (`TCA_DUALPI2_COUPLING`).
   */
  coupling?: number;
  /**
   * Whether packets are dropped when there are too many,
   * `TC_DUALPI2_DROP_OVERLOAD_*` (`TCA_DUALPI2_DROP_OVERLOAD`).
   */
  dropOverload?: number;
  /**
   * Whether packets are dropped when they come, `TC_DUALPI2_DROP_EARLY_*`
   * (`TCA_DUALPI2_DROP_EARLY`).
   */
  dropEarly?: number;
  /**
   * Percentage of turns that the classic queue has
   * (`TCA_DUALPI2_C_PROTECTION`).
   */
  classicProtection?: number;
  /**
   * ECN bits of packets for the low latency queue, `TC_DUALPI2_ECN_MASK_*`
   * (`TCA_DUALPI2_ECN_MASK`).
   */
  ecnMask?: number;
  /**
   * Whether large packets are split, `TC_DUALPI2_SPLIT_GSO_*`
   * (`TCA_DUALPI2_SPLIT_GSO`).
   */
  splitGso?: number;
}

/** Codec of {@linkcode Dualpi2Data}. */
export const dualpi2Data: Codec<Dualpi2Data> = attributes({
  limit: ["TCA_DUALPI2_LIMIT", 1, u32],
  memoryLimit: ["TCA_DUALPI2_MEMORY_LIMIT", 2, u32],
  target: ["TCA_DUALPI2_TARGET", 3, u32],
  updateInterval: ["TCA_DUALPI2_TUPDATE", 4, u32],
  alpha: ["TCA_DUALPI2_ALPHA", 5, u32],
  beta: ["TCA_DUALPI2_BETA", 6, u32],
  stepPackets: ["TCA_DUALPI2_STEP_THRESH_PKTS", 7, u32],
  stepTime: ["TCA_DUALPI2_STEP_THRESH_US", 8, u32],
  minimumStepQueue: ["TCA_DUALPI2_MIN_QLEN_STEP", 9, u32],
  coupling: ["TCA_DUALPI2_COUPLING", 10, u8],
  dropOverload: ["TCA_DUALPI2_DROP_OVERLOAD", 11, u8],
  dropEarly: ["TCA_DUALPI2_DROP_EARLY", 12, u8],
  classicProtection: ["TCA_DUALPI2_C_PROTECTION", 13, u8],
  ecnMask: ["TCA_DUALPI2_ECN_MASK", 14, u8],
  splitGso: ["TCA_DUALPI2_SPLIT_GSO", 15, u8],
}, { pad: ["TCA_DUALPI2_PAD", 16] });

/** Counters of the dual queue (`struct tc_dualpi2_xstats`). */
export interface Dualpi2Stats {
  /** Probability of a mark, in units of 1/2³² (`prob`). */
  probability: number;
  /** Delay of the classic queue in microseconds (`delay_c`). */
  classicDelay: number;
  /** Delay of the low latency queue in microseconds (`delay_l`). */
  lowLatencyDelay: number;
  /** Packets that came into the classic queue (`packets_in_c`). */
  classicPackets: number;
  /** Packets that came into the low latency queue (`packets_in_l`). */
  lowLatencyPackets: number;
  /** The most packets that waited (`maxq`). */
  maximumQueue: number;
  /** Marked (`ecn_mark`). */
  ecnMarked: number;
  /** Marked above the step (`step_marks`). */
  stepMarks: number;
  /** Credit of the classic queue (`credit`). */
  credit: number;
  /** Bytes of memory in use (`memory_used`). */
  memoryUsed: number;
  /** Bytes of memory that were in use at most (`max_memory_used`). */
  maximumMemoryUsed: number;
  /** Bytes of memory that packets may take (`memory_limit`). */
  memoryLimit: number;
}

/** Codec of {@linkcode Dualpi2Stats}. */
export const dualpi2Stats: Codec<Dualpi2Stats> = struct({
  probability: u32,
  classicDelay: u32,
  lowLatencyDelay: u32,
  classicPackets: u32,
  lowLatencyPackets: u32,
  maximumQueue: u32,
  ecnMarked: u32,
  stepMarks: u32,
  credit: s32,
  memoryUsed: u32,
  maximumMemoryUsed: u32,
  memoryLimit: u32,
});
