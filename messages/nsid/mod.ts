/**
 * Ids that a network namespace has for others.
 *
 * @module
 */

export * from "./constants.ts";
export * from "./nsid.ts";
