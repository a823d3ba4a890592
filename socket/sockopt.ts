/**
 * Reading and setting socket options.
 *
 * @module
 */

import { SocketError } from "./error.ts";
import { check, lazy, libc } from "./libc.ts";
import {
  NETLINK_ADD_MEMBERSHIP,
  NETLINK_DROP_MEMBERSHIP,
  NETLINK_LIST_MEMBERSHIPS,
  SOL_NETLINK,
  SOL_SOCKET,
} from "./options.ts";

/** Size of the send buffer, of `SOL_SOCKET`. */
export const SO_SNDBUF = 7;
/** Size of the receive buffer, of `SOL_SOCKET`. */
export const SO_RCVBUF = 8;

const SO_SNDBUFFORCE = 32;
const SO_RCVBUFFORCE = 33;
const EPERM = 1;
const ENOPROTOOPT = 92;

const calls = lazy(
  {
    getsockopt: {
      parameters: ["i32", "i32", "i32", "buffer", "buffer"],
      result: "i32",
    },
  } as const,
);

/** An `int` for a call, and its length. */
const numberWord = new Int32Array(1);
const number = new Uint8Array(numberWord.buffer);
const lengthWord = new Uint32Array(1);
const length = new Uint8Array(lengthWord.buffer);

/**
 * Sets an option to a number.
 *
 * @param fd The socket.
 * @param level Its level.
 * @param option The option.
 * @param value The number.
 * @param action What is tried, for the error.
 */
export function setOption(
  fd: number,
  level: number,
  option: number,
  value: number,
  action: string,
): void {
  numberWord[0] = value;
  check(
    libc().setsockopt(fd, level, option, number, 4),
    "setsockopt",
    action,
  );
}

/**
 * Sets an option to 1 if the kernel has it.
 *
 * @param fd The socket.
 * @param option The option, of `SOL_NETLINK`.
 */
export function tryOption(fd: number, option: number): void {
  unless(ENOPROTOOPT, () => turnOn(fd, option));
}

function turnOn(fd: number, option: number): void {
  setOption(fd, SOL_NETLINK, option, 1, `set socket option ${option}`);
}

/**
 * Reads an option that is a number.
 *
 * @param fd The socket.
 * @param level Its level.
 * @param option The option.
 * @returns The number.
 */
export function getOption(fd: number, level: number, option: number): number {
  lengthWord[0] = 4;
  numberWord[0] = 0;
  check(
    calls().getsockopt(fd, level, option, number, length),
    "getsockopt",
    `read socket option ${option}`,
  );
  return numberWord[0];
}

/**
 * Joins a multicast group.
 *
 * @param fd The socket.
 * @param group The group.
 */
export function joinGroup(fd: number, group: number): void {
  const action = `join multicast group ${group}`;
  setOption(fd, SOL_NETLINK, NETLINK_ADD_MEMBERSHIP, group, action);
}

/**
 * Leaves a multicast group.
 *
 * @param fd The socket.
 * @param group The group.
 */
export function leaveGroup(fd: number, group: number): void {
  const action = `leave multicast group ${group}`;
  setOption(fd, SOL_NETLINK, NETLINK_DROP_MEMBERSHIP, group, action);
}

/**
 * Sets the size of the receive buffer, by force if that is permitted.
 *
 * @param fd The socket.
 * @param bytes The size in bytes.
 */
export function setReceiveBuffer(fd: number, bytes: number): void {
  setBuffer(fd, SO_RCVBUFFORCE, SO_RCVBUF, bytes);
}

/**
 * Sets the size of the send buffer, by force if that is permitted.
 *
 * @param fd The socket.
 * @param bytes The size in bytes.
 */
export function setSendBuffer(fd: number, bytes: number): void {
  setBuffer(fd, SO_SNDBUFFORCE, SO_SNDBUF, bytes);
}

function setBuffer(
  fd: number,
  force: number,
  option: number,
  bytes: number,
): void {
  const action = `set a socket buffer to ${bytes} bytes`;
  const refused = unless(
    EPERM,
    () => setOption(fd, SOL_SOCKET, force, bytes, action),
  );
  if (refused) setOption(fd, SOL_SOCKET, option, bytes, action);
}

/** Returns whether an action failed with an error number; others are thrown. */
function unless(error: number, action: () => void): boolean {
  try {
    action();
    return false;
  } catch (caught) {
    if (caught instanceof SocketError && caught.errno === error) return true;
    throw caught;
  }
}

/**
 * Lists the multicast groups that a socket has joined.
 *
 * @param fd The socket.
 * @returns Numbers of the groups, ascending.
 */
export function listMemberships(fd: number): number[] {
  let set = new Uint32Array(8);
  for (;;) {
    lengthWord[0] = set.byteLength;
    const bytes = new Uint8Array(set.buffer);
    check(
      calls().getsockopt(
        fd,
        SOL_NETLINK,
        NETLINK_LIST_MEMBERSHIPS,
        bytes,
        length,
      ),
      "getsockopt",
      "list the multicast groups joined",
    );
    // The kernel reports how many bytes there are, and writes what fits.
    if (lengthWord[0]! <= set.byteLength) break;
    set = new Uint32Array(lengthWord[0]! / 4);
  }
  const groups: number[] = [];
  for (let bit = 0; bit < 8 * lengthWord[0]!; bit++) {
    if (set[bit >> 5]! >>> (bit & 31) & 1) groups.push(bit + 1);
  }
  return groups;
}
