/**
 * Encapsulation in IPv4 and IPv6 tunnels whose device takes the endpoints from
 * the route: `LWTUNNEL_IP_*` and `LWTUNNEL_IP6_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/lwtunnel.h | linux/lwtunnel.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/net/ipv4/ip_tunnel_core.c | net/ipv4/ip_tunnel_core.c}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  be16,
  be64,
  type Codec,
  ipv4Address,
  ipv6Address,
  u8,
} from "../../codec/mod.ts";
import { type TunnelOptions, tunnelOptions } from "./tunnel_options.ts";

/** Encapsulation in an IPv4 tunnel (`LWTUNNEL_IP_*`). */
export interface IpEncap extends Attributes {
  /** Key of the tunnel (`LWTUNNEL_IP_ID`). */
  id?: bigint;
  /** Remote endpoint (`LWTUNNEL_IP_DST`). */
  destination?: string;
  /** Local endpoint (`LWTUNNEL_IP_SRC`). */
  source?: string;
  /** Time to live, zero for the default (`LWTUNNEL_IP_TTL`). */
  ttl?: number;
  /** Type of service (`LWTUNNEL_IP_TOS`). */
  tos?: number;
  /** `TUNNEL_*` (`LWTUNNEL_IP_FLAGS`). */
  flags?: number;
  /** Options of the tunnel's protocol (`LWTUNNEL_IP_OPTS`). */
  options?: TunnelOptions;
}

/** Encapsulation in an IPv6 tunnel (`LWTUNNEL_IP6_*`). */
export interface Ip6Encap extends Attributes {
  /** Key of the tunnel (`LWTUNNEL_IP6_ID`). */
  id?: bigint;
  /** Remote endpoint (`LWTUNNEL_IP6_DST`). */
  destination?: string;
  /** Local endpoint (`LWTUNNEL_IP6_SRC`). */
  source?: string;
  /** Hop limit, zero for the default (`LWTUNNEL_IP6_HOPLIMIT`). */
  hopLimit?: number;
  /** Traffic class (`LWTUNNEL_IP6_TC`). */
  trafficClass?: number;
  /** `TUNNEL_*` (`LWTUNNEL_IP6_FLAGS`). */
  flags?: number;
  /** Options of the tunnel's protocol (`LWTUNNEL_IP6_OPTS`). */
  options?: TunnelOptions;
}

/** Codec of {@linkcode IpEncap}. */
export const ipEncap: Codec<IpEncap> = attributes({
  id: ["LWTUNNEL_IP_ID", 1, be64],
  destination: ["LWTUNNEL_IP_DST", 2, ipv4Address],
  source: ["LWTUNNEL_IP_SRC", 3, ipv4Address],
  ttl: ["LWTUNNEL_IP_TTL", 4, u8],
  tos: ["LWTUNNEL_IP_TOS", 5, u8],
  flags: ["LWTUNNEL_IP_FLAGS", 6, be16],
  options: ["LWTUNNEL_IP_OPTS", 8, tunnelOptions],
}, { pad: ["LWTUNNEL_IP_PAD", 7] });

/** Codec of {@linkcode Ip6Encap}. */
export const ip6Encap: Codec<Ip6Encap> = attributes({
  id: ["LWTUNNEL_IP6_ID", 1, be64],
  destination: ["LWTUNNEL_IP6_DST", 2, ipv6Address],
  source: ["LWTUNNEL_IP6_SRC", 3, ipv6Address],
  hopLimit: ["LWTUNNEL_IP6_HOPLIMIT", 4, u8],
  trafficClass: ["LWTUNNEL_IP6_TC", 5, u8],
  flags: ["LWTUNNEL_IP6_FLAGS", 6, be16],
  options: ["LWTUNNEL_IP6_OPTS", 8, tunnelOptions],
}, { pad: ["LWTUNNEL_IP6_PAD", 7] });
