/**
 * Checks texts and bytes of requests.
 *
 * @module
 */

import { fromHex, textToBytes } from "../../messages/codec/text.ts";
import type { Checks } from "../spec.ts";
import { type RequestPath, shown } from "./path.ts";

/**
 * Checks a text.
 *
 * @param value The text.
 * @param checks What the specification demands of it.
 * @param path Where it is.
 * @returns The text.
 * @throws {TypeError} If it is something else.
 * @throws {RangeError} If it is too short or too long.
 */
export function checkText(
  value: unknown,
  checks: Checks | undefined,
  path: RequestPath,
): string {
  if (typeof value !== "string") {
    throw path.wrong(`is no text: ${shown(value)}`);
  }
  if (value.includes("\0")) throw path.wrong("has a NUL in it");
  checkLength(textToBytes(value).length, checks, path);
  return value;
}

/**
 * Checks bytes.
 *
 * @param value The bytes, or hexadecimal digits, which may have colons or spaces
 * between bytes.
 * @param checks What the specification demands of them.
 * @param path Where they are.
 * @returns The bytes.
 * @throws {TypeError} If it is something else.
 * @throws {RangeError} If there are too few or too many.
 */
export function checkBytes(
  value: unknown,
  checks: Checks | undefined,
  path: RequestPath,
): Uint8Array {
  let bytes: Uint8Array;
  if (value instanceof Uint8Array) bytes = value;
  else if (
    typeof value === "string" && /^([\da-f]{2}[: ]?)*$/i.test(value)
  ) bytes = fromHex(value.replace(/[: ]/g, ""));
  else {
    // It may be a key, and is not shown.
    throw path.wrong("is neither a Uint8Array nor hexadecimal digits");
  }
  checkLength(bytes.length, checks, path);
  return bytes;
}

function checkLength(
  length: number,
  { minLen = 0, maxLen = Infinity, exactLen }: Checks = {},
  path: RequestPath,
): void {
  if (exactLen !== undefined && length !== Number(exactLen)) {
    throw path.outside(`has ${length} bytes in place of ${exactLen}`);
  }
  if (length < Number(minLen)) {
    throw path.outside(`has ${length} bytes, and at least ${minLen}`);
  }
  if (length > Number(maxLen)) {
    throw path.outside(`has ${length} bytes, and at most ${maxLen}`);
  }
}
