/**
 * IPsec through an xfrm interface: `LWT_XFRM_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/lwtunnel.h | linux/lwtunnel.h}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  u32,
} from "../../codec/mod.ts";

/** IPsec (`LWT_XFRM_*`). */
export interface XfrmEncap extends Attributes {
  /** Interface id of policies and states (`LWT_XFRM_IF_ID`). */
  interfaceId?: number;
  /** Index of the lower device (`LWT_XFRM_LINK`). */
  link?: number;
}

/** Codec of {@linkcode XfrmEncap}. */
export const xfrmEncap: Codec<XfrmEncap> = attributes({
  interfaceId: ["LWT_XFRM_IF_ID", 1, u32],
  link: ["LWT_XFRM_LINK", 2, u32],
});
