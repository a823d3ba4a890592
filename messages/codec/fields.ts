/**
 * Finds the fields of attributes in bytes, for those who walk them without
 * decoding.
 *
 * @module
 */

import { type Field, LITTLE_ENDIAN } from "./codec.ts";
import { NLA_TYPE_MASK } from "./writer.ts";

/** The field of an attribute whose selectors are known. */
export function fieldOf(
  fields: readonly Field[],
  type: number,
  seen: object,
  parent: object | undefined,
): Field | undefined {
  return fields.find(({ type: t, when }) => {
    if (t !== type) return false;
    if (when === undefined) return true;
    const found = (seen as Record<string, unknown>)[when[0]] ??
      (parent as Record<string, unknown> | undefined)?.[when[0]];
    return found === when[1];
  });
}

/** The values that decide how other attributes of the set are read. */
export function selectorsIn(
  fields: readonly Field[],
  view: DataView,
  start: number,
  end: number,
): Record<string, unknown> {
  const names = new Set(fields.map(({ when }) => when?.[0]));
  const seen: Record<string, unknown> = {};
  for (let at = start; end - at >= 4;) {
    const length = view.getUint16(at, LITTLE_ENDIAN);
    if (length < 4 || length > end - at) break;
    const type = view.getUint16(at + 2, LITTLE_ENDIAN) & NLA_TYPE_MASK;
    const field = fields.find((field) =>
      field.type === type && names.has(field.name)
    );
    if (field !== undefined && length - 4 >= field.codec.size) {
      seen[field.name] = field.codec.decode(view, at + 4, at + length);
    }
    at += (length + 3) & ~3;
  }
  return seen;
}
