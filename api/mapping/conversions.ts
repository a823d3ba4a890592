/**
 * Conversions of single values, for {@linkcode mapping}.
 *
 * @module
 */

import { inverse, quotient, same, truth, withForm } from "./forms.ts";
import type { FieldPath } from "./field_path.ts";
import type { Conversion } from "./mapping.ts";

/** The kernel's 0 and 1 as a boolean; anything but 0 is `true`. */
export const boolean: Conversion<boolean, number> = {
  fromKernel: truth,
  toKernel: (value, fieldPath) => checkBoolean(value, fieldPath) ? 1 : 0,
};

/** A boolean that the kernel stores the other way round. */
export const inverted: Conversion<boolean, number> = {
  fromKernel: inverse,
  toKernel: (value, fieldPath) => checkBoolean(value, fieldPath) ? 0 : 1,
};

/** An attribute without value: `true` sends it, `false` does not. */
export const presence: Conversion<boolean, true> = {
  fromKernel: () => true,
  toKernel: (value, fieldPath) =>
    checkBoolean(value, fieldPath) ? true : undefined,
};

/** Text as it is. */
export const text: Conversion<string, string> = {
  fromKernel: same,
  toKernel: (value, fieldPath) => {
    if (typeof value !== "string") {
      throw fieldPath.wrong(value, "a string is expected");
    }
    if (value.includes("\0")) {
      throw fieldPath.wrong(value, "it contains a NUL character");
    }
    return value;
  },
};

/** Bytes as they are. */
export const binary: Conversion<Uint8Array, Uint8Array> = {
  fromKernel: same,
  toKernel: (value, fieldPath) => {
    if (!(value instanceof Uint8Array)) {
      throw fieldPath.wrong(value, "a Uint8Array is expected");
    }
    return value;
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
    fromKernel: same,
    toKernel: (value, fieldPath) => checkInteger(value, min, max, fieldPath),
  };
}

/** An integer that is as wide as in the schema that the mapping names. */
export const number: Conversion<number, number> = {
  fromKernel: same,
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
  fromKernel: same,
  toKernel: (value, fieldPath) => {
    if (typeof value !== "bigint") {
      throw fieldPath.wrong(value, "a bigint is expected");
    }
    if (value < 0n || value > MAX_64) {
      throw fieldPath.outside(value, `it is not between 0 and ${MAX_64}`);
    }
    return value;
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
    fromKernel: quotient(unitsPerSecond),
    toKernel: (value, fieldPath) =>
      unitsOf(value, unitsPerSecond, 2 ** bits - 1, fieldPath),
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
  fromKernel: (value) => Number(value) / 100,
  toKernel: (value, fieldPath) => {
    const units = unitsOf(value, 100, 2 ** 64, fieldPath);
    return units === 2 ** 64 ? MAX_64 : BigInt(units);
  },
};

/** Like {@linkcode milliseconds}, but of 64 bits. */
export const milliseconds64: Conversion<number, bigint> = {
  fromKernel: (value) => Number(value) / 1000,
  toKernel: (value, fieldPath) =>
    BigInt(unitsOf(value, 1000, Number.MAX_SAFE_INTEGER, fieldPath)),
};

/** Seconds, counted in billionths of 64 bits by the kernel. */
export const nanoseconds64: Conversion<number, bigint> = {
  fromKernel: (value) => Number(value) / 1e9,
  toKernel: (value, fieldPath) =>
    BigInt(unitsOf(value, 1e9, Number.MAX_SAFE_INTEGER, fieldPath)),
};

/**
 * A number that the kernel has 64 bits for, though 53 are enough for what it
 * counts.
 */
export const wideNumber: Conversion<number, bigint> = {
  fromKernel: Number,
  toKernel: (value, fieldPath) =>
    BigInt(checkInteger(value, 0, Number.MAX_SAFE_INTEGER, fieldPath)),
};

/**
 * Lets a word stand for one value of the kernel.
 *
 * @typeParam W The other values.
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
    fromKernel: (given) =>
      given === value ? word : conversion.fromKernel(given),
    toKernel: (given, fieldPath) =>
      given === word ? value : conversion.toKernel(given as W, fieldPath),
  };
}

/**
 * Lets `null` stand for the kernel's value for "none".
 *
 * @typeParam W The value.
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
 * @typeParam W The items in people's terms.
 * @typeParam K The items in the kernel's terms.
 * @param conversion How the items are converted.
 * @returns The conversion.
 */
export function listOf<W, K>(
  conversion: Conversion<W, K>,
): Conversion<W[], K[]> {
  const { fromKernel } = conversion;
  return {
    fromKernel: withForm(
      { kind: "list", item: fromKernel },
      (values: K[]) => values.map((value) => fromKernel(value)),
    ),
    toKernel: (given, fieldPath) => {
      if (!Array.isArray(given)) {
        throw fieldPath.wrong(given, "an array is expected");
      }
      return given.map((word, index) => {
        const value = conversion.toKernel(word, fieldPath.at(index));
        if (value === undefined) {
          throw fieldPath.at(index).wrong(word, "it cannot stand in an array");
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
 * @param fieldPath Where it stands.
 * @returns The value.
 * @throws {TypeError} If it is none.
 */
export function checkBoolean(value: unknown, fieldPath: FieldPath): boolean {
  if (typeof value !== "boolean") {
    throw fieldPath.wrong(value, "true or false is expected");
  }
  return value;
}

/**
 * Makes sure that a value is an integer between two limits.
 *
 * @param value The value.
 * @param min The smallest one.
 * @param max The largest one.
 * @param fieldPath Where it stands.
 * @returns The value.
 * @throws {TypeError} If it is no number.
 * @throws {RangeError} If it is no integer, or not between the limits.
 */
export function checkInteger(
  value: unknown,
  min: number,
  max: number,
  fieldPath: FieldPath,
): number {
  if (typeof value !== "number") {
    throw fieldPath.wrong(value, "a number is expected");
  }
  if (!Number.isInteger(value)) {
    throw fieldPath.outside(value, "it is not an integer");
  }
  if (value < min || value > max) {
    throw fieldPath.outside(value, `it is not between ${min} and ${max}`);
  }
  return value;
}

function unitsOf(
  seconds: unknown,
  unitsPerSecond: number,
  max: number,
  fieldPath: FieldPath,
): number {
  if (typeof seconds !== "number") {
    throw fieldPath.wrong(seconds, "a number of seconds is expected");
  }
  const units = Math.round(seconds * unitsPerSecond);
  if (!(units >= 0 && units <= max)) {
    throw fieldPath.outside(
      seconds,
      `it is not between 0 and ${max / unitsPerSecond} seconds`,
    );
  }
  // The quotient of two doubles need not be exact, so compare with some slack.
  if (Math.abs(seconds * unitsPerSecond - units) > units * 1e-9 + 1e-9) {
    throw fieldPath.outside(
      seconds,
      `it is not a multiple of ${1 / unitsPerSecond} seconds`,
    );
  }
  return units;
}
