/**
 * Encapsulation with an RPL source routing header: `RPL_IPTUNNEL_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/rpl.h | linux/rpl.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/rpl_iptunnel.h | linux/rpl_iptunnel.h}
 * @see {@link https://www.rfc-editor.org/rfc/rfc6554 | RFC 6554}
 *
 * @module
 */

import {
  array,
  type Attributes,
  attributes,
  be16,
  type Codec,
  DecodeError,
  ipv6Address,
  struct,
  u8,
} from "../../codec/mod.ts";
import { within } from "../../codec/errors.ts";

interface FixedPart {
  nextHeader: number;
  headerLength: number;
  type: number;
  segmentsLeft: number;
  compression: number;
  padding: number;
  reserved: number;
}

/** An RPL source routing header (`struct ipv6_rpl_sr_hdr`). */
export interface RplHeader {
  /** Protocol of what follows the header; set by the kernel (`nexthdr`). */
  nextHeader: number;
  /** Length in units of eight bytes, less one (`hdrlen`). */
  headerLength: number;
  /** Type of routing header: 3 (`type`). */
  type: number;
  /** Number of segments still to come (`segments_left`). */
  segmentsLeft: number;
  /**
   * Bytes cut from all addresses but the last in the upper four bits, from the
   * last one below; zero in requests (`cmpri`, `cmpre`).
   */
  compression: number;
  /** Bytes of padding, in the upper four bits (`pad`). */
  padding: number;
  /** Reserved (`reserved1`). */
  reserved: number;
  /** The addresses (`segments`). */
  segments: string[];
}

/** Encapsulation with an RPL source routing header (`RPL_IPTUNNEL_*`). */
export interface RplEncap extends Attributes {
  /** The header (`RPL_IPTUNNEL_SRH`). */
  header?: RplHeader;
}

const fixedPart: Codec<FixedPart> = struct({
  nextHeader: u8,
  headerLength: u8,
  type: u8,
  segmentsLeft: u8,
  compression: u8,
  padding: u8,
  reserved: be16,
});

const segments = array(ipv6Address);

const samples: readonly RplHeader[] = [
  {
    nextHeader: 0,
    headerLength: 4,
    type: 3,
    segmentsLeft: 2,
    compression: 0,
    padding: 0,
    reserved: 0,
    segments: ["fc00::1", "fc00::2"],
  },
];

/** Codec of {@linkcode RplHeader}. */
export const rplHeader: Codec<RplHeader> = {
  shape: { kind: "custom", name: "ipv6_rpl_sr_hdr", samples },
  size: fixedPart.size,
  decode: (view, start, end) => {
    const at = start + fixedPart.size;
    if (at > end || (end - at) % ipv6Address.size !== 0) {
      throw new DecodeError(
        `Cannot decode a source routing header: it has ${end - start} bytes`,
      );
    }
    return {
      ...fixedPart.decode(view, start, at),
      segments: segments.decode(view, at, end),
    };
  },
  encode: (writer, value) => {
    fixedPart.encode(writer, value);
    try {
      segments.encode(writer, value.segments);
    } catch (error) {
      throw within(error, "segments");
    }
  },
};

/** Codec of {@linkcode RplEncap}. */
export const rplEncap: Codec<RplEncap> = attributes({
  header: ["RPL_IPTUNNEL_SRH", 1, rplHeader],
});
