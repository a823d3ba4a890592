/**
 * Handles of filters of the kind `u32`: table, bucket and number.
 *
 * @module
 */

import { strtoul, unsigned } from "../../parse/numbers.ts";

/**
 * Reads a handle.
 *
 * @param text What was typed: `TABLE:BUCKET:NUMBER` in hexadecimal, or `0x…`.
 * @returns The handle; `undefined` if it is none.
 */
export function u32HandleOf(text: string): number | undefined {
  if (!text.includes(":")) {
    return text.startsWith("0x") ? unsigned(text, 32, 16) : undefined;
  }
  const limits = [0x1000, 0x100, 0x1000];
  const parts = [0, 0, 0];
  let rest = text;
  for (const [i, limit] of limits.entries()) {
    const { value, end } = strtoul(rest, 16);
    if (end === 0 && rest !== "" && (i === 2 || !rest.startsWith(":"))) {
      return undefined;
    }
    if (value < 0n || value >= BigInt(limit)) return undefined;
    parts[i] = Number(value);
    if (end === rest.length) break;
    // Whatever follows a number separates it from the next one.
    rest = rest.slice(end + 1);
  }
  return (parts[0]! << 20 | parts[1]! << 12 | parts[2]!) >>> 0;
}

/**
 * Shows a handle.
 *
 * @param handle The handle.
 * @param raw Whether the number is shown behind it.
 * @returns The text.
 */
export function u32HandleText(handle: number, raw: boolean): string {
  if (handle === 0) return "none";
  const hex = (part: number) => part.toString(16);
  const [table, bucket, node] = [
    handle >>> 20,
    handle >>> 12 & 0xff,
    handle & 0xfff,
  ];
  const text = (table === 0 ? "" : `${hex(table)}:`) +
    (bucket === 0 ? "" : hex(bucket)) + (node === 0 ? "" : `:${hex(node)}`);
  return raw ? `${text}[${hex(handle).padStart(8, "0")}]` : text;
}
