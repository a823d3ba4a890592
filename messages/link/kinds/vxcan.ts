/**
 * Virtual CAN tunnels: `VXCAN_INFO_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/can/vxcan.h | linux/can/vxcan.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/drivers/net/can/vxcan.c | drivers/net/can/vxcan.c}
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

/** `IFLA_INFO_DATA` of a virtual CAN tunnel: `VXCAN_INFO_*`. */
export interface VxcanData extends Attributes {
  /** The other end; requests only (`VXCAN_INFO_PEER`). */
  peer?: LinkMessage;
}

/** Codec of {@linkcode VxcanData}. */
export const vxcanData: Codec<VxcanData> = attributes({
  peer: ["VXCAN_INFO_PEER", 1, lazy(() => linkMessage)],
}, { nestedFlag: false });
