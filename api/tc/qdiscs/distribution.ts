/**
 * How delays are spread around their mean.
 *
 * @module
 */

import type { Stored } from "../../mapping/mapping.ts";
import type { FieldPath } from "../../mapping/field_path.ts";

/**
 * A distribution: that of Gauß, that of Pareto, or the quantiles of another one
 * in units of the jitter, -4 to 4, the lowest first.
 */
export type Distribution = "normal" | "pareto" | readonly number[];

/** How many quantiles are computed. */
const COUNT = 4096;
/** What the kernel has for one jitter (`NETEM_DIST_SCALE`). */
const SCALE = 8192;
/** The most quantiles that the kernel takes (`NETEM_DIST_MAX`). */
const MOST = 16384;

/** How a {@linkcode Distribution} is stored. */
export const distribution: {
  readonly toKernel: (
    value: Stored<Distribution>,
    fieldPath: FieldPath,
  ) => number[];
} = {
  toKernel: (given, fieldPath) => {
    if (given === "normal") return tabulate(normal);
    if (given === "pareto") return tabulate(pareto);
    if (!Array.isArray(given)) {
      throw fieldPath.wrong(given, "normal, pareto or an array is expected");
    }
    if (given.length === 0 || given.length > MOST) {
      throw fieldPath.outside(
        given.length,
        `it does not have 1 to ${MOST} numbers`,
      );
    }
    return given.map((value: unknown, i) => {
      if (typeof value === "number" && value >= -4 && value < 4) {
        return Math.round(value * SCALE) - (value * SCALE >= 32767.5 ? 1 : 0);
      }
      throw fieldPath.at(i).wrong(
        value,
        "a number between -4 and 4 is expected",
      );
    });
  },
};

/** The quantiles of a distribution, in the middle of each step. */
function tabulate(quantile: (probability: number) => number): number[] {
  return Array.from({ length: COUNT }, (_, i) => {
    const value = Math.round(quantile((i + 0.5) / COUNT) * SCALE);
    return Math.min(Math.max(value, -32768), 32767);
  });
}

/**
 * Quantiles of the normal distribution with mean 0 and deviation 1, found by
 * halving, as its distribution function has no inverse in closed form.
 */
function normal(probability: number): number {
  let [below, above] = [-8, 8];
  for (let i = 0; i < 40; i++) {
    const middle = (below + above) / 2;
    if (cumulative(middle) < probability) below = middle;
    else above = middle;
  }
  return (below + above) / 2;
}

/** The distribution function, by its power series. */
function cumulative(x: number): number {
  if (x < -6) return 0;
  if (x > 6) return 1;
  let term = x;
  let sum = x;
  for (let n = 3; Math.abs(term) > 1e-16; n += 2) {
    term *= x * x / n;
    sum += term;
  }
  return 0.5 + sum * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
}

/** Quantiles of the Pareto distribution with shape 3, with mean 0 and deviation 1. */
function pareto(probability: number): number {
  const shape = 3;
  const mean = shape / (shape - 1);
  const deviation = Math.sqrt(shape / (shape - 2)) / (shape - 1);
  return ((1 - probability) ** (-1 / shape) - mean) / deviation;
}
