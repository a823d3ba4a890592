/**
 * IP over InfiniBand: `IFLA_IPOIB_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_link.h | linux/if_link.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/drivers/infiniband/ulp/ipoib/ipoib_netlink.c | drivers/infiniband/ulp/ipoib/ipoib_netlink.c}
 * @see {@link https://www.rfc-editor.org/rfc/rfc4391 | RFC 4391}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  u16,
} from "../../codec/mod.ts";

/** Unreliable datagrams. */
export const IPOIB_MODE_DATAGRAM = 0;
/** Connections. */
export const IPOIB_MODE_CONNECTED = 1;

/** Names of the modes (`IPOIB_MODE_*`). */
export const IPOIB_MODES = {
  datagram: IPOIB_MODE_DATAGRAM,
  connected: IPOIB_MODE_CONNECTED,
} as const;

/** `IFLA_INFO_DATA` of an IP over InfiniBand link: `IFLA_IPOIB_*`. */
export interface IpoibData extends Attributes {
  /** Partition key (`IFLA_IPOIB_PKEY`). */
  pkey?: number;
  /** `IPOIB_MODE_*` (`IFLA_IPOIB_MODE`). */
  mode?: number;
  /**
   * 1 if programs join multicast groups by themselves (`IFLA_IPOIB_UMCAST`).
   */
  umcast?: number;
}

/** Codec of {@linkcode IpoibData}. */
export const ipoibData: Codec<IpoibData> = attributes({
  pkey: ["IFLA_IPOIB_PKEY", 1, u16],
  mode: ["IFLA_IPOIB_MODE", 2, u16],
  umcast: ["IFLA_IPOIB_UMCAST", 3, u16],
}, { nestedFlag: false });
