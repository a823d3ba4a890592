/**
 * Proportional integral controller enhanced.
 *
 * @module
 */

import { type PieData, pieData } from "../../../messages/tc/qdiscs/pie.ts";
import { boolean, integer, number } from "../../mapping/conversions.ts";
import { type Mapping, mapping } from "../../mapping/mapping.ts";
import { microseconds, pieTime } from "../units.ts";

/** Settings of PIE. */
export interface PieOptions {
  /** Packets that may wait (`TCA_PIE_LIMIT`). */
  limit?: number;
  /** Acceptable delay in seconds (`TCA_PIE_TARGET`). */
  target?: number;
  /** How often the probability changes, in seconds (`TCA_PIE_TUPDATE`). */
  updateInterval?: number;
  /** Weight of the delay, 0 to 32 (`TCA_PIE_ALPHA`). */
  alpha?: number;
  /** Weight of its change, 0 to 32 (`TCA_PIE_BETA`). */
  beta?: number;
  /** Whether packets are marked instead of dropped (`TCA_PIE_ECN`). */
  ecn?: boolean;
  /** Whether larger packets are dropped more often (`TCA_PIE_BYTEMODE`). */
  byteMode?: boolean;
  /**
   * Whether the delay is estimated by the rate (`TCA_PIE_DQ_RATE_ESTIMATOR`).
   */
  rateEstimator?: boolean;
}

/** How {@linkcode PieOptions} are stored. */
export const pieMapping: Mapping<PieOptions, PieData> = mapping({
  limit: number,
  target: pieTime,
  updateInterval: microseconds,
  alpha: integer(0, 32),
  beta: integer(0, 32),
  ecn: boolean,
  byteMode: boolean,
  rateEstimator: boolean,
}, pieData);
