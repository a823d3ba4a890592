/**
 * Addresses of links: `struct ifaddrmsg` and `IFA_*`.
 *
 * Unicast addresses, the multicast groups that links have joined, and anycast
 * addresses all have this form; the type of the message decides which it is.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_addr.h | linux/if_addr.h}
 * @see {@link https://man7.org/linux/man-pages/man7/rtnetlink.7.html | rtnetlink(7)}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  ipAddress,
  message,
  s32,
  string,
  struct,
  u32,
  u8,
  type WithAttributes,
} from "../codec/mod.ts";

/** Family header of addresses (`struct ifaddrmsg`). */
export interface AddressHeader {
  /** Address family, `AF_INET` or `AF_INET6` (`ifa_family`). */
  family: number;
  /** Length of the prefix in bits (`ifa_prefixlen`). */
  prefixLength: number;
  /**
   * The lower eight flags, `IFA_F_*` (`ifa_flags`);
   * {@linkcode AddressAttributes.flags} has them all.
   */
  flags: number;
  /** How far the address is valid, `RT_SCOPE_*` (`ifa_scope`). */
  scope: number;
  /** Index of the link (`ifa_index`). */
  index: number;
}

/** Lifetimes of an address (`struct ifa_cacheinfo`). */
export interface AddressCacheInfo {
  /**
   * Seconds for which it is preferred, 0xffffffff for ever (`ifa_prefered`).
   */
  preferred: number;
  /** Seconds for which it is valid, 0xffffffff for ever (`ifa_valid`). */
  valid: number;
  /** When it was made, in hundredths of seconds since boot (`cstamp`). */
  created: number;
  /** When it was changed, in hundredths of seconds since boot (`tstamp`). */
  updated: number;
}

/** Attributes of addresses (`IFA_*`). */
export interface AddressAttributes extends Attributes {
  /** The address, or the peer's on a point-to-point link (`IFA_ADDRESS`). */
  address?: string;
  /** The address of this machine, for IPv4 and point-to-point (`IFA_LOCAL`). */
  local?: string;
  /** Label: the name of the link, or one that begins with it (`IFA_LABEL`). */
  label?: string;
  /** Broadcast address (`IFA_BROADCAST`). */
  broadcast?: string;
  /** Anycast address (`IFA_ANYCAST`). */
  anycast?: string;
  /** Lifetimes (`IFA_CACHEINFO`). */
  cacheInfo?: AddressCacheInfo;
  /** Multicast group (`IFA_MULTICAST`). */
  multicast?: string;
  /** All flags, `IFA_F_*` (`IFA_FLAGS`). */
  flags?: number;
  /** Metric of the route to the prefix (`IFA_RT_PRIORITY`). */
  routePriority?: number;
  /** Namespace id that the request is about (`IFA_TARGET_NETNSID`). */
  targetNetnsid?: number;
  /** Who added the address, `IFAPROT_*` (`IFA_PROTO`). */
  protocol?: number;
  /** How often a multicast group was joined (`IFA_MC_USERS`, Linux 7.3). */
  multicastUsers?: number;
}

/** An address of a link, or a request about such. */
export type AddressMessage = WithAttributes<AddressHeader, AddressAttributes>;

/** Codec of {@linkcode AddressHeader}. */
export const addressHeader: Codec<AddressHeader> = struct({
  family: u8,
  prefixLength: u8,
  flags: u8,
  scope: u8,
  index: u32,
});

/** Codec of {@linkcode AddressCacheInfo}. */
export const addressCacheInfo: Codec<AddressCacheInfo> = struct({
  preferred: u32,
  valid: u32,
  created: u32,
  updated: u32,
});

/** Codec of {@linkcode AddressAttributes}. */
export const addressAttributes: Codec<AddressAttributes> = attributes({
  address: ["IFA_ADDRESS", 1, ipAddress],
  local: ["IFA_LOCAL", 2, ipAddress],
  label: ["IFA_LABEL", 3, string],
  broadcast: ["IFA_BROADCAST", 4, ipAddress],
  anycast: ["IFA_ANYCAST", 5, ipAddress],
  cacheInfo: ["IFA_CACHEINFO", 6, addressCacheInfo],
  multicast: ["IFA_MULTICAST", 7, ipAddress],
  flags: ["IFA_FLAGS", 8, u32],
  routePriority: ["IFA_RT_PRIORITY", 9, u32],
  targetNetnsid: ["IFA_TARGET_NETNSID", 10, s32],
  protocol: ["IFA_PROTO", 11, u8],
  multicastUsers: ["IFA_MC_USERS", 12, u32],
});

/** Codec of {@linkcode AddressMessage}. */
export const addressMessage: Codec<AddressMessage> = message(
  addressHeader,
  addressAttributes,
);
