/**
 * Numbers as `ip` writes them.
 *
 * @module
 */

import { textToBytes } from "../../messages/codec/mod.ts";

/**
 * A number with `0x` in front, as C's `%#x` writes it.
 *
 * @param value The number, not negative.
 * @returns The text; `0` has no prefix.
 */
export function hex(value: number | bigint): string {
  const digits = (typeof value === "number" ? BigInt(value) : value)
    .toString(16);
  return digits === "0" ? "0" : `0x${digits}`;
}

/**
 * A number with a fraction, as C's `%g` writes it.
 *
 * @param value The number.
 * @param precision How many significant digits.
 * @returns The text.
 */
export function significant(value: number, precision = 6): string {
  if (value === 0) return "0";
  const exponent = Number(value.toExponential(precision - 1).split("e")[1]);
  if (exponent >= -4 && exponent < precision) {
    return trimZeros(value.toFixed(precision - 1 - exponent));
  }
  const [digits = "", power = "0"] = value.toExponential(precision - 1)
    .split("e");
  const size = String(Math.abs(Number(power))).padStart(2, "0");
  return `${trimZeros(digits)}e${Number(power) < 0 ? "-" : "+"}${size}`;
}

function trimZeros(digits: string): string {
  return digits.includes(".") ? digits.replace(/\.?0+$/, "") : digits;
}

/** How to write counters. */
export interface CountOptions {
  /** Whether to write `1.50k` instead of `1500` (`-human`); any number but 0 counts. */
  human: number;
  /** Whether multiples are powers of 1024 (`-iec`). */
  iec: boolean;
}

/**
 * A counter in a column.
 *
 * @param value The counter.
 * @param width How wide the column is.
 * @param options How to write it.
 * @returns The text, with a space behind it.
 */
export function count(
  value: number | bigint,
  width: number,
  { human, iec }: CountOptions,
): string {
  const exact = BigInt(value);
  const base = iec ? 1024n : 1000n;
  if (!human || exact < base) return `${exact}`.padStart(width) + " ";
  const units = "kMGTPE";
  let unit = 0;
  let power = base;
  while (exact / base >= power && unit < units.length - 1) {
    power *= base;
    unit++;
  }
  let precision = 2;
  for (let limit = 10n; precision > 0; precision--, limit *= 10n) {
    if (exact / power < limit) break;
  }
  const text = fixed(Number(exact) / Number(power), precision);
  return `${text}${units[unit]}${iec ? "i" : ""}`.padStart(width) + " ";
}

/** A number with a fixed fraction; ties go to the even digit, as in C. */
function fixed(value: number, precision: number): string {
  const scale = 10 ** precision;
  const scaled = value * scale;
  const below = Math.floor(scaled);
  if (scaled - below === 0.5 && below % 2 === 0) {
    return (below / scale).toFixed(precision);
  }
  return value.toFixed(precision);
}

/**
 * How wide the columns of counters have to be.
 *
 * @param widths Their widths, which grow.
 * @param values The counters of one line.
 * @param options How they are written.
 */
export function widen(
  widths: number[],
  values: readonly (number | bigint)[],
  { human }: Pick<CountOptions, "human">,
): void {
  if (human) return;
  values.forEach((value, i) => {
    widths[i] = Math.max(widths[i]!, `${value}`.length);
  });
}

/**
 * Fills a text up with spaces, as `printf` does: it counts bytes.
 *
 * @param text The text.
 * @param width How many bytes it takes at least.
 * @returns The text and the spaces.
 */
export function padBytes(text: string, width: number): string {
  const length = textToBytes(text).length;
  return text + " ".repeat(Math.max(0, width - length));
}

/**
 * A rate, as `print_rate` writes it.
 *
 * @param bytes Bytes a second.
 * @param iec Whether multiples are powers of 1024.
 * @returns The rate in bits a second, such as `10Mbit`.
 */
export function rate(bytes: number | bigint, iec: boolean): string {
  const kilo = iec ? 1024n : 1000n;
  const units = ["", "K", "M", "G", "T"];
  let bits = BigInt.asUintN(64, BigInt(bytes) << 3n);
  let unit = 0;
  for (; unit < units.length - 1; unit++) {
    if (bits < kilo) break;
    if (bits % kilo !== 0n && bits < 1000n * kilo) break;
    bits /= kilo;
  }
  return `${bits}${units[unit]}${unit > 0 && iec ? "i" : ""}bit`;
}

/**
 * A size, as `print_size` writes it.
 *
 * @param bytes The size in bytes.
 * @returns The size, such as `10Kb`.
 */
export function size(bytes: number): string {
  for (
    const [unit, scale, slack] of [
      ["Gb", 2 ** 30, 1024],
      ["Mb", 2 ** 20, 1024],
      ["Kb", 1024, 16],
    ] as const
  ) {
    const whole = Math.round(bytes / scale);
    if (bytes >= scale && Math.abs(whole * scale - bytes) < slack) {
      return `${significant(whole)}${unit}`;
    }
  }
  return `${bytes}b`;
}

/**
 * A time, as `sprint_time` writes it.
 *
 * @param microseconds The time in microseconds.
 * @returns The time, such as `10ms`.
 */
export function time(microseconds: number): string {
  if (microseconds >= 1e6) return `${significant(microseconds / 1e6, 3)}s`;
  if (microseconds >= 1e3) return `${significant(microseconds / 1e3, 3)}ms`;
  return `${microseconds}us`;
}

/**
 * A time, as `sprint_time64` writes it.
 *
 * @param nanoseconds The time in nanoseconds.
 * @returns The time, such as `10ms`.
 */
export function time64(nanoseconds: bigint): string {
  const value = Number(nanoseconds);
  if (nanoseconds >= 1_000_000_000n) return `${significant(value / 1e9, 3)}s`;
  if (nanoseconds >= 1_000_000n) return `${significant(value / 1e6, 3)}ms`;
  if (nanoseconds >= 1000n) return `${significant(value / 1e3, 3)}us`;
  return `${nanoseconds}ns`;
}

/**
 * A timer of a bridge, as seconds with two places.
 *
 * @param ticks Hundredths of a second.
 * @returns The text, such as `1.50`.
 */
export function centiseconds(ticks: number | bigint): string {
  const value = BigInt(ticks);
  return `${value / 100n}.${String(value % 100n).padStart(2, "0")}`;
}

/**
 * Bytes as hexadecimal digits, as `hexstring_n2a` writes them.
 *
 * @param bytes The bytes.
 * @returns The digits, two for each byte.
 */
export function hexString(bytes: Uint8Array): string {
  return Array.from(
    bytes,
    (byte) => byte.toString(16).padStart(2, "0"),
  ).join("");
}

/**
 * A stack of MPLS labels as text.
 *
 * @param entries The entries of the stack.
 * @returns The labels, such as `100/200`.
 */
export function labels(entries: readonly number[]): string;
/**
 * A stack of MPLS labels as text, if there is one.
 *
 * @param entries The entries of the stack.
 * @returns The labels, such as `100/200`.
 */
export function labels(
  entries: readonly number[] | undefined,
): string | undefined;
export function labels(
  entries: readonly number[] | undefined,
): string | undefined {
  if (entries === undefined) return undefined;
  const bottom = entries.findIndex((entry) => (entry & 0x100) !== 0);
  return entries.slice(0, bottom < 0 ? entries.length : bottom + 1)
    .map((entry) => entry >>> 12).join("/");
}
