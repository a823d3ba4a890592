/**
 * Numbers as people write them for `ip`: decimal, `0x…`, `0b…` or octal with a
 * leading zero, as `strtoul` of C23 reads them.
 *
 * All of these return `undefined` for what is not a number of the asked size;
 * the caller reports it.
 *
 * @module
 */

import { valueOf } from "../../messages/value_names.ts";

/** What {@linkcode strtoul} read. */
export interface Scanned {
  /** The number, without regard to any size. */
  readonly value: bigint;
  /** Where the number ends; 0 if there was none. */
  readonly end: number;
}

const NUMBERS: Readonly<Record<number, RegExp>> = {
  0: /^[ \t\n\v\f\r]*([+-]?)(?:(0[xX][0-9a-fA-F]+|0[bB][01]+|0[0-7]*|[1-9][0-9]*))/,
  10: /^[ \t\n\v\f\r]*([+-]?)([0-9]+)/,
  16: /^[ \t\n\v\f\r]*([+-]?)(?:0[xX])?([0-9a-fA-F]+)/,
};

/**
 * Reads the number at the start of a text.
 *
 * @param text The text.
 * @param base 10, 16, or 0 for the base of the number's prefix.
 * @returns The number and where it ends.
 */
export function strtoul(text: string, base: 0 | 10 | 16 = 0): Scanned {
  const found = NUMBERS[base]!.exec(text);
  if (found === null) return { value: 0n, end: 0 };
  const [all, sign, digits = ""] = found;
  const value = base === 16
    ? BigInt(`0x${digits}`)
    : base === 0 && /^0\d/.test(digits)
    ? BigInt(`0o${digits}`)
    : BigInt(digits);
  return { value: sign === "-" ? -value : value, end: all.length };
}

function whole(text: string, base: 0 | 10 | 16): bigint | undefined {
  const { value, end } = strtoul(text, base);
  return end === 0 || end < text.length ? undefined : value;
}

/**
 * A number that is not negative.
 *
 * @param bits How many bits it may take.
 * @param base 10, 16, or 0 for the base of the number's prefix.
 * @returns The number, or `undefined` if the argument is none.
 */
export function unsigned(
  arg: string,
  bits: 8 | 16 | 32,
  base: 0 | 10 | 16 = 0,
): number | undefined {
  const value = unsigned64(arg, base);
  return value === undefined || value >> BigInt(bits) !== 0n
    ? undefined
    : Number(value);
}

/** A number of 8 bits that is not negative. */
export const u8 = (arg: string): number | undefined => unsigned(arg, 8);
/** A number of 16 bits that is not negative. */
export const u16 = (arg: string): number | undefined => unsigned(arg, 16);
/** A number of 32 bits that is not negative. */
export const u32 = (arg: string): number | undefined => unsigned(arg, 32);

/**
 * A number that is not negative and takes up to 64 bits. Like `strtoul`, this
 * takes `-1` for the largest one.
 *
 * @param base 10, 16, or 0 for the base of the number's prefix.
 * @returns The number, or `undefined` if the argument is none.
 */
export function unsigned64(
  arg: string,
  base: 0 | 10 | 16 = 0,
): bigint | undefined {
  const value = whole(arg, base);
  if (value === undefined) return undefined;
  const size = value < 0n ? -value : value;
  return size >> 64n === 0n ? BigInt.asUintN(64, value) : undefined;
}

/**
 * A number that may be negative.
 *
 * @param base 10, 16, or 0 for the base of the number's prefix.
 * @returns The number, or `undefined` if the argument is none of 32 bits.
 */
export function signed(
  arg: string,
  base: 0 | 10 | 16 = 0,
): number | undefined {
  const value = whole(arg, base);
  return value === undefined || BigInt.asIntN(32, value) !== value
    ? undefined
    : Number(value);
}

/**
 * A number that may be negative and takes up to 64 bits.
 *
 * @param base 10, 16, or 0 for the base of the number's prefix.
 * @returns The number, or `undefined` if the argument is none of 64 bits.
 */
export function signed64(
  arg: string,
  base: 0 | 10 | 16 = 0,
): bigint | undefined {
  const value = whole(arg, base);
  return value === undefined || BigInt.asIntN(64, value) !== value
    ? undefined
    : value;
}

/**
 * A number as C's `atoi` reads it: what does not look like one counts as 0.
 *
 * @returns The number.
 */
export function atoi(arg: string): number {
  return Number(BigInt.asIntN(32, toLong(strtoul(arg, 10).value)));
}

/** The largest number of `long`. */
const LONG_MAX = 0x7fffffffffffffffn;
/** The smallest number of `long`. */
const LONG_MIN = -LONG_MAX - 1n;

/**
 * A number as C's `strtol` returns it.
 *
 * @param value The number, of any size.
 * @returns The number, or the limit of `long` that is next to it.
 */
export function toLong(value: bigint): bigint {
  if (value > LONG_MAX) return LONG_MAX;
  return value < LONG_MIN ? LONG_MIN : value;
}

/**
 * A number as C's `strtoul` returns it.
 *
 * @param value The number, of any size.
 * @returns The number, or the largest one if its size is beyond it; negative
 * ones are counted from the end.
 */
export function toUnsignedLong(value: bigint): bigint {
  const size = value < 0n ? -value : value;
  return BigInt.asUintN(64, size >> 64n === 0n ? value : -1n);
}

/** A number with a fraction: sign, name, hexadecimal or decimal digits. */
const FRACTION =
  /^[ \t\n\v\f\r]*([+-]?)(?:(inf(?:inity)?|nan(?:\(\w*\))?)|0x([\da-f]+\.?[\da-f]*|\.[\da-f]+)(?:p([+-]?\d+))?|((?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?))/i;

/**
 * Reads the number at the start of a text as C's `strtod` does.
 *
 * @param text The text.
 * @returns The number, where it ends, 0 if there was none, and whether it is too
 * large for a `double`.
 */
export function strtod(
  text: string,
): { value: number; end: number; overflows: boolean } {
  const found = FRACTION.exec(text);
  if (found === null) return { value: 0, end: 0, overflows: false };
  const [all, sign, name, hex, exponent, decimal] = found;
  const size = name !== undefined
    ? /^i/i.test(name) ? Infinity : NaN
    : hex !== undefined
    ? hexadecimal(hex) * 2 ** Number(exponent ?? 0)
    : Number(decimal);
  return {
    value: sign === "-" ? -size : size,
    end: all.length,
    overflows: name === undefined && size === Infinity,
  };
}

function hexadecimal(digits: string): number {
  const [whole, fraction = ""] = digits.split(".");
  return Number(`0x0${whole}${fraction}`) / 16 ** fraction.length;
}

/**
 * A number with a fraction and a unit.
 *
 * @param units What each unit multiplies with, in lower case; `""` for none.
 * @returns The number, or `undefined` if the argument is none, or its unit
 * unknown.
 */
export function scaled(
  arg: string,
  units: Readonly<Record<string, number>>,
): number | undefined {
  const { value, end, overflows } = strtod(arg);
  if (end === 0 || overflows) return undefined;
  const scale = valueOf(units, arg.slice(end).toLowerCase());
  return scale === undefined ? undefined : value * scale;
}

const MICROSECONDS: Readonly<Record<string, number>> = {
  "": 1,
  us: 1,
  usec: 1,
  usecs: 1,
  ms: 1e3,
  msec: 1e3,
  msecs: 1e3,
  s: 1e6,
  sec: 1e6,
  secs: 1e6,
};

/**
 * A time, such as `10ms`; microseconds if there is no unit.
 *
 * @returns The time in microseconds, of 32 bits: what is larger loses the upper
 * ones, as what C makes of it does. `undefined` if the argument is none.
 */
export function microseconds(arg: string): number | undefined {
  const time = scaled(arg, MICROSECONDS);
  if (time === undefined || time < 0) return undefined;
  return time < 2 ** 63 ? Math.trunc(time) >>> 0 : 0;
}

/**
 * A time, such as `10ms`; nanoseconds if there is no unit.
 *
 * @returns The time in nanoseconds, or `undefined` if the argument is none of 64
 * bits.
 */
export function nanoseconds(arg: string): bigint | undefined {
  const time = scaled(arg, NANOSECONDS);
  return time !== undefined && time >= 0 && time < 2 ** 63
    ? BigInt(Math.trunc(time))
    : undefined;
}

/** How many nanoseconds each unit of time has. */
export const NANOSECONDS: Readonly<Record<string, number>> = {
  "": 1,
  ns: 1,
  nsec: 1,
  nsecs: 1,
  us: 1e3,
  usec: 1e3,
  usecs: 1e3,
  ms: 1e6,
  msec: 1e6,
  msecs: 1e6,
  s: 1e9,
  sec: 1e9,
  secs: 1e9,
};

const KIBI = 1024;
const RATES: Readonly<Record<string, number>> = {
  "": 1,
  bit: 1,
  kibit: KIBI,
  kbit: 1e3,
  mibit: KIBI ** 2,
  mbit: 1e6,
  gibit: KIBI ** 3,
  gbit: 1e9,
  tibit: KIBI ** 4,
  tbit: 1e12,
  bps: 8,
  kibps: 8 * KIBI,
  kbps: 8e3,
  mibps: 8 * KIBI ** 2,
  mbps: 8e6,
  gibps: 8 * KIBI ** 3,
  gbps: 8e9,
  tibps: 8 * KIBI ** 4,
  tbps: 8e12,
};

/**
 * A rate, such as `10mbit`; bits a second if there is no unit.
 *
 * @returns The rate in bytes a second, or `undefined` if the argument is none.
 * Rates of more than 64 bits are what C makes of them, 0; `nan` is 2^63.
 */
export function bytesPerSecond(arg: string): number | undefined {
  const bits = scaled(arg, RATES);
  if (bits === undefined || bits < 0) return undefined;
  if (Number.isNaN(bits)) return 2 ** 63;
  return bits / 8 < 2 ** 64 ? Math.trunc(bits / 8) : 0;
}

/**
 * A rate that 32 bits have room for.
 *
 * @returns The rate in bytes a second, or `undefined` if the argument is none.
 */
export function bytesPerSecond32(arg: string): number | undefined {
  const bits = scaled(arg, RATES) ?? NaN;
  return bits >= 0 && bits / 8 < 2 ** 32 ? Math.trunc(bits / 8) : undefined;
}

const SIZES: Readonly<Record<string, number>> = {
  "": 1,
  b: 1,
  k: KIBI,
  kb: KIBI,
  kbit: KIBI / 8,
  m: KIBI ** 2,
  mb: KIBI ** 2,
  mbit: KIBI ** 2 / 8,
  g: KIBI ** 3,
  gb: KIBI ** 3,
  gbit: KIBI ** 3 / 8,
};

/**
 * A size, such as `10kb`; bytes if there is no unit.
 *
 * @param limit What is too large.
 * @returns The size in bytes, or `undefined` if the argument is none, or too
 * large.
 */
export function bytes(
  arg: string,
  limit: number = 2 ** 32,
): number | undefined {
  const size = scaled(arg, SIZES) ?? NaN;
  return size >= 0 && size < limit ? Math.trunc(size) : undefined;
}
