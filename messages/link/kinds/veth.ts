/**
 * Virtual Ethernet pairs: `VETH_INFO_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/veth.h | linux/veth.h}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  lazy,
} from "../../codec/mod.ts";
import { type LinkMessage, linkMessage } from "../link.ts";

/** `IFLA_INFO_DATA` of a virtual Ethernet pair: `VETH_INFO_*`. */
export interface VethData extends Attributes {
  /** The other end, in requests only (`VETH_INFO_PEER`). */
  peer?: LinkMessage;
}

/** Codec of {@linkcode VethData}. */
export const vethData: Codec<VethData> = attributes({
  peer: ["VETH_INFO_PEER", 1, lazy(() => linkMessage)],
}, { nestedFlag: false });
