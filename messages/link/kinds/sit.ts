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
  type Codec,
  ipv4Address,
  ipv6Address,
  u16,
} from "../../codec/mod.ts";
import { type IpipData, ipipFields } from "./ipip.ts";

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
export const sitData: Codec<SitData> = attributes({
  ...ipipFields,
  flags: ["IFLA_IPTUN_FLAGS", 8, u16],
  sixrdPrefix: ["IFLA_IPTUN_6RD_PREFIX", 11, ipv6Address],
  sixrdRelayPrefix: ["IFLA_IPTUN_6RD_RELAY_PREFIX", 12, ipv4Address],
  sixrdPrefixlen: ["IFLA_IPTUN_6RD_PREFIXLEN", 13, u16],
  sixrdRelayPrefixlen: ["IFLA_IPTUN_6RD_RELAY_PREFIXLEN", 14, u16],
}, { nestedFlag: false });
