/**
 * Families of netlink by their specifications in YAML, which the kernel's
 * sources have in `Documentation/netlink/specs`.
 *
 * @module
 */

export * from "./errors.ts";
export { resolve } from "./resolve/resolve.ts";
export { loadSpec, type SpecDocument, type SpecSource } from "./source.ts";
export type * from "./spec.ts";
