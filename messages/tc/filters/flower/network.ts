/**
 * What filters of the kind `flower` compare from IP on.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/pkt_cls.h | linux/pkt_cls.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/net/sched/cls_flower.c | net/sched/cls_flower.c}
 *
 * @module
 */

import {
  be16,
  be32,
  bytes,
  type FieldsOf,
  ipv4Address,
  ipv6Address,
  u16,
  u32,
  u8,
} from "../../../codec/mod.ts";

/** The packet is a fragment. */
export const TCA_FLOWER_KEY_FLAGS_IS_FRAGMENT = 1;
/** The packet is the first fragment. */
export const TCA_FLOWER_KEY_FLAGS_FRAG_IS_FIRST = 2;
/** The tunnel has checksums. */
export const TCA_FLOWER_KEY_FLAGS_TUNNEL_CSUM = 4;
/** The tunnel forbids fragmentation. */
export const TCA_FLOWER_KEY_FLAGS_TUNNEL_DONT_FRAGMENT = 8;
/** The tunnel carries a control packet. */
export const TCA_FLOWER_KEY_FLAGS_TUNNEL_OAM = 16;
/** The tunnel has critical options. */
export const TCA_FLOWER_KEY_FLAGS_TUNNEL_CRIT_OPT = 32;

/** Names of what fragments are (`TCA_FLOWER_KEY_FLAGS_*`). */
export const FLOWER_FRAGMENT_FLAGS = {
  /** A fragment (`TCA_FLOWER_KEY_FLAGS_IS_FRAGMENT`). */
  fragment: TCA_FLOWER_KEY_FLAGS_IS_FRAGMENT,
  /** The first fragment (`TCA_FLOWER_KEY_FLAGS_FRAG_IS_FIRST`). */
  "first-fragment": TCA_FLOWER_KEY_FLAGS_FRAG_IS_FIRST,
} as const;

/** Names of flags of tunnels (`TCA_FLOWER_KEY_FLAGS_TUNNEL_*`). */
export const FLOWER_TUNNEL_FLAGS = {
  /** With checksums (`TCA_FLOWER_KEY_FLAGS_TUNNEL_CSUM`). */
  checksum: TCA_FLOWER_KEY_FLAGS_TUNNEL_CSUM,
  /** Not to be fragmented (`TCA_FLOWER_KEY_FLAGS_TUNNEL_DONT_FRAGMENT`). */
  "dont-fragment": TCA_FLOWER_KEY_FLAGS_TUNNEL_DONT_FRAGMENT,
  /** A control packet (`TCA_FLOWER_KEY_FLAGS_TUNNEL_OAM`). */
  oam: TCA_FLOWER_KEY_FLAGS_TUNNEL_OAM,
  /** With critical options (`TCA_FLOWER_KEY_FLAGS_TUNNEL_CRIT_OPT`). */
  "critical-options": TCA_FLOWER_KEY_FLAGS_TUNNEL_CRIT_OPT,
} as const;

/** Names of states of connections (`TCA_FLOWER_KEY_CT_FLAGS_*`). */
export const FLOWER_CT_STATES = {
  /** Of a new connection (`TCA_FLOWER_KEY_CT_FLAGS_NEW`). */
  new: 1 << 0,
  /** Of a connection that exists (`TCA_FLOWER_KEY_CT_FLAGS_ESTABLISHED`). */
  established: 1 << 1,
  /** Related to a connection (`TCA_FLOWER_KEY_CT_FLAGS_RELATED`). */
  related: 1 << 2,
  /** Tracked (`TCA_FLOWER_KEY_CT_FLAGS_TRACKED`). */
  tracked: 1 << 3,
  /** Invalid (`TCA_FLOWER_KEY_CT_FLAGS_INVALID`). */
  invalid: 1 << 4,
  /** In the direction of answers (`TCA_FLOWER_KEY_CT_FLAGS_REPLY`). */
  reply: 1 << 5,
} as const;

/** What of IP, of what is above it, and of its connection has to match
 * (`TCA_FLOWER_KEY_*`). */
export interface FlowerNetworkKeys {
  /** Protocol above IP (`TCA_FLOWER_KEY_IP_PROTO`). */
  ipProtocol?: number;
  /** Source of IPv4 (`TCA_FLOWER_KEY_IPV4_SRC`). */
  ipv4Source?: string;
  /**
   * Which bits of {@linkcode FlowerNetworkKeys.ipv4Source} count
   * (`TCA_FLOWER_KEY_IPV4_SRC_MASK`).
   */
  ipv4SourceMask?: string;
  /** Destination of IPv4 (`TCA_FLOWER_KEY_IPV4_DST`). */
  ipv4Destination?: string;
  /**
   * Which bits of {@linkcode FlowerNetworkKeys.ipv4Destination} count
   * (`TCA_FLOWER_KEY_IPV4_DST_MASK`).
   */
  ipv4DestinationMask?: string;
  /** Source of IPv6 (`TCA_FLOWER_KEY_IPV6_SRC`). */
  ipv6Source?: string;
  /**
   * Which bits of {@linkcode FlowerNetworkKeys.ipv6Source} count
   * (`TCA_FLOWER_KEY_IPV6_SRC_MASK`).
   */
  ipv6SourceMask?: string;
  /** Destination of IPv6 (`TCA_FLOWER_KEY_IPV6_DST`). */
  ipv6Destination?: string;
  /**
   * Which bits of {@linkcode FlowerNetworkKeys.ipv6Destination} count
   * (`TCA_FLOWER_KEY_IPV6_DST_MASK`).
   */
  ipv6DestinationMask?: string;
  /** Type of service, or traffic class (`TCA_FLOWER_KEY_IP_TOS`). */
  tos?: number;
  /**
   * Which bits of {@linkcode FlowerNetworkKeys.tos} count
   * (`TCA_FLOWER_KEY_IP_TOS_MASK`).
   */
  tosMask?: number;
  /** Time to live, or hop limit (`TCA_FLOWER_KEY_IP_TTL`). */
  ttl?: number;
  /**
   * Which bits of {@linkcode FlowerNetworkKeys.ttl} count
   * (`TCA_FLOWER_KEY_IP_TTL_MASK`).
   */
  ttlMask?: number;
  /** `TCA_FLOWER_KEY_FLAGS_*`: fragments (`TCA_FLOWER_KEY_FLAGS`). */
  flags?: number;
  /**
   * Which bits of {@linkcode FlowerNetworkKeys.flags} count
   * (`TCA_FLOWER_KEY_FLAGS_MASK`).
   */
  flagsMask?: number;
  /** Source port of TCP (`TCA_FLOWER_KEY_TCP_SRC`). */
  tcpSource?: number;
  /**
   * Which bits of {@linkcode FlowerNetworkKeys.tcpSource} count
   * (`TCA_FLOWER_KEY_TCP_SRC_MASK`).
   */
  tcpSourceMask?: number;
  /** Destination port of TCP (`TCA_FLOWER_KEY_TCP_DST`). */
  tcpDestination?: number;
  /**
   * Which bits of {@linkcode FlowerNetworkKeys.tcpDestination} count
   * (`TCA_FLOWER_KEY_TCP_DST_MASK`).
   */
  tcpDestinationMask?: number;
  /** Source port of UDP (`TCA_FLOWER_KEY_UDP_SRC`). */
  udpSource?: number;
  /**
   * Which bits of {@linkcode FlowerNetworkKeys.udpSource} count
   * (`TCA_FLOWER_KEY_UDP_SRC_MASK`).
   */
  udpSourceMask?: number;
  /** Destination port of UDP (`TCA_FLOWER_KEY_UDP_DST`). */
  udpDestination?: number;
  /**
   * Which bits of {@linkcode FlowerNetworkKeys.udpDestination} count
   * (`TCA_FLOWER_KEY_UDP_DST_MASK`).
   */
  udpDestinationMask?: number;
  /** Source port of SCTP (`TCA_FLOWER_KEY_SCTP_SRC`). */
  sctpSource?: number;
  /**
   * Which bits of {@linkcode FlowerNetworkKeys.sctpSource} count
   * (`TCA_FLOWER_KEY_SCTP_SRC_MASK`).
   */
  sctpSourceMask?: number;
  /** Destination port of SCTP (`TCA_FLOWER_KEY_SCTP_DST`). */
  sctpDestination?: number;
  /**
   * Which bits of {@linkcode FlowerNetworkKeys.sctpDestination} count
   * (`TCA_FLOWER_KEY_SCTP_DST_MASK`).
   */
  sctpDestinationMask?: number;
  /** Flags of TCP (`TCA_FLOWER_KEY_TCP_FLAGS`). */
  tcpFlags?: number;
  /**
   * Which bits of {@linkcode FlowerNetworkKeys.tcpFlags} count
   * (`TCA_FLOWER_KEY_TCP_FLAGS_MASK`).
   */
  tcpFlagsMask?: number;
  /** First of the source ports (`TCA_FLOWER_KEY_PORT_SRC_MIN`). */
  sourcePortMin?: number;
  /** Last of the source ports (`TCA_FLOWER_KEY_PORT_SRC_MAX`). */
  sourcePortMax?: number;
  /** First of the destination ports (`TCA_FLOWER_KEY_PORT_DST_MIN`). */
  destinationPortMin?: number;
  /** Last of the destination ports (`TCA_FLOWER_KEY_PORT_DST_MAX`). */
  destinationPortMax?: number;
  /** Type of ICMP (`TCA_FLOWER_KEY_ICMPV4_TYPE`). */
  icmpv4Type?: number;
  /**
   * Which bits of {@linkcode FlowerNetworkKeys.icmpv4Type} count
   * (`TCA_FLOWER_KEY_ICMPV4_TYPE_MASK`).
   */
  icmpv4TypeMask?: number;
  /** Code of ICMP (`TCA_FLOWER_KEY_ICMPV4_CODE`). */
  icmpv4Code?: number;
  /**
   * Which bits of {@linkcode FlowerNetworkKeys.icmpv4Code} count
   * (`TCA_FLOWER_KEY_ICMPV4_CODE_MASK`).
   */
  icmpv4CodeMask?: number;
  /** Type of ICMPv6 (`TCA_FLOWER_KEY_ICMPV6_TYPE`). */
  icmpv6Type?: number;
  /**
   * Which bits of {@linkcode FlowerNetworkKeys.icmpv6Type} count
   * (`TCA_FLOWER_KEY_ICMPV6_TYPE_MASK`).
   */
  icmpv6TypeMask?: number;
  /** Code of ICMPv6 (`TCA_FLOWER_KEY_ICMPV6_CODE`). */
  icmpv6Code?: number;
  /**
   * Which bits of {@linkcode FlowerNetworkKeys.icmpv6Code} count
   * (`TCA_FLOWER_KEY_ICMPV6_CODE_MASK`).
   */
  icmpv6CodeMask?: number;
  /**
   * State of the connection, `TCA_FLOWER_KEY_CT_FLAGS_*`
   * (`TCA_FLOWER_KEY_CT_STATE`).
   */
  ctState?: number;
  /**
   * Which bits of {@linkcode FlowerNetworkKeys.ctState} count
   * (`TCA_FLOWER_KEY_CT_STATE_MASK`).
   */
  ctStateMask?: number;
  /** Zone of the connection (`TCA_FLOWER_KEY_CT_ZONE`). */
  ctZone?: number;
  /**
   * Which bits of {@linkcode FlowerNetworkKeys.ctZone} count
   * (`TCA_FLOWER_KEY_CT_ZONE_MASK`).
   */
  ctZoneMask?: number;
  /** Mark of the connection (`TCA_FLOWER_KEY_CT_MARK`). */
  ctMark?: number;
  /**
   * Which bits of {@linkcode FlowerNetworkKeys.ctMark} count
   * (`TCA_FLOWER_KEY_CT_MARK_MASK`).
   */
  ctMarkMask?: number;
  /** Labels of the connection (`TCA_FLOWER_KEY_CT_LABELS`). */
  ctLabels?: Uint8Array;
  /**
   * Which bits of {@linkcode FlowerNetworkKeys.ctLabels} count
   * (`TCA_FLOWER_KEY_CT_LABELS_MASK`).
   */
  ctLabelsMask?: Uint8Array;
  /** Hash of the flow (`TCA_FLOWER_KEY_HASH`). */
  hash?: number;
  /**
   * Which bits of {@linkcode FlowerNetworkKeys.hash} count
   * (`TCA_FLOWER_KEY_HASH_MASK`).
   */
  hashMask?: number;
  /** Session of L2TPv3 (`TCA_FLOWER_KEY_L2TPV3_SID`). */
  l2tpv3Session?: number;
  /** Security parameters index of IPsec (`TCA_FLOWER_KEY_SPI`). */
  spi?: number;
  /**
   * Which bits of {@linkcode FlowerNetworkKeys.spi} count
   * (`TCA_FLOWER_KEY_SPI_MASK`).
   */
  spiMask?: number;
}

/** Schema of {@linkcode FlowerNetworkKeys}. */
export const flowerNetworkKeys: FieldsOf<FlowerNetworkKeys> = {
  ipProtocol: ["TCA_FLOWER_KEY_IP_PROTO", 9, u8],
  ipv4Source: ["TCA_FLOWER_KEY_IPV4_SRC", 10, ipv4Address],
  ipv4SourceMask: ["TCA_FLOWER_KEY_IPV4_SRC_MASK", 11, ipv4Address],
  ipv4Destination: ["TCA_FLOWER_KEY_IPV4_DST", 12, ipv4Address],
  ipv4DestinationMask: ["TCA_FLOWER_KEY_IPV4_DST_MASK", 13, ipv4Address],
  ipv6Source: ["TCA_FLOWER_KEY_IPV6_SRC", 14, ipv6Address],
  ipv6SourceMask: ["TCA_FLOWER_KEY_IPV6_SRC_MASK", 15, ipv6Address],
  ipv6Destination: ["TCA_FLOWER_KEY_IPV6_DST", 16, ipv6Address],
  ipv6DestinationMask: ["TCA_FLOWER_KEY_IPV6_DST_MASK", 17, ipv6Address],
  tos: ["TCA_FLOWER_KEY_IP_TOS", 73, u8],
  tosMask: ["TCA_FLOWER_KEY_IP_TOS_MASK", 74, u8],
  ttl: ["TCA_FLOWER_KEY_IP_TTL", 75, u8],
  ttlMask: ["TCA_FLOWER_KEY_IP_TTL_MASK", 76, u8],
  flags: ["TCA_FLOWER_KEY_FLAGS", 47, be32],
  flagsMask: ["TCA_FLOWER_KEY_FLAGS_MASK", 48, be32],
  tcpSource: ["TCA_FLOWER_KEY_TCP_SRC", 18, be16],
  tcpSourceMask: ["TCA_FLOWER_KEY_TCP_SRC_MASK", 35, be16],
  tcpDestination: ["TCA_FLOWER_KEY_TCP_DST", 19, be16],
  tcpDestinationMask: ["TCA_FLOWER_KEY_TCP_DST_MASK", 36, be16],
  udpSource: ["TCA_FLOWER_KEY_UDP_SRC", 20, be16],
  udpSourceMask: ["TCA_FLOWER_KEY_UDP_SRC_MASK", 37, be16],
  udpDestination: ["TCA_FLOWER_KEY_UDP_DST", 21, be16],
  udpDestinationMask: ["TCA_FLOWER_KEY_UDP_DST_MASK", 38, be16],
  sctpSource: ["TCA_FLOWER_KEY_SCTP_SRC", 41, be16],
  sctpSourceMask: ["TCA_FLOWER_KEY_SCTP_SRC_MASK", 39, be16],
  sctpDestination: ["TCA_FLOWER_KEY_SCTP_DST", 42, be16],
  sctpDestinationMask: ["TCA_FLOWER_KEY_SCTP_DST_MASK", 40, be16],
  tcpFlags: ["TCA_FLOWER_KEY_TCP_FLAGS", 71, be16],
  tcpFlagsMask: ["TCA_FLOWER_KEY_TCP_FLAGS_MASK", 72, be16],
  sourcePortMin: ["TCA_FLOWER_KEY_PORT_SRC_MIN", 87, be16],
  sourcePortMax: ["TCA_FLOWER_KEY_PORT_SRC_MAX", 88, be16],
  destinationPortMin: ["TCA_FLOWER_KEY_PORT_DST_MIN", 89, be16],
  destinationPortMax: ["TCA_FLOWER_KEY_PORT_DST_MAX", 90, be16],
  icmpv4Type: ["TCA_FLOWER_KEY_ICMPV4_TYPE", 51, u8],
  icmpv4TypeMask: ["TCA_FLOWER_KEY_ICMPV4_TYPE_MASK", 52, u8],
  icmpv4Code: ["TCA_FLOWER_KEY_ICMPV4_CODE", 49, u8],
  icmpv4CodeMask: ["TCA_FLOWER_KEY_ICMPV4_CODE_MASK", 50, u8],
  icmpv6Type: ["TCA_FLOWER_KEY_ICMPV6_TYPE", 55, u8],
  icmpv6TypeMask: ["TCA_FLOWER_KEY_ICMPV6_TYPE_MASK", 56, u8],
  icmpv6Code: ["TCA_FLOWER_KEY_ICMPV6_CODE", 53, u8],
  icmpv6CodeMask: ["TCA_FLOWER_KEY_ICMPV6_CODE_MASK", 54, u8],
  ctState: ["TCA_FLOWER_KEY_CT_STATE", 91, u16],
  ctStateMask: ["TCA_FLOWER_KEY_CT_STATE_MASK", 92, u16],
  ctZone: ["TCA_FLOWER_KEY_CT_ZONE", 93, u16],
  ctZoneMask: ["TCA_FLOWER_KEY_CT_ZONE_MASK", 94, u16],
  ctMark: ["TCA_FLOWER_KEY_CT_MARK", 95, u32],
  ctMarkMask: ["TCA_FLOWER_KEY_CT_MARK_MASK", 96, u32],
  ctLabels: ["TCA_FLOWER_KEY_CT_LABELS", 97, bytes],
  ctLabelsMask: ["TCA_FLOWER_KEY_CT_LABELS_MASK", 98, bytes],
  hash: ["TCA_FLOWER_KEY_HASH", 100, u32],
  hashMask: ["TCA_FLOWER_KEY_HASH_MASK", 101, u32],
  l2tpv3Session: ["TCA_FLOWER_KEY_L2TPV3_SID", 105, be32],
  spi: ["TCA_FLOWER_KEY_SPI", 108, be32],
  spiMask: ["TCA_FLOWER_KEY_SPI_MASK", 109, be32],
};
