/**
 * Labels by which IPv6 source addresses are chosen: `struct ifaddrlblmsg` and
 * `IFAL_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_addrlabel.h | linux/if_addrlabel.h}
 * @see {@link https://www.rfc-editor.org/rfc/rfc6724 | RFC 6724}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  ipv6Address,
  message,
  struct,
  u32,
  u8,
  type WithAttributes,
} from "../codec/mod.ts";

/** Family header of address labels (`struct ifaddrlblmsg`). */
export interface AddressLabelHeader {
  /** Address family, `AF_INET6` (`ifal_family`). */
  family: number;
  /** Reserved (`__ifal_reserved`). */
  reserved: number;
  /** Length of the prefix in bits (`ifal_prefixlen`). */
  prefixLength: number;
  /** Flags, none of which are defined (`ifal_flags`). */
  flags: number;
  /** Index of the device, zero for any (`ifal_index`). */
  index: number;
  /** How often the labels have changed (`ifal_seq`). */
  sequence: number;
}

/** Attributes of address labels (`IFAL_*`). */
export interface AddressLabelAttributes extends Attributes {
  /** The prefix (`IFAL_ADDRESS`). */
  address?: string;
  /** The label (`IFAL_LABEL`). */
  label?: number;
}

/** The label of a prefix. */
export type AddressLabelMessage = WithAttributes<
  AddressLabelHeader,
  AddressLabelAttributes
>;

/** Codec of {@linkcode AddressLabelHeader}. */
export const addressLabelHeader: Codec<AddressLabelHeader> = struct({
  family: u8,
  reserved: u8,
  prefixLength: u8,
  flags: u8,
  index: u32,
  sequence: u32,
});

/** Codec of {@linkcode AddressLabelAttributes}. */
export const addressLabelAttributes: Codec<AddressLabelAttributes> = attributes(
  {
    address: ["IFAL_ADDRESS", 1, ipv6Address],
    label: ["IFAL_LABEL", 2, u32],
  },
);

/** Codec of {@linkcode AddressLabelMessage}. */
export const addressLabelMessage: Codec<AddressLabelMessage> = message(
  addressLabelHeader,
  addressLabelAttributes,
);
