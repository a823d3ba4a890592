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
import {
  IFLA_IPTUN_6RD_PREFIX,
  IFLA_IPTUN_6RD_PREFIXLEN,
  IFLA_IPTUN_6RD_RELAY_PREFIX,
  IFLA_IPTUN_6RD_RELAY_PREFIXLEN,
  IFLA_IPTUN_COLLECT_METADATA,
  IFLA_IPTUN_ENCAP_DPORT,
  IFLA_IPTUN_ENCAP_FLAGS,
  IFLA_IPTUN_ENCAP_SPORT,
  IFLA_IPTUN_ENCAP_TYPE,
  IFLA_IPTUN_FLAGS,
  IFLA_IPTUN_FWMARK,
  IFLA_IPTUN_LINK,
  IFLA_IPTUN_LOCAL,
  IFLA_IPTUN_PMTUDISC,
  IFLA_IPTUN_PROTO,
  IFLA_IPTUN_REMOTE,
  IFLA_IPTUN_TOS,
  IFLA_IPTUN_TTL,
} from "./iptun.ts";
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
  link: [IFLA_IPTUN_LINK, u32],
  local: [IFLA_IPTUN_LOCAL, ipv4Address],
  remote: [IFLA_IPTUN_REMOTE, ipv4Address],
  ttl: [IFLA_IPTUN_TTL, u8],
  tos: [IFLA_IPTUN_TOS, u8],
  proto: [IFLA_IPTUN_PROTO, u8],
  pmtudisc: [IFLA_IPTUN_PMTUDISC, u8],
  encapType: [IFLA_IPTUN_ENCAP_TYPE, u16],
  encapFlags: [IFLA_IPTUN_ENCAP_FLAGS, u16],
  encapSport: [IFLA_IPTUN_ENCAP_SPORT, be16],
  encapDport: [IFLA_IPTUN_ENCAP_DPORT, be16],
  collectMetadata: [IFLA_IPTUN_COLLECT_METADATA, flag],
  fwmark: [IFLA_IPTUN_FWMARK, u32],
  flags: [IFLA_IPTUN_FLAGS, u16],
  sixrdPrefix: [IFLA_IPTUN_6RD_PREFIX, ipv6Address],
  sixrdRelayPrefix: [IFLA_IPTUN_6RD_RELAY_PREFIX, ipv4Address],
  sixrdPrefixlen: [IFLA_IPTUN_6RD_PREFIXLEN, u16],
  sixrdRelayPrefixlen: [IFLA_IPTUN_6RD_RELAY_PREFIXLEN, u16],
}, { nestedFlag: false });
