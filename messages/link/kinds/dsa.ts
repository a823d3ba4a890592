/**
 * Ports of Ethernet switches (distributed switch architecture): `IFLA_DSA_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_link.h | linux/if_link.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/net/dsa/netlink.c | net/dsa/netlink.c}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  u32,
} from "../../codec/mod.ts";

/** `IFLA_INFO_DATA` of a switch port: `IFLA_DSA_*`. */
export interface DsaData extends Attributes {
  /** Index of the link to the switch (`IFLA_DSA_CONDUIT`). */
  conduit?: number;
}

/** Codec of {@linkcode DsaData}. */
export const dsaData: Codec<DsaData> = attributes({
  conduit: ["IFLA_DSA_CONDUIT", 1, u32],
}, { nestedFlag: false });
