/**
 * Traffic control.
 *
 * @module
 */

export * from "./action.ts";
export * from "./actions/mod.ts";
export * from "./class.ts";
export * from "./classes/mod.ts";
export * from "./handle.ts";
export { type TrafficMapping } from "./kind.ts";
export * from "./qdisc.ts";
export * from "./qdiscs/mod.ts";
export * from "./size_table.ts";
export * from "./statistics.ts";
export * from "./traffic_control.ts";
export { bytesPerSecond, type Rate } from "./units.ts";
