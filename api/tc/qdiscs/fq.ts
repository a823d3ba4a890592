/**
 * Fair queueing with pacing.
 *
 * @module
 */

import { type FqData, fqData } from "../../../messages/tc/qdiscs/fq.ts";
import {
  boolean,
  int32,
  listOf,
  number,
  special,
} from "../../mapping/conversions.ts";
import {
  type Conversion,
  type Mapping,
  mapping,
} from "../../mapping/mapping.ts";
import { microseconds, nanoseconds, type Rate, rate } from "../units.ts";
import type { PrioData } from "../../../messages/tc/qdiscs/prio.ts";
import { prioMapping, type PrioOptions } from "./prio.ts";

/** Settings of fair queueing. */
export interface FqOptions {
  /** Packets that may wait (`TCA_FQ_PLIMIT`). */
  limit?: number;
  /** Packets of a flow that may wait (`TCA_FQ_FLOW_PLIMIT`). */
  flowLimit?: number;
  /** Size of the hash table, a power of two (`TCA_FQ_BUCKETS_LOG`). */
  buckets?: number;
  /** Bytes of a flow in a turn (`TCA_FQ_QUANTUM`). */
  quantum?: number;
  /** Bytes of a new flow in its first turn (`TCA_FQ_INITIAL_QUANTUM`). */
  initialQuantum?: number;
  /** Whether flows are paced (`TCA_FQ_RATE_ENABLE`). */
  pacing?: boolean;
  /**
   * Largest rate of a flow; `Infinity` for no limit (`TCA_FQ_FLOW_MAX_RATE`).
   */
  maximumRate?: Rate;
  /** Rate below which each packet is paced (`TCA_FQ_LOW_RATE_THRESHOLD`). */
  lowRateThreshold?: Rate;
  /**
   * Seconds after which an idle flow counts as new
   * (`TCA_FQ_FLOW_REFILL_DELAY`).
   */
  refillDelay?: number;
  /**
   * Bits of the hash of packets without a socket that count
   * (`TCA_FQ_ORPHAN_MASK`).
   */
  orphanMask?: number;
  /**
   * Delay in seconds from which packets are marked; `Infinity` for none
   * (`TCA_FQ_CE_THRESHOLD`).
   */
  ceThreshold?: number;
  /** Inaccuracy of the timer in seconds (`TCA_FQ_TIMER_SLACK`). */
  timerSlack?: number;
  /** How many seconds ahead packets may be scheduled (`TCA_FQ_HORIZON`). */
  horizon?: number;
  /**
   * Whether packets beyond are dropped, not sent earlier
   * (`TCA_FQ_HORIZON_DROP`).
   */
  horizonDrop?: boolean;
  /** Number of bands, 3, and the band of each priority (`TCA_FQ_PRIOMAP`). */
  bands?: PrioOptions;
  /** Weight of each of the three bands (`TCA_FQ_WEIGHTS`). */
  weights?: number[];
  /**
   * Seconds ahead that hardware does the pacing of (`TCA_FQ_OFFLOAD_HORIZON`).
   */
  offloadHorizon?: number;
}

const powerOfTwo: Conversion<number, number> = {
  fromKernel: (value) => 2 ** value,
  toKernel: (value, fieldPath) => {
    const log = Math.log2(value);
    if (Number.isInteger(log) && log >= 0 && log < 32) return log;
    throw fieldPath.outside(value, "it is not a power of two below 2³²");
  },
};

const unlimited: Conversion<Rate, number> = special(rate, Infinity, 0xffffffff);

const noThreshold: Conversion<number, number> = special(
  microseconds,
  Infinity,
  0xffffffff,
);

const prioBands: Conversion<PrioOptions, PrioData> = prioMapping as Conversion<
  PrioOptions,
  PrioData
>;

/** How {@linkcode FqOptions} are stored. */
export const fqMapping: Mapping<FqOptions, FqData> = mapping(
  {
    limit: number,
    flowLimit: number,
    buckets: ["bucketsLog", powerOfTwo],
    quantum: number,
    initialQuantum: number,
    pacing: ["rateEnable", boolean],
    maximumRate: ["flowMaximumRate", unlimited],
    lowRateThreshold: rate,
    refillDelay: ["flowRefillDelay", microseconds],
    orphanMask: number,
    ceThreshold: noThreshold,
    timerSlack: nanoseconds,
    horizon: microseconds,
    horizonDrop: boolean,
    bands: ["priorityMap", prioBands],
    weights: listOf(int32),
    offloadHorizon: microseconds,
  },
  fqData,
);
