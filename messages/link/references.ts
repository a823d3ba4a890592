/**
 * References of links to objects of other parts of the kernel:
 * `IFLA_PROTO_DOWN_REASON`, `IFLA_DEVLINK_PORT` and `IFLA_DPLL_PIN`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_link.h | linux/if_link.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/devlink.h | linux/devlink.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/dpll.h | linux/dpll.h}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  string,
  u32,
  uint,
} from "../codec/mod.ts";

/** Why protocols keep a link down: `IFLA_PROTO_DOWN_REASON_*`. */
export interface ProtoDownReason extends Attributes {
  /** Which reasons to change, a bit each (`IFLA_PROTO_DOWN_REASON_MASK`). */
  mask?: number;
  /** Reasons, a bit each (`IFLA_PROTO_DOWN_REASON_VALUE`). */
  value?: number;
}

/** The devlink port of a link: some of `DEVLINK_ATTR_*`. */
export interface DevlinkPortHandle extends Attributes {
  /** Bus of the device, such as `pci` (`DEVLINK_ATTR_BUS_NAME`). */
  busName?: string;
  /** Name of the device on its bus (`DEVLINK_ATTR_DEV_NAME`). */
  deviceName?: string;
  /** Number of the port (`DEVLINK_ATTR_PORT_INDEX`). */
  portIndex?: number;
  /** Number of the device (`DEVLINK_ATTR_INDEX`). */
  index?: bigint;
}

/** The pin of a digital phase-locked loop of a link: some of `DPLL_A_PIN_*`. */
export interface DpllPinHandle extends Attributes {
  /** Number of the pin (`DPLL_A_PIN_ID`). */
  id?: number;
}

/** Codec of {@linkcode ProtoDownReason}. */
export const protoDownReason: Codec<ProtoDownReason> = attributes({
  mask: ["IFLA_PROTO_DOWN_REASON_MASK", 1, u32],
  value: ["IFLA_PROTO_DOWN_REASON_VALUE", 2, u32],
});

/** Codec of {@linkcode DevlinkPortHandle}. */
export const devlinkPortHandle: Codec<DevlinkPortHandle> = attributes({
  busName: ["DEVLINK_ATTR_BUS_NAME", 1, string],
  deviceName: ["DEVLINK_ATTR_DEV_NAME", 2, string],
  portIndex: ["DEVLINK_ATTR_PORT_INDEX", 3, u32],
  index: ["DEVLINK_ATTR_INDEX", 184, uint],
});

/** Codec of {@linkcode DpllPinHandle}. */
export const dpllPinHandle: Codec<DpllPinHandle> = attributes({
  id: ["DPLL_A_PIN_ID", 1, u32],
});
