/**
 * What to make of many measurements.
 *
 * @module
 */

/** Gives the value that a part of the values does not exceed. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))]!;
}

/** Gives the value in the middle. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}
