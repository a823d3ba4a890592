/**
 * Extended matches.
 *
 * @module
 */

export * from "./kinds.ts";
export * from "./meta.ts";
export * from "./tree.ts";
