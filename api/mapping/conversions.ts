/**
 * Conversions of single values, for {@linkcode mapping}.
 *
 * @module
 */

import { inverse, quotient, same, truth, withForm } from "./forms.ts";
import type { Place } from "./field_path.ts";
import type { Conversion } from "./mapping.ts";

/** The kernel's 0 and 1 as a boolean; anything but 0 is `true`. */
export const boolean: Conversion<boolean, number> = {
  toWords: truth,
  toKernel: (words, place) => checkBoolean(words, place) ? 1 : 0,
};

/** A boolean that the kernel stores the other way round. */
export const inverted: Conversion<boolean, number> = {
  toWords: inverse,
  toKernel: (words, place) => checkBoolean(words, place) ? 0 : 1,
};

/** An attribute without value: `true` sends it, `false` does not. */
export const presence: Conversion<boolean, true> = {
  toWords: () => true,
  toKernel: (words, place) => checkBoolean(words, place) ? true : undefined,
};

/** Text as it is. */
export const text: Conversion<string, string> = {
  toWords: same,
  toKernel: (words, place) => {
    if (typeof words !== "string") {
      throw place.wrong(words, "a string is expected");
    }
    if (words.includes("\0")) {
      throw place.wrong(words, "it contains a NUL character");
    }
    return words;
  },
};

/** Bytes as they are. */
export const binary: Conversion<Uint8Array, Uint8Array> = {
  toWords: same,
  toKernel: (words, place) => {
    if (!(words instanceof Uint8Array)) {
      throw place.wrong(words, "a Uint8Array is expected");
    }
    return words;
  },
};

/**
 * An integer between two limits.
 *
 * @param min The smallest one.
 * @param max The largest one.
 * @returns The conversion.
 */
export function integer(min: number, max: number): Conversion<number, number> {
  return {
    toWords: same,
    toKernel: (words, place) => checkInteger(words, min, max, place),
  };
}

/** An integer that is as wide as the schema that the mapping names says. */
export const number: Conversion<number, number> = {
  toWords: same,
  toKernel: unsized,
  sized: ({ bits, signed }) =>
    signed
      ? integer(-(2 ** (bits - 1)), 2 ** (bits - 1) - 1)
      : integer(0, 2 ** bits - 1),
};

function unsized(): never {
  throw new TypeError(
    "Cannot find the range of a number: its mapping names no schema with it",
  );
}

/** An unsigned integer of 8 bits. */
export const uint8: Conversion<number, number> = integer(0, 0xff);
/** An unsigned integer of 16 bits. */
export const uint16: Conversion<number, number> = integer(0, 0xffff);
/** An unsigned integer of 32 bits. */
export const uint32: Conversion<number, number> = integer(0, 0xffffffff);
/** A signed integer of 32 bits. */
export const int32: Conversion<number, number> = integer(
  -0x80000000,
  0x7fffffff,
);

/** An unsigned integer of 64 bits. */
export const uint64: Conversion<bigint, bigint> = {
  toWords: same,
  toKernel: (words, place) => {
    if (typeof words !== "bigint") {
      throw place.wrong(words, "a bigint is expected");
    }
    if (words < 0n || words > MAX_64) {
      throw place.outside(words, `it is not between 0 and ${MAX_64}`);
    }
    return words;
  },
};

const MAX_64 = 0xffffffffffffffffn;

/**
 * A duration in seconds that the kernel counts in smaller units.
 *
 * @param unitsPerSecond How many units a second has.
 * @param bits Width of the kernel's number.
 * @returns The conversion.
 */
export function duration(
  unitsPerSecond: number,
  bits: 8 | 16 | 32 = 32,
): Conversion<number, number> {
  return {
    toWords: quotient(unitsPerSecond),
    toKernel: (words, place) =>
      unitsOf(words, unitsPerSecond, 2 ** bits - 1, place),
  };
}

/** Seconds, counted in thousandths by the kernel. */
export const milliseconds: Conversion<number, number> = duration(1000);
/**
 * Seconds, counted in hundredths by the kernel: `clock_t`, whose `USER_HZ` is
 * 100 on every architecture that Deno runs on.
 */
export const centiseconds: Conversion<number, number> = duration(100);
/** Seconds, counted in seconds by the kernel too. */
export const seconds: Conversion<number, number> = duration(1);

/** Like {@linkcode centiseconds}, but of 64 bits. */
export const centiseconds64: Conversion<number, bigint> = {
  toWords: (value) => Number(value) / 100,
  toKernel: (words, place) => {
    const units = unitsOf(words, 100, 2 ** 64, place);
    return units === 2 ** 64 ? MAX_64 : BigInt(units);
  },
};

/** Like {@linkcode milliseconds}, but of 64 bits. */
export const milliseconds64: Conversion<number, bigint> = {
  toWords: (value) => Number(value) / 1000,
  toKernel: (words, place) =>
    BigInt(unitsOf(words, 1000, Number.MAX_SAFE_INTEGER, place)),
};

/**
 * Lets a word stand for one value of the kernel.
 *
 * @typeParam W The other words.
 * @typeParam S The word.
 * @typeParam K The kernel's values.
 * @param conversion How the other values are converted.
 * @param word The word, such as `"inherit"`, `Infinity` or `null`.
 * @param value The kernel's value for it.
 * @returns The conversion.
 */
export function special<W, S extends string | number | null, K>(
  conversion: Conversion<W, K>,
  word: S,
  value: K,
): Conversion<W | S, K> {
  return {
    toWords: (given) => given === value ? word : conversion.toWords(given),
    toKernel: (words, place) =>
      words === word ? value : conversion.toKernel(words as W, place),
  };
}

/**
 * Lets `null` stand for the kernel's value for "none".
 *
 * @typeParam W The words.
 * @typeParam K The kernel's values.
 * @param conversion How the other values are converted.
 * @param value The kernel's value for none.
 * @returns The conversion.
 */
export function orNull<W, K>(
  conversion: Conversion<W, K>,
  value: K,
): Conversion<W | null, K> {
  return special(conversion, null, value);
}

/**
 * Arrays of what another conversion converts.
 *
 * @typeParam W The items in words.
 * @typeParam K The items in the kernel's terms.
 * @param conversion How the items are converted.
 * @returns The conversion.
 */
export function listOf<W, K>(
  conversion: Conversion<W, K>,
): Conversion<W[], K[]> {
  const { toWords } = conversion;
  return {
    toWords: withForm(
      { kind: "list", item: toWords },
      (values: K[]) => values.map((value) => toWords(value)),
    ),
    toKernel: (words, place) => {
      if (!Array.isArray(words)) {
        throw place.wrong(words, "an array is expected");
      }
      return words.map((word, index) => {
        const value = conversion.toKernel(word, place.at(index));
        if (value === undefined) {
          throw place.at(index).wrong(word, "it cannot stand in an array");
        }
        return value;
      });
    },
  };
}

/**
 * Makes sure that a value is a boolean.
 *
 * @param value The value.
 * @param place Where it stands.
 * @returns The value.
 * @throws {TypeError} If it is none.
 */
export function checkBoolean(value: unknown, place: Place): boolean {
  if (typeof value !== "boolean") {
    throw place.wrong(value, "true or false is expected");
  }
  return value;
}

/**
 * Makes sure that a value is an integer between two limits.
 *
 * @param value The value.
 * @param min The smallest one.
 * @param max The largest one.
 * @param place Where it stands.
 * @returns The value.
 * @throws {TypeError} If it is no number.
 * @throws {RangeError} If it is no integer, or not between the limits.
 */
export function checkInteger(
  value: unknown,
  min: number,
  max: number,
  place: Place,
): number {
  if (typeof value !== "number") {
    throw place.wrong(value, "a number is expected");
  }
  if (!Number.isInteger(value)) {
    throw place.outside(value, "it is not an integer");
  }
  if (value < min || value > max) {
    throw place.outside(value, `it is not between ${min} and ${max}`);
  }
  return value;
}

function unitsOf(
  seconds: unknown,
  unitsPerSecond: number,
  max: number,
  place: Place,
): number {
  if (typeof seconds !== "number") {
    throw place.wrong(seconds, "a number of seconds is expected");
  }
  const units = Math.round(seconds * unitsPerSecond);
  if (!(units >= 0 && units <= max)) {
    throw place.outside(
      seconds,
      `it is not between 0 and ${max / unitsPerSecond} seconds`,
    );
  }
  // The quotient of two doubles need not be exact, so compare with some slack.
  if (Math.abs(seconds * unitsPerSecond - units) > units * 1e-9 + 1e-9) {
    throw place.outside(
      seconds,
      `it is not a multiple of ${1 / unitsPerSecond} seconds`,
    );
  }
  return units;
}
