/**
 * Statistics of CAN controllers: `IFLA_INFO_XSTATS` of kind `can`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/can/netlink.h | linux/can/netlink.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/drivers/net/can/dev/netlink.c | drivers/net/can/dev/netlink.c}
 * @see {@link https://docs.kernel.org/networking/can.html | SocketCAN}
 *
 * @module
 */

import { type Codec, struct, u32 } from "../../codec/mod.ts";

/** `IFLA_INFO_XSTATS` of a CAN controller: `struct can_device_stats`. */
export interface CanDeviceStats {
  /** Bus errors (`bus_error`). */
  busError: number;
  /** Changes to the error warning state (`error_warning`). */
  errorWarning: number;
  /** Changes to the error passive state (`error_passive`). */
  errorPassive: number;
  /** Changes to the bus-off state (`bus_off`). */
  busOff: number;
  /** Arbitrations lost (`arbitration_lost`). */
  arbitrationLost: number;
  /** Restarts (`restarts`). */
  restarts: number;
}

/** Codec of {@linkcode CanDeviceStats}. */
export const canDeviceStats: Codec<CanDeviceStats> = struct({
  busError: u32,
  errorWarning: u32,
  errorPassive: u32,
  busOff: u32,
  arbitrationLost: u32,
  restarts: u32,
});
