/**
 * Fair queueing with PIE.
 *
 * @module
 */

import {
  type FqPieData,
  fqPieData,
} from "../../../messages/tc/qdiscs/fq_pie.ts";
import { boolean, integer, number } from "../../mapping/conversions.ts";
import { type Mapping, mapping } from "../../mapping/mapping.ts";
import { microseconds, pieTime, probability } from "../units.ts";

/** Settings of fair queueing with PIE. */
export interface FqPieOptions {
  /** Packets that may wait (`TCA_FQ_PIE_LIMIT`). */
  limit?: number;
  /** Number of queues; only when it is added (`TCA_FQ_PIE_FLOWS`). */
  flows?: number;
  /** Acceptable delay in seconds (`TCA_FQ_PIE_TARGET`). */
  target?: number;
  /** How often the probability changes, in seconds (`TCA_FQ_PIE_TUPDATE`). */
  updateInterval?: number;
  /** Weight of the delay, 0 to 32 (`TCA_FQ_PIE_ALPHA`). */
  alpha?: number;
  /** Weight of its change, 0 to 32 (`TCA_FQ_PIE_BETA`). */
  beta?: number;
  /** Bytes of a flow in a turn (`TCA_FQ_PIE_QUANTUM`). */
  quantum?: number;
  /** Bytes of memory that packets may take (`TCA_FQ_PIE_MEMORY_LIMIT`). */
  memoryLimit?: number;
  /**
   * Probability up to which packets are marked, 0 to 1 in hundredths
   * (`TCA_FQ_PIE_ECN_PROB`).
   */
  ecnProbability?: number;
  /** Whether packets are marked instead of dropped (`TCA_FQ_PIE_ECN`). */
  ecn?: boolean;
  /** Whether larger packets are dropped more often (`TCA_FQ_PIE_BYTEMODE`). */
  byteMode?: boolean;
  /**
   * Whether the delay is estimated by the rate
   * (`TCA_FQ_PIE_DQ_RATE_ESTIMATOR`).
   */
  rateEstimator?: boolean;
}

/** How {@linkcode FqPieOptions} are stored. */
export const fqPieMapping: Mapping<FqPieOptions, FqPieData> = mapping({
  limit: number,
  flows: number,
  target: pieTime,
  updateInterval: microseconds,
  alpha: integer(0, 32),
  beta: integer(0, 32),
  quantum: number,
  memoryLimit: number,
  ecnProbability: probability(100),
  ecn: boolean,
  byteMode: boolean,
  rateEstimator: boolean,
}, fqPieData);
