/**
 * Bits and which of them count: `struct nla_bitfield32`.
 *
 * @module
 */

import type { Codec } from "./codec.ts";
import { u32 } from "./scalars.ts";
import { struct } from "./struct.ts";

/** `struct nla_bitfield32`. */
export interface Bitfield32 {
  /** The bits. */
  value: number;
  /** Which bits of {@linkcode Bitfield32.value} count. */
  selector: number;
}

/** Codec of {@linkcode Bitfield32}. */
export const bitfield32: Codec<Bitfield32> = struct({
  value: u32,
  selector: u32,
});
