/**
 * Traffic control.
 *
 * @module
 */

export * from "./constants.ts";
export * from "./tc.ts";
