/**
 * Whether addresses lie in prefixes, by their numbers.
 *
 * @module
 */

import { ipAddress, Writer } from "../../messages/codec/mod.ts";
import { parsePrefix } from "./address_conversions.ts";
import { FieldPath } from "./field_path.ts";
import type { Conversion } from "./mapping.ts";

/** A prefix as numbers, to be compared with many addresses. */
export interface PrefixBits {
  /** Version of the Internet Protocol. */
  readonly version: 4 | 6;
  /** The address in groups of 16 bits: two of them, or eight. */
  readonly groups: readonly number[];
  /** Length of the prefix in bits. */
  readonly length: number;
}

/** How a prefix is checked and converted. */
export type PrefixConversion = Pick<Conversion<string, PrefixBits>, "toKernel">;

/**
 * A prefix in CIDR notation, or an address, which is a prefix of full length.
 */
export const prefixBits: PrefixConversion = {
  toKernel: (value, fieldPath) => {
    const { address, length } = parsePrefix(value, fieldPath);
    const writer = new Writer();
    ipAddress.encode(writer, address);
    const { view } = writer;
    const groups: number[] = [];
    for (let at = 0; at < writer.length; at += 2) {
      groups.push(view.getUint16(at));
    }
    return { version: groups.length === 2 ? 4 : 6, groups, length };
  },
};

/** An address without a length, to be compared with others. */
export const addressBits: PrefixConversion = {
  toKernel: (value, fieldPath) => {
    if (typeof value === "string" && value.includes("/")) {
      throw fieldPath.wrong(value, "an address without a length is expected");
    }
    return prefixBits.toKernel(value, fieldPath);
  },
};

/**
 * Whether the first bits of an address are those of a prefix.
 *
 * @param prefix The prefix.
 * @param address The address, as codecs write it.
 * @param length How many bits are compared; those of the prefix by default.
 * @returns Whether they are; not if they are of different versions.
 */
export function beginsWith(
  { version, groups, length: own }: PrefixBits,
  address: string,
  length: number = own,
): boolean {
  return version === 4
    ? ipv4BeginsWith(groups, address, length)
    : ipv6BeginsWith(groups, address, length);
}

const DOT = 46;
const COLON = 58;

function ipv4BeginsWith(
  groups: readonly number[],
  text: string,
  length: number,
): boolean {
  const number = ipv4Number(text, 0);
  return number >= 0 && fits(groups, 0, number >>> 16, length) &&
    fits(groups, 1, number & 0xffff, length);
}

/** The groups are compared as they are read, as most differ in the first. */
function ipv6BeginsWith(
  groups: readonly number[],
  text: string,
  length: number,
): boolean {
  let at = 0;
  let value = 0;
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    const code = i === text.length ? COLON : text.charCodeAt(i);
    if (code === COLON) {
      if (i > start) {
        if (at === 8 || !fits(groups, at++, value, length)) return false;
      }
      if (16 * at >= length && at > 0) return true;
      value = 0;
      start = i + 1;
      if (i + 1 < text.length && text.charCodeAt(i + 1) === COLON) {
        const zeros = 8 - at - groupsFrom(text, i + 2);
        for (let k = 0; k < zeros; k++) {
          if (!fits(groups, at++, 0, length)) return false;
        }
        start = ++i + 1;
      }
    } else if (code === DOT) {
      const number = ipv4Number(text, start);
      return number >= 0 && at === 6 &&
        fits(groups, 6, number >>> 16, length) &&
        fits(groups, 7, number & 0xffff, length);
    } else {
      const digit = hexDigit(code);
      if (digit < 0) return false;
      value = value * 16 + digit;
    }
  }
  return at === 8;
}

/** Whether a group is equal, as far as its bits are compared. */
function fits(
  groups: readonly number[],
  at: number,
  value: number,
  length: number,
): boolean {
  const different = groups[at]! ^ value;
  const bits = length - 16 * at;
  return different === 0 || bits <= 0 ||
    bits < 16 && different >>> (16 - bits) === 0;
}

/** How many groups the rest of an address has. */
function groupsFrom(text: string, from: number): number {
  if (from >= text.length) return 0;
  let groups = 1;
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === COLON) groups++;
    // The last four bytes are two groups.
    else if (code === DOT) return groups + 1;
  }
  return groups;
}

function hexDigit(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  const lower = code | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}

/** The number behind an IPv4 address; -1 for what is none. */
function ipv4Number(text: string, from: number): number {
  let number = 0;
  let byte = 0;
  let dots = 0;
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === DOT) {
      number = number * 256 + byte;
      byte = 0;
      dots++;
    } else if (code >= 48 && code <= 57) byte = byte * 10 + code - 48;
    else return -1;
  }
  return dots === 3 ? number * 256 + byte : -1;
}

/**
 * Whether an IP address lies in a prefix.
 *
 * @param prefix The prefix, such as `192.0.2.0/24`.
 * @param address The address.
 * @returns Whether it does; not if they are of different families.
 * @throws {TypeError} If the prefix is none.
 */
export function isWithin(prefix: string, address: string): boolean {
  return beginsWith(prefixBits.toKernel(prefix, FieldPath.root)!, address);
}
