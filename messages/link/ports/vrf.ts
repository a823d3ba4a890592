/**
 * Ports of virtual routing and forwarding devices: `IFLA_VRF_PORT_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_link.h | linux/if_link.h}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  u32,
} from "../../codec/mod.ts";

/** State of a port of a VRF: `IFLA_VRF_PORT_*`. */
export interface VrfPort extends Attributes {
  /** Routing table of the VRF (`IFLA_VRF_PORT_TABLE`). */
  table?: number;
}

/** Codec of {@linkcode VrfPort}. */
export const vrfPort: Codec<VrfPort> = attributes({
  table: ["IFLA_VRF_PORT_TABLE", 1, u32],
}, { nestedFlag: false });
