/**
 * Point-to-point links: `IFLA_PPP_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_link.h | linux/if_link.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/drivers/net/ppp/ppp_generic.c | drivers/net/ppp/ppp_generic.c}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  s32,
} from "../../codec/mod.ts";

/** `IFLA_INFO_DATA` of a PPP link: `IFLA_PPP_*`. */
export interface PppData extends Attributes {
  /**
   * Descriptor of the `/dev/ppp` instance; requests only (`IFLA_PPP_DEV_FD`).
   */
  devFd?: number;
}

/** Codec of {@linkcode PppData}. */
export const pppData: Codec<PppData> = attributes({
  devFd: ["IFLA_PPP_DEV_FD", 1, s32],
}, { nestedFlag: false });
