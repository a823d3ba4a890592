/**
 * Which arguments can be names of devices.
 *
 * @module
 */

import { textFromBytes, textToBytes } from "../../messages/codec/mod.ts";
import { invalidArgument } from "./errors.ts";

/** Size of a device name with its NUL (`IFNAMSIZ`). */
const IFNAMSIZ = 16;

/**
 * Whether an argument can be the name of a device.
 *
 * @returns Whether the kernel would take it.
 */
export function isDeviceName(arg: string): boolean {
  return !["", ".", ".."].includes(arg) && !/[/ \t\n\v\f\r]/.test(arg) &&
    isShortName(arg);
}

/**
 * Whether an argument has at most as many bytes as names of devices.
 *
 * @returns Whether it has.
 */
export function isShortName(arg: string): boolean {
  return textToBytes(arg).length < IFNAMSIZ;
}

/**
 * Cuts a name to the bytes that names of devices, and those of kinds in traffic
 * control, may have: `tc` copies them into memory of that size.
 *
 * @returns The start of the name, or all of it.
 */
export function cutName(arg: string): string {
  return isShortName(arg)
    ? arg
    : textFromBytes(textToBytes(arg).subarray(0, IFNAMSIZ - 1));
}

/**
 * The name of a device, which need not exist.
 *
 * @param keyword The keyword before it, in quotes.
 * @returns The name.
 * @throws {CommandError} If no device can have that name.
 */
export function deviceName(arg: string, keyword: string): string {
  if (isDeviceName(arg)) return arg;
  throw invalidArgument(`${keyword} not a valid ifname`, arg);
}

/**
 * Whether an argument can be an alternative name of a device, which may be
 * longer and have any characters.
 *
 * @returns Whether the kernel would take it.
 */
export function isAlternativeName(arg: string): boolean {
  return arg !== "";
}
