/**
 * Instructions of classic BPF programs: `struct sock_filter`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/filter.h | linux/filter.h}
 *
 * @module
 */

import { type Codec, struct, u16, u32, u8 } from "../codec/mod.ts";

/** An instruction of a classic BPF program (`struct sock_filter`). */
export interface BpfInstruction {
  /** What to do (`code`). */
  code: number;
  /** How many instructions to skip if a comparison holds (`jt`). */
  jumpTrue: number;
  /** How many instructions to skip if it does not (`jf`). */
  jumpFalse: number;
  /** Operand (`k`). */
  operand: number;
}

/** Codec of {@linkcode BpfInstruction}. */
export const bpfInstruction: Codec<BpfInstruction> = struct({
  code: u16,
  jumpTrue: u8,
  jumpFalse: u8,
  operand: u32,
});
