/**
 * Settings and state of a link by address family: `IFLA_AF_SPEC`, and
 * `IFLA_PROTINFO` in messages of the family `AF_INET6`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_link.h | linux/if_link.h}
 *
 * @module
 */

import {
  array,
  type Attributes,
  attributes,
  bytes,
  type Codec,
  ipv6Address,
  s32,
  struct,
  u32,
  u64,
  u8,
} from "../codec/mod.ts";
import { AF_INET, AF_INET6, AF_MCTP } from "../families.ts";

/** Addresses are made from the hardware address. */
export const IN6_ADDR_GEN_MODE_EUI64 = 0;
/** No link-local address is made. */
export const IN6_ADDR_GEN_MODE_NONE = 1;
/** Addresses are made from a secret (RFC 7217). */
export const IN6_ADDR_GEN_MODE_STABLE_PRIVACY = 2;
/** Addresses are made from a secret that was generated. */
export const IN6_ADDR_GEN_MODE_RANDOM = 3;

/** Names of how IPv6 makes addresses (`IN6_ADDR_GEN_MODE_*`). */
export const ADDRESS_GENERATION_MODES = {
  eui64: IN6_ADDR_GEN_MODE_EUI64,
  none: IN6_ADDR_GEN_MODE_NONE,
  stable_secret: IN6_ADDR_GEN_MODE_STABLE_PRIVACY,
  random: IN6_ADDR_GEN_MODE_RANDOM,
} as const;

/** A router solicitation was sent. */
export const IF_RS_SENT = 0x10;
/** A router advertisement was received. */
export const IF_RA_RCVD = 0x20;
/** Routers announce that addresses come from DHCPv6. */
export const IF_RA_MANAGED = 0x40;
/** Routers announce that other configuration comes from DHCPv6. */
export const IF_RA_OTHERCONF = 0x80;
/** IPv6 is ready on the link. */
export const IF_READY = 0x80000000;

/** Number of ICMPv6 messages received: where in `IFLA_INET6_ICMP6STATS`. */
export const ICMP6_MIB_INMSGS = 1;
/** Number of bad ICMPv6 messages received. */
export const ICMP6_MIB_INERRORS = 2;
/** Number of ICMPv6 messages sent. */
export const ICMP6_MIB_OUTMSGS = 3;
/** Number of ICMPv6 messages that could not be sent. */
export const ICMP6_MIB_OUTERRORS = 4;
/** Number of ICMPv6 messages with a wrong checksum. */
export const ICMP6_MIB_CSUMERRORS = 5;
/** Number of ICMPv6 messages not sent for the limit of their destination. */
export const ICMP6_MIB_RATELIMITHOST = 6;

/** `IFLA_INET_*`. */
export interface InetLinkAttributes extends Attributes {
  /**
   * All settings of IPv4, as the kernel sends them: the setting
   * `IPV4_DEVCONF_x` is at `IPV4_DEVCONF_x - 1` (`IFLA_INET_CONF`). Requests
   * have another form, 32-bit attributes `IPV4_DEVCONF_*` for what is to
   * change: put them into {@linkcode Attributes.unknown} as one attribute
   * `IFLA_INET_CONF | NLA_F_NESTED`.
   */
  conf?: number[];
}

/** `struct ifla_cacheinfo`. */
export interface Inet6CacheInfo {
  /** Largest packet that is reassembled, in bytes (`max_reasm_len`). */
  maxReassemblyLength: number;
  /**
   * When this last changed, in hundredths of a second since the machine started
   * (`tstamp`).
   */
  timestamp: number;
  /**
   * How long a neighbor stays reachable, in milliseconds (`reachable_time`).
   */
  reachableTime: number;
  /** Time between two solicitations, in milliseconds (`retrans_time`). */
  retransmitTime: number;
}

/** `IFLA_INET6_*`. */
export interface Inet6LinkAttributes extends Attributes {
  /** `IF_RA_*` and `IF_READY` (`IFLA_INET6_FLAGS`). */
  flags?: number;
  /** Settings of IPv6, the setting `DEVCONF_x` at `x` (`IFLA_INET6_CONF`). */
  conf?: number[];
  /**
   * Counters of IPv6; the first item is how many there are. Which is which
   * depends on the kernel (`IFLA_INET6_STATS`).
   */
  stats?: bigint[];
  /** Not used by the kernel (`IFLA_INET6_MCAST`). */
  multicast?: Uint8Array;
  /** Times of neighbor discovery (`IFLA_INET6_CACHEINFO`). */
  cacheInfo?: Inet6CacheInfo;
  /**
   * Counters of ICMPv6, `ICMP6_MIB_x` at `x`; the first item is how many there
   * are (`IFLA_INET6_ICMP6STATS`).
   */
  icmp6Stats?: bigint[];
  /**
   * Interface identifier of addresses that are made from prefixes; `::` for
   * none (`IFLA_INET6_TOKEN`).
   */
  token?: string;
  /**
   * How addresses are made, `IN6_ADDR_GEN_MODE_*` (`IFLA_INET6_ADDR_GEN_MODE`).
   */
  addressGenerationMode?: number;
  /**
   * Maximum transmission unit that a router advertised, in bytes
   * (`IFLA_INET6_RA_MTU`).
   */
  raMtu?: number;
}

/** `IFLA_MCTP_*`. */
export interface MctpLinkAttributes extends Attributes {
  /** Network that the link belongs to (`IFLA_MCTP_NET`). */
  net?: number;
  /** Medium, as DSP0239 numbers them (`IFLA_MCTP_PHYS_BINDING`). */
  physicalBinding?: number;
}

/** `IFLA_AF_SPEC`, but not in messages of the family `AF_BRIDGE`. */
export interface AfSpec extends Attributes {
  /** IPv4 (`AF_INET`). */
  inet?: InetLinkAttributes;
  /** IPv6 (`AF_INET6`). */
  inet6?: Inet6LinkAttributes;
  /** Management Component Transport Protocol (`AF_MCTP`). */
  mctp?: MctpLinkAttributes;
}

/** Codec of {@linkcode InetLinkAttributes}. */
export const inetLinkAttributes: Codec<InetLinkAttributes> = attributes({
  conf: ["IFLA_INET_CONF", 1, array(s32)],
}, { nestedFlag: false });

const inet6CacheInfo: Codec<Inet6CacheInfo> = struct({
  maxReassemblyLength: u32,
  timestamp: u32,
  reachableTime: u32,
  retransmitTime: u32,
});

/** Codec of {@linkcode Inet6LinkAttributes}. */
export const inet6LinkAttributes: Codec<Inet6LinkAttributes> = attributes({
  flags: ["IFLA_INET6_FLAGS", 1, u32],
  conf: ["IFLA_INET6_CONF", 2, array(s32)],
  stats: ["IFLA_INET6_STATS", 3, array(u64)],
  multicast: ["IFLA_INET6_MCAST", 4, bytes],
  cacheInfo: ["IFLA_INET6_CACHEINFO", 5, inet6CacheInfo],
  icmp6Stats: ["IFLA_INET6_ICMP6STATS", 6, array(u64)],
  token: ["IFLA_INET6_TOKEN", 7, ipv6Address],
  addressGenerationMode: ["IFLA_INET6_ADDR_GEN_MODE", 8, u8],
  raMtu: ["IFLA_INET6_RA_MTU", 9, u32],
}, { nestedFlag: false });

/** Codec of {@linkcode MctpLinkAttributes}. */
export const mctpLinkAttributes: Codec<MctpLinkAttributes> = attributes({
  net: ["IFLA_MCTP_NET", 1, u32],
  physicalBinding: ["IFLA_MCTP_PHYS_BINDING", 2, u8],
}, { nestedFlag: false });

/** Codec of {@linkcode AfSpec}. */
export const afSpec: Codec<AfSpec> = attributes({
  inet: ["AF_INET", AF_INET, inetLinkAttributes],
  inet6: ["AF_INET6", AF_INET6, inet6LinkAttributes],
  mctp: ["AF_MCTP", AF_MCTP, mctpLinkAttributes],
}, { nestedFlag: false });
