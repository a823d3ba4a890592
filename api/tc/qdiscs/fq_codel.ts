/**
 * Fair queueing with controlled delay.
 *
 * @module
 */

import {
  type FqCodelData,
  fqCodelData,
} from "../../../messages/tc/qdiscs/fq_codel.ts";
import { boolean, number } from "../../mapping/conversions.ts";
import { type Mapping, mapping } from "../../mapping/mapping.ts";
import { codelTime } from "../units.ts";

/** Settings of fair queueing with controlled delay. */
export interface FqCodelOptions {
  /** Packets that may wait (`TCA_FQ_CODEL_LIMIT`). */
  limit?: number;
  /** Number of queues; only when it is added (`TCA_FQ_CODEL_FLOWS`). */
  flows?: number;
  /** Bytes of a flow in a turn (`TCA_FQ_CODEL_QUANTUM`). */
  quantum?: number;
  /** Acceptable delay in seconds (`TCA_FQ_CODEL_TARGET`). */
  target?: number;
  /** Seconds in which the delay has to be reached (`TCA_FQ_CODEL_INTERVAL`). */
  interval?: number;
  /** Bytes of memory that packets may take (`TCA_FQ_CODEL_MEMORY_LIMIT`). */
  memoryLimit?: number;
  /** Whether packets are marked instead of dropped (`TCA_FQ_CODEL_ECN`). */
  ecn?: boolean;
  /**
   * Delay in seconds from which packets are marked
   * (`TCA_FQ_CODEL_CE_THRESHOLD`).
   */
  ceThreshold?: number;
  /**
   * Value of the DS field of packets that the threshold is for
   * (`TCA_FQ_CODEL_CE_THRESHOLD_SELECTOR`).
   */
  ceThresholdSelector?: number;
  /** Bits of the DS field that count (`TCA_FQ_CODEL_CE_THRESHOLD_MASK`). */
  ceThresholdMask?: number;
  /** Packets that are dropped at once (`TCA_FQ_CODEL_DROP_BATCH_SIZE`). */
  dropBatch?: number;
}

/** How {@linkcode FqCodelOptions} are stored. */
export const fqCodelMapping: Mapping<FqCodelOptions, FqCodelData> = mapping({
  limit: number,
  flows: number,
  quantum: number,
  target: codelTime,
  interval: codelTime,
  memoryLimit: number,
  ecn: boolean,
  ceThreshold: codelTime,
  ceThresholdSelector: number,
  ceThresholdMask: number,
  dropBatch: ["dropBatchSize", number],
}, fqCodelData);
