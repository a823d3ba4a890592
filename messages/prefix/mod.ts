/**
 * Prefixes that routers advertise.
 *
 * @module
 */

export * from "./constants.ts";
export * from "./prefix.ts";
