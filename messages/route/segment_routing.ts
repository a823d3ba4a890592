/**
 * IPv6 segment routing headers: `struct ipv6_sr_hdr`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/seg6.h | linux/seg6.h}
 * @see {@link https://www.rfc-editor.org/rfc/rfc8754 | RFC 8754}
 *
 * @module
 */

import {
  array,
  be16,
  bytes,
  type Codec,
  DecodeError,
  EncodeError,
  ipv6Address,
  struct,
  u8,
} from "../codec/mod.ts";
import { within } from "../codec/errors.ts";

// Segment routing header.

/** The packet was rerouted. */
export const SR6_FLAG1_PROTECTED = 0x40;
/** The packet is for operations and maintenance. */
export const SR6_FLAG1_OAM = 0x20;
/** There are important TLVs. */
export const SR6_FLAG1_ALERT = 0x10;
/** There is an HMAC. */
export const SR6_FLAG1_HMAC = 0x8;
/** Node where the packet came in. */
export const SR6_TLV_INGRESS = 1;
/** Node where the packet goes out. */
export const SR6_TLV_EGRESS = 2;
/** Opaque data. */
export const SR6_TLV_OPAQUE = 3;
/** Padding. */
export const SR6_TLV_PADDING = 4;
/** HMAC. */
export const SR6_TLV_HMAC = 5;

interface FixedPart {
  nextHeader: number;
  headerLength: number;
  type: number;
  segmentsLeft: number;
  lastEntry: number;
  flags: number;
  tag: number;
}

/** A segment routing header (`struct ipv6_sr_hdr`). */
export interface SegmentRoutingHeader {
  /** Protocol of what follows the header; set by the kernel (`nexthdr`). */
  nextHeader: number;
  /** Length in units of eight bytes, less one (`hdrlen`). */
  headerLength: number;
  /** Type of routing header: 4 (`type`). */
  type: number;
  /** Number of the active segment (`segments_left`). */
  segmentsLeft: number;
  /** Number of the last segment in the list (`first_segment`). */
  lastEntry: number;
  /** `SR6_FLAG1_*` (`flags`). */
  flags: number;
  /** Tag of a class of packets (`tag`). */
  tag: number;
  /** The segments, the last one of the path first (`segments`). */
  segments: string[];
  /** What follows the segments, such as an HMAC (`SR6_TLV_*`). */
  tlvs?: Uint8Array;
}

const fixedPart: Codec<FixedPart> = struct({
  nextHeader: u8,
  headerLength: u8,
  type: u8,
  segmentsLeft: u8,
  lastEntry: u8,
  flags: u8,
  tag: be16,
});

const segments = array(ipv6Address);

const samples: readonly SegmentRoutingHeader[] = [
  {
    nextHeader: 0,
    headerLength: 4,
    type: 4,
    segmentsLeft: 1,
    lastEntry: 1,
    flags: 0,
    tag: 0,
    segments: ["fc00::2", "fc00::1"],
  },
  {
    nextHeader: 0,
    headerLength: 3,
    type: 4,
    segmentsLeft: 0,
    lastEntry: 0,
    flags: SR6_FLAG1_HMAC,
    tag: 7,
    segments: ["fc00::1"],
    tlvs: new Uint8Array([SR6_TLV_PADDING, 6, 0, 0, 0, 0, 0, 0]),
  },
];

/** Codec of {@linkcode SegmentRoutingHeader}. */
export const segmentRoutingHeader: Codec<SegmentRoutingHeader> = {
  shape: { kind: "custom", name: "ipv6_sr_hdr", samples },
  size: fixedPart.size,
  decode: (view, start, end) => {
    const at = start + fixedPart.size;
    if (at > end) {
      throw new DecodeError(
        `Cannot decode a segment routing header: it has ${end - start} bytes`,
      );
    }
    const fixed = fixedPart.decode(view, start, at);
    const tail = at + ipv6Address.size * (fixed.lastEntry + 1);
    if (tail > end) {
      throw new DecodeError(
        `Cannot decode a segment routing header: its last segment is ${fixed.lastEntry}, but it has ${
          end - start
        } bytes`,
      );
    }
    return {
      ...fixed,
      segments: segments.decode(view, at, tail),
      ...(tail < end ? { tlvs: bytes.decode(view, tail, end) } : {}),
    };
  },
  encode: (writer, value) => {
    fixedPart.encode(writer, value);
    try {
      segments.encode(writer, value.segments);
    } catch (error) {
      throw within(error, "segments");
    }
    if (value.segments.length !== value.lastEntry + 1) {
      throw new EncodeError(
        value.segments,
        `does not go with a last segment of ${value.lastEntry}`,
        "segments",
      );
    }
    if (value.tlvs !== undefined) {
      try {
        bytes.encode(writer, value.tlvs);
      } catch (error) {
        throw within(error, "tlvs");
      }
    }
  },
};
