/**
 * IPv6 tunnels over IPv4, with 6rd and ISATAP (kind `sit`).
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_tunnel.h | linux/if_tunnel.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/net/ipv6/sit.c | net/ipv6/sit.c}
 * @see {@link https://www.rfc-editor.org/rfc/rfc5969 | RFC 5969 (6rd)}
 * @see {@link https://www.rfc-editor.org/rfc/rfc5214 | RFC 5214 (ISATAP)}
 *
 * @module
 */

import {
  attributes,
  be16,
  type Codec,
  flag,
  ipv4Address,
  ipv6Address,
  u16,
  u32,
  u8,
} from "../../codec/mod.ts";
import type { IpipData } from "./ipip.ts";

/** The tunnel speaks ISATAP. */
export const SIT_ISATAP = 0x1;

/** `IFLA_INFO_DATA` of an IPv6 tunnel over IPv4: `IFLA_IPTUN_*`. */
export interface SitData extends IpipData {
  /** `SIT_ISATAP`, or 0 (`IFLA_IPTUN_FLAGS`). */
  flags?: number;
  /** 6rd prefix (`IFLA_IPTUN_6RD_PREFIX`). */
  sixrdPrefix?: string;
  /**
   * Prefix that all IPv4 addresses of the 6rd domain have
   * (`IFLA_IPTUN_6RD_RELAY_PREFIX`).
   */
  sixrdRelayPrefix?: string;
  /** Length of the 6rd prefix in bits (`IFLA_IPTUN_6RD_PREFIXLEN`). */
  sixrdPrefixlen?: number;
  /** Length of the IPv4 prefix in bits (`IFLA_IPTUN_6RD_RELAY_PREFIXLEN`). */
  sixrdRelayPrefixlen?: number;
}

/** Codec of {@linkcode SitData}. */
export const sitData: Codec<SitData> = attributes<SitData>({
  link: ["IFLA_IPTUN_LINK", 1, u32],
  local: ["IFLA_IPTUN_LOCAL", 2, ipv4Address],
  remote: ["IFLA_IPTUN_REMOTE", 3, ipv4Address],
  ttl: ["IFLA_IPTUN_TTL", 4, u8],
  tos: ["IFLA_IPTUN_TOS", 5, u8],
  proto: ["IFLA_IPTUN_PROTO", 9, u8],
  pmtudisc: ["IFLA_IPTUN_PMTUDISC", 10, u8],
  encapType: ["IFLA_IPTUN_ENCAP_TYPE", 15, u16],
  encapFlags: ["IFLA_IPTUN_ENCAP_FLAGS", 16, u16],
  encapSport: ["IFLA_IPTUN_ENCAP_SPORT", 17, be16],
  encapDport: ["IFLA_IPTUN_ENCAP_DPORT", 18, be16],
  collectMetadata: ["IFLA_IPTUN_COLLECT_METADATA", 19, flag],
  fwmark: ["IFLA_IPTUN_FWMARK", 20, u32],
  flags: ["IFLA_IPTUN_FLAGS", 8, u16],
  sixrdPrefix: ["IFLA_IPTUN_6RD_PREFIX", 11, ipv6Address],
  sixrdRelayPrefix: ["IFLA_IPTUN_6RD_RELAY_PREFIX", 12, ipv4Address],
  sixrdPrefixlen: ["IFLA_IPTUN_6RD_PREFIXLEN", 13, u16],
  sixrdRelayPrefixlen: ["IFLA_IPTUN_6RD_RELAY_PREFIXLEN", 14, u16],
}, { nestedFlag: false });
