/**
 * Addresses of links: unicast, multicast and anycast.
 *
 * @module
 */

export * from "./address.ts";
export * from "./constants.ts";
