/**
 * Objects as JSON has them.
 *
 * @module
 */
import { toHex } from "../../messages/codec/text.ts";

/**
 * Makes a copy of a value that JSON can represent.
 *
 * A bigint becomes a number where that is exact, and otherwise its decimal
 * digits: `BigInt(value)` restores both. `Infinity` becomes the text of that
 * name, bytes become hexadecimal digits, those of keys `(hidden)`, and dates
 * have the form of ISO 8601.
 *
 * @param value The value.
 * @returns The copy.
 */
export function jsonOf(value: unknown): unknown {
  switch (typeof value) {
    case "bigint":
      return isExact(value) ? Number(value) : `${value}`;
    case "number":
      return Number.isFinite(value) ? value : `${value}`;
    case "object":
      if (value === null) return null;
      if (Array.isArray(value)) return value.map(jsonOf);
      // Dates, keys, and objects that have some.
      if ("toJSON" in value && typeof value.toJSON === "function") {
        return value.toJSON();
      }
      if (value instanceof Uint8Array) return toHex(value);
      return propertiesOf(value);
    default:
      return value;
  }
}

/** The own properties of an object, which is what its `toJSON` returns. */
export function propertiesOf(object: object): Record<string, unknown> {
  const copy: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(object)) copy[key] = jsonOf(value);
  return copy;
}

function isExact(value: bigint): boolean {
  return value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER;
}
