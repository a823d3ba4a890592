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
  type Attributes,
  attributes,
  be16,
  be32,
  type Codec,
  flag,
  ipv6Address,
  u16,
  u32,
  u8,
} from "../../codec/mod.ts";

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
export interface Ip6tnlData extends Attributes {
  /** Index of the lower device; 0 for none (`IFLA_IPTUN_LINK`). */
  link?: number;
  /** Address of this end; `::` for any (`IFLA_IPTUN_LOCAL`). */
  local?: string;
  /** Address of the other end; `::` for any (`IFLA_IPTUN_REMOTE`). */
  remote?: string;
  /** Hop limit of outer packets; 0 to copy the inner one (`IFLA_IPTUN_TTL`). */
  ttl?: number;
  /** Tunnel encapsulation limit (`IFLA_IPTUN_ENCAP_LIMIT`). */
  encapLimit?: number;
  /**
   * Traffic class (bits 20 to 27) and flow label (bits 0 to 19) of outer
   * packets (`IFLA_IPTUN_FLOWINFO`).
   */
  flowinfo?: number;
  /** `IP6_TNL_F_*` (`IFLA_IPTUN_FLAGS`). */
  flags?: number;
  /** Protocol of inner packets, `IPPROTO_*`; 0 for any (`IFLA_IPTUN_PROTO`). */
  proto?: number;
  /** UDP encapsulation: `TUNNEL_ENCAP_*` (`IFLA_IPTUN_ENCAP_TYPE`). */
  encapType?: number;
  /** `TUNNEL_ENCAP_FLAG_*` (`IFLA_IPTUN_ENCAP_FLAGS`). */
  encapFlags?: number;
  /** UDP source port; 0 to choose one by flow (`IFLA_IPTUN_ENCAP_SPORT`). */
  encapSport?: number;
  /** UDP destination port (`IFLA_IPTUN_ENCAP_DPORT`). */
  encapDport?: number;
  /**
   * Addresses come with each packet, from routes or filters
   * (`IFLA_IPTUN_COLLECT_METADATA`).
   */
  collectMetadata?: true;
  /** Firewall mark of outer packets; 0 for none (`IFLA_IPTUN_FWMARK`). */
  fwmark?: number;
}

/** Codec of {@linkcode Ip6tnlData}. */
export const ip6tnlData: Codec<Ip6tnlData> = attributes<Ip6tnlData>({
  link: ["IFLA_IPTUN_LINK", 1, u32],
  local: ["IFLA_IPTUN_LOCAL", 2, ipv6Address],
  remote: ["IFLA_IPTUN_REMOTE", 3, ipv6Address],
  ttl: ["IFLA_IPTUN_TTL", 4, u8],
  encapLimit: ["IFLA_IPTUN_ENCAP_LIMIT", 6, u8],
  flowinfo: ["IFLA_IPTUN_FLOWINFO", 7, be32],
  flags: ["IFLA_IPTUN_FLAGS", 8, u32],
  proto: ["IFLA_IPTUN_PROTO", 9, u8],
  encapType: ["IFLA_IPTUN_ENCAP_TYPE", 15, u16],
  encapFlags: ["IFLA_IPTUN_ENCAP_FLAGS", 16, u16],
  encapSport: ["IFLA_IPTUN_ENCAP_SPORT", 17, be16],
  encapDport: ["IFLA_IPTUN_ENCAP_DPORT", 18, be16],
  collectMetadata: ["IFLA_IPTUN_COLLECT_METADATA", 19, flag],
  fwmark: ["IFLA_IPTUN_FWMARK", 20, u32],
}, { nestedFlag: false });
