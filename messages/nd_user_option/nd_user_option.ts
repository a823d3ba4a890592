/**
 * Options of router advertisements that the kernel leaves to user space, such
 * as name servers: `struct nduseroptmsg` and `NDUSEROPT_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/rtnetlink.h | linux/rtnetlink.h}
 * @see {@link https://www.rfc-editor.org/rfc/rfc4861 | RFC 4861}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  bytes,
  type Codec,
  DecodeError,
  EncodeError,
  ipv6Address,
  s32,
  struct,
  u16,
  u32,
  u8,
} from "../codec/mod.ts";
import { within } from "../codec/errors.ts";

/** Family header of options (`struct nduseroptmsg`). */
export interface NdUserOptionHeader {
  /** Address family, `AF_INET6` (`nduseropt_family`). */
  family: number;
  /** Bytes of the options (`nduseropt_opts_len`). */
  optionsLength: number;
  /** Index of the device (`nduseropt_ifindex`). */
  index: number;
  /** Type of the ICMPv6 message: 134 (`nduseropt_icmp_type`). */
  icmpType: number;
  /** Code of the ICMPv6 message (`nduseropt_icmp_code`). */
  icmpCode: number;
  /** Padding (`nduseropt_pad2`). */
  padding2: number;
  /** Padding (`nduseropt_pad3`). */
  padding3: number;
}

/** Attributes of options (`NDUSEROPT_*`). */
export interface NdUserOptionAttributes extends Attributes {
  /** The router (`NDUSEROPT_SRCADDR`). */
  source?: string;
}

/** Options of a router advertisement. */
export interface NdUserOptionMessage extends NdUserOptionHeader {
  /**
   * The options: type, length in units of eight bytes and value of each, as
   * many bytes as {@linkcode NdUserOptionHeader.optionsLength} has.
   */
  options: Uint8Array;
  /** The attributes. */
  attributes: NdUserOptionAttributes;
}

/** Codec of {@linkcode NdUserOptionHeader}. */
export const ndUserOptionHeader: Codec<NdUserOptionHeader> = struct({
  family: u8,
  optionsLength: u16,
  index: s32,
  icmpType: u8,
  icmpCode: u8,
  padding2: u16,
  padding3: u32,
});

/** Codec of {@linkcode NdUserOptionAttributes}. */
export const ndUserOptionAttributes: Codec<NdUserOptionAttributes> = attributes(
  {
    source: ["NDUSEROPT_SRCADDR", 1, ipv6Address],
  },
);

const samples: readonly NdUserOptionMessage[] = [
  {
    family: 10,
    optionsLength: 8,
    index: 2,
    icmpType: 134,
    icmpCode: 0,
    padding2: 0,
    padding3: 0,
    options: new Uint8Array([31, 1, 0, 0, 0, 0, 0, 60]),
    attributes: { source: "fe80::1" },
  },
];

/** Codec of {@linkcode NdUserOptionMessage}. */
export const ndUserOptionMessage: Codec<NdUserOptionMessage> = {
  shape: { kind: "custom", name: "nduseroptmsg", samples },
  size: ndUserOptionHeader.size,
  decode: (view, start, end) => {
    const at = start + ndUserOptionHeader.size;
    if (at > end) {
      throw new DecodeError(
        `Cannot decode options of a router advertisement: they have ${
          end - start
        } bytes`,
      );
    }
    const header = ndUserOptionHeader.decode(view, start, at);
    const stop = at + header.optionsLength;
    if (stop > end) {
      throw new DecodeError(
        `Cannot decode options of a router advertisement: they should have ${header.optionsLength} bytes, but ${
          end - at
        } are left`,
      );
    }
    return Object.assign(header, {
      options: bytes.decode(view, at, stop),
      attributes: ndUserOptionAttributes.decode(view, stop, end),
    });
  },
  encode: (writer, value) => {
    ndUserOptionHeader.encode(writer, value);
    try {
      bytes.encode(writer, value.options);
    } catch (error) {
      throw within(error, "options");
    }
    if (value.options.length !== value.optionsLength) {
      throw new EncodeError(
        value.options,
        `does not go with a length of ${value.optionsLength}`,
        "options",
      );
    }
    try {
      ndUserOptionAttributes.encode(writer, value.attributes);
    } catch (error) {
      throw within(error, "attributes");
    }
  },
};
