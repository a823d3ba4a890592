/**
 * References to wireless devices.
 *
 * @module
 */

import { integer } from "../mapping/conversions.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import type { Conversion } from "../mapping/mapping.ts";

/**
 * A wireless device, a wiphy: its name such as `phy0`, its index, or anything
 * that has an index.
 */
export type WiphyReference = string | number | { readonly index: number };

/** Index of a wireless device, from 0 on. */
export const wiphyIndex: Conversion<number, number> = integer(0, 0x7fffffff);

/**
 * Makes sure that a value refers to a wireless device.
 *
 * @param value The value.
 * @param fieldPath Where it stands.
 * @returns Its name or its index.
 * @throws {TypeError} If it does not.
 * @throws {RangeError} If the index cannot be one.
 */
export function checkWiphy(
  value: WiphyReference,
  fieldPath: FieldPath,
): string | number {
  if (typeof value === "string") {
    if (value === "") throw fieldPath.outside(value, "a name cannot be empty");
    return value;
  }
  const index = typeof value === "object" && value !== null
    ? value.index
    : value;
  if (typeof index !== "number") {
    throw fieldPath.wrong(
      value,
      "a device's name or index, or an object with an index, is expected",
    );
  }
  return wiphyIndex.toKernel(index, fieldPath)!;
}
