/**
 * Next hop objects, their groups and buckets.
 *
 * @module
 */

export * from "./constants.ts";
export * from "./nexthop.ts";
