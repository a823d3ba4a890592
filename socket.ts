/**
 * Netlink sockets: datagrams to and from the kernel.
 *
 * @module
 */

export * from "./socket/error.ts";
export * from "./socket/transport.ts";
