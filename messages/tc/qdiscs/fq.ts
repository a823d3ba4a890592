/**
 * Fair queueing with pacing: `TCA_FQ_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/pkt_sched.h | linux/pkt_sched.h}
 * @see {@link https://man7.org/linux/man-pages/man8/tc-fq.8.html | tc-fq(8)}
 *
 * @module
 */

import {
  array,
  type Attributes,
  attributes,
  type Codec,
  fixedArray,
  s32,
  s64,
  struct,
  u32,
  u64,
  u8,
} from "../../codec/mod.ts";
import { type PrioData, prioData } from "./prio.ts";

/** `TCA_OPTIONS` of fair queueing (`TCA_FQ_*`). */
export interface FqData extends Attributes {
  /** Packets that may wait (`TCA_FQ_PLIMIT`). */
  limit?: number;
  /** Packets of a flow that may wait (`TCA_FQ_FLOW_PLIMIT`). */
  flowLimit?: number;
  /** Bytes of a flow in a turn (`TCA_FQ_QUANTUM`). */
  quantum?: number;
  /** Bytes of a new flow in its first turn (`TCA_FQ_INITIAL_QUANTUM`). */
  initialQuantum?: number;
  /** Whether flows are paced (`TCA_FQ_RATE_ENABLE`). */
  rateEnable?: number;
  /** No longer in use (`TCA_FQ_FLOW_DEFAULT_RATE`). */
  flowDefaultRate?: number;
  /** Largest rate of a flow in bytes a second (`TCA_FQ_FLOW_MAX_RATE`). */
  flowMaximumRate?: number;
  /** Size of the hash table, as a power of two (`TCA_FQ_BUCKETS_LOG`). */
  bucketsLog?: number;
  /**
   * Time after which an idle flow counts as new, in microseconds
   * (`TCA_FQ_FLOW_REFILL_DELAY`).
   */
  flowRefillDelay?: number;
  /**
   * Bits of the hash of packets without a socket that count
   * (`TCA_FQ_ORPHAN_MASK`).
   */
  orphanMask?: number;
  /**
   * Rate in bytes a second below which each packet is paced
   * (`TCA_FQ_LOW_RATE_THRESHOLD`).
   */
  lowRateThreshold?: number;
  /**
   * Delay in microseconds from which packets are marked
   * (`TCA_FQ_CE_THRESHOLD`).
   */
  ceThreshold?: number;
  /** Inaccuracy of the timer in nanoseconds (`TCA_FQ_TIMER_SLACK`). */
  timerSlack?: number;
  /**
   * How far ahead packets may be scheduled, in microseconds (`TCA_FQ_HORIZON`).
   */
  horizon?: number;
  /**
   * Whether packets beyond are dropped, not sent earlier
   * (`TCA_FQ_HORIZON_DROP`).
   */
  horizonDrop?: number;
  /** Bands of priorities (`TCA_FQ_PRIOMAP`). */
  priorityMap?: PrioData;
  /** Weight of each of the three bands (`TCA_FQ_WEIGHTS`). */
  weights?: number[];
  /**
   * Time ahead that hardware does the pacing of, in microseconds
   * (`TCA_FQ_OFFLOAD_HORIZON`).
   */
  offloadHorizon?: number;
}

/** Codec of {@linkcode FqData}. */
export const fqData: Codec<FqData> = attributes({
  limit: ["TCA_FQ_PLIMIT", 1, u32],
  flowLimit: ["TCA_FQ_FLOW_PLIMIT", 2, u32],
  quantum: ["TCA_FQ_QUANTUM", 3, u32],
  initialQuantum: ["TCA_FQ_INITIAL_QUANTUM", 4, u32],
  rateEnable: ["TCA_FQ_RATE_ENABLE", 5, u32],
  flowDefaultRate: ["TCA_FQ_FLOW_DEFAULT_RATE", 6, u32],
  flowMaximumRate: ["TCA_FQ_FLOW_MAX_RATE", 7, u32],
  bucketsLog: ["TCA_FQ_BUCKETS_LOG", 8, u32],
  flowRefillDelay: ["TCA_FQ_FLOW_REFILL_DELAY", 9, u32],
  orphanMask: ["TCA_FQ_ORPHAN_MASK", 10, u32],
  lowRateThreshold: ["TCA_FQ_LOW_RATE_THRESHOLD", 11, u32],
  ceThreshold: ["TCA_FQ_CE_THRESHOLD", 12, u32],
  timerSlack: ["TCA_FQ_TIMER_SLACK", 13, u32],
  horizon: ["TCA_FQ_HORIZON", 14, u32],
  horizonDrop: ["TCA_FQ_HORIZON_DROP", 15, u8],
  priorityMap: ["TCA_FQ_PRIOMAP", 16, prioData],
  weights: ["TCA_FQ_WEIGHTS", 17, array(s32)],
  offloadHorizon: ["TCA_FQ_OFFLOAD_HORIZON", 18, u32],
}, { nestedFlag: false });

/** Counters of fair queueing (`struct tc_fq_qd_stats`). */
export interface FqStats {
  /** Flows that were forgotten (`gc_flows`). */
  collectedFlows: bigint;
  /** No longer in use (`highprio_packets`). */
  highPriorityPackets: bigint;
  /** No longer in use (`tcp_retrans`). */
  tcpRetransmissions: bigint;
  /** How often a flow had to wait (`throttled`). */
  throttled: bigint;
  /** Packets above the limit of a flow (`flows_plimit`). */
  flowLimitDrops: bigint;
  /**
   * Packets that are longer than what may be sent at once (`pkts_too_long`).
   */
  tooLongPackets: bigint;
  /** Flows that there was no memory for (`allocation_errors`). */
  allocationErrors: bigint;
  /** Nanoseconds until a flow goes on (`time_next_delayed_flow`). */
  nextDelayedFlow: bigint;
  /** Flows (`flows`). */
  flows: number;
  /** Flows without packets (`inactive_flows`). */
  inactiveFlows: number;
  /** Flows that wait (`throttled_flows`). */
  throttledFlows: number;
  /** How late flows go on, in nanoseconds (`unthrottle_latency_ns`). */
  unthrottleLatency: number;
  /** Packets above the threshold (`ce_mark`). */
  ceMarked?: bigint;
  /** Packets beyond the horizon (`horizon_drops`). */
  horizonDrops?: bigint;
  /** Packets that were sent earlier (`horizon_caps`). */
  horizonCaps?: bigint;
  /** Packets that did not have to wait (`fastpath_packets`). */
  fastPathPackets?: bigint;
  /** Drops of each band (`band_drops`). */
  bandDrops?: bigint[];
  /** Packets in each band (`band_pkt_count`). */
  bandPackets?: number[];
}

/** Codec of {@linkcode FqStats}. */
export const fqStats: Codec<FqStats> = struct({
  collectedFlows: u64,
  highPriorityPackets: u64,
  tcpRetransmissions: u64,
  throttled: u64,
  flowLimitDrops: u64,
  tooLongPackets: u64,
  allocationErrors: u64,
  nextDelayedFlow: s64,
  flows: u32,
  inactiveFlows: u32,
  throttledFlows: u32,
  unthrottleLatency: u32,
  ceMarked: u64,
  horizonDrops: u64,
  horizonCaps: u64,
  fastPathPackets: u64,
  bandDrops: fixedArray(u64, 3),
  bandPackets: fixedArray(u32, 3),
}, { optionalFrom: "ceMarked" });
