/**
 * Prefixes that routers advertise: `struct prefixmsg` and `PREFIX_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/rtnetlink.h | linux/rtnetlink.h}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  ipv6Address,
  message,
  s32,
  struct,
  u32,
  u8,
  type WithAttributes,
} from "../codec/mod.ts";

/** Family header of prefixes (`struct prefixmsg`). */
export interface PrefixHeader {
  /** Address family, `AF_INET6` (`prefix_family`). */
  family: number;
  /** Index of the device (`prefix_ifindex`). */
  index: number;
  /** Type of the option that the prefix came in (`prefix_type`). */
  type: number;
  /** Length in bits (`prefix_len`). */
  length: number;
  /**
   * `IF_PREFIX_*`; some stable kernels, such as 6.1.176, send the bits of the
   * option itself: 0x80 for on-link, 0x40 for autonomous (`prefix_flags`).
   */
  flags: number;
}

/** Lifetimes in seconds (`struct prefix_cacheinfo`). */
export interface PrefixCacheInfo {
  /** How long addresses are preferred (`preferred_time`). */
  preferred: number;
  /** How long addresses are valid (`valid_time`). */
  valid: number;
}

/** Attributes of prefixes (`PREFIX_*`). */
export interface PrefixAttributes extends Attributes {
  /** The prefix (`PREFIX_ADDRESS`). */
  address?: string;
  /** Lifetimes (`PREFIX_CACHEINFO`). */
  cacheInfo?: PrefixCacheInfo;
}

/** A prefix that a router has advertised. */
export type PrefixMessage = WithAttributes<PrefixHeader, PrefixAttributes>;

/** Codec of {@linkcode PrefixHeader}. */
export const prefixHeader: Codec<PrefixHeader> = struct({
  family: u8,
  index: s32,
  type: u8,
  length: u8,
  flags: u8,
});

/** Codec of {@linkcode PrefixCacheInfo}. */
export const prefixCacheInfo: Codec<PrefixCacheInfo> = struct({
  preferred: u32,
  valid: u32,
});

/** Codec of {@linkcode PrefixAttributes}. */
export const prefixAttributes: Codec<PrefixAttributes> = attributes({
  address: ["PREFIX_ADDRESS", 1, ipv6Address],
  cacheInfo: ["PREFIX_CACHEINFO", 2, prefixCacheInfo],
});

/** Codec of {@linkcode PrefixMessage}. */
export const prefixMessage: Codec<PrefixMessage> = message(
  prefixHeader,
  prefixAttributes,
);
