/**
 * Policy rules: which routing table is used for which packets.
 *
 * @module
 */

export * from "./constants.ts";
export * from "./rule.ts";
