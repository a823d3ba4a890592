/**
 * A word of a packet and what it has to be, as filters and extended matches of
 * the kind `u32` compare it.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/pkt_cls.h | linux/pkt_cls.h}
 *
 * @module
 */

import { be32, type Codec, s32, struct } from "../../codec/mod.ts";

/** A word of a packet and what it has to be (`struct tc_u32_key`). */
export interface U32Key {
  /** Which bits count (`mask`). */
  mask: number;
  /** What they have to be (`val`). */
  value: number;
  /** Where the word is, in bytes (`off`). */
  offset: number;
  /** -1 if the place counts from the next header on (`offmask`). */
  offsetMask: number;
}

/** Codec of {@linkcode U32Key}. */
export const u32Key: Codec<U32Key> = struct({
  mask: be32,
  value: be32,
  offset: s32,
  offsetMask: s32,
});
