/**
 * Interfaces of IPsec policies: `IFLA_XFRM_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_link.h | linux/if_link.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/net/xfrm/xfrm_interface_core.c | net/xfrm/xfrm_interface_core.c}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  flag,
  u32,
} from "../../codec/mod.ts";

/** `IFLA_INFO_DATA` of an XFRM interface: `IFLA_XFRM_*`. */
export interface XfrmData extends Attributes {
  /** Index of the lower device (`IFLA_XFRM_LINK`). */
  link?: number;
  /**
   * Identifier that ties states and policies to the interface
   * (`IFLA_XFRM_IF_ID`).
   */
  ifId?: number;
  /**
   * The identifier comes with each packet, from routes or filters
   * (`IFLA_XFRM_COLLECT_METADATA`).
   */
  collectMetadata?: true;
}

/** Codec of {@linkcode XfrmData}. */
export const xfrmData: Codec<XfrmData> = attributes({
  link: ["IFLA_XFRM_LINK", 1, u32],
  ifId: ["IFLA_XFRM_IF_ID", 2, u32],
  collectMetadata: ["IFLA_XFRM_COLLECT_METADATA", 3, flag],
}, { nestedFlag: false });
