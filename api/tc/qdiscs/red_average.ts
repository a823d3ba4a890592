/**
 * The moving average of random early detection: what `red`, `gred` and `choke`
 * have in common.
 *
 * @see {@link https://www.icir.org/floyd/REDparameters.txt | RED parameters}
 *
 * @module
 */

import {
  redIdleTable,
  redProbabilityLog,
  redWeightLog,
} from "../../../messages/tc/red.ts";
import { integer, special } from "../../mapping/conversions.ts";
import type { FieldPath } from "../../mapping/field_path.ts";
import { type Fields, type Pairs, writeOnly } from "../../mapping/mapping.ts";
import { probability, type Rate, rate64, size } from "../units.ts";

/** What the moving average and the probability are computed from. */
export interface RedAverageOptions {
  /**
   * Packets that may come at once without one being dropped, which gives the
   * weight; only to be set.
   */
  burst?: number;
  /** Mean size of packets in bytes; 1000 by default, and only to be set. */
  averagePacket?: number;
  /**
   * The rate at which packets are sent, 10 Mbit/s by default; only to be set, for
   * what idle time makes of the average (`TCA_RED_STAB` and the like).
   */
  bandwidth?: Rate;
  /**
   * Weight of a new length in the average, as a negative power of two; by
   * default, the burst gives it (`tc_red_qopt.Wlog` and the like).
   */
  weightLog?: number;
  /**
   * Probability at the maximum, 0 to 1; 0.02 by default (`TCA_RED_MAX_P` and the
   * like).
   */
  probability?: number;
}

/** The same in the kernel's terms. */
export interface RedAverage {
  /** Packets that may come at once. */
  burst?: number;
  /** Mean size of packets in bytes. */
  averagePacket?: number;
  /** Bytes a second. */
  bandwidth?: bigint;
  /** The weight. */
  weightLog?: number;
  /** The probability, in units of 1/2³². */
  probability?: number;
}

/** What the kernel has for a probability of 1. */
const WHOLE = 2 ** 32;

/** How {@linkcode RedAverageOptions} are stored. */
export const redAverageFields: Fields<RedAverageOptions, RedAverage> = {
  burst: writeOnly("burst", integer(1, 0xffffffff)),
  averagePacket: writeOnly("averagePacket", integer(1, 0xffffffff)),
  bandwidth: writeOnly("bandwidth", rate64),
  weightLog: integer(1, 31),
  probability: special(probability(WHOLE), 1, WHOLE - 1),
};

/** Lengths between which packets are dropped. */
export interface RedLimits {
  /** Most that may wait. */
  limit?: number;
  /** Mean length from which packets are dropped. */
  minimum?: number;
  /** Mean length from which all are dropped. */
  maximum?: number;
}

/** How they are stored, in bytes or in packets. */
export const redLimitPairs: Pairs<RedLimits, RedLimits> = {
  limit: ["limit", size],
  minimum: ["minimum", size],
  maximum: ["maximum", size],
};

/**
 * Fills in limits that are missing.
 *
 * @param limits The limits.
 * @param fieldPath Where they stand, for error messages.
 * @returns All limits.
 * @throws {TypeError} If there is no limit.
 * @throws {RangeError} If they are not in order.
 */
export function redLimitsIn(
  { limit, ...given }: RedLimits,
  fieldPath: FieldPath,
): Required<RedLimits> {
  if (!limit) {
    throw fieldPath.at("limit").wrong(limit, "a limit is required");
  }
  const maximum = given.maximum ||
    (given.minimum ? given.minimum * 3 : Math.floor(limit / 4));
  const minimum = given.minimum || Math.floor(maximum / 3);
  if (maximum > limit) {
    throw fieldPath.at("maximum").outside(
      maximum,
      `it is above the limit of ${limit}`,
    );
  }
  if (minimum >= maximum) {
    throw fieldPath.at("minimum").outside(
      minimum,
      `it is not below the maximum of ${maximum}`,
    );
  }
  return { limit, minimum, maximum };
}

/** The constants that the kernel computes with. */
export interface RedConstants {
  /** The weight, as a negative power of two. */
  readonly weightLog: number;
  /** Slope of the probability, as a negative power of two. */
  readonly probabilityLog: number;
  /** Unit of idle time, as a power of two. */
  readonly cellLog: number;
  /** What idle time makes of the average. */
  readonly idleTable: Uint8Array;
  /** The probability, in units of 1/2³². */
  readonly maximumProbability: number;
}

/** Of the probability by default: 0.02. */
const PROBABILITY = Math.round(0.02 * WHOLE);
/** Bytes a second by default: 10 Mbit/s. */
const BANDWIDTH = 1_250_000n;

/**
 * Computes the constants.
 *
 * @param average What they are computed from.
 * @param limits The limits.
 * @param unit Bytes of what the limits count; those of a mean packet if it is
 * missing.
 * @param fieldPath Where it stands, for error messages.
 * @returns The constants.
 * @throws {RangeError} If there are none.
 */
export function redConstants(
  average: RedAverage,
  { minimum, maximum }: Required<RedLimits>,
  unit: 1 | undefined,
  fieldPath: FieldPath,
): RedConstants {
  const { averagePacket = 1000, probability = PROBABILITY } = average;
  const bytes = unit ?? averagePacket;
  const [least, most] = [minimum * bytes, maximum * bytes];
  const {
    burst = Math.max(1, Math.floor((2 * least + most) / (3 * averagePacket))),
  } = average;
  const weightLog = average.weightLog ??
    redWeightLog(least, burst, averagePacket);
  if (weightLog === undefined) {
    throw fieldPath.at("burst").outside(
      burst,
      `it gives no weight with packets of ${averagePacket} bytes`,
    );
  }
  const probabilityLog = redProbabilityLog(least, most, probability / WHOLE);
  if (probabilityLog === undefined) {
    throw fieldPath.at("probability").outside(
      probability / WHOLE,
      "it is too small",
    );
  }
  const rate = Number(average.bandwidth || BANDWIDTH);
  const idle = redIdleTable(weightLog, averagePacket, rate);
  if (idle === undefined) {
    throw fieldPath.at("bandwidth").outside(rate, "it is too small");
  }
  return {
    weightLog,
    probabilityLog,
    cellLog: idle.cellLog,
    idleTable: idle.table,
    maximumProbability: probability,
  };
}
