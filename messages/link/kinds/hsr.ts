/**
 * Redundant rings and networks of IEC 62439-3, HSR and PRP (kind `hsr`):
 * `IFLA_HSR_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_link.h | linux/if_link.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/net/hsr/hsr_netlink.c | net/hsr/hsr_netlink.c}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  macAddress,
  u16,
  u32,
  u8,
} from "../../codec/mod.ts";

/** High-availability Seamless Redundancy. */
export const HSR_PROTOCOL_HSR = 0;
/** Parallel Redundancy Protocol. */
export const HSR_PROTOCOL_PRP = 1;

/** Names of the protocols (`HSR_PROTOCOL_*`). */
export const HSR_PROTOCOLS = {
  hsr: HSR_PROTOCOL_HSR,
  prp: HSR_PROTOCOL_PRP,
} as const;

/** `IFLA_INFO_DATA` of an HSR or PRP link: `IFLA_HSR_*`. */
export interface HsrData extends Attributes {
  /** Index of the first port (`IFLA_HSR_SLAVE1`). */
  slave1?: number;
  /** Index of the second port (`IFLA_HSR_SLAVE2`). */
  slave2?: number;
  /**
   * Last byte of the multicast address of supervision frames; requests only
   * (`IFLA_HSR_MULTICAST_SPEC`).
   */
  multicastSpec?: number;
  /**
   * Multicast address of supervision frames; replies only
   * (`IFLA_HSR_SUPERVISION_ADDR`).
   */
  supervisionAddr?: string;
  /** Sequence number; replies only (`IFLA_HSR_SEQ_NR`). */
  seqNr?: number;
  /** Version of HSR, 0 or 1 (`IFLA_HSR_VERSION`). */
  version?: number;
  /** `HSR_PROTOCOL_*` (`IFLA_HSR_PROTOCOL`). */
  protocol?: number;
  /**
   * Index of the link to devices that do not speak HSR (`IFLA_HSR_INTERLINK`).
   */
  interlink?: number;
}

/** Codec of {@linkcode HsrData}. */
export const hsrData: Codec<HsrData> = attributes({
  slave1: ["IFLA_HSR_SLAVE1", 1, u32],
  slave2: ["IFLA_HSR_SLAVE2", 2, u32],
  multicastSpec: ["IFLA_HSR_MULTICAST_SPEC", 3, u8],
  supervisionAddr: ["IFLA_HSR_SUPERVISION_ADDR", 4, macAddress],
  seqNr: ["IFLA_HSR_SEQ_NR", 5, u16],
  version: ["IFLA_HSR_VERSION", 6, u8],
  protocol: ["IFLA_HSR_PROTOCOL", 7, u8],
  interlink: ["IFLA_HSR_INTERLINK", 8, u32],
}, { nestedFlag: false });
