/**
 * Linux netlink: network links, addresses, routes, neighbors, rules and
 * namespaces as objects, changes as they happen, and live copies, without any
 * program to call.
 *
 * Reading needs `--allow-ffi` and no privileges; changing needs
 * `CAP_NET_ADMIN`, as with `ip`.
 *
 * @example List links
 * ```ts
 * import { Rtnetlink } from "@netlink/netlink";
 *
 * using net = Rtnetlink.open();
 * for await (const link of net.link.list()) console.log(link.name, link.state);
 * ```
 *
 * @example Make a bridge, or print why the kernel refuses
 * ```ts
 * import { NetlinkError, Rtnetlink } from "@netlink/netlink";
 *
 * using net = Rtnetlink.open();
 * try {
 *   await net.link.add({ name: "br0", bridge: { stp: true }, up: true });
 *   await net.link.delete("br0");
 * } catch (error) {
 *   if (!(error instanceof NetlinkError)) throw error;
 *   console.log(error.code, error.reason, error.attribute);
 * }
 * ```
 *
 * The kernel's own messages are in `@netlink/netlink/messages`, and sockets in
 * `@netlink/netlink/socket`.
 *
 * @module
 */

export * from "./api/mod.ts";
export type { NetworkNamespace } from "./socket/namespace.ts";
export {
  NamespaceError,
  SocketError,
  UnsupportedError,
} from "./socket/error.ts";
