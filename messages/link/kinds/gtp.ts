/**
 * GPRS tunnels: `IFLA_GTP_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_link.h | linux/if_link.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/drivers/net/gtp.c | drivers/net/gtp.c}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  ipv4Address,
  ipv6Address,
  u32,
  u8,
} from "../../codec/mod.ts";

/** The gateway to packet networks. */
export const GTP_ROLE_GGSN = 0;
/** The node that serves mobile stations. */
export const GTP_ROLE_SGSN = 1;

/** Names of the roles (`GTP_ROLE_*`). */
export const GTP_ROLES = {
  ggsn: GTP_ROLE_GGSN,
  sgsn: GTP_ROLE_SGSN,
} as const;

/** `IFLA_INFO_DATA` of a GPRS tunnel endpoint: `IFLA_GTP_*`. */
export interface GtpData extends Attributes {
  /** Descriptor of the UDP socket of version 0 (`IFLA_GTP_FD0`). */
  fd0?: number;
  /** Descriptor of the UDP socket of version 1 (`IFLA_GTP_FD1`). */
  fd1?: number;
  /** Size of the hash table of contexts (`IFLA_GTP_PDP_HASHSIZE`). */
  pdpHashsize?: number;
  /** `GTP_ROLE_GGSN` or `GTP_ROLE_SGSN` (`IFLA_GTP_ROLE`). */
  role?: number;
  /** 1 if the kernel opens the sockets (`IFLA_GTP_CREATE_SOCKETS`). */
  createSockets?: number;
  /** Restart counter that echo responses carry (`IFLA_GTP_RESTART_COUNT`). */
  restartCount?: number;
  /** IPv4 address that the kernel's sockets are bound to (`IFLA_GTP_LOCAL`). */
  local?: string;
  /**
   * IPv6 address that the kernel's sockets are bound to (`IFLA_GTP_LOCAL6`).
   */
  local6?: string;
}

/** Codec of {@linkcode GtpData}. */
export const gtpData: Codec<GtpData> = attributes({
  fd0: ["IFLA_GTP_FD0", 1, u32],
  fd1: ["IFLA_GTP_FD1", 2, u32],
  pdpHashsize: ["IFLA_GTP_PDP_HASHSIZE", 3, u32],
  role: ["IFLA_GTP_ROLE", 4, u32],
  createSockets: ["IFLA_GTP_CREATE_SOCKETS", 5, u8],
  restartCount: ["IFLA_GTP_RESTART_COUNT", 6, u8],
  local: ["IFLA_GTP_LOCAL", 7, ipv4Address],
  local6: ["IFLA_GTP_LOCAL6", 8, ipv6Address],
}, { nestedFlag: false });
