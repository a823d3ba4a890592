/**
 * Locators of Identifier Locator Addressing: the first 64 bits of IPv6
 * addresses, as four groups of hexadecimal digits.
 *
 * @module
 */

import { strtoul } from "./numbers.ts";

/**
 * Reads a locator; missing groups at the end are 0.
 *
 * @returns The locator, or `undefined` if the argument is none.
 */
export function readLocator(arg: string): bigint | undefined {
  const groups = arg.split(":");
  if (groups.length > 4) return undefined;
  let locator = 0n;
  for (const [at, group] of groups.entries()) {
    const { value, end } = strtoul(group, 16);
    if (end === 0 || end < group.length || value < 0n || value > 0xffffn) {
      return undefined;
    }
    locator |= value << BigInt(48 - 16 * at);
  }
  return locator;
}

/**
 * Writes a locator.
 *
 * @param locator The locator.
 * @returns Four groups of digits, such as `2001:db8:0:1`.
 */
export function locatorText(locator: bigint): string {
  return [48n, 32n, 16n, 0n].map((shift) =>
    (locator >> shift & 0xffffn).toString(16)
  ).join(":");
}
