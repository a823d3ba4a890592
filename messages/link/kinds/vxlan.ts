/**
 * Virtual extensible LANs: `IFLA_VXLAN_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_link.h | linux/if_link.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/drivers/net/vxlan/vxlan_core.c | drivers/net/vxlan/vxlan_core.c}
 * @see {@link https://www.rfc-editor.org/rfc/rfc7348 | RFC 7348}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  be16,
  be32,
  type Codec,
  DecodeError,
  flag,
  ipv4Address,
  ipv6Address,
  struct,
  u32,
  u8,
} from "../../codec/mod.ts";

/** Don't Fragment is not set. */
export const VXLAN_DF_UNSET = 0;
/** Don't Fragment is set. */
export const VXLAN_DF_SET = 1;
/** Don't Fragment is that of the inner packet. */
export const VXLAN_DF_INHERIT = 2;

/** Names of the ways to set the don't-fragment bit (`VXLAN_DF_*`). */
export const VXLAN_DF = {
  unset: VXLAN_DF_UNSET,
  set: VXLAN_DF_SET,
  inherit: VXLAN_DF_INHERIT,
} as const;

/** The flow label is fixed. */
export const VXLAN_LABEL_FIXED = 0;
/** The flow label is that of the inner packet. */
export const VXLAN_LABEL_INHERIT = 1;

/** Names of where the flow label comes from (`VXLAN_LABEL_*`). */
export const VXLAN_LABEL_POLICIES = {
  fixed: VXLAN_LABEL_FIXED,
  inherit: VXLAN_LABEL_INHERIT,
} as const;

/** `struct ifla_vxlan_port_range`. */
export interface VxlanPortRange {
  /** First port (`low`). */
  low: number;
  /** Last port (`high`). */
  high: number;
}

/** `struct vxlanhdr`. */
export interface VxlanHeader {
  /** Flags (`vx_flags`). */
  flags: number;
  /** Network identifier in the upper 24 bits (`vx_vni`). */
  vni: number;
}

/** `IFLA_INFO_DATA` of a VXLAN link: `IFLA_VXLAN_*`. */
export interface VxlanData extends Attributes {
  /** Network identifier (VNI) (`IFLA_VXLAN_ID`). */
  id?: number;
  /** Multicast group or remote address, of IPv4 (`IFLA_VXLAN_GROUP`). */
  group?: string;
  /** Index of the device that packets go out through (`IFLA_VXLAN_LINK`). */
  link?: number;
  /** Address that packets come from, of IPv4 (`IFLA_VXLAN_LOCAL`). */
  local?: string;
  /** Hop limit; 0 for that of the kernel (`IFLA_VXLAN_TTL`). */
  ttl?: number;
  /** Type of service; 1 for that of the inner packet (`IFLA_VXLAN_TOS`). */
  tos?: number;
  /** Whether remote addresses are learned, 0 or 1 (`IFLA_VXLAN_LEARNING`). */
  learning?: number;
  /**
   * Time after which a silent address is forgotten, in seconds
   * (`IFLA_VXLAN_AGEING`).
   */
  ageing?: number;
  /**
   * Most entries of the forwarding database; 0 for no limit
   * (`IFLA_VXLAN_LIMIT`).
   */
  limit?: number;
  /** UDP ports that packets come from (`IFLA_VXLAN_PORT_RANGE`). */
  portRange?: VxlanPortRange;
  /**
   * Whether ARP is answered for remote addresses, 0 or 1 (`IFLA_VXLAN_PROXY`).
   */
  proxy?: number;
  /** Whether routes are short-circuited, 0 or 1 (`IFLA_VXLAN_RSC`). */
  rsc?: number;
  /**
   * Whether unknown hardware addresses are reported, 0 or 1
   * (`IFLA_VXLAN_L2MISS`).
   */
  l2Miss?: number;
  /**
   * Whether unknown network addresses are reported, 0 or 1
   * (`IFLA_VXLAN_L3MISS`).
   */
  l3Miss?: number;
  /** UDP port that packets go to (`IFLA_VXLAN_PORT`). */
  port?: number;
  /** Multicast group or remote address, of IPv6 (`IFLA_VXLAN_GROUP6`). */
  group6?: string;
  /** Address that packets come from, of IPv6 (`IFLA_VXLAN_LOCAL6`). */
  local6?: string;
  /**
   * Whether UDP checksums are sent over IPv4, 0 or 1 (`IFLA_VXLAN_UDP_CSUM`).
   */
  udpChecksum?: number;
  /**
   * Whether UDP checksums are left out over IPv6, 0 or 1
   * (`IFLA_VXLAN_UDP_ZERO_CSUM6_TX`).
   */
  udpZeroChecksum6Tx?: number;
  /**
   * Whether UDP packets without a checksum are accepted over IPv6, 0 or 1
   * (`IFLA_VXLAN_UDP_ZERO_CSUM6_RX`).
   */
  udpZeroChecksum6Rx?: number;
  /**
   * Whether checksums are left to the remote side, 0 or 1
   * (`IFLA_VXLAN_REMCSUM_TX`).
   */
  remoteChecksumTx?: number;
  /**
   * Whether checksums that the remote side left to us are made, 0 or 1
   * (`IFLA_VXLAN_REMCSUM_RX`).
   */
  remoteChecksumRx?: number;
  /** Group policies are carried (`IFLA_VXLAN_GBP`). */
  gbp?: true;
  /**
   * Checksums that are left to us are made at once
   * (`IFLA_VXLAN_REMCSUM_NOPARTIAL`).
   */
  remoteChecksumNoPartial?: true;
  /**
   * Whether tunnel data come with each packet, 0 or 1
   * (`IFLA_VXLAN_COLLECT_METADATA`).
   */
  collectMetadata?: number;
  /** IPv6 flow label (`IFLA_VXLAN_LABEL`). */
  label?: number;
  /** The generic protocol extension is used (`IFLA_VXLAN_GPE`). */
  gpe?: true;
  /**
   * Whether the hop limit is that of the inner packet: `true` in requests, 0 or
   * 1 in answers (`IFLA_VXLAN_TTL_INHERIT`).
   */
  ttlInherit?: true | number;
  /** Don't Fragment, `VXLAN_DF_*` (`IFLA_VXLAN_DF`). */
  df?: number;
  /** Whether networks are filtered, 0 or 1 (`IFLA_VXLAN_VNIFILTER`). */
  vniFilter?: number;
  /**
   * Whether packets to this machine skip encapsulation, 0 or 1
   * (`IFLA_VXLAN_LOCALBYPASS`).
   */
  localBypass?: number;
  /**
   * Where the flow label comes from, `VXLAN_LABEL_*`
   * (`IFLA_VXLAN_LABEL_POLICY`).
   */
  labelPolicy?: number;
  /** Header bits that have to be zero (`IFLA_VXLAN_RESERVED_BITS`). */
  reservedBits?: VxlanHeader;
  /** Whether multicast packets are routed, 0 or 1 (`IFLA_VXLAN_MC_ROUTE`). */
  multicastRoute?: number;
}

const vxlanPortRange: Codec<VxlanPortRange> = struct({
  low: be16,
  high: be16,
});

const vxlanHeader: Codec<VxlanHeader> = struct({
  flags: be32,
  vni: be32,
});

/** The kernel sends a byte, but accepts nothing that has one. */
const ttlInherit: Codec<true | number> = {
  shape: { kind: "custom", name: "flag or byte", samples: [true, 0, 1] },
  size: 0,
  decode: (view, start, end) => {
    if (start === end) return true;
    if (end - start === 1) return u8.decode(view, start, end);
    throw new DecodeError(
      `Cannot decode a flag or a byte: it has ${end - start} bytes`,
    );
  },
  encode: (writer, value) => {
    if (value !== true) u8.encode(writer, value);
  },
};

/** Codec of {@linkcode VxlanData}. */
export const vxlanData: Codec<VxlanData> = attributes({
  id: ["IFLA_VXLAN_ID", 1, u32],
  group: ["IFLA_VXLAN_GROUP", 2, ipv4Address],
  link: ["IFLA_VXLAN_LINK", 3, u32],
  local: ["IFLA_VXLAN_LOCAL", 4, ipv4Address],
  ttl: ["IFLA_VXLAN_TTL", 5, u8],
  tos: ["IFLA_VXLAN_TOS", 6, u8],
  learning: ["IFLA_VXLAN_LEARNING", 7, u8],
  ageing: ["IFLA_VXLAN_AGEING", 8, u32],
  limit: ["IFLA_VXLAN_LIMIT", 9, u32],
  portRange: ["IFLA_VXLAN_PORT_RANGE", 10, vxlanPortRange],
  proxy: ["IFLA_VXLAN_PROXY", 11, u8],
  rsc: ["IFLA_VXLAN_RSC", 12, u8],
  l2Miss: ["IFLA_VXLAN_L2MISS", 13, u8],
  l3Miss: ["IFLA_VXLAN_L3MISS", 14, u8],
  port: ["IFLA_VXLAN_PORT", 15, be16],
  group6: ["IFLA_VXLAN_GROUP6", 16, ipv6Address],
  local6: ["IFLA_VXLAN_LOCAL6", 17, ipv6Address],
  udpChecksum: ["IFLA_VXLAN_UDP_CSUM", 18, u8],
  udpZeroChecksum6Tx: ["IFLA_VXLAN_UDP_ZERO_CSUM6_TX", 19, u8],
  udpZeroChecksum6Rx: ["IFLA_VXLAN_UDP_ZERO_CSUM6_RX", 20, u8],
  remoteChecksumTx: ["IFLA_VXLAN_REMCSUM_TX", 21, u8],
  remoteChecksumRx: ["IFLA_VXLAN_REMCSUM_RX", 22, u8],
  gbp: ["IFLA_VXLAN_GBP", 23, flag],
  remoteChecksumNoPartial: ["IFLA_VXLAN_REMCSUM_NOPARTIAL", 24, flag],
  collectMetadata: ["IFLA_VXLAN_COLLECT_METADATA", 25, u8],
  label: ["IFLA_VXLAN_LABEL", 26, be32],
  gpe: ["IFLA_VXLAN_GPE", 27, flag],
  ttlInherit: ["IFLA_VXLAN_TTL_INHERIT", 28, ttlInherit],
  df: ["IFLA_VXLAN_DF", 29, u8],
  vniFilter: ["IFLA_VXLAN_VNIFILTER", 30, u8],
  localBypass: ["IFLA_VXLAN_LOCALBYPASS", 31, u8],
  labelPolicy: ["IFLA_VXLAN_LABEL_POLICY", 32, u32],
  reservedBits: ["IFLA_VXLAN_RESERVED_BITS", 33, vxlanHeader],
  multicastRoute: ["IFLA_VXLAN_MC_ROUTE", 34, u8],
}, { nestedFlag: false });
