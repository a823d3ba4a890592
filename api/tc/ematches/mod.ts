/**
 * Conditions of filters.
 *
 * @module
 */

export * from "./condition.ts";
export * from "./kinds.ts";
export * from "./meta.ts";
