/**
 * Encapsulation for IPv6 segment routing: `SEG6_IPTUNNEL_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/seg6_iptunnel.h | linux/seg6_iptunnel.h}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  DecodeError,
  EncodeError,
  ipv6Address,
  s32,
  u32,
} from "../../codec/mod.ts";
import { within } from "../../codec/errors.ts";
import {
  type SegmentRoutingHeader,
  segmentRoutingHeader,
} from "../segment_routing.ts";

/** The header goes into the packet. */
export const SEG6_IPTUN_MODE_INLINE = 0;
/** The packet goes into an outer IPv6 header. */
export const SEG6_IPTUN_MODE_ENCAP = 1;
/** The frame goes into an outer IPv6 header. */
export const SEG6_IPTUN_MODE_L2ENCAP = 2;
/**
 * As {@linkcode SEG6_IPTUN_MODE_ENCAP}, without the first segment in the
 * header.
 */
export const SEG6_IPTUN_MODE_ENCAP_RED = 3;
/**
 * As {@linkcode SEG6_IPTUN_MODE_L2ENCAP}, without the first segment in the
 * header.
 */
export const SEG6_IPTUN_MODE_L2ENCAP_RED = 4;

/** Names of how the header gets into packets (`SEG6_IPTUN_MODE_*`). */
export const SEG6_MODES = {
  inline: SEG6_IPTUN_MODE_INLINE,
  encap: SEG6_IPTUN_MODE_ENCAP,
  l2encap: SEG6_IPTUN_MODE_L2ENCAP,
  "encap.red": SEG6_IPTUN_MODE_ENCAP_RED,
  "l2encap.red": SEG6_IPTUN_MODE_L2ENCAP_RED,
} as const;

/** Mode and header (`struct seg6_iptunnel_encap`). */
export interface Seg6EncapHeader {
  /** `SEG6_IPTUN_MODE_*` (`mode`). */
  mode: number;
  /** The header to add (`srh`). */
  header: SegmentRoutingHeader;
}

/** Encapsulation for segment routing (`SEG6_IPTUNNEL_*`). */
export interface Seg6Encap extends Attributes {
  /** Mode and header (`SEG6_IPTUNNEL_SRH`). */
  segmentRouting?: Seg6EncapHeader;
  /** Source of the outer header (`SEG6_IPTUNNEL_SRC`). */
  source?: string;
  /**
   * Table in which the route to the first segment is looked up; Linux 7.2 does
   * not support it yet (`SEG6_IPTUNNEL_TABLE`).
   */
  table?: number;
}

const samples: readonly Seg6EncapHeader[] = [
  {
    mode: SEG6_IPTUN_MODE_ENCAP,
    header: {
      nextHeader: 0,
      headerLength: 2,
      type: 4,
      segmentsLeft: 0,
      lastEntry: 0,
      flags: 0,
      tag: 0,
      segments: ["fc00::1"],
    },
  },
];

/** Codec of {@linkcode Seg6EncapHeader}. */
export const seg6EncapHeader: Codec<Seg6EncapHeader> = {
  shape: { kind: "custom", name: "seg6_iptunnel_encap", samples },
  size: s32.size + segmentRoutingHeader.size,
  decode: (view, start, end) => {
    const at = start + s32.size;
    if (at > end) {
      throw new DecodeError(
        `Cannot decode a mode: it has ${end - start} bytes`,
      );
    }
    return {
      mode: s32.decode(view, start, at),
      header: segmentRoutingHeader.decode(view, at, end),
    };
  },
  encode: (writer, value) => {
    if (typeof value !== "object" || value === null) {
      throw new EncodeError(value, "is not an object");
    }
    try {
      s32.encode(writer, value.mode);
    } catch (error) {
      throw within(error, "mode");
    }
    try {
      segmentRoutingHeader.encode(writer, value.header);
    } catch (error) {
      throw within(error, "header");
    }
  },
};

/** Codec of {@linkcode Seg6Encap}. */
export const seg6Encap: Codec<Seg6Encap> = attributes({
  segmentRouting: ["SEG6_IPTUNNEL_SRH", 1, seg6EncapHeader],
  source: ["SEG6_IPTUNNEL_SRC", 2, ipv6Address],
  table: ["SEG6_IPTUNNEL_TABLE", 3, u32],
});
