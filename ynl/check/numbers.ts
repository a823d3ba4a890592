/**
 * Checks numbers of requests, and names that stand for them.
 *
 * @module
 */

import type { Names } from "../compile/enumerations.ts";
import { proposals } from "../nearest.ts";
import type { Checks } from "../spec.ts";
import { type RequestPath, shown } from "./path.ts";

/** What a number can be. */
export interface NumberForm {
  /** Bits that it has. */
  readonly bits: number;
  /** Whether it can be negative. */
  readonly signed: boolean;
  /** Whether its codec takes a `bigint`. */
  readonly wide: boolean;
  /** The names that it may have. */
  readonly names?: Names;
  /** Whether these are names of bits. */
  readonly isFlags?: boolean;
  /** What the specification demands of it. */
  readonly checks?: Checks;
}

/**
 * Checks a number.
 *
 * @param value The number, a name for it, or a list of names of bits.
 * @param form What it can be.
 * @param path Where it is.
 * @returns The value that its codec takes.
 * @throws {TypeError} If it is something else.
 * @throws {RangeError} If it is too small or too large.
 */
export function checkNumber(
  value: unknown,
  form: NumberForm,
  path: RequestPath,
): unknown {
  const { names } = form;
  if (names === undefined) {
    const number = checkRange(value, form, path);
    return form.wide ? number : Number(number);
  }
  if (form.isFlags) return checkFlags(value, names, form, path);
  if (typeof value === "string") {
    checkRange(valueOf(value, names, path), form, path);
    return value;
  }
  const number = checkRange(value, form, path);
  return form.wide ? number : Number(number);
}

function checkFlags(
  value: unknown,
  names: Names,
  form: NumberForm,
  path: RequestPath,
): unknown {
  const words = Array.isArray(value) ? value : [value];
  let bits = 0n;
  for (const [i, word] of words.entries()) {
    const where = Array.isArray(value) ? path.at(i) : path;
    bits |= typeof word === "string"
      ? valueOf(word, names, where)
      : checkRange(word, { ...form, checks: {} }, where);
  }
  checkRange(bits, form, path);
  return words;
}

function valueOf(word: string, names: Names, path: RequestPath): bigint {
  const found = names.find(([name]) => name === word);
  if (found !== undefined) return found[1];
  const known = names.map(([name]) => name);
  throw path.wrong(`has no value "${word}"${proposals(word, known)}`);
}

function checkRange(
  value: unknown,
  { bits, signed, checks = {} }: NumberForm,
  path: RequestPath,
): bigint {
  const isNumber = typeof value === "bigint" || Number.isInteger(value);
  if (!isNumber) throw path.wrong(`is no integer: ${shown(value)}`);
  const number = BigInt(value as number | bigint);
  const span = 1n << BigInt(bits);
  const least = signed ? -span / 2n : 0n;
  const min = checks.min === undefined ? least : BigInt(checks.min);
  const most = least + span - 1n;
  const max = checks.max === undefined ? most : BigInt(checks.max);
  if (number < least || number < min) {
    throw path.outside(
      `is ${number}, and at least ${min > least ? min : least}`,
    );
  }
  if (number > most || number > max) {
    throw path.outside(`is ${number}, and at most ${max < most ? max : most}`);
  }
  const { flagsMask } = checks;
  if (flagsMask !== undefined && (number & ~BigInt(flagsMask)) !== 0n) {
    throw path.outside(
      `has bits that are not valid: 0x${
        (number & ~BigInt(flagsMask)).toString(16)
      }`,
    );
  }
  return number;
}
