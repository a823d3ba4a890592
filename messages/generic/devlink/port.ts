/**
 * Ports of devices, and the rates of what is behind them.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/devlink.h | linux/devlink.h}
 * @see {@link https://docs.kernel.org/networking/devlink/index.html | Devlink}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Bitfield32,
  bitfield32,
  type Codec,
  hardwareAddress,
  multi,
  string,
  u32,
  u8,
} from "../../codec/mod.ts";
import { type DevlinkHandle, devlinkHandle } from "./device.ts";

/** The function of a PCI device that is behind a port. */
export interface DevlinkPortFunction extends Attributes {
  /** Its hardware address (`DEVLINK_PORT_FUNCTION_ATTR_HW_ADDR`). */
  hwAddr?: string;
  /**
   * Its state, {@linkcode DEVLINK_PORT_FUNCTION_STATES}
   * (`DEVLINK_PORT_FN_ATTR_STATE`).
   */
  state?: number;
  /**
   * Whether a driver has it, {@linkcode DEVLINK_PORT_FUNCTION_OPSTATES}
   * (`DEVLINK_PORT_FN_ATTR_OPSTATE`).
   */
  opstate?: number;
  /**
   * What it can do, {@linkcode DEVLINK_PORT_FUNCTION_CAPABILITIES}
   * (`DEVLINK_PORT_FN_ATTR_CAPS`).
   */
  caps?: Bitfield32;
  /** Its own device of devlink (`DEVLINK_PORT_FN_ATTR_DEVLINK`). */
  devlink?: DevlinkHandle;
  /** How many event queues it can have (`DEVLINK_PORT_FN_ATTR_MAX_IO_EQS`). */
  maxIoEqs?: number;
}

/** The share of a traffic class. */
export interface DevlinkRateClass extends Attributes {
  /** The class, 0 to 7 (`DEVLINK_RATE_TC_ATTR_INDEX`). */
  index?: number;
  /** Its share, in percent (`DEVLINK_RATE_TC_ATTR_BW`). */
  bw?: number;
}

/** Types that a line card can have. */
export interface DevlinkLinecardTypes extends Attributes {
  /** The types (`DEVLINK_ATTR_LINECARD_TYPE`). */
  type?: string[];
}

/** Codec of {@linkcode DevlinkPortFunction}. */
export const devlinkPortFunction: Codec<DevlinkPortFunction> = attributes({
  hwAddr: ["DEVLINK_PORT_FUNCTION_ATTR_HW_ADDR", 1, hardwareAddress],
  state: ["DEVLINK_PORT_FN_ATTR_STATE", 2, u8],
  opstate: ["DEVLINK_PORT_FN_ATTR_OPSTATE", 3, u8],
  caps: ["DEVLINK_PORT_FN_ATTR_CAPS", 4, bitfield32],
  devlink: ["DEVLINK_PORT_FN_ATTR_DEVLINK", 5, devlinkHandle],
  maxIoEqs: ["DEVLINK_PORT_FN_ATTR_MAX_IO_EQS", 6, u32],
});

/** Codec of {@linkcode DevlinkRateClass}. */
export const devlinkRateClass: Codec<DevlinkRateClass> = attributes({
  index: ["DEVLINK_RATE_TC_ATTR_INDEX", 1, u8],
  bw: ["DEVLINK_RATE_TC_ATTR_BW", 2, u32],
});

/** Codec of {@linkcode DevlinkLinecardTypes}. */
export const devlinkLinecardTypes: Codec<DevlinkLinecardTypes> = attributes({
  type: ["DEVLINK_ATTR_LINECARD_TYPE", 173, multi(string)],
});
