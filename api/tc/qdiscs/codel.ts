/**
 * Controlled delay.
 *
 * @module
 */

import {
  type CodelData,
  codelData,
} from "../../../messages/tc/qdiscs/codel.ts";
import { boolean, number } from "../../mapping/conversions.ts";
import { type Mapping, mapping } from "../../mapping/mapping.ts";
import { codelTime } from "../units.ts";

/** Settings of controlled delay. */
export interface CodelOptions {
  /** Packets that may wait (`TCA_CODEL_LIMIT`). */
  limit?: number;
  /** Acceptable delay in seconds (`TCA_CODEL_TARGET`). */
  target?: number;
  /** Seconds in which the delay has to be reached (`TCA_CODEL_INTERVAL`). */
  interval?: number;
  /** Whether packets are marked instead of dropped (`TCA_CODEL_ECN`). */
  ecn?: boolean;
  /**
   * Delay in seconds from which packets are marked (`TCA_CODEL_CE_THRESHOLD`).
   */
  ceThreshold?: number;
}

/** How {@linkcode CodelOptions} are stored. */
export const codelMapping: Mapping<CodelOptions, CodelData> = mapping({
  limit: number,
  target: codelTime,
  interval: codelTime,
  ecn: boolean,
  ceThreshold: codelTime,
}, codelData);
