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
 * @param word The word.
 * @returns Whether the kernel would take it.
 */
export function isDeviceName(word: string): boolean {
  return word !== "" && !/[/ \t\n\v\f\r]/.test(word) &&
    textToBytes(word).length < IFNAMSIZ;
}

/**
 * Whether a word can be an alternative name of a device, which may be longer and
 * have any characters.
 *
 * @param word The word.
 * @returns Whether the kernel would take it.
 */
export function isAlternativeName(word: string): boolean {
  return word !== "";
}
