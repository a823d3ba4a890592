/**
 * What bridges report about links: VLANs, media redundancy, connectivity fault
 * management and spanning trees.
 *
 * @module
 */

export * from "./cfm.ts";
export * from "./constants.ts";
export * from "./constants_cfm.ts";
export * from "./constants_kind.ts";
export * from "./constants_mrp.ts";
export * from "./id.ts";
export * from "./mrp.ts";
export * from "./spec.ts";
