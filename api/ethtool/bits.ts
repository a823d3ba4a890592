/**
 * Sets of bits with names, in both forms that the family `ethtool` has: bit by
 * bit, or as bitmaps.
 *
 * @see {@link https://docs.kernel.org/networking/ethtool-netlink.html#bit-sets | Bit sets}
 *
 * @module
 */

import type { EthtoolBitset } from "../../messages/generic/ethtool/common.ts";
import { checkBoolean } from "../mapping/conversions.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import type { Conversion } from "../mapping/mapping.ts";

/**
 * Bits by name, such as `{ "tx-checksum-ipv4": true }`. Bits that have none are
 * named by their number. What is set is what is there: bits that are not
 * mentioned stay as they are.
 */
export type EthtoolBits = Record<string, boolean>;

/** Bits by name. */
export const bits: Conversion<EthtoolBits, EthtoolBitset> = {
  fromKernel: (set) => {
    const found: EthtoolBits = {};
    for (const { name, isSet } of bitsOf(set)) found[name] = isSet;
    return found;
  },
  toKernel: (value, fieldPath) => ({
    bits: entriesOf(value, fieldPath).map(([name, isSet]) => ({
      ...isNumber(name) ? { index: Number(name) } : { name },
      ...isSet && { value: true },
    })),
  }),
};

/** Bits by name, of which those that are not mentioned are turned off. */
export const onlyBits: Conversion<string[], EthtoolBitset> = {
  fromKernel: (set) =>
    bitsOf(set).filter(({ isSet }) => isSet).map(({ name }) => name),
  toKernel: (value, fieldPath) => {
    if (!Array.isArray(value)) {
      throw fieldPath.wrong(value, "an array is expected");
    }
    return {
      nomask: true,
      bits: value.map((name, index) => {
        if (typeof name !== "string") {
          throw fieldPath.at(index).wrong(
            name,
            "the name of a bit is expected",
          );
        }
        return isNumber(name) ? { index: Number(name) } : { name };
      }),
    };
  },
};

function entriesOf(
  given: unknown,
  fieldPath: FieldPath,
): [name: string, isSet: boolean][] {
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    throw fieldPath.wrong(given, "an object of names and booleans is expected");
  }
  return Object.entries(given).map(([name, value]) => [
    name,
    checkBoolean(value, fieldPath.at(name)),
  ]);
}

function isNumber(name: string): boolean {
  return /^(0|[1-9]\d{0,8})$/.test(name);
}

/** One bit of a set. */
interface NamedBit {
  /** Its name, or its number where it has none. */
  name: string;
  /** Whether it is set. */
  isSet: boolean;
}

/** The bits of a set that count. */
function bitsOf(set: EthtoolBitset): NamedBit[] {
  if (set.bits !== undefined) {
    return set.bits.map(({ index = 0, name, value }) => ({
      // The kernel has bits without name, and some with an empty one.
      name: name || String(index),
      isSet: set.nomask === true || value === true,
    }));
  }
  return numbersOf(set).map(({ index, isSet }) => ({
    name: String(index),
    isSet,
  }));
}

/**
 * The bits of bitmaps that count: those of the mask, or those that are set where
 * there is none.
 *
 * @param set The set.
 * @returns Number and value of each of them.
 */
function numbersOf(
  { size = 0, value, mask }: EthtoolBitset,
): { index: number; isSet: boolean }[] {
  const found = [];
  // The size that is reported need not be what there is.
  const length = Math.min(size, 8 * Math.max(lengthOf(value), lengthOf(mask)));
  for (let index = 0; index < length; index++) {
    const isSet = hasBit(value, index);
    if (mask === undefined ? isSet : hasBit(mask, index)) {
      found.push({ index, isSet });
    }
  }
  return found;
}

function lengthOf(bitmap: Uint8Array | undefined): number {
  return bitmap?.length ?? 0;
}

/** The words of bitmaps are in host order, which is little-endian here. */
function hasBit(bitmap: Uint8Array | undefined, index: number): boolean {
  return ((bitmap?.[index >> 3] ?? 0) >> (index & 7) & 1) !== 0;
}

/**
 * Gives names to the bits of bitmaps.
 *
 * @param set The set.
 * @param names The names, by number.
 * @returns The same bit by bit; the set itself, if it has that form.
 */
export function withNames(
  set: EthtoolBitset,
  names: ReadonlyMap<number, string>,
): EthtoolBitset {
  if (set.bits !== undefined || set.size === undefined) return set;
  const { nomask } = set;
  return {
    ...nomask !== undefined && { nomask },
    size: set.size,
    bits: numbersOf(set).map(({ index, isSet }) => {
      const name = names.get(index);
      return {
        index,
        ...name && { name },
        ...isSet && { value: true as const },
      };
    }),
  };
}
