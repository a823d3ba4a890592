/**
 * In-situ measurements for IPv6: `IOAM6_IPTUNNEL_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/ioam6.h | linux/ioam6.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/ioam6_iptunnel.h | linux/ioam6_iptunnel.h}
 * @see {@link https://www.rfc-editor.org/rfc/rfc9197 | RFC 9197}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  be16,
  be32,
  type Codec,
  ipv6Address,
  struct,
  u32,
  u8,
} from "../../codec/mod.ts";

/** The option goes into the packet. */
export const IOAM6_IPTUNNEL_MODE_INLINE = 1;
/** The option goes into an outer header. */
export const IOAM6_IPTUNNEL_MODE_ENCAP = 2;
/** Into packets of this machine, and an outer header of others. */
export const IOAM6_IPTUNNEL_MODE_AUTO = 3;

/** Names of how the option gets into packets (`IOAM6_IPTUNNEL_MODE_*`). */
export const IOAM6_MODES = {
  inline: IOAM6_IPTUNNEL_MODE_INLINE,
  encap: IOAM6_IPTUNNEL_MODE_ENCAP,
  auto: IOAM6_IPTUNNEL_MODE_AUTO,
} as const;

/** Least value of a frequency. */
export const IOAM6_IPTUNNEL_FREQ_MIN = 1;
/** Greatest value of a frequency. */
export const IOAM6_IPTUNNEL_FREQ_MAX = 1000000;
/** Most bytes of trace data. */
export const IOAM6_TRACE_DATA_SIZE_MAX = 244;

/** Header of a trace (`struct ioam6_trace_hdr`). */
export interface Ioam6Trace {
  /** Number of the namespace (`namespace_id`). */
  namespaceId: number;
  /**
   * Length of a node's data in units of four bytes, in the upper five bits;
   * whether there was no room left, in bit 2 (`nodelen`, `overflow`).
   */
  nodeLength: number;
  /** Room left in units of four bytes, in the lower seven bits (`remlen`). */
  remainingLength: number;
  /** What is measured: bit 0 is the highest one (`type`). */
  traceType: number;
}

/** In-situ measurements (`IOAM6_IPTUNNEL_*`). */
export interface Ioam6Encap extends Attributes {
  /** `IOAM6_IPTUNNEL_MODE_*` (`IOAM6_IPTUNNEL_MODE`). */
  mode?: number;
  /** Destination of the outer header (`IOAM6_IPTUNNEL_DST`). */
  destination?: string;
  /** Header of the trace (`IOAM6_IPTUNNEL_TRACE`). */
  trace?: Ioam6Trace;
  /** Packets that get the option (`IOAM6_IPTUNNEL_FREQ_K`). */
  frequencyK?: number;
  /** Packets of which they are (`IOAM6_IPTUNNEL_FREQ_N`). */
  frequencyN?: number;
  /** Source of the outer header (`IOAM6_IPTUNNEL_SRC`). */
  source?: string;
}

/** Codec of {@linkcode Ioam6Trace}. */
export const ioam6Trace: Codec<Ioam6Trace> = struct({
  namespaceId: be16,
  nodeLength: u8,
  remainingLength: u8,
  traceType: be32,
});

/** Codec of {@linkcode Ioam6Encap}. */
export const ioam6Encap: Codec<Ioam6Encap> = attributes({
  mode: ["IOAM6_IPTUNNEL_MODE", 1, u8],
  destination: ["IOAM6_IPTUNNEL_DST", 2, ipv6Address],
  trace: ["IOAM6_IPTUNNEL_TRACE", 3, ioam6Trace],
  frequencyK: ["IOAM6_IPTUNNEL_FREQ_K", 4, u32],
  frequencyN: ["IOAM6_IPTUNNEL_FREQ_N", 5, u32],
  source: ["IOAM6_IPTUNNEL_SRC", 6, ipv6Address],
});
