/**
 * Links over CAIF to modems: `IFLA_CAIF_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/caif/if_caif.h | linux/caif/if_caif.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/net/caif/chnl_net.c | net/caif/chnl_net.c}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  u32,
  u8,
} from "../../codec/mod.ts";

/** `IFLA_INFO_DATA` of a CAIF link: `IFLA_CAIF_*`. */
export interface CaifData extends Attributes {
  /** Connection of IPv4 (`IFLA_CAIF_IPV4_CONNID`). */
  ipv4Connid?: number;
  /** Connection of IPv6 (`IFLA_CAIF_IPV6_CONNID`). */
  ipv6Connid?: number;
  /** 1 for a loop inside CAIF (`IFLA_CAIF_LOOPBACK`). */
  loopback?: number;
}

/** Codec of {@linkcode CaifData}. */
export const caifData: Codec<CaifData> = attributes({
  ipv4Connid: ["IFLA_CAIF_IPV4_CONNID", 1, u32],
  ipv6Connid: ["IFLA_CAIF_IPV6_CONNID", 2, u32],
  loopback: ["IFLA_CAIF_LOOPBACK", 3, u8],
}, { nestedFlag: false });
