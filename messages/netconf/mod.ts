/**
 * Settings of IP and MPLS on devices.
 *
 * @module
 */

export * from "./constants.ts";
export * from "./netconf.ts";
