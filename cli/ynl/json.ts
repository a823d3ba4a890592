/**
 * Values as JSON, and back: with integers of any size, and bytes as hexadecimal
 * digits.
 *
 * @module
 */

import { toHex } from "../../messages/codec/text.ts";

/**
 * Writes a value.
 *
 * @param value The value.
 * @param indent What lines begin with; all is in one line if it is not given.
 * @returns The JSON.
 */
export function formatJson(value: unknown, indent?: string): string {
  if (typeof value === "bigint") return String(value);
  if (value instanceof Uint8Array) return JSON.stringify(toHex(value));
  if (typeof value !== "object" || value === null) {
    return JSON.stringify(value);
  }
  const inner = indent === undefined ? undefined : `${indent}  `;
  const isList = Array.isArray(value);
  const items = isList
    ? value.map((item) => formatJson(item, inner))
    : Object.entries(value).filter(([, item]) => item !== undefined)
      .map(([key, item]) =>
        `${JSON.stringify(key)}: ${formatJson(item, inner)}`
      );
  const [start, end] = isList ? "[]" : "{}";
  if (items.length === 0) return `${start}${end}`;
  // Short lists of numbers and names are easier to read in one line.
  const isFlat = inner === undefined ||
    isList && value.every((item) => typeof item !== "object");
  return isFlat
    ? `${start}${items.join(", ")}${end}`
    : `${start}\n${inner}${items.join(`,\n${inner}`)}\n${indent}${end}`;
}

/** Reads a value; `context` has its text, where the runtime has it. */
type Reviver = (
  key: string,
  value: unknown,
  context?: { source?: string },
) => unknown;

/**
 * Reads a value.
 *
 * @param text The JSON.
 * @returns The value; integers above 2^53 - 1 are `bigint`.
 * @throws {SyntaxError} If it is no JSON.
 */
export function parseJson(text: string): unknown {
  const revive: Reviver = (_key, value, context) => {
    const { source = "" } = context ?? {};
    return typeof value === "number" && !Number.isSafeInteger(value) &&
        /^-?\d+$/.test(source)
      ? BigInt(source)
      : value;
  };
  return JSON.parse(text, revive);
}
