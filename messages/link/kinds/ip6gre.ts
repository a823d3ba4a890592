/**
 * GRE tunnels over IPv6 (kinds `ip6gre`, `ip6gretap` and `ip6erspan`).
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_tunnel.h | linux/if_tunnel.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/net/ipv6/ip6_gre.c | net/ipv6/ip6_gre.c}
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

/** `IFLA_INFO_DATA` of a GRE tunnel over IPv6: `IFLA_GRE_*`. */
export interface Ip6greData extends Attributes {
  /** Index of the lower device; 0 for none (`IFLA_GRE_LINK`). */
  link?: number;
  /**
   * What incoming packets must have: `GRE_KEY`, `GRE_CSUM`, `GRE_SEQ`
   * (`IFLA_GRE_IFLAGS`).
   */
  iflags?: number;
  /**
   * What outgoing packets get: `GRE_KEY`, `GRE_CSUM`, `GRE_SEQ`
   * (`IFLA_GRE_OFLAGS`).
   */
  oflags?: number;
  /** Key of incoming packets (`IFLA_GRE_IKEY`). */
  ikey?: number;
  /** Key of outgoing packets (`IFLA_GRE_OKEY`). */
  okey?: number;
  /** Address of this end; `::` for any (`IFLA_GRE_LOCAL`). */
  local?: string;
  /** Address of the other end; `::` for any (`IFLA_GRE_REMOTE`). */
  remote?: string;
  /** Hop limit of outer packets; 0 to copy the inner one (`IFLA_GRE_TTL`). */
  ttl?: number;
  /** Tunnel encapsulation limit (`IFLA_GRE_ENCAP_LIMIT`). */
  encapLimit?: number;
  /**
   * Traffic class (bits 20 to 27) and flow label (bits 0 to 19) of outer
   * packets (`IFLA_GRE_FLOWINFO`).
   */
  flowinfo?: number;
  /** `IP6_TNL_F_*` (`IFLA_GRE_FLAGS`). */
  flags?: number;
  /** UDP encapsulation: `TUNNEL_ENCAP_*` (`IFLA_GRE_ENCAP_TYPE`). */
  encapType?: number;
  /** `TUNNEL_ENCAP_FLAG_*` (`IFLA_GRE_ENCAP_FLAGS`). */
  encapFlags?: number;
  /** UDP source port; 0 to choose one by flow (`IFLA_GRE_ENCAP_SPORT`). */
  encapSport?: number;
  /** UDP destination port (`IFLA_GRE_ENCAP_DPORT`). */
  encapDport?: number;
  /**
   * Addresses come with each packet, from routes or filters
   * (`IFLA_GRE_COLLECT_METADATA`).
   */
  collectMetadata?: true;
  /** Firewall mark of outer packets; 0 for none (`IFLA_GRE_FWMARK`). */
  fwmark?: number;
  /** ERSPAN version 1: index of the mirrored port (`IFLA_GRE_ERSPAN_INDEX`). */
  erspanIndex?: number;
  /** ERSPAN version: 0 for type I, 1 or 2 (`IFLA_GRE_ERSPAN_VER`). */
  erspanVer?: number;
  /**
   * ERSPAN version 2: direction of the mirrored traffic, 0 for ingress, 1 for
   * egress (`IFLA_GRE_ERSPAN_DIR`).
   */
  erspanDir?: number;
  /**
   * ERSPAN version 2: identifier of the engine, 0 to 63
   * (`IFLA_GRE_ERSPAN_HWID`).
   */
  erspanHwid?: number;
}

/** Codec of {@linkcode Ip6greData}. */
export const ip6greData: Codec<Ip6greData> = attributes<Ip6greData>({
  link: ["IFLA_GRE_LINK", 1, u32],
  iflags: ["IFLA_GRE_IFLAGS", 2, be16],
  oflags: ["IFLA_GRE_OFLAGS", 3, be16],
  ikey: ["IFLA_GRE_IKEY", 4, be32],
  okey: ["IFLA_GRE_OKEY", 5, be32],
  local: ["IFLA_GRE_LOCAL", 6, ipv6Address],
  remote: ["IFLA_GRE_REMOTE", 7, ipv6Address],
  ttl: ["IFLA_GRE_TTL", 8, u8],
  encapLimit: ["IFLA_GRE_ENCAP_LIMIT", 11, u8],
  flowinfo: ["IFLA_GRE_FLOWINFO", 12, be32],
  flags: ["IFLA_GRE_FLAGS", 13, u32],
  encapType: ["IFLA_GRE_ENCAP_TYPE", 14, u16],
  encapFlags: ["IFLA_GRE_ENCAP_FLAGS", 15, u16],
  encapSport: ["IFLA_GRE_ENCAP_SPORT", 16, be16],
  encapDport: ["IFLA_GRE_ENCAP_DPORT", 17, be16],
  collectMetadata: ["IFLA_GRE_COLLECT_METADATA", 18, flag],
  fwmark: ["IFLA_GRE_FWMARK", 20, u32],
  erspanIndex: ["IFLA_GRE_ERSPAN_INDEX", 21, u32],
  erspanVer: ["IFLA_GRE_ERSPAN_VER", 22, u8],
  erspanDir: ["IFLA_GRE_ERSPAN_DIR", 23, u8],
  erspanHwid: ["IFLA_GRE_ERSPAN_HWID", 24, u16],
}, { nestedFlag: false });
