/**
 * Ranges of VLANs and of networks.
 *
 * @module
 */

import type { FieldPath } from "../mapping/field_path.ts";
import type { Conversion } from "../mapping/mapping.ts";
import { type NumberRange, numberRange } from "../mapping/number_range.ts";

export type { NumberRange } from "../mapping/number_range.ts";

/**
 * One number, or all from one to another; a range may also be text such as
 * `"100-199"`.
 */
export type TypedRange = NumberRange | string;

/** A range in the kernel's terms. */
export interface Range {
  /** The first number. */
  first: number;
  /** The last number, which may be the first one. */
  last: number;
}

const TEXT = /^(\d+)(?:-(\d+))?$/;

function parse(value: string, fieldPath: FieldPath): NumberRange {
  const [, from, to = from] = TEXT.exec(value) ?? [];
  if (from === undefined) {
    throw fieldPath.wrong(
      value,
      'a number, or a range as "100-199", is expected',
    );
  }
  return { from: Number(from), to: Number(to) };
}

/**
 * Ranges up to a number.
 *
 * @param max The largest number.
 * @returns The conversion.
 */
export function range(max: number): Conversion<TypedRange, Range> {
  const { fromKernel, toKernel } = numberRange("first", "last", max);
  return {
    fromKernel,
    toKernel: (value, fieldPath) =>
      toKernel(
        typeof value === "string" ? parse(value, fieldPath) : value,
        fieldPath,
      ),
  };
}

/**
 * Whether two ranges have a number in common.
 *
 * @param a One range.
 * @param b The other one.
 * @returns Whether they have.
 */
export function overlap(a: Range, b: Range): boolean {
  return a.first <= b.last && b.first <= a.last;
}
