/**
 * Counters of traffic control: `TCA_STATS_*`, and `struct tc_stats` of old
 * kernels.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/gen_stats.h | linux/gen_stats.h}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type AttributesOptions,
  type Codec,
  type FieldsOf,
  s8,
  struct,
  u32,
  u64,
  u8,
} from "../codec/mod.ts";

/** Packets that were sent (`struct gnet_stats_basic`). */
export interface TcBasicStats {
  /** Bytes (`bytes`). */
  bytes: bigint;
  /** Packets, modulo 2³² (`packets`). */
  packets: number;
}

/** Codec of {@linkcode TcBasicStats}. */
export const tcBasicStats: Codec<TcBasicStats> = struct({
  bytes: u64,
  packets: u32,
});

/** An estimated rate (`struct gnet_stats_rate_est`). */
export interface TcRateEstimate {
  /** Bytes a second (`bps`). */
  bytesPerSecond: number;
  /** Packets a second (`pps`). */
  packetsPerSecond: number;
}

/** Codec of {@linkcode TcRateEstimate}. */
export const tcRateEstimate: Codec<TcRateEstimate> = struct({
  bytesPerSecond: u32,
  packetsPerSecond: u32,
});

/** An estimated rate (`struct gnet_stats_rate_est64`). */
export interface TcRateEstimate64 {
  /** Bytes a second (`bps`). */
  bytesPerSecond: bigint;
  /** Packets a second (`pps`). */
  packetsPerSecond: bigint;
}

/** Codec of {@linkcode TcRateEstimate64}. */
export const tcRateEstimate64: Codec<TcRateEstimate64> = struct({
  bytesPerSecond: u64,
  packetsPerSecond: u64,
});

/** The queue (`struct gnet_stats_queue`). */
export interface TcQueueStats {
  /** Packets that wait (`qlen`). */
  length: number;
  /** Bytes that wait (`backlog`). */
  backlog: number;
  /** Packets that were dropped (`drops`). */
  drops: number;
  /** Packets that were put back (`requeues`). */
  requeues: number;
  /** How often a limit was reached (`overlimits`). */
  overlimits: number;
}

/** Codec of {@linkcode TcQueueStats}. */
export const tcQueueStats: Codec<TcQueueStats> = struct({
  length: u32,
  backlog: u32,
  drops: u32,
  requeues: u32,
  overlimits: u32,
});

/** Counters that belong to no kind (`TCA_STATS_*`). */
export interface TcStats extends Attributes {
  /** What was sent (`TCA_STATS_BASIC`). */
  basic?: TcBasicStats;
  /** The estimated rate, up to 2³² (`TCA_STATS_RATE_EST`). */
  rate?: TcRateEstimate;
  /** The queue (`TCA_STATS_QUEUE`). */
  queue?: TcQueueStats;
  /** The estimated rate (`TCA_STATS_RATE_EST64`). */
  rate64?: TcRateEstimate64;
  /** What hardware has sent (`TCA_STATS_BASIC_HW`). */
  basicHardware?: TcBasicStats;
  /** Packets that were sent, where they are more than 32 bits (`TCA_STATS_PKT64`). */
  packets64?: bigint;
}

/**
 * Schema of {@linkcode TcStats}, which queueing disciplines and classes spread
 * into theirs.
 */
export const tcStatsFields: FieldsOf<TcStats> = {
  basic: ["TCA_STATS_BASIC", 1, tcBasicStats],
  rate: ["TCA_STATS_RATE_EST", 2, tcRateEstimate],
  queue: ["TCA_STATS_QUEUE", 3, tcQueueStats],
  rate64: ["TCA_STATS_RATE_EST64", 5, tcRateEstimate64],
  basicHardware: ["TCA_STATS_BASIC_HW", 7, tcBasicStats],
  packets64: ["TCA_STATS_PKT64", 8, u64],
};

/** Options of the schemas that {@linkcode tcStatsFields} is part of. */
export const tcStatsOptions: AttributesOptions = {
  nestedFlag: false,
  pad: ["TCA_STATS_PAD", 6],
};

/** Codec of {@linkcode TcStats}, without counters of a kind. */
export const tcStats: Codec<TcStats> = attributes(
  tcStatsFields,
  tcStatsOptions,
);

/** Counters as old kernels had them (`struct tc_stats`). */
export interface TcOldStats {
  /** Bytes (`bytes`). */
  bytes: bigint;
  /** Packets (`packets`). */
  packets: number;
  /** Packets that were dropped (`drops`). */
  drops: number;
  /** How often a limit was reached (`overlimits`). */
  overlimits: number;
  /** Estimated bytes a second (`bps`). */
  bytesPerSecond: number;
  /** Estimated packets a second (`pps`). */
  packetsPerSecond: number;
  /** Packets that wait (`qlen`). */
  length: number;
  /** Bytes that wait (`backlog`). */
  backlog: number;
}

/** Codec of {@linkcode TcOldStats}. */
export const tcOldStats: Codec<TcOldStats> = struct({
  bytes: u64,
  packets: u32,
  drops: u32,
  overlimits: u32,
  bytesPerSecond: u32,
  packetsPerSecond: u32,
  length: u32,
  backlog: u32,
});

/** How a rate is estimated (`struct tc_estimator`). */
export interface TcEstimator {
  /**
   * Sampling period: 2 to this power, plus 2, seconds; -2 is a quarter of a
   * second (`interval`).
   */
  interval: number;
  /** Samples that count, as a power of two (`ewma_log`). */
  weightLog: number;
}

/** Codec of {@linkcode TcEstimator}. */
export const tcEstimator: Codec<TcEstimator> = struct({
  interval: s8,
  weightLog: u8,
});

/** The longest sampling period is 2 to this power quarters of a second. */
const LONGEST_INTERVAL = 5;

/**
 * Finds out how a rate is to be estimated.
 *
 * @param interval Seconds between samples.
 * @param timeConstant Seconds that the mean is of.
 * @returns The estimator; `undefined` if the interval is more than 8 seconds, or
 * the time constant too short or too long for it.
 */
export function makeEstimator(
  interval: number,
  timeConstant: number,
): TcEstimator | undefined {
  let quarters = 0;
  while (quarters <= LONGEST_INTERVAL && interval > 2 ** quarters / 4) {
    quarters++;
  }
  if (quarters > LONGEST_INTERVAL) return undefined;
  let log = 1;
  while (log < 32 && interval / -Math.log(1 - 2 ** -log) <= timeConstant) {
    log++;
  }
  const weightLog = log - 1;
  return weightLog === 0 || weightLog >= 31
    ? undefined
    : { interval: quarters - 2, weightLog };
}
