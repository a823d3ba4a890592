/**
 * IP tunnels over IPv6 (kind `ip6tnl`).
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_tunnel.h | linux/if_tunnel.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/ip6_tunnel.h | linux/ip6_tunnel.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/net/ipv6/ip6_tunnel.c | net/ipv6/ip6_tunnel.c}
 *
 * @module
 */

import {
  attributes,
  be32,
  type Codec,
  ipv6Address,
  u32,
  u8,
} from "../../codec/mod.ts";
import { type IptunData, iptunFields } from "./ipip.ts";

/** Packets get no tunnel encapsulation limit. */
export const IP6_TNL_F_IGN_ENCAP_LIMIT = 0x1;
/** The traffic class is copied from the inner packet. */
export const IP6_TNL_F_USE_ORIG_TCLASS = 0x2;
/** The flow label is copied from the inner packet. */
export const IP6_TNL_F_USE_ORIG_FLOWLABEL = 0x4;
/** The tunnel is used for Mobile IPv6. */
export const IP6_TNL_F_MIP6_DEV = 0x8;
/** The DSCP is copied from the outer packet. */
export const IP6_TNL_F_RCV_DSCP_COPY = 0x10;
/** The firewall mark is copied from the inner packet. */
export const IP6_TNL_F_USE_ORIG_FWMARK = 0x20;
/** The other end may be on this machine. */
export const IP6_TNL_F_ALLOW_LOCAL_REMOTE = 0x40;

/** `IFLA_INFO_DATA` of an IP tunnel over IPv6: `IFLA_IPTUN_*`. */
export interface Ip6tnlData extends IptunData {
  /** Tunnel encapsulation limit (`IFLA_IPTUN_ENCAP_LIMIT`). */
  encapLimit?: number;
  /**
   * Traffic class (bits 20 to 27) and flow label (bits 0 to 19) of outer
   * packets (`IFLA_IPTUN_FLOWINFO`).
   */
  flowinfo?: number;
  /** `IP6_TNL_F_*` (`IFLA_IPTUN_FLAGS`). */
  flags?: number;
}

/** Codec of {@linkcode Ip6tnlData}. */
export const ip6tnlData: Codec<Ip6tnlData> = attributes({
  ...iptunFields(ipv6Address),
  encapLimit: ["IFLA_IPTUN_ENCAP_LIMIT", 6, u8],
  flowinfo: ["IFLA_IPTUN_FLOWINFO", 7, be32],
  flags: ["IFLA_IPTUN_FLAGS", 8, u32],
}, { nestedFlag: false });
