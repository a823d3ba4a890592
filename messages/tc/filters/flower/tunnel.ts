/**
 * What filters of the kind `flower` compare of the tunnel that packets came by.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/pkt_cls.h | linux/pkt_cls.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/net/sched/cls_flower.c | net/sched/cls_flower.c}
 *
 * @module
 */

import {
  be16,
  be32,
  type FieldsOf,
  ipv4Address,
  ipv6Address,
  u8,
} from "../../../codec/mod.ts";
import {
  type FlowerTunnelOptions,
  flowerTunnelOptions,
} from "./tunnel_options.ts";

/** What of the tunnel that packets came by has to match
 * (`TCA_FLOWER_KEY_ENC_*`). */
export interface FlowerTunnelKeys {
  /** Key of the tunnel (`TCA_FLOWER_KEY_ENC_KEY_ID`). */
  tunnelId?: number;
  /** Remote endpoint, of IPv4 (`TCA_FLOWER_KEY_ENC_IPV4_SRC`). */
  tunnelIpv4Source?: string;
  /**
   * Which bits of {@linkcode FlowerTunnelKeys.tunnelIpv4Source} count
   * (`TCA_FLOWER_KEY_ENC_IPV4_SRC_MASK`).
   */
  tunnelIpv4SourceMask?: string;
  /** Local endpoint, of IPv4 (`TCA_FLOWER_KEY_ENC_IPV4_DST`). */
  tunnelIpv4Destination?: string;
  /**
   * Which bits of {@linkcode FlowerTunnelKeys.tunnelIpv4Destination} count
   * (`TCA_FLOWER_KEY_ENC_IPV4_DST_MASK`).
   */
  tunnelIpv4DestinationMask?: string;
  /** Remote endpoint, of IPv6 (`TCA_FLOWER_KEY_ENC_IPV6_SRC`). */
  tunnelIpv6Source?: string;
  /**
   * Which bits of {@linkcode FlowerTunnelKeys.tunnelIpv6Source} count
   * (`TCA_FLOWER_KEY_ENC_IPV6_SRC_MASK`).
   */
  tunnelIpv6SourceMask?: string;
  /** Local endpoint, of IPv6 (`TCA_FLOWER_KEY_ENC_IPV6_DST`). */
  tunnelIpv6Destination?: string;
  /**
   * Which bits of {@linkcode FlowerTunnelKeys.tunnelIpv6Destination} count
   * (`TCA_FLOWER_KEY_ENC_IPV6_DST_MASK`).
   */
  tunnelIpv6DestinationMask?: string;
  /** Source port of the tunnel (`TCA_FLOWER_KEY_ENC_UDP_SRC_PORT`). */
  tunnelSourcePort?: number;
  /**
   * Which bits of {@linkcode FlowerTunnelKeys.tunnelSourcePort} count
   * (`TCA_FLOWER_KEY_ENC_UDP_SRC_PORT_MASK`).
   */
  tunnelSourcePortMask?: number;
  /** Destination port of the tunnel (`TCA_FLOWER_KEY_ENC_UDP_DST_PORT`). */
  tunnelDestinationPort?: number;
  /**
   * Which bits of {@linkcode FlowerTunnelKeys.tunnelDestinationPort} count
   * (`TCA_FLOWER_KEY_ENC_UDP_DST_PORT_MASK`).
   */
  tunnelDestinationPortMask?: number;
  /** Type of service of the tunnel (`TCA_FLOWER_KEY_ENC_IP_TOS`). */
  tunnelTos?: number;
  /**
   * Which bits of {@linkcode FlowerTunnelKeys.tunnelTos} count
   * (`TCA_FLOWER_KEY_ENC_IP_TOS_MASK`).
   */
  tunnelTosMask?: number;
  /** Time to live of the tunnel (`TCA_FLOWER_KEY_ENC_IP_TTL`). */
  tunnelTtl?: number;
  /**
   * Which bits of {@linkcode FlowerTunnelKeys.tunnelTtl} count
   * (`TCA_FLOWER_KEY_ENC_IP_TTL_MASK`).
   */
  tunnelTtlMask?: number;
  /** Options of the tunnel's protocol (`TCA_FLOWER_KEY_ENC_OPTS`). */
  tunnelOptions?: FlowerTunnelOptions;
  /**
   * Which bits of {@linkcode FlowerTunnelKeys.tunnelOptions} count
   * (`TCA_FLOWER_KEY_ENC_OPTS_MASK`).
   */
  tunnelOptionsMask?: FlowerTunnelOptions;
  /** `TCA_FLOWER_KEY_FLAGS_TUNNEL_*` (`TCA_FLOWER_KEY_ENC_FLAGS`). */
  tunnelFlags?: number;
  /**
   * Which bits of {@linkcode FlowerTunnelKeys.tunnelFlags} count
   * (`TCA_FLOWER_KEY_ENC_FLAGS_MASK`).
   */
  tunnelFlagsMask?: number;
}

/** Schema of {@linkcode FlowerTunnelKeys}. */
export const flowerTunnelKeys: FieldsOf<FlowerTunnelKeys> = {
  tunnelId: ["TCA_FLOWER_KEY_ENC_KEY_ID", 26, be32],
  tunnelIpv4Source: ["TCA_FLOWER_KEY_ENC_IPV4_SRC", 27, ipv4Address],
  tunnelIpv4SourceMask: ["TCA_FLOWER_KEY_ENC_IPV4_SRC_MASK", 28, ipv4Address],
  tunnelIpv4Destination: ["TCA_FLOWER_KEY_ENC_IPV4_DST", 29, ipv4Address],
  tunnelIpv4DestinationMask: [
    "TCA_FLOWER_KEY_ENC_IPV4_DST_MASK",
    30,
    ipv4Address,
  ],
  tunnelIpv6Source: ["TCA_FLOWER_KEY_ENC_IPV6_SRC", 31, ipv6Address],
  tunnelIpv6SourceMask: ["TCA_FLOWER_KEY_ENC_IPV6_SRC_MASK", 32, ipv6Address],
  tunnelIpv6Destination: ["TCA_FLOWER_KEY_ENC_IPV6_DST", 33, ipv6Address],
  tunnelIpv6DestinationMask: [
    "TCA_FLOWER_KEY_ENC_IPV6_DST_MASK",
    34,
    ipv6Address,
  ],
  tunnelSourcePort: ["TCA_FLOWER_KEY_ENC_UDP_SRC_PORT", 43, be16],
  tunnelSourcePortMask: ["TCA_FLOWER_KEY_ENC_UDP_SRC_PORT_MASK", 44, be16],
  tunnelDestinationPort: ["TCA_FLOWER_KEY_ENC_UDP_DST_PORT", 45, be16],
  tunnelDestinationPortMask: ["TCA_FLOWER_KEY_ENC_UDP_DST_PORT_MASK", 46, be16],
  tunnelTos: ["TCA_FLOWER_KEY_ENC_IP_TOS", 80, u8],
  tunnelTosMask: ["TCA_FLOWER_KEY_ENC_IP_TOS_MASK", 81, u8],
  tunnelTtl: ["TCA_FLOWER_KEY_ENC_IP_TTL", 82, u8],
  tunnelTtlMask: ["TCA_FLOWER_KEY_ENC_IP_TTL_MASK", 83, u8],
  tunnelOptions: ["TCA_FLOWER_KEY_ENC_OPTS", 84, flowerTunnelOptions],
  tunnelOptionsMask: ["TCA_FLOWER_KEY_ENC_OPTS_MASK", 85, flowerTunnelOptions],
  tunnelFlags: ["TCA_FLOWER_KEY_ENC_FLAGS", 110, be32],
  tunnelFlagsMask: ["TCA_FLOWER_KEY_ENC_FLAGS_MASK", 111, be32],
};
