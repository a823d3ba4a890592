/**
 * Keywords of kinds of queueing disciplines, and how their values are written.
 *
 * @module
 */

import { fail } from "../parse/errors.ts";
import type { Form } from "../parse/form.ts";
import { takes, type Word } from "../parse/grammar.ts";
import {
  bytes,
  bytesPerSecond,
  bytesPerSecond32,
  microseconds,
  NANOSECONDS,
  scaled,
  signed,
  strtod,
  unsigned,
} from "../parse/numbers.ts";
import { rate, size, time } from "../print/format.ts";
import type { Context } from "../runtime/context.ts";
import { deviceOf } from "./kind.ts";

/** Reads a value; `undefined` if it is not valid. */
export type Read<V> = (word: string, context: Context) => V | undefined;

/** The error of a value that is not valid. */
export type Problem = (name: string, word: string) => string;

/** The usual error. */
export const illegal: Problem = (name: string): string => `Illegal "${name}"`;

/**
 * A keyword with a value.
 *
 * @typeParam S What it changes.
 * @param key The property.
 * @param name What errors call it.
 * @param form Form of the value, for usage texts.
 * @param read Reads the value.
 * @param problem The error of one that is not valid.
 * @returns The keyword.
 */
export function setting<S, K extends keyof S>(
  key: K,
  name: string,
  form: Form,
  read: Read<Exclude<S[K], undefined>>,
  problem: Problem = illegal,
): Word<S> {
  return takes(form, (spec, { args, context }) => {
    const word = args.take();
    const value = read(word, context);
    if (value === undefined) throw fail(1, problem(name, word));
    spec[key] = value;
  });
}

/**
 * A keyword that stands for a value.
 *
 * @typeParam S What it changes.
 * @param key The property.
 * @param value The value.
 * @returns The keyword.
 */
export function constant<S, K extends keyof S>(key: K, value: S[K]): Word<S> {
  return (spec) => {
    spec[key] = value;
  };
}

/** A number of 32 bits, decimal, octal or hexadecimal. */
export const u32: Read<number> = (word: string): number | undefined =>
  unsigned(word, 32);
/** A decimal number of 32 bits. */
export const decimal: Read<number> = (word: string): number | undefined =>
  unsigned(word, 32, 10);
/** A number of 16 bits. */
export const u16: Read<number> = (word: string): number | undefined =>
  unsigned(word, 16, 10);
/** A number of 8 bits. */
export const u8: Read<number> = (word: string): number | undefined =>
  unsigned(word, 8);
/** A number of 32 bits that may be negative. */
export const s32: Read<number> = (word: string): number | undefined =>
  signed(word);
/** A number with a fraction; what follows it does not matter. */
export const floatOf: Read<number> = (word: string): number | undefined => {
  const { value, end } = strtod(word);
  const read = word.slice(0, end).trimStart();
  const next = word[end]?.toLowerCase();
  // C's `sscanf` refuses what goes on as a number would, and does not.
  const isCut = next === (/^.?0x/i.test(read) ? "p" : "e") ||
    next === "x" && /^[+-]?0$/.test(read);
  return end === 0 || isCut ? undefined : value;
};

/** A size in bytes. */
export const sizeOf: Read<number> = (word: string): number | undefined =>
  bytes(word);

/** A time in microseconds. */
export const timeOf: Read<number> = (word: string): number | undefined => {
  return microseconds(word);
};

/** What C makes of times of more than 63 bits. */
const NO_TIME = -(2n ** 63n);

/** A time in nanoseconds; without a unit, they are nanoseconds too. */
export const time64Of: Read<bigint> = (word: string): bigint | undefined => {
  const value = scaled(word, NANOSECONDS);
  if (value === undefined || value < 0) return undefined;
  return value < 2 ** 63 ? BigInt(Math.trunc(value)) : NO_TIME;
};

/** A rate in bytes a second. */
export const plainRate64Of: Read<bigint> = (
  word: string,
): bigint | undefined => {
  const value = bytesPerSecond(word);
  return value === undefined ? undefined : BigInt(value);
};

/** A rate in bytes a second; in percent, that part of the device's. */
export const rate64Of: Read<bigint> = (
  word: string,
  context: Context,
): bigint | undefined => {
  const text = plainText(word, context);
  return text === undefined ? undefined : plainRate64Of(text, context);
};

/** A rate of 32 bits in bytes a second. */
export const plainRateOf: Read<number> = (word: string): number | undefined =>
  bytesPerSecond32(word);

/** A rate of 32 bits in bytes a second; in percent, a part of the device's. */
export const rateOf: Read<number> = (
  word: string,
  context: Context,
): number | undefined => {
  const text = plainText(word, context);
  return text === undefined ? undefined : bytesPerSecond32(text);
};

/** A rate without percent. */
function plainText(word: string, context: Context): string | undefined {
  return word.includes("%") ? percentRate(word, context) : word;
}

/** The most characters of a rate in bits a second that is made of a part. */
const LONGEST_RATE = 19;

/** A part of the rate that the device of the command reports, in bits a second. */
function percentRate(word: string, context: Context): string | undefined {
  const { io } = context;
  const wrong = (text: string) => void io.err(`${text}\n`);
  const device = deviceOf(context);
  if (device === "") {
    return wrong(
      "No device specified; specify device to rate limit by percentage",
    );
  }
  const speed = speedOf(device, context);
  if (typeof speed === "string") return wrong(speed);
  const text = /^[\d.%]+/.exec(word)?.[0] ?? "";
  const found = /^(\d+\.?\d*|\.\d+|)(%?)$/.exec(text);
  const part = Number.parseFloat(text || "0") / 100;
  if (part > 1) {
    return wrong(
      `Invalid rate specified; should be between [0,100]% but is ${word}`,
    );
  }
  if (text === "" || found === null) {
    return wrong("Specified rate value could not be read or is malformed");
  }
  const bits = (part * speed * 1e6).toFixed(6);
  if (bits.length > LONGEST_RATE) {
    return wrong("Unable to parse calculated rate");
  }
  return bits;
}

/** The rate of a device in Mbit/s, or why it is not known. */
function speedOf(device: string, { io }: Context): number | string {
  const path = `/sys/class/net/${device}/speed`;
  const speed = io.readTextFile(path)?.trim();
  const failed = `\nFailed to parse ${path}`;
  if (speed === undefined) {
    const reason = io.whyNot?.(path) ?? "No such file or directory";
    // Devices without a speed have the file, but nothing in it.
    return reason === ""
      ? `property "speed" in file ${path} is currently unknown${failed}`
      : `fopen ${path}: ${reason}`;
  }
  return /^-?\d+$/.test(speed)
    ? Number(speed)
    : `value "${speed}" in file ${path} is not a number${failed}`;
}

/** A percentage, as a fraction of 2³²-1; a fraction where there is no `%`. */
export const percentOf: Read<number> = (word: string): number | undefined => {
  const part = partOf(word);
  return part === undefined ? undefined : evenly(part * 0xffffffff);
};

/**
 * A percentage, with or without the sign, as a fraction.
 *
 * @param word The argument.
 * @returns The fraction, 0 to 1; `undefined` if the argument is none.
 */
export function partOf(word: string): number | undefined {
  const { value, end } = strtod(word);
  const part = value / 100;
  return end > 0 && /^%?$/.test(word.slice(end)) && part >= 0 && part <= 1
    ? part
    : undefined;
}

/**
 * Cuts a number to what 32 bits have room for, as C does.
 *
 * @param value The number, not negative.
 * @returns The lower 32 bits of its whole part.
 */
export function cutTo32Bits(value: number): number {
  return Number(BigInt.asUintN(32, BigInt(Math.trunc(value))));
}

/** Rounds to the next whole number, and halves to the even one. */
export function evenly(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  if (rest === 0.5) return below % 2 === 0 ? below : below + 1;
  return Math.round(value);
}

/**
 * Prints a size: bytes in JSON, where it has 32 bits.
 *
 * @param key Its name in JSON.
 * @param value The bytes; nothing is printed of `undefined`.
 * @param text Makes the text of the size.
 */
export function printSize(
  { printer }: Context,
  key: string,
  value: number | undefined,
  text: (size: string) => string = (size) => `${key} ${size} `,
): void {
  if (value === undefined) return;
  printer.value(key, cutTo32Bits(value), text(size(value)));
}

/**
 * Prints a rate: bytes a second in JSON.
 *
 * @param key Its name in JSON; `null` for an item of an array.
 * @param value Bytes a second; nothing is printed of `undefined`.
 * @param text Makes the text of the rate.
 */
export function printRate(
  { printer, options: { iec } }: Context,
  key: string | null,
  value: number | bigint | undefined,
  text: (rate: string) => string = (rate) => `${key} ${rate} `,
): void {
  if (value === undefined) return;
  printer.value(key, value, text(rate(value, iec)));
}

/**
 * Prints a time: microseconds in JSON.
 *
 * @param key Its name in JSON.
 * @param value The microseconds; nothing is printed of `undefined`.
 * @param text Makes the text of the time.
 */
export function printTime(
  { printer }: Context,
  key: string,
  value: number | undefined,
  text: (time: string) => string = (time) => `${key} ${time} `,
): void {
  if (value === undefined) return;
  printer.value(key, value, text(time(value)));
}

/**
 * Prints a keyword if it is set.
 *
 * @param key The keyword, also in JSON.
 * @param value Whether it is set.
 */
export function printFlag(
  { printer }: Context,
  key: string,
  value: number | boolean | undefined,
): void {
  if (value) printer.value(key, true, `${key} `);
}

/**
 * Options in the order in which they are sent.
 *
 * @typeParam D The options.
 * @param spec What was typed.
 * @param order The properties in that order.
 * @param always Those that are sent even if they are 0.
 * @returns The options.
 */
export function sent<D extends object>(
  spec: D,
  order: readonly (keyof D & string)[],
  always: readonly (keyof D & string)[] = [],
): D {
  return Object.fromEntries(
    order.filter((name) =>
      spec[name] !== undefined && (Boolean(spec[name]) || always.includes(name))
    ).map((name) => [name, spec[name]]),
  ) as D;
}
