/**
 * Which words can be names of devices.
 *
 * @module
 */

import { textToBytes } from "../../messages/codec/mod.ts";

/** Size of a device name with its NUL (`IFNAMSIZ`). */
const IFNAMSIZ = 16;

/**
 * Whether a word can be the name of a device.
 *
 * @param arg The word.
 * @returns Whether the kernel would take it.
 */
export function isDeviceName(arg: string): boolean {
  return arg !== "" && !/[/ \t\n\v\f\r]/.test(arg) &&
    textToBytes(arg).length < IFNAMSIZ;
}

/**
 * Whether a word can be an alternative name of a device, which may be longer and
 * have any characters.
 *
 * @param arg The word.
 * @returns Whether the kernel would take it.
 */
export function isAlternativeName(arg: string): boolean {
  return arg !== "";
}
