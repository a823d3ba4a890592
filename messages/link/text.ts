/**
 * Text of links that takes up no room for a NUL where the kernel leaves none.
 *
 * @module
 */

import { type Codec, string } from "../codec/mod.ts";

/** How long an alias may be with its NUL, if it has one (`IFALIASZ` - 1). */
const LONGEST_ALIAS = 255;

/**
 * Codec of `IFLA_IFALIAS`: for the kernel, it is bytes of which a NUL would be
 * one too many behind the longest alias. No bytes at all remove an alias.
 */
export const aliasText: Codec<string> = withoutNul([0, LONGEST_ALIAS]);

/** Codec of `IFLA_INFO_KIND`, which the kernel may not take for a name if it is empty. */
export const kindText: Codec<string> = withoutNul([0]);

function withoutNul(lengths: readonly number[]): Codec<string> {
  return {
    ...string,
    shape: { kind: "string", withoutNul: lengths },
    encode(writer, value, parent) {
      const start = writer.length;
      string.encode(writer, value, parent);
      const length = writer.length - start - 1;
      if (lengths.includes(length)) writer.truncate(start + length);
    },
  };
}
