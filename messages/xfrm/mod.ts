/**
 * IPsec: states, by which packets are transformed, and policies, which select
 * for which packets that is done.
 *
 * @module
 */

export * from "./acquire.ts";
export * from "./algorithm.ts";
export * from "./attribute_structs.ts";
export * from "./attributes.ts";
export * from "./constants.ts";
export * from "./info.ts";
export * from "./messages.ts";
export * from "./migrate.ts";
export * from "./names.ts";
export * from "./policy.ts";
export * from "./replay.ts";
export * from "./selector.ts";
export * from "./state.ts";
