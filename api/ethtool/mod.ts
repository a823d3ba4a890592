/**
 * Settings and counters of network devices: `ethtool`.
 *
 * @module
 */

export { Ethtool } from "./ethtool.ts";
export type * from "./bits.ts";
export type * from "./cable.ts";
export type * from "./driver.ts";
export type * from "./features.ts";
export type * from "./flow_control.ts";
export type * from "./hardware.ts";
export type * from "./link.ts";
export type * from "./module_memory.ts";
export type * from "./monitor.ts";
export type * from "./queues.ts";
export type * from "./requests.ts";
export type * from "./rss.ts";
export type { Finder, Requester } from "../object/requester.ts";
export type * from "./setting.ts";
export type * from "./settings.ts";
export type * from "./statistics.ts";
export type { EthtoolStrings } from "./strings.ts";
export type * from "./time.ts";
export type * from "./tunnels.ts";
