/**
 * Neighbors, and forwarding entries of bridges and VXLANs.
 *
 * @module
 */

export * from "./constants.ts";
export * from "./neighbor.ts";
