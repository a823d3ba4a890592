/**
 * Neighbor tables and their parameters.
 *
 * @module
 */

export * from "./constants.ts";
export * from "./neighbor_table.ts";
