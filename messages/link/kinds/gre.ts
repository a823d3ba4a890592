/**
 * GRE tunnels over IPv4 (kinds `gre`, `gretap` and `erspan`): `IFLA_GRE_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_tunnel.h | linux/if_tunnel.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/net/ipv4/ip_gre.c | net/ipv4/ip_gre.c}
 * @see {@link https://www.rfc-editor.org/rfc/rfc2784 | RFC 2784}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  be16,
  be32,
  type Codec,
  type FieldsOf,
  flag,
  ipv4Address,
  u16,
  u32,
  u8,
} from "../../codec/mod.ts";

/** Packets have a checksum. */
export const GRE_CSUM = 0x8000;
/** Packets have routing fields. */
export const GRE_ROUTING = 0x4000;
/** Packets have a key. */
export const GRE_KEY = 0x2000;
/** Packets have a sequence number. */
export const GRE_SEQ = 0x1000;
/** The source route is strict. */
export const GRE_STRICT = 0x0800;
/** Mask of the recursion control. */
export const GRE_REC = 0x0700;
/** Packets have an acknowledgement number. */
export const GRE_ACK = 0x0080;
/** Mask of the version. */
export const GRE_VERSION = 0x0007;

/** Names of the directions of mirrored packets. */
export const ERSPAN_DIRECTIONS = {
  ingress: 0,
  egress: 1,
} as const;

/** What GRE tunnels over IPv4 and IPv6 have: `IFLA_GRE_*`. */
export interface GreTunnelData extends Attributes {
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
  /** Address of this end; `0.0.0.0` or `::` for any (`IFLA_GRE_LOCAL`). */
  local?: string;
  /** Address of the other end; `0.0.0.0` or `::` for any (`IFLA_GRE_REMOTE`). */
  remote?: string;
  /**
   * Time to live, or hop limit, of outer packets; 0 to copy the inner one
   * (`IFLA_GRE_TTL`).
   */
  ttl?: number;
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

/** `IFLA_INFO_DATA` of a GRE tunnel over IPv4: `IFLA_GRE_*`. */
export interface GreData extends GreTunnelData {
  /**
   * Type of service of outer packets; 1 to copy the inner one (`IFLA_GRE_TOS`).
   */
  tos?: number;
  /** 1 for path MTU discovery (`IFLA_GRE_PMTUDISC`). */
  pmtudisc?: number;
  /** 1 to fragment although inner packets forbid it (`IFLA_GRE_IGNORE_DF`). */
  ignoreDf?: number;
}

/**
 * Makes the fields of {@linkcode GreTunnelData}.
 *
 * @param address Codec of the addresses of both ends.
 * @returns The fields.
 */
export function greFields(address: Codec<string>): FieldsOf<GreTunnelData> {
  return {
    link: ["IFLA_GRE_LINK", 1, u32],
    iflags: ["IFLA_GRE_IFLAGS", 2, be16],
    oflags: ["IFLA_GRE_OFLAGS", 3, be16],
    ikey: ["IFLA_GRE_IKEY", 4, be32],
    okey: ["IFLA_GRE_OKEY", 5, be32],
    local: ["IFLA_GRE_LOCAL", 6, address],
    remote: ["IFLA_GRE_REMOTE", 7, address],
    ttl: ["IFLA_GRE_TTL", 8, u8],
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
  };
}

/** Codec of {@linkcode GreData}. */
export const greData: Codec<GreData> = attributes({
  ...greFields(ipv4Address),
  tos: ["IFLA_GRE_TOS", 9, u8],
  pmtudisc: ["IFLA_GRE_PMTUDISC", 10, u8],
  ignoreDf: ["IFLA_GRE_IGNORE_DF", 19, u8],
}, { nestedFlag: false });
