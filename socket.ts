/**
 * Netlink sockets: datagrams to and from the kernel.
 *
 * Nothing of this needs a permission before the first socket opens. That
 * needs `--allow-ffi`, or `--allow-ffi=PATH` with the path of the C library:
 * `/lib/x86_64-linux-gnu/libc.so.6` on Debian and Ubuntu, `/lib64/libc.so.6` on
 * Fedora, `/usr/lib/libc.so.6` on Arch Linux, `/lib/libc.musl-x86_64.so.1` on
 * Alpine Linux, `aarch64` in place of `x86_64` where that is the architecture.
 *
 * @example Ask for a link, with nothing on top of the socket
 * ```ts
 * import {
 *   decode,
 *   encode,
 *   NETLINK_ROUTE,
 *   NLM_F_REQUEST,
 *   RTM_GETLINK,
 * } from "@netlink/netlink/messages";
 * import { NetlinkSocket } from "@netlink/netlink/socket";
 *
 * using socket = new NetlinkSocket(NETLINK_ROUTE);
 * const type = RTM_GETLINK;
 * const header = { length: 0, type, flags: NLM_F_REQUEST, sequence: 1, portId: 0 };
 * const body = { family: 0, type: 0, index: 1, flags: 0, change: 0, attributes: {} };
 * socket.send(encode([{ header, body }]));
 * const { bytes, sender } = await socket.receive();
 * // Anyone may send to a socket; only the kernel has port 0.
 * if (sender === 0) console.log(decode(bytes).messages);
 * ```
 *
 * @module
 */

export * from "./socket/directory_watch.ts";
export * from "./socket/error.ts";
export type { FilterInstruction } from "./socket/filter.ts";
export { useLibc } from "./socket/libc.ts";
export {
  inNamespace,
  inNewNamespace,
  type NetworkNamespace,
  openNamespace,
} from "./socket/namespace.ts";
export * from "./socket/named_namespace.ts";
export * from "./socket/netlink.ts";
export type { SocketOptions } from "./socket/open.ts";
export * from "./socket/options.ts";
export * from "./socket/system.ts";
export * from "./socket/transport.ts";
