/**
 * Traffic control.
 *
 * @module
 */

export * from "./action.ts";
export * from "./actions/mod.ts";
export { bpfInstructionMapping } from "./bpf_instruction.ts";
export * from "./chain.ts";
export * from "./class.ts";
export * from "./classes/mod.ts";
export * from "./ematches/mod.ts";
export * from "./ether_type.ts";
export * from "./filter.ts";
export * from "./filters/mod.ts";
export * from "./handle.ts";
export { type TrafficMapping } from "./kind.ts";
export * from "./qdisc.ts";
export * from "./qdiscs/mod.ts";
export * from "./size_table.ts";
export * from "./statistics.ts";
export * from "./traffic_control.ts";
export { bytesPerSecond, type Rate } from "./units.ts";
