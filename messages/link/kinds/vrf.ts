/**
 * Virtual routing and forwarding domains: `IFLA_VRF_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_link.h | linux/if_link.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/drivers/net/vrf.c | drivers/net/vrf.c}
 * @see {@link https://docs.kernel.org/networking/vrf.html | Virtual Routing and Forwarding}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  u32,
} from "../../codec/mod.ts";

/** `IFLA_INFO_DATA` of a VRF: `IFLA_VRF_*`. */
export interface VrfData extends Attributes {
  /** Routing table of the domain (`IFLA_VRF_TABLE`). */
  table?: number;
}

/** Codec of {@linkcode VrfData}. */
export const vrfData: Codec<VrfData> = attributes({
  table: ["IFLA_VRF_TABLE", 1, u32],
}, { nestedFlag: false });
