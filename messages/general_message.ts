/**
 * Requests with the shortest family header there is, as C libraries send them
 * to ask for a dump: `struct rtgenmsg`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/rtnetlink.h | linux/rtnetlink.h}
 *
 * @module
 */

import {
  type Codec,
  message,
  struct,
  u8,
  type WithAttributes,
} from "./codec/mod.ts";

/** The shortest family header (`struct rtgenmsg`). */
export interface GeneralHeader {
  /** Address family, `AF_UNSPEC` for all (`rtgen_family`). */
  family: number;
}

/** Codec of {@linkcode GeneralHeader}. */
export const generalHeader: Codec<GeneralHeader> = struct({
  family: u8,
});

/**
 * The body of a request with the shortest family header.
 *
 * @typeParam A The attributes.
 */
export type GeneralMessage<A> = WithAttributes<GeneralHeader, A>;

const codecs = new WeakMap<object, Codec<GeneralMessage<unknown>>>();

/**
 * The codec of requests that have the shortest family header instead of that of
 * their type. The kernel takes it in requests for dumps.
 *
 * @param codec Codec of the type's messages.
 * @returns The codec; `undefined` where the messages have no longer header that
 * begins with the family.
 */
export function generalCodec(
  codec: Codec<unknown>,
): Codec<GeneralMessage<unknown>> | undefined {
  const { shape } = codec;
  if (shape.kind !== "message") return undefined;
  const { header, attributes } = shape;
  if (header.shape.kind !== "struct") return undefined;
  const [first, second] = header.shape.members;
  if (first?.name !== "family" || second === undefined) return undefined;
  let general = codecs.get(codec);
  if (general === undefined) {
    general = message<GeneralHeader, unknown>(generalHeader, attributes);
    codecs.set(codec, general);
  }
  return general;
}

/**
 * Returns whether a body has no member of its family header but the family.
 *
 * @param codec Codec of the type's messages.
 * @param body The body.
 * @returns Whether {@linkcode generalCodec} is to write it.
 */
export function isGeneral(codec: Codec<unknown>, body: unknown): boolean {
  const { shape } = codec;
  if (shape.kind !== "message" || shape.header.shape.kind !== "struct") {
    return false;
  }
  const { members } = shape.header.shape;
  const values = body as Record<string, unknown>;
  return typeof body === "object" && body !== null &&
    members.every(({ name }, i) => (values[name] === undefined) === (i > 0));
}
