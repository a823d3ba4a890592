/**
 * Filters of the kind `flower`.
 *
 * @module
 */

export * from "./flower.ts";
export * from "./labels.ts";
export * from "./link.ts";
export * from "./options.ts";
export * from "./ports.ts";
