/**
 * BPF programs for packets of a route: `LWT_BPF_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/lwtunnel.h | linux/lwtunnel.h}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  string,
  u32,
} from "../../codec/mod.ts";

/** Most bytes that the transmitting program may push. */
export const LWT_BPF_MAX_HEADROOM = 256;

/** A program (`LWT_BPF_PROG_*`). */
export interface BpfEncapProgram extends Attributes {
  /** Descriptor of the program, in requests only (`LWT_BPF_PROG_FD`). */
  descriptor?: number;
  /** Name, for people (`LWT_BPF_PROG_NAME`). */
  name?: string;
}

/** Programs for packets of a route (`LWT_BPF_*`). */
export interface BpfEncap extends Attributes {
  /** Program for packets that come in (`LWT_BPF_IN`). */
  input?: BpfEncapProgram;
  /** Program for packets that go out (`LWT_BPF_OUT`). */
  output?: BpfEncapProgram;
  /** Program for packets that are transmitted (`LWT_BPF_XMIT`). */
  transmit?: BpfEncapProgram;
  /** Bytes that it may push before them (`LWT_BPF_XMIT_HEADROOM`). */
  transmitHeadroom?: number;
}

/** Codec of {@linkcode BpfEncapProgram}. */
export const bpfEncapProgram: Codec<BpfEncapProgram> = attributes({
  descriptor: ["LWT_BPF_PROG_FD", 1, u32],
  name: ["LWT_BPF_PROG_NAME", 2, string],
});

/** Codec of {@linkcode BpfEncap}. */
export const bpfEncap: Codec<BpfEncap> = attributes({
  input: ["LWT_BPF_IN", 1, bpfEncapProgram],
  output: ["LWT_BPF_OUT", 2, bpfEncapProgram],
  transmit: ["LWT_BPF_XMIT", 3, bpfEncapProgram],
  transmitHeadroom: ["LWT_BPF_XMIT_HEADROOM", 4, u32],
});
