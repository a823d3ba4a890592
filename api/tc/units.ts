/**
 * Units of traffic control: seconds, bytes, bytes a second, and probabilities.
 *
 * @module
 */

import { secondsOf, ticksOf } from "../../messages/tc/rate.ts";
import { checkInteger, duration } from "../mapping/conversions.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import type { Conversion } from "../mapping/mapping.ts";

/**
 * A rate in bytes a second; or as `tc` writes it, such as `"80mbit"` (bits a
 * second) or `"10mbps"` (bytes a second). It is always returned as a number.
 */
export type Rate = number | string;

/** Seconds, counted in millionths by the kernel. */
export const microseconds: Conversion<number, number> = duration(1e6);

/**
 * Seconds that the kernel takes and reports in millionths, and keeps in other
 * units. It rounds down both times, so that what it reports is less than what
 * was set; what is read here is rounded up to what gives the same again.
 *
 * @param unit Nanoseconds of the kernel's unit.
 * @returns The conversion.
 */
function keptIn(unit: number): Conversion<number, number> {
  return {
    fromKernel: (value) => {
      const units = Math.ceil(value * 1000 / unit);
      return microseconds.fromKernel(Math.ceil(units * unit / 1000));
    },
    toKernel: microseconds.toKernel,
  };
}

/** Seconds of those that control delay, which keep units of 1024 nanoseconds. */
export const codelTime: Conversion<number, number> = keptIn(1024);

/** Seconds of those that keep ticks of 64 nanoseconds. */
export const pieTime: Conversion<number, number> = keptIn(64);

/** Seconds, counted in billionths by the kernel, of 32 bits. */
export const nanoseconds: Conversion<number, number> = duration(1e9);

/** Seconds, counted in billionths by the kernel, of 64 bits. */
export const nanoseconds64: Conversion<number, bigint> = {
  fromKernel: (value) => Number(value) / 1e9,
  toKernel: (value, fieldPath) => {
    const units = checkNumber(value, fieldPath, "seconds") * 1e9;
    if (!(units >= 0 && units < 2 ** 63)) {
      throw fieldPath.outside(
        value,
        `it is not between 0 and ${2 ** 63 / 1e9}`,
      );
    }
    return BigInt(Math.round(units));
  },
};

/** Seconds as they are. */
export const seconds: Conversion<number, number> = {
  fromKernel: (value) => value,
  toKernel: (given, fieldPath) => {
    const value = checkNumber(given, fieldPath, "seconds");
    if (value >= 0 && value < Infinity) return value;
    throw fieldPath.outside(given, "it is not a number of seconds");
  },
};

/** Seconds, counted in ticks of 64 nanoseconds by the kernel. */
export const ticks: Conversion<number, number> = {
  fromKernel: secondsOf,
  toKernel: (given, fieldPath) => {
    const value = ticksOf(checkNumber(given, fieldPath, "seconds"));
    if (value >= 0 && value <= 0xffffffff) return value;
    throw fieldPath.outside(
      given,
      `it is not between 0 and ${secondsOf(0xffffffff)} seconds`,
    );
  },
};

/** A number of bytes that fits into 32 bits. */
export const size: Conversion<number, number> = {
  fromKernel: (value) => value,
  toKernel: (value, fieldPath) => checkInteger(value, 0, 0xffffffff, fieldPath),
};

const PREFIXES: Readonly<Record<string, number>> = {
  "": 1,
  k: 1e3,
  m: 1e6,
  g: 1e9,
  t: 1e12,
  ki: 2 ** 10,
  mi: 2 ** 20,
  gi: 2 ** 30,
  ti: 2 ** 40,
};
const RATE = /^(\d+(?:\.\d+)?)(?:([kmgt]i?|)(bit|bps))$/i;

/**
 * The number that a rate is.
 *
 * @param rate The rate.
 * @param fieldPath Where it stands, for error messages.
 * @returns Bytes a second; a whole number.
 * @throws {TypeError} If it is no rate.
 * @throws {RangeError} If it is negative, or no whole number.
 */
export function bytesPerSecond(rate: Rate, fieldPath: FieldPath): number {
  if (typeof rate === "number") {
    return checkInteger(rate, 0, Number.MAX_SAFE_INTEGER, fieldPath);
  }
  const found = typeof rate === "string" ? RATE.exec(rate) : null;
  if (found === null) {
    throw fieldPath.wrong(
      rate,
      'bytes a second, or a rate such as "80mbit" is expected',
    );
  }
  const [, digits, prefix = "", unit = ""] = found;
  const scale = PREFIXES[prefix.toLowerCase()]!;
  const value = Number(digits) * scale / (unit.toLowerCase() === "bit" ? 8 : 1);
  if (value > Number.MAX_SAFE_INTEGER) {
    throw fieldPath.outside(rate, "it is too large");
  }
  return Math.floor(value);
}

/** A {@linkcode Rate}, of which the kernel has 32 bits. */
export const rate: Conversion<Rate, number> = {
  fromKernel: (value) => value,
  toKernel: (given, fieldPath) => {
    const value = bytesPerSecond(given, fieldPath);
    if (value <= 0xffffffff) return value;
    throw fieldPath.outside(
      given,
      `it is not between 0 and ${0xffffffff} bytes a second`,
    );
  },
};

/** A {@linkcode Rate}, of which the kernel has 64 bits. */
export const rate64: Conversion<Rate, bigint> = {
  fromKernel: Number,
  toKernel: (value, fieldPath) => BigInt(bytesPerSecond(value, fieldPath)),
};

/**
 * A probability, 0 to 1, that the kernel has as a fraction of a whole number.
 *
 * @param most What the kernel has for 1.
 * @returns The conversion.
 */
export function probability(most: number): Conversion<number, number> {
  return {
    fromKernel: (value) => shortest(value, most),
    toKernel: (given, fieldPath) => {
      const value = checkNumber(given, fieldPath, "probability");
      if (!(value >= 0 && value <= 1)) {
        throw fieldPath.outside(given, "it is not between 0 and 1");
      }
      return Math.round(value * most);
    },
  };
}

/** A probability, in units of 1/(2³²-1). */
export const probability32: Conversion<number, number> = probability(
  0xffffffff,
);

/** The fraction with the fewest digits that the kernel has as `value`. */
function shortest(value: number, most: number): number {
  const exact = value / most;
  for (let digits = 1; digits < 12; digits++) {
    const short = Number(exact.toPrecision(digits));
    if (Math.round(short * most) === value) return short;
  }
  return exact;
}

function checkNumber(
  value: unknown,
  fieldPath: FieldPath,
  what: string,
): number {
  if (typeof value === "number" && !Number.isNaN(value)) return value;
  throw fieldPath.wrong(
    value,
    what === "seconds"
      ? "a number of seconds is expected"
      : "a number between 0 and 1 is expected",
  );
}
