/**
 * What links say about objects of other parts of the kernel:
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

/** Which reasons to change. */
export const IFLA_PROTO_DOWN_REASON_MASK = 1;
/** Reasons. */
export const IFLA_PROTO_DOWN_REASON_VALUE = 2;

/** Bus of the device. */
export const DEVLINK_ATTR_BUS_NAME = 1;
/** Name of the device on its bus. */
export const DEVLINK_ATTR_DEV_NAME = 2;
/** Number of the port. */
export const DEVLINK_ATTR_PORT_INDEX = 3;
/** Number of the device. */
export const DEVLINK_ATTR_INDEX = 184;

/** Number of the pin. */
export const DPLL_A_PIN_ID = 1;

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
export const protoDownReason: Codec<ProtoDownReason> = attributes<
  ProtoDownReason
>({
  mask: [IFLA_PROTO_DOWN_REASON_MASK, u32],
  value: [IFLA_PROTO_DOWN_REASON_VALUE, u32],
});

/** Codec of {@linkcode DevlinkPortHandle}. */
export const devlinkPortHandle: Codec<DevlinkPortHandle> = attributes<
  DevlinkPortHandle
>({
  busName: [DEVLINK_ATTR_BUS_NAME, string],
  deviceName: [DEVLINK_ATTR_DEV_NAME, string],
  portIndex: [DEVLINK_ATTR_PORT_INDEX, u32],
  index: [DEVLINK_ATTR_INDEX, uint],
});

/** Codec of {@linkcode DpllPinHandle}. */
export const dpllPinHandle: Codec<DpllPinHandle> = attributes<DpllPinHandle>({
  id: [DPLL_A_PIN_ID, u32],
});
