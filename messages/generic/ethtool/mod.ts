/**
 * Settings and counters of network devices, family `ethtool`: `ETHTOOL_*`.
 *
 * @module
 */

export * from "./cable.ts";
export * from "./commands.ts";
export * from "./common.ts";
export * from "./hardware.ts";
export * from "./ioctl.ts";
export * from "./link.ts";
export * from "./link_ext_substates.ts";
export * from "./power.ts";
export * from "./queues.ts";
export * from "./rss.ts";
export * from "./signal.ts";
export * from "./standard_counters.ts";
export * from "./statistics.ts";
export * from "./time.ts";
