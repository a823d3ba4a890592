/**
 * Traffic control.
 *
 * @module
 */

export * from "./action.ts";
export * from "./actions/mod.ts";
export * from "./bpf_instruction.ts";
export * from "./chain.ts";
export * from "./class.ts";
export * from "./classes/mod.ts";
export * from "./constants.ts";
export * from "./ematches/mod.ts";
export * from "./filter.ts";
export * from "./filters/mod.ts";
export * from "./handle.ts";
export * from "./header.ts";
export * from "./no_data.ts";
export * from "./qdisc.ts";
export * from "./qdiscs/mod.ts";
export * from "./rate.ts";
export * from "./red.ts";
export * from "./size_table.ts";
export * from "./stats.ts";
