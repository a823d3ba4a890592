/**
 * Automatic multicast tunneling: `IFLA_AMT_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/amt.h | linux/amt.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/drivers/net/amt.c | drivers/net/amt.c}
 * @see {@link https://www.rfc-editor.org/rfc/rfc7450 | RFC 7450}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  be16,
  type Codec,
  ipv4Address,
  u32,
} from "../../codec/mod.ts";

/** Sends IGMP and MLD to a relay, receives multicast. */
export const AMT_MODE_GATEWAY = 0;
/** Sends multicast to gateways. */
export const AMT_MODE_RELAY = 1;

/** Names of the ends of a tunnel (`AMT_MODE_*`). */
export const AMT_MODES = {
  gateway: AMT_MODE_GATEWAY,
  relay: AMT_MODE_RELAY,
} as const;

/** `IFLA_INFO_DATA` of an AMT link: `IFLA_AMT_*`. */
export interface AmtData extends Attributes {
  /** `AMT_MODE_GATEWAY` or `AMT_MODE_RELAY` (`IFLA_AMT_MODE`). */
  mode?: number;
  /** UDP port of the relay (`IFLA_AMT_RELAY_PORT`). */
  relayPort?: number;
  /** UDP port of the gateway (`IFLA_AMT_GATEWAY_PORT`). */
  gatewayPort?: number;
  /** Index of the lower device (`IFLA_AMT_LINK`). */
  link?: number;
  /** Address of this end (`IFLA_AMT_LOCAL_IP`). */
  localIp?: string;
  /**
   * Address of the relay that was found; replies only (`IFLA_AMT_REMOTE_IP`).
   */
  remoteIp?: string;
  /** Address that a gateway looks for a relay at (`IFLA_AMT_DISCOVERY_IP`). */
  discoveryIp?: string;
  /** How many tunnels there may be (`IFLA_AMT_MAX_TUNNELS`). */
  maxTunnels?: number;
}

/** Codec of {@linkcode AmtData}. */
export const amtData: Codec<AmtData> = attributes({
  mode: ["IFLA_AMT_MODE", 1, u32],
  relayPort: ["IFLA_AMT_RELAY_PORT", 2, be16],
  gatewayPort: ["IFLA_AMT_GATEWAY_PORT", 3, be16],
  link: ["IFLA_AMT_LINK", 4, u32],
  localIp: ["IFLA_AMT_LOCAL_IP", 5, ipv4Address],
  remoteIp: ["IFLA_AMT_REMOTE_IP", 6, ipv4Address],
  discoveryIp: ["IFLA_AMT_DISCOVERY_IP", 7, ipv4Address],
  maxTunnels: ["IFLA_AMT_MAX_TUNNELS", 8, u32],
}, { nestedFlag: false });
