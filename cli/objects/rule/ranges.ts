/**
 * Ranges of numbers, as C's `sscanf` reads them.
 *
 * @module
 */

/** All numbers from one to another. */
export interface Range {
  /** The first number. */
  start: number;
  /** The last number; missing if only one was given. */
  end?: number;
}

const RANGE = /^\s*([+-]?\d+)(?:-\s*([+-]?\d+))?/;
const MOST = 2n ** 64n - 1n;

/**
 * Reads a range, such as `10-20`, of numbers of 32 bits; larger ones wrap. What
 * follows it does not matter.
 *
 * @returns The range, or `undefined` if the argument does not begin with a
 * number.
 */
export function rangeOf(arg: string): Range | undefined {
  const [, start, end] = RANGE.exec(arg) ?? [];
  if (start === undefined) return undefined;
  return {
    start: wrap(start),
    ...end !== undefined && { end: wrap(end) },
  };
}

function wrap(digits: string): number {
  const value = BigInt(digits.replace("+", ""));
  const size = value < 0n ? -value : value;
  return Number(BigInt.asUintN(32, size > MOST ? MOST : value));
}
