/**
 * Netlink sockets: datagrams to and from the kernel.
 *
 * Nothing of this needs a permission before the first socket opens. That
 * needs `--allow-ffi`, or `--allow-ffi=PATH` with the path of the C library:
 * `/lib/x86_64-linux-gnu/libc.so.6` on Debian and Ubuntu, `/lib64/libc.so.6` on
 * Fedora, `/usr/lib/libc.so.6` on Arch Linux, `/lib/libc.musl-x86_64.so.1` on
 * Alpine Linux, `aarch64` in place of `x86_64` where that is the architecture.
 *
 * @example Usage
 * ```ts ignore
 * import { NetlinkSocket } from "@netlink/netlink/socket";
 *
 * using socket = new NetlinkSocket(0); // NETLINK_ROUTE
 * socket.send(request);
 * const { bytes, sender } = await socket.receive();
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
