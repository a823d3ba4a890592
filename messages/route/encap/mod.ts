/**
 * Encapsulations of routes and next hops.
 *
 * @module
 */

export * from "./bpf.ts";
export * from "./encap.ts";
export * from "./ila.ts";
export * from "./ioam6.ts";
export * from "./ip.ts";
export * from "./mpls.ts";
export * from "./rpl.ts";
export * from "./seg6.ts";
export * from "./seg6_local.ts";
export * from "./tunnel_options.ts";
export * from "./xfrm.ts";
