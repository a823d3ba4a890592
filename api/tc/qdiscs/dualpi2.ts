/**
 * Dual queue with a coupled controller.
 *
 * @module
 */

import {
  type Dualpi2Data,
  dualpi2Data,
} from "../../../messages/tc/qdiscs/dualpi2.ts";
import { boolean, number } from "../../mapping/conversions.ts";
import {
  type Conversion,
  type Mapping,
  mapping,
} from "../../mapping/mapping.ts";
import { microseconds, probability } from "../units.ts";

/** Settings of the dual queue. */
export interface Dualpi2Options {
  /** Packets that may wait (`TCA_DUALPI2_LIMIT`). */
  limit?: number;
  /** Bytes of memory that packets may take (`TCA_DUALPI2_MEMORY_LIMIT`). */
  memoryLimit?: number;
  /** Acceptable delay in seconds (`TCA_DUALPI2_TARGET`). */
  target?: number;
  /** How often the probability changes, in seconds (`TCA_DUALPI2_TUPDATE`). */
  updateInterval?: number;
  /** Weight of the delay in hertz (`TCA_DUALPI2_ALPHA`). */
  alpha?: number;
  /** Weight of its change in hertz (`TCA_DUALPI2_BETA`). */
  beta?: number;
  /**
   * Packets from which all of the low latency queue are marked
   * (`TCA_DUALPI2_STEP_THRESH_PKTS`).
   */
  stepPackets?: number;
  /** Delay in seconds from which they are (`TCA_DUALPI2_STEP_THRESH_US`). */
  stepTime?: number;
  /** Packets below which they are not (`TCA_DUALPI2_MIN_QLEN_STEP`). */
  minimumStepQueue?: number;
  /**
   * What the square root of the one probability is multiplied with for the
   * other (`TCA_DUALPI2_COUPLING`).
   */
  coupling?: number;
  /**
   * Whether packets are dropped when there are too many
   * (`TCA_DUALPI2_DROP_OVERLOAD`).
   */
  dropOverload?: boolean;
  /** Whether packets are dropped when they come (`TCA_DUALPI2_DROP_EARLY`). */
  dropEarly?: boolean;
  /**
   * Share of turns that the classic queue has, 0 to 1 in hundredths
   * (`TCA_DUALPI2_C_PROTECTION`).
   */
  classicProtection?: number;
  /**
   * ECN bits of packets for the low latency queue: 1 for ECT(1) and CE, 3 for
   * all (`TCA_DUALPI2_ECN_MASK`).
   */
  ecnMask?: number;
  /** Whether large packets are split (`TCA_DUALPI2_SPLIT_GSO`). */
  splitGso?: boolean;
}

const perHertz: Conversion<number, number> = {
  fromKernel: (value) => value / 256,
  toKernel: (given, fieldPath) => {
    if (typeof given !== "number") {
      throw fieldPath.wrong(given, "a number is expected");
    }
    const value = Math.round(given * 256);
    if (value >= 0 && value <= 0xffffffff) return value;
    throw fieldPath.outside(given, "it is not between 0 and 2²⁴");
  },
};

/** How {@linkcode Dualpi2Options} are stored. */
export const dualpi2Mapping: Mapping<Dualpi2Options, Dualpi2Data> = mapping({
  limit: number,
  memoryLimit: number,
  target: microseconds,
  updateInterval: microseconds,
  alpha: perHertz,
  beta: perHertz,
  stepPackets: number,
  stepTime: microseconds,
  minimumStepQueue: number,
  coupling: number,
  dropOverload: boolean,
  dropEarly: boolean,
  classicProtection: probability(100),
  ecnMask: number,
  splitGso: boolean,
}, dualpi2Data);
