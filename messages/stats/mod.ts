/**
 * Statistics of links.
 *
 * @module
 */

export * from "./bond.ts";
export * from "./bridge.ts";
export * from "./constants.ts";
export * from "./stats.ts";
