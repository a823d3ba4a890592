/**
 * Routes: IPv4, IPv6, MPLS and multicast, with their next hops and
 * encapsulations.
 *
 * @module
 */

export * from "./constants.ts";
export * from "./encap/mod.ts";
export * from "./metrics.ts";
export * from "./mpls.ts";
export * from "./next_hop.ts";
export * from "./route.ts";
export * from "./segment_routing.ts";
export * from "./via.ts";
