/**
 * Ranges of numbers.
 *
 * @module
 */

import { integer } from "./conversions.ts";
import type { Conversion } from "./mapping.ts";

/** One number, or all from one to another. */
export type NumberRange = number | {
  /** The first number. */
  from: number;
  /** The last number. */
  to: number;
};

/**
 * Ranges that the kernel stores as a struct of two numbers.
 *
 * @typeParam F Name of the property that has the first number.
 * @typeParam L Name of the property that has the last number.
 * @param first Name of the property that has the first number.
 * @param last Name of the property that has the last number.
 * @param max The largest number.
 * @returns The conversion.
 */
export function numberRange<F extends string, L extends string>(
  first: F,
  last: L,
  max: number,
): Conversion<NumberRange, Record<F | L, number>> {
  const { toKernel } = integer(0, max);
  const pair = (from: number, to: number) =>
    ({ [first]: from, [last]: to }) as Record<F | L, number>;
  return {
    fromKernel: (value) => {
      const [from, to] = [value[first], value[last]];
      return from === to ? from : { from, to };
    },
    toKernel: (given, fieldPath) => {
      if (typeof given === "number") {
        const value = toKernel(given, fieldPath)!;
        return pair(value, value);
      }
      if (typeof given !== "object" || given === null) {
        throw fieldPath.wrong(given, "a number, or { from, to }, is expected");
      }
      for (const name of Object.keys(given)) {
        if (name === "from" || name === "to") continue;
        throw fieldPath.at(name).wrong(
          (given as Record<string, unknown>)[name],
          "there is no such property",
        );
      }
      const from = toKernel(given.from, fieldPath.at("from"))!;
      const to = toKernel(given.to, fieldPath.at("to"))!;
      if (to < from) {
        throw fieldPath.at("to").outside(to, "it is less than from");
      }
      return pair(from, to);
    },
  };
}
