/**
 * Codecs that contain themselves, and how deep that can go.
 *
 * @module
 */

import type { Codec } from "./codec.ts";
import { DecodeError, EncodeError } from "./errors.ts";

/**
 * How many values of one {@linkcode lazy} codec can be inside each other, such
 * as link messages in link messages. Decoding keeps what is deeper as bytes, in
 * {@linkcode Attributes.unknown}; encoding refuses it. The kernel itself reads
 * ten levels of attributes (`MAX_POLICY_RECURSION_DEPTH` in `net/netlink`).
 */
export const NESTING_LIMIT = 10;

/** How many values of a codec are being read or written at the moment. */
interface Nest {
  depth: number;
}

const nests = new WeakMap<object, Nest>();

/**
 * A codec that is looked up at its first use, for messages that contain
 * themselves, up to {@linkcode NESTING_LIMIT} times.
 *
 * @typeParam T The decoded value.
 * @param get Returns the codec.
 * @returns The codec.
 */
export function lazy<T>(get: () => Codec<T>): Codec<T> {
  const nest: Nest = { depth: 0 };
  const codec: Codec<T> = {
    get shape() {
      return get().shape;
    },
    get size() {
      return get().size;
    },
    decode: (view, start, end, parent) => {
      if (nest.depth === NESTING_LIMIT) {
        throw new DecodeError(
          `Cannot decode nest: it is inside of ${NESTING_LIMIT} like it`,
        );
      }
      nest.depth++;
      try {
        return get().decode(view, start, end, parent);
      } finally {
        nest.depth--;
      }
    },
    encode: (writer, value, parent) => {
      if (nest.depth === NESTING_LIMIT) {
        throw new EncodeError(
          value,
          `is inside of ${NESTING_LIMIT} values like it`,
        );
      }
      nest.depth++;
      try {
        get().encode(writer, value, parent);
      } finally {
        nest.depth--;
      }
    },
  };
  nests.set(codec, nest);
  return codec;
}

/**
 * Walks into a value of a codec, for those who walk bytes without decoding.
 *
 * @param codec The codec.
 * @param walk Walks through the value.
 * @param tooDeep Called instead where decoding keeps bytes.
 * @returns What was called returns.
 */
export function enter<R>(
  codec: Codec<unknown>,
  walk: () => R,
  tooDeep: () => R,
): R {
  const nest = nests.get(codec);
  if (nest === undefined) return walk();
  if (nest.depth === NESTING_LIMIT) return tooDeep();
  nest.depth++;
  try {
    return walk();
  } finally {
    nest.depth--;
  }
}
