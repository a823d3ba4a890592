/**
 * The types of what `GenericNetlink.ethtool` takes and returns: settings and
 * counters of network devices.
 *
 * @example Print which features of a device are on
 * ```ts
 * import { GenericNetlink } from "@netlink/netlink";
 * import type { DeviceFeatures } from "@netlink/netlink/ethtool";
 *
 * function print({ device, features }: DeviceFeatures): void {
 *   for (const [name, isOn] of Object.entries(features)) {
 *     if (isOn) console.log(device, name);
 *   }
 * }
 *
 * using generic = GenericNetlink.open();
 * print(await generic.ethtool.features.get("lo"));
 * ```
 *
 * @module
 */

export type * from "./api/ethtool/mod.ts";
