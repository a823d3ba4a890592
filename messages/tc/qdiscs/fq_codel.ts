/**
 * Fair queueing with controlled delay: `TCA_FQ_CODEL_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/pkt_sched.h | linux/pkt_sched.h}
 * @see {@link https://man7.org/linux/man-pages/man8/tc-fq_codel.8.html | tc-fq_codel(8)}
 * @see {@link https://www.rfc-editor.org/rfc/rfc8290 | RFC 8290}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  fixedArray,
  s32,
  struct,
  u32,
  u8,
} from "../../codec/mod.ts";

/** `TCA_OPTIONS` of fair queueing with controlled delay (`TCA_FQ_CODEL_*`). */
export interface FqCodelData extends Attributes {
  /** Acceptable delay in microseconds (`TCA_FQ_CODEL_TARGET`). */
  target?: number;
  /** Packets that may wait (`TCA_FQ_CODEL_LIMIT`). */
  limit?: number;
  /**
   * Time in which the delay has to be reached, in microseconds
   * (`TCA_FQ_CODEL_INTERVAL`).
   */
  interval?: number;
  /** Whether packets are marked instead of dropped (`TCA_FQ_CODEL_ECN`). */
  ecn?: number;
  /** Number of queues (`TCA_FQ_CODEL_FLOWS`). */
  flows?: number;
  /** Bytes of a flow in a turn (`TCA_FQ_CODEL_QUANTUM`). */
  quantum?: number;
  /**
   * Delay in microseconds from which packets are marked
   * (`TCA_FQ_CODEL_CE_THRESHOLD`).
   */
  ceThreshold?: number;
  /** Packets that are dropped at once (`TCA_FQ_CODEL_DROP_BATCH_SIZE`). */
  dropBatchSize?: number;
  /** Bytes of memory that packets may take (`TCA_FQ_CODEL_MEMORY_LIMIT`). */
  memoryLimit?: number;
  /**
   * Value of the DS field of packets that the threshold is for
   * (`TCA_FQ_CODEL_CE_THRESHOLD_SELECTOR`).
   */
  ceThresholdSelector?: number;
  /** Bits of the DS field that count (`TCA_FQ_CODEL_CE_THRESHOLD_MASK`). */
  ceThresholdMask?: number;
}

/** Codec of {@linkcode FqCodelData}. */
export const fqCodelData: Codec<FqCodelData> = attributes({
  target: ["TCA_FQ_CODEL_TARGET", 1, u32],
  limit: ["TCA_FQ_CODEL_LIMIT", 2, u32],
  interval: ["TCA_FQ_CODEL_INTERVAL", 3, u32],
  ecn: ["TCA_FQ_CODEL_ECN", 4, u32],
  flows: ["TCA_FQ_CODEL_FLOWS", 5, u32],
  quantum: ["TCA_FQ_CODEL_QUANTUM", 6, u32],
  ceThreshold: ["TCA_FQ_CODEL_CE_THRESHOLD", 7, u32],
  dropBatchSize: ["TCA_FQ_CODEL_DROP_BATCH_SIZE", 8, u32],
  memoryLimit: ["TCA_FQ_CODEL_MEMORY_LIMIT", 9, u32],
  ceThresholdSelector: ["TCA_FQ_CODEL_CE_THRESHOLD_SELECTOR", 10, u8],
  ceThresholdMask: ["TCA_FQ_CODEL_CE_THRESHOLD_MASK", 11, u8],
}, { nestedFlag: false });

/** Counters of the queueing discipline. */
export const TCA_FQ_CODEL_XSTATS_QDISC = 0;

/** Counters of a flow. */
export const TCA_FQ_CODEL_XSTATS_CLASS = 1;

/** Counters of the queueing discipline (`struct tc_fq_codel_xstats`). */
export interface FqCodelStats {
  /** `TCA_FQ_CODEL_XSTATS_QDISC` (`type`). */
  type: number;
  /** Size of the largest packet in bytes (`maxpacket`). */
  maximumPacket: number;
  /** How often the limit was reached (`drop_overlimit`). */
  overlimitDrops: number;
  /** Packets that were marked (`ecn_mark`). */
  ecnMarked: number;
  /** Packets that were the first of a flow (`new_flow_count`). */
  newFlowCount: number;
  /** Flows that are new (`new_flows_len`). */
  newFlows: number;
  /** Flows that are not new (`old_flows_len`). */
  oldFlows: number;
  /** Packets above the threshold (`ce_mark`). */
  ceMarked?: number;
  /** Bytes of memory in use (`memory_usage`). */
  memoryUsage?: number;
  /** Packets that there was no memory for (`drop_overmemory`). */
  memoryDrops?: number;
}

/** Codec of {@linkcode FqCodelStats}. */
export const fqCodelStats: Codec<FqCodelStats> = struct({
  type: u32,
  maximumPacket: u32,
  overlimitDrops: u32,
  ecnMarked: u32,
  newFlowCount: u32,
  newFlows: u32,
  oldFlows: u32,
  ceMarked: u32,
  memoryUsage: u32,
  memoryDrops: u32,
}, { optionalFrom: "ceMarked" });

/** Counters of a flow (`struct tc_fq_codel_xstats`). */
export interface FqCodelClassStats {
  /** `TCA_FQ_CODEL_XSTATS_CLASS` (`type`). */
  type: number;
  /** Bytes that it may send in this turn (`deficit`). */
  deficit: number;
  /** Delay of the last packet in microseconds (`ldelay`). */
  delay: number;
  /** Packets dropped since the delay was too long (`count`). */
  count: number;
  /** The same when that began (`lastcount`). */
  lastCount: number;
  /** Whether packets are being dropped (`dropping`). */
  dropping: number;
  /** Microseconds until the next one is dropped (`drop_next`). */
  dropNext: number;
  /** What only the queueing discipline has. */
  rest?: number[];
}

/** Codec of {@linkcode FqCodelClassStats}. */
export const fqCodelClassStats: Codec<FqCodelClassStats> = struct({
  type: u32,
  deficit: s32,
  delay: u32,
  count: u32,
  lastCount: u32,
  dropping: u32,
  dropNext: s32,
  rest: fixedArray(u32, 3),
}, { optionalFrom: "rest" });
