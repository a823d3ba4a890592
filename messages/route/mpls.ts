/**
 * Stacks of MPLS labels: `struct mpls_label`.
 *
 * An entry is one number: label, traffic class, a bit that marks the bottom of
 * the stack, and time to live.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/mpls.h | linux/mpls.h}
 * @see {@link https://www.rfc-editor.org/rfc/rfc3032 | RFC 3032}
 *
 * @module
 */

import { array, be32, type Codec } from "../codec/mod.ts";

// Parts of an entry.

/** Bits of the label. */
export const MPLS_LS_LABEL_MASK = 0xfffff000;
/** How far the label is to the left. */
export const MPLS_LS_LABEL_SHIFT = 12;
/** Bits of the traffic class. */
export const MPLS_LS_TC_MASK = 0xe00;
/** How far the traffic class is to the left. */
export const MPLS_LS_TC_SHIFT = 9;
/** Bit that marks the bottom of the stack. */
export const MPLS_LS_S_MASK = 0x100;
/** How far the bottom's bit is to the left. */
export const MPLS_LS_S_SHIFT = 8;
/** Bits of the time to live. */
export const MPLS_LS_TTL_MASK = 0xff;
/** How far the time to live is to the left. */
export const MPLS_LS_TTL_SHIFT = 0;

// Labels with a meaning.

/** An IPv4 packet follows. */
export const MPLS_LABEL_IPV4NULL = 0;
/** The packet is for the router's software. */
export const MPLS_LABEL_RTALERT = 1;
/** An IPv6 packet follows. */
export const MPLS_LABEL_IPV6NULL = 2;
/** The label is to be removed. */
export const MPLS_LABEL_IMPLNULL = 3;
/** An entropy label follows. */
export const MPLS_LABEL_ENTROPY = 7;
/** An associated channel follows. */
export const MPLS_LABEL_GAL = 13;
/** The packet is for operations and maintenance. */
export const MPLS_LABEL_OAMALERT = 14;
/** An extended label follows. */
export const MPLS_LABEL_EXTENSION = 15;
/** First label without a meaning. */
export const MPLS_LABEL_FIRST_UNRESERVED = 16;

/** The parts of one entry of a stack (`struct mpls_label`). */
export interface MplsEntry {
  /** The label, 20 bits. */
  label: number;
  /** Traffic class, 3 bits. */
  trafficClass: number;
  /** Whether the entry is the last one. */
  bottom: boolean;
  /** Time to live, 8 bits. */
  ttl: number;
}

/** Codec of a stack of labels, the outermost first; each is one number. */
export const mplsLabels: Codec<number[]> = array(be32);

/**
 * Takes an entry apart.
 *
 * @param entry The entry.
 * @returns Its parts.
 */
export function splitMplsEntry(entry: number): MplsEntry {
  return {
    label: entry >>> MPLS_LS_LABEL_SHIFT,
    trafficClass: (entry & MPLS_LS_TC_MASK) >>> MPLS_LS_TC_SHIFT,
    bottom: (entry & MPLS_LS_S_MASK) !== 0,
    ttl: entry & MPLS_LS_TTL_MASK,
  };
}

/**
 * Puts an entry together.
 *
 * @param parts Its parts.
 * @returns The entry.
 * @throws {RangeError} If a part has too many bits.
 */
export function joinMplsEntry(parts: MplsEntry): number {
  const { label, trafficClass, bottom, ttl } = parts;
  check("label", label, 0xfffff);
  check("traffic class", trafficClass, 7);
  check("time to live", ttl, 0xff);
  return ((label << MPLS_LS_LABEL_SHIFT) |
    (trafficClass << MPLS_LS_TC_SHIFT) |
    (bottom ? MPLS_LS_S_MASK : 0) | ttl) >>> 0;
}

function check(what: string, value: number, max: number): void {
  if (!(Number.isInteger(value) && value >= 0 && value <= max)) {
    throw new RangeError(
      `Cannot make an MPLS entry: the ${what} ${value} is not from 0 to ${max}`,
    );
  }
}
