/**
 * Geneve tunnels: `IFLA_GENEVE_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_link.h | linux/if_link.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/drivers/net/geneve.c | drivers/net/geneve.c}
 * @see {@link https://www.rfc-editor.org/rfc/rfc8926 | RFC 8926}
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
  ipv4Address,
  ipv6Address,
  struct,
  u32,
  u8,
} from "../../codec/mod.ts";

/** The bit is clear. */
export const GENEVE_DF_UNSET = 0;
/** The bit is set. */
export const GENEVE_DF_SET = 1;
/** The bit is copied from the inner packet. */
export const GENEVE_DF_INHERIT = 2;

/** Names of the ways to set the don't-fragment bit (`GENEVE_DF_*`). */
export const GENEVE_DF = {
  unset: GENEVE_DF_UNSET,
  set: GENEVE_DF_SET,
  inherit: GENEVE_DF_INHERIT,
} as const;

/** `struct ifla_geneve_port_range`. */
export interface GenevePortRange {
  /** First UDP source port (`low`). */
  low: number;
  /** Last UDP source port (`high`). */
  high: number;
}

/** `IFLA_INFO_DATA` of a Geneve tunnel: `IFLA_GENEVE_*`. */
export interface GeneveData extends Attributes {
  /** Virtual network identifier, 0 to 16777215 (`IFLA_GENEVE_ID`). */
  id?: number;
  /** IPv4 address of the other end (`IFLA_GENEVE_REMOTE`). */
  remote?: string;
  /** Time to live of outer packets; 0 for the default (`IFLA_GENEVE_TTL`). */
  ttl?: number;
  /**
   * Type of service of outer packets; 1 to copy the inner one
   * (`IFLA_GENEVE_TOS`).
   */
  tos?: number;
  /** UDP destination port (`IFLA_GENEVE_PORT`). */
  port?: number;
  /**
   * Identifier and addresses come with each packet, from routes or filters
   * (`IFLA_GENEVE_COLLECT_METADATA`).
   */
  collectMetadata?: true;
  /** IPv6 address of the other end (`IFLA_GENEVE_REMOTE6`). */
  remote6?: string;
  /** 1 to send UDP checksums over IPv4 (`IFLA_GENEVE_UDP_CSUM`). */
  udpCsum?: number;
  /** 1 to send no UDP checksums over IPv6 (`IFLA_GENEVE_UDP_ZERO_CSUM6_TX`). */
  udpZeroCsum6Tx?: number;
  /**
   * 1 to accept packets without UDP checksum over IPv6
   * (`IFLA_GENEVE_UDP_ZERO_CSUM6_RX`).
   */
  udpZeroCsum6Rx?: number;
  /** IPv6 flow label of outer packets (`IFLA_GENEVE_LABEL`). */
  label?: number;
  /**
   * 1 to copy the time to live of inner packets (`IFLA_GENEVE_TTL_INHERIT`).
   */
  ttlInherit?: number;
  /**
   * The don't-fragment bit of outer packets: `GENEVE_DF_*` (`IFLA_GENEVE_DF`).
   */
  df?: number;
  /**
   * The payload is IP packets instead of Ethernet frames
   * (`IFLA_GENEVE_INNER_PROTO_INHERIT`).
   */
  innerProtoInherit?: true;
  /** UDP source ports to use (`IFLA_GENEVE_PORT_RANGE`). */
  portRange?: GenevePortRange;
  /**
   * An option informs the receiver how to aggregate packets
   * (`IFLA_GENEVE_GRO_HINT`).
   */
  groHint?: true;
  /** IPv4 address of this end (`IFLA_GENEVE_LOCAL`). */
  local?: string;
  /** IPv6 address of this end (`IFLA_GENEVE_LOCAL6`). */
  local6?: string;
}

const genevePortRange: Codec<GenevePortRange> = struct({
  low: be16,
  high: be16,
});

/** Codec of {@linkcode GeneveData}. */
export const geneveData: Codec<GeneveData> = attributes({
  id: ["IFLA_GENEVE_ID", 1, u32],
  remote: ["IFLA_GENEVE_REMOTE", 2, ipv4Address],
  ttl: ["IFLA_GENEVE_TTL", 3, u8],
  tos: ["IFLA_GENEVE_TOS", 4, u8],
  port: ["IFLA_GENEVE_PORT", 5, be16],
  collectMetadata: ["IFLA_GENEVE_COLLECT_METADATA", 6, flag],
  remote6: ["IFLA_GENEVE_REMOTE6", 7, ipv6Address],
  udpCsum: ["IFLA_GENEVE_UDP_CSUM", 8, u8],
  udpZeroCsum6Tx: ["IFLA_GENEVE_UDP_ZERO_CSUM6_TX", 9, u8],
  udpZeroCsum6Rx: ["IFLA_GENEVE_UDP_ZERO_CSUM6_RX", 10, u8],
  label: ["IFLA_GENEVE_LABEL", 11, be32],
  ttlInherit: ["IFLA_GENEVE_TTL_INHERIT", 12, u8],
  df: ["IFLA_GENEVE_DF", 13, u8],
  innerProtoInherit: ["IFLA_GENEVE_INNER_PROTO_INHERIT", 14, flag],
  portRange: ["IFLA_GENEVE_PORT_RANGE", 15, genevePortRange],
  groHint: ["IFLA_GENEVE_GRO_HINT", 16, flag],
  local: ["IFLA_GENEVE_LOCAL", 17, ipv4Address],
  local6: ["IFLA_GENEVE_LOCAL6", 18, ipv6Address],
}, { nestedFlag: false });
