/**
 * Links in people's words.
 *
 * @module
 */

export type { LinkDetails, LinkFilter } from "./filter.ts";
export * from "./hardware_type.ts";
export type { LinkKindWords } from "./info.ts";
export * from "./properties.ts";
export type { LinkGroup, LinkReference } from "./reference.ts";
export * from "./spec.ts";
export * from "./state.ts";
export * from "./statistics.ts";
export * from "./stats.ts";
export * from "./virtual_function.ts";
export { type LinkCondition } from "./wait.ts";
export * from "./xdp.ts";
