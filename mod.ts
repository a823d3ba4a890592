/**
 * Linux netlink: network links, addresses, routes and more, without any program
 * to call.
 *
 * @example List links
 * ```ts ignore
 * import { Rtnetlink } from "@netlink/netlink";
 *
 * using net = Rtnetlink.open();
 * for await (const link of net.link.list()) console.log(link.name, link.state);
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
