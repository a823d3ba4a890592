/**
 * Multicast databases of bridges and VXLANs.
 *
 * @module
 */

export * from "./constants.ts";
export * from "./entry.ts";
export * from "./mdb.ts";
export * from "./router.ts";
