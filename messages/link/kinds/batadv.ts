/**
 * B.A.T.M.A.N. advanced mesh links: `IFLA_BATADV_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/batman_adv.h | linux/batman_adv.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/net/batman-adv/mesh-interface.c | net/batman-adv/mesh-interface.c}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  string,
} from "../../codec/mod.ts";

/** `IFLA_INFO_DATA` of a mesh link: `IFLA_BATADV_*`. */
export interface BatadvData extends Attributes {
  /**
   * Routing algorithm, `BATMAN_IV` or `BATMAN_V`; requests only
   * (`IFLA_BATADV_ALGO_NAME`).
   */
  algoName?: string;
}

/** Codec of {@linkcode BatadvData}. */
export const batadvData: Codec<BatadvData> = attributes({
  algoName: ["IFLA_BATADV_ALGO_NAME", 1, string],
}, { nestedFlag: false });
