/**
 * Fair queueing with PIE: `TCA_FQ_PIE_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/pkt_sched.h | linux/pkt_sched.h}
 * @see {@link https://man7.org/linux/man-pages/man8/tc-fq_pie.8.html | tc-fq_pie(8)}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  struct,
  u32,
} from "../../codec/mod.ts";

/** `TCA_OPTIONS` of fair queueing with PIE (`TCA_FQ_PIE_*`). */
export interface FqPieData extends Attributes {
  /** Packets that may wait (`TCA_FQ_PIE_LIMIT`). */
  limit?: number;
  /** Number of queues (`TCA_FQ_PIE_FLOWS`). */
  flows?: number;
  /** Acceptable delay in microseconds (`TCA_FQ_PIE_TARGET`). */
  target?: number;
  /**
   * How often the probability changes, in microseconds (`TCA_FQ_PIE_TUPDATE`).
   */
  updateInterval?: number;
  /** Weight of the delay, 0 to 32 (`TCA_FQ_PIE_ALPHA`). */
  alpha?: number;
  /** Weight of its change, 0 to 32 (`TCA_FQ_PIE_BETA`). */
  beta?: number;
  /** Bytes of a flow in a turn (`TCA_FQ_PIE_QUANTUM`). */
  quantum?: number;
  /** Bytes of memory that packets may take (`TCA_FQ_PIE_MEMORY_LIMIT`). */
  memoryLimit?: number;
  /** Percentage up to which packets are marked (`TCA_FQ_PIE_ECN_PROB`). */
  ecnProbability?: number;
  /** Whether packets are marked instead of dropped (`TCA_FQ_PIE_ECN`). */
  ecn?: number;
  /** Whether larger packets are dropped more often (`TCA_FQ_PIE_BYTEMODE`). */
  byteMode?: number;
  /**
   * Whether the delay is estimated by the rate
   * (`TCA_FQ_PIE_DQ_RATE_ESTIMATOR`).
   */
  rateEstimator?: number;
}

/** Codec of {@linkcode FqPieData}. */
export const fqPieData: Codec<FqPieData> = attributes({
  limit: ["TCA_FQ_PIE_LIMIT", 1, u32],
  flows: ["TCA_FQ_PIE_FLOWS", 2, u32],
  target: ["TCA_FQ_PIE_TARGET", 3, u32],
  updateInterval: ["TCA_FQ_PIE_TUPDATE", 4, u32],
  alpha: ["TCA_FQ_PIE_ALPHA", 5, u32],
  beta: ["TCA_FQ_PIE_BETA", 6, u32],
  quantum: ["TCA_FQ_PIE_QUANTUM", 7, u32],
  memoryLimit: ["TCA_FQ_PIE_MEMORY_LIMIT", 8, u32],
  ecnProbability: ["TCA_FQ_PIE_ECN_PROB", 9, u32],
  ecn: ["TCA_FQ_PIE_ECN", 10, u32],
  byteMode: ["TCA_FQ_PIE_BYTEMODE", 11, u32],
  rateEstimator: ["TCA_FQ_PIE_DQ_RATE_ESTIMATOR", 12, u32],
});

/** Counters of fair queueing with PIE (`struct tc_fq_pie_xstats`). */
export interface FqPieStats {
  /** Packets that came (`packets_in`). */
  packetsIn: number;
  /** Dropped by chance (`dropped`). */
  dropped: number;
  /** Dropped at the limit (`overlimit`). */
  overlimit: number;
  /** Packets that there was no memory for (`overmemory`). */
  memoryDrops: number;
  /** Marked (`ecn_mark`). */
  ecnMarked: number;
  /** Packets that were the first of a flow (`new_flow_count`). */
  newFlowCount: number;
  /** Flows that are new (`new_flows_len`). */
  newFlows: number;
  /** Flows that are not new (`old_flows_len`). */
  oldFlows: number;
  /** Bytes of memory in use (`memory_usage`). */
  memoryUsage: number;
}

/** Codec of {@linkcode FqPieStats}. */
export const fqPieStats: Codec<FqPieStats> = struct({
  packetsIn: u32,
  dropped: u32,
  overlimit: u32,
  memoryDrops: u32,
  ecnMarked: u32,
  newFlowCount: u32,
  newFlows: u32,
  oldFlows: u32,
  memoryUsage: u32,
});
