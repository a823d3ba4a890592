/**
 * The networks that a VXLAN device of several accepts.
 *
 * @module
 */

export * from "./constants.ts";
export * from "./tunnel.ts";
