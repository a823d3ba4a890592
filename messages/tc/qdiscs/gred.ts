/**
 * Generic random early detection: `TCA_GRED_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/pkt_sched.h | linux/pkt_sched.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/net/sched/sch_gred.c | net/sched/sch_gred.c}
 *
 * @module
 */

import {
  array,
  type Attributes,
  attributes,
  bytes,
  type Codec,
  list,
  struct,
  u16,
  u32,
  u64,
  u8,
} from "../../codec/mod.ts";

/** A virtual queue (`struct tc_gred_qopt`). */
export interface GredQueue {
  /** Bytes that may wait (`limit`). */
  limit: number;
  /** Mean length from which packets are dropped, in bytes (`qth_min`). */
  minimum: number;
  /** Mean length from which all are dropped, in bytes (`qth_max`). */
  maximum: number;
  /** Its number (`DP`). */
  drop: number;
  /** Bytes that wait (`backlog`). */
  backlog: number;
  /** Mean length in bytes (`qave`). */
  meanQueue: number;
  /** Dropped above the maximum (`forced`). */
  forced: number;
  /** Dropped below it (`early`). */
  early: number;
  /** Dropped otherwise (`other`). */
  other: number;
  /** Dropped at the limit (`pdrop`). */
  limitDrops: number;
  /** Weight of the mean, as a power of two (`Wlog`). */
  weightLog: number;
  /** Slope of the probability, as a power of two (`Plog`). */
  probabilityLog: number;
  /** Unit of idle time, as a power of two (`Scell_log`). */
  cellLog: number;
  /** Its priority (`prio`). */
  priority: number;
  /** Packets that came (`packets`). */
  packets: number;
  /** Bytes that came (`bytesin`). */
  bytes: number;
}

/** Codec of {@linkcode GredQueue}. */
export const gredQueue: Codec<GredQueue> = struct({
  limit: u32,
  minimum: u32,
  maximum: u32,
  drop: u32,
  backlog: u32,
  meanQueue: u32,
  forced: u32,
  early: u32,
  other: u32,
  limitDrops: u32,
  weightLog: u8,
  probabilityLog: u8,
  cellLog: u8,
  priority: u8,
  packets: u32,
  bytes: u32,
});

/** How many virtual queues there are (`struct tc_gred_sopt`). */
export interface GredSetup {
  /** How many (`DPs`). */
  queues: number;
  /** That of packets without one (`def_DP`). */
  defaultQueue: number;
  /** Whether they have priorities (`grio`). */
  grio: number;
  /** `TC_RED_*` of all (`flags`). */
  flags: number;
  /** Nothing (`pad1`). */
  pad: number;
}

/** Codec of {@linkcode GredSetup}. */
export const gredSetup: Codec<GredSetup> = struct({
  queues: u32,
  defaultQueue: u32,
  grio: u8,
  flags: u8,
  pad: u16,
});

/** Flags and counters of a virtual queue (`TCA_GRED_VQ_*`). */
export interface GredQueueStats extends Attributes {
  /** Its number (`TCA_GRED_VQ_DP`). */
  queue?: number;
  /** Bytes that came (`TCA_GRED_VQ_STAT_BYTES`). */
  bytes?: bigint;
  /** Packets that came (`TCA_GRED_VQ_STAT_PACKETS`). */
  packets?: number;
  /** Bytes that wait (`TCA_GRED_VQ_STAT_BACKLOG`). */
  backlog?: number;
  /** Dropped below the maximum (`TCA_GRED_VQ_STAT_PROB_DROP`). */
  earlyDrops?: number;
  /** Marked below the maximum (`TCA_GRED_VQ_STAT_PROB_MARK`). */
  earlyMarks?: number;
  /** Dropped above the maximum (`TCA_GRED_VQ_STAT_FORCED_DROP`). */
  forcedDrops?: number;
  /** Marked above the maximum (`TCA_GRED_VQ_STAT_FORCED_MARK`). */
  forcedMarks?: number;
  /** Dropped at the limit (`TCA_GRED_VQ_STAT_PDROP`). */
  limitDrops?: number;
  /** Dropped otherwise (`TCA_GRED_VQ_STAT_OTHER`). */
  other?: number;
  /** `TC_RED_*` (`TCA_GRED_VQ_FLAGS`). */
  flags?: number;
}

/** Codec of {@linkcode GredQueueStats}. */
export const gredQueueStats: Codec<GredQueueStats> = attributes(
  {
    queue: ["TCA_GRED_VQ_DP", 2, u32],
    bytes: ["TCA_GRED_VQ_STAT_BYTES", 3, u64],
    packets: ["TCA_GRED_VQ_STAT_PACKETS", 4, u32],
    backlog: ["TCA_GRED_VQ_STAT_BACKLOG", 5, u32],
    earlyDrops: ["TCA_GRED_VQ_STAT_PROB_DROP", 6, u32],
    earlyMarks: ["TCA_GRED_VQ_STAT_PROB_MARK", 7, u32],
    forcedDrops: ["TCA_GRED_VQ_STAT_FORCED_DROP", 8, u32],
    forcedMarks: ["TCA_GRED_VQ_STAT_FORCED_MARK", 9, u32],
    limitDrops: ["TCA_GRED_VQ_STAT_PDROP", 10, u32],
    other: ["TCA_GRED_VQ_STAT_OTHER", 11, u32],
    flags: ["TCA_GRED_VQ_FLAGS", 12, u32],
  },
  { pad: ["TCA_GRED_VQ_PAD", 1] },
);

/** `TCA_OPTIONS` of generic random early detection (`TCA_GRED_*`). */
export interface GredData extends Attributes {
  /** Virtual queues: the one to change, or all 16 (`TCA_GRED_PARMS`). */
  queues?: GredQueue[];
  /** What idle time makes of the mean: 256 powers of two (`TCA_GRED_STAB`). */
  idleTable?: Uint8Array;
  /** How many virtual queues there are (`TCA_GRED_DPS`). */
  setup?: GredSetup;
  /**
   * Probability at the maximum of the one to change, or of all 16, in units of
   * 1/2³² (`TCA_GRED_MAX_P`).
   */
  maximumProbability?: number[];
  /** Bytes that may wait in all (`TCA_GRED_LIMIT`). */
  limit?: number;
  /** Flags and counters of the virtual queues (`TCA_GRED_VQ_LIST`). */
  queueStats?: GredQueueStats[];
}

/** Codec of {@linkcode GredData}. */
export const gredData: Codec<GredData> = attributes({
  queues: ["TCA_GRED_PARMS", 1, array(gredQueue)],
  idleTable: ["TCA_GRED_STAB", 2, bytes],
  setup: ["TCA_GRED_DPS", 3, gredSetup],
  maximumProbability: ["TCA_GRED_MAX_P", 4, array(u32)],
  limit: ["TCA_GRED_LIMIT", 5, u32],
  queueStats: [
    "TCA_GRED_VQ_LIST",
    6,
    list(gredQueueStats, ["TCA_GRED_VQ_ENTRY", 1]),
  ],
}, { nestedFlag: false });
