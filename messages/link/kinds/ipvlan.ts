/**
 * Links that share the hardware address of another link (kinds `ipvlan` and
 * `ipvtap`): `IFLA_IPVLAN_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_link.h | linux/if_link.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/drivers/net/ipvlan/ipvlan_main.c | drivers/net/ipvlan/ipvlan_main.c}
 * @see {@link https://docs.kernel.org/networking/ipvlan.html | IPVLAN Driver HOWTO}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  u16,
} from "../../codec/mod.ts";

/** Layer 2. */
export const IPVLAN_MODE_L2 = 0;
/** Layer 3: the lower device's namespace routes. */
export const IPVLAN_MODE_L3 = 1;
/** Layer 3, with the lower device's netfilter hooks. */
export const IPVLAN_MODE_L3S = 2;

/** Names of the modes (`IPVLAN_MODE_*`). */
export const IPVLAN_MODES = {
  l2: IPVLAN_MODE_L2,
  l3: IPVLAN_MODE_L3,
  l3s: IPVLAN_MODE_L3S,
} as const;

/** Links on the same lower device do not reach each other. */
export const IPVLAN_F_PRIVATE = 0x1;
/** They reach each other through the external bridge. */
export const IPVLAN_F_VEPA = 0x2;

/** Names of how links on the same device reach each other (`IPVLAN_F_*`). */
export const IPVLAN_ISOLATIONS = {
  bridge: 0,
  private: IPVLAN_F_PRIVATE,
  vepa: IPVLAN_F_VEPA,
} as const;

/** `IFLA_INFO_DATA` of an ipvlan or ipvtap link: `IFLA_IPVLAN_*`. */
export interface IpvlanData extends Attributes {
  /**
   * Layer that packets are handed over at: `IPVLAN_MODE_*`
   * (`IFLA_IPVLAN_MODE`).
   */
  mode?: number;
  /** `IPVLAN_F_*` (`IFLA_IPVLAN_FLAGS`). */
  flags?: number;
}

/** Codec of {@linkcode IpvlanData}. */
export const ipvlanData: Codec<IpvlanData> = attributes({
  mode: ["IFLA_IPVLAN_MODE", 1, u16],
  flags: ["IFLA_IPVLAN_FLAGS", 2, u16],
}, { nestedFlag: false });
