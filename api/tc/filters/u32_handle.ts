/**
 * Handles of filters of the kind `u32`: a table, a bucket and a number in it.
 *
 * @module
 */

import { checkInteger } from "../../mapping/conversions.ts";
import type { Conversion } from "../../mapping/mapping.ts";

/**
 * A handle of the kind `u32`: three hexadecimal numbers, `TABLE:BUCKET:NUMBER`,
 * of which each may be missing, such as `800::1` or `1:`; or a number of 32
 * bits.
 */
export type U32Handle = string | number;

const FORM = /^([0-9a-f]{0,3}):([0-9a-f]{0,2})(?::([0-9a-f]{0,3}))?$/i;

/** How {@linkcode U32Handle} is stored; it is read as text. */
export const u32Handle: Conversion<U32Handle, number> = {
  fromKernel: (value) => {
    const [table, bucket, node] = [
      value >>> 20,
      value >>> 12 & 0xff,
      value & 0xfff,
    ];
    const hex = (part: number) => part === 0 ? "" : part.toString(16);
    const text = `${hex(table)}:${hex(bucket)}`;
    return node === 0 ? text : `${text}:${hex(node)}`;
  },
  toKernel: (value, fieldPath) => {
    if (typeof value === "number") {
      return checkInteger(value, 0, 0xffffffff, fieldPath);
    }
    const parts = typeof value === "string" ? FORM.exec(value) : null;
    if (parts === null) {
      throw fieldPath.wrong(value, "a handle such as 800::1 is expected");
    }
    const [table, bucket, node] = parts.slice(1).map((part) =>
      parseInt(part || "0", 16)
    );
    return (table! << 20 | bucket! << 12 | node!) >>> 0;
  },
};
