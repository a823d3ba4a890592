/**
 * Counters of queueing disciplines, classes and actions.
 *
 * @module
 */

import type {
  TcBasicStats,
  TcOldStats,
  TcStats,
} from "../../messages/tc/stats.ts";

/** Counters of traffic control. */
export interface TrafficStatistics {
  /** Bytes that were sent. */
  bytes: bigint;
  /** Packets that were sent. */
  packets: bigint;
  /** Packets that were dropped. */
  drops: number;
  /** How often a limit was reached. */
  overlimits: number;
  /** Packets that were put back. */
  requeues: number;
  /** Packets that wait. */
  queueLength: number;
  /** Bytes that wait. */
  backlog: number;
  /** The estimated rate, if there is an estimator. */
  rate?: TrafficRate;
  /** What hardware has sent, if it counts. */
  hardware?: SentTraffic;
}

/** An estimated rate. */
export interface TrafficRate {
  /** Bytes a second. */
  bytesPerSecond: number;
  /** Packets a second. */
  packetsPerSecond: number;
}

/** What was sent. */
export interface SentTraffic {
  /** Bytes. */
  bytes: bigint;
  /** Packets. */
  packets: bigint;
}

/** How counters are read. */
export const trafficStatistics: {
  readonly fromKernel: (value: TcStats) => TrafficStatistics;
} = {
  fromKernel: (
    { basic, packets64, queue, rate, rate64, basicHardware },
  ) => {
    const estimate = rate64 ?? rate;
    return {
      ...sent(basic, packets64),
      drops: queue?.drops ?? 0,
      overlimits: queue?.overlimits ?? 0,
      requeues: queue?.requeues ?? 0,
      queueLength: queue?.length ?? 0,
      backlog: queue?.backlog ?? 0,
      ...estimate !== undefined && {
        rate: {
          bytesPerSecond: Number(estimate.bytesPerSecond),
          packetsPerSecond: Number(estimate.packetsPerSecond),
        },
      },
      ...basicHardware !== undefined && { hardware: sent(basicHardware) },
    };
  },
};

function sent(
  basic: TcBasicStats | undefined,
  packets64: bigint = BigInt(basic?.packets ?? 0),
): SentTraffic {
  return { bytes: basic?.bytes ?? 0n, packets: packets64 };
}

/**
 * Counters as kernels before Linux 2.6.10 had them.
 *
 * @param stats The kernel's counters.
 * @returns The same in people's terms.
 */
export function oldStatistics(stats: TcOldStats): TrafficStatistics {
  const { bytes, packets, drops, overlimits, length, backlog } = stats;
  return {
    bytes,
    packets: BigInt(packets),
    drops,
    overlimits,
    requeues: 0,
    queueLength: length,
    backlog,
  };
}
