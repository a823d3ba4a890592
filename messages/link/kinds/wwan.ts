/**
 * Data channels of mobile broadband modems: `IFLA_WWAN_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/wwan.h | linux/wwan.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/drivers/net/wwan/wwan_core.c | drivers/net/wwan/wwan_core.c}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  u32,
} from "../../codec/mod.ts";

/** `IFLA_INFO_DATA` of a WWAN link: `IFLA_WWAN_*`. */
export interface WwanData extends Attributes {
  /** Number of the data channel (`IFLA_WWAN_LINK_ID`). */
  linkId?: number;
}

/** Codec of {@linkcode WwanData}. */
export const wwanData: Codec<WwanData> = attributes({
  linkId: ["IFLA_WWAN_LINK_ID", 1, u32],
}, { nestedFlag: false });
