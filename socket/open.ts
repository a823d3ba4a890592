/**
 * Opening a netlink socket.
 *
 * @module
 */

import { check, libc } from "./libc.ts";
import { inNamespace, type NetworkNamespace } from "./namespace.ts";
import {
  NETLINK_CAP_ACK,
  NETLINK_EXT_ACK,
  NETLINK_GET_STRICT_CHK,
} from "./options.ts";
import {
  joinGroup,
  setReceiveBuffer,
  setSendBuffer,
  tryOption,
} from "./sockopt.ts";

const AF_NETLINK = 16;
const SOCK_RAW = 3;
const SOCK_CLOEXEC = 0o2000000;

/** `struct sockaddr_nl` of whoever has no port yet. */
const unbound = new Uint8Array(
  new Uint16Array([AF_NETLINK, 0, 0, 0, 0, 0]).buffer,
);

/** Options of a netlink socket. */
export interface SocketOptions {
  /** Network namespace to open the socket in; the thread's own by default. */
  netns?: NetworkNamespace;
  /**
   * Whether the kernel checks dump and get requests strictly, and filters by
   * what they ask for (`NETLINK_GET_STRICT_CHK`); true by default, and without
   * effect on kernels before 4.20.
   */
  strict?: boolean;
  /** Multicast groups to join. */
  groups?: Iterable<number>;
  /** Size of the kernel's receive buffer in bytes; see
   * {@linkcode NetlinkSocket.setReceiveBuffer}. */
  receiveBuffer?: number;
  /** Size of the kernel's send buffer in bytes; see
   * {@linkcode NetlinkSocket.setSendBuffer}. */
  sendBuffer?: number;
  /**
   * Room for a received datagram in bytes, 262144 by default.
   *
   * With less than the default, the size of each datagram is asked for first
   * and the room grows as needed, which costs a system call more.
   */
  room?: number;
}

/**
 * Opens a netlink socket and binds it to a port that the kernel chooses.
 *
 * @param protocol Netlink protocol.
 * @param options Where and how to open it.
 * @returns Its descriptor.
 */
export function openSocket(protocol: number, options: SocketOptions): number {
  const fd = inNamespace(
    options.netns,
    () =>
      check(
        libc().socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, protocol),
        "socket",
        `open a socket of netlink protocol ${protocol}`,
      ),
  );
  try {
    prepare(fd, options);
    return fd;
  } catch (error) {
    libc().close(fd);
    throw error;
  }
}

function prepare(fd: number, options: SocketOptions): void {
  const { strict = true, groups = [], receiveBuffer, sendBuffer } = options;
  tryOption(fd, NETLINK_CAP_ACK);
  tryOption(fd, NETLINK_EXT_ACK);
  if (strict) tryOption(fd, NETLINK_GET_STRICT_CHK);
  if (receiveBuffer !== undefined) setReceiveBuffer(fd, receiveBuffer);
  if (sendBuffer !== undefined) setSendBuffer(fd, sendBuffer);
  check(libc().bind(fd, unbound, unbound.length), "bind", "bind the socket");
  for (const group of groups) joinGroup(fd, group);
}
