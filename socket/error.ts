/**
 * What can go wrong with a socket.
 *
 * @module
 */

import { errorName, errorText } from "../messages/errno.ts";

const EBADF = 9;
const EMSGSIZE = 90;

/**
 * A system call failed.
 *
 * A receive that fails with code `ENOBUFS` means that notifications were lost
 * because the receive buffer was full; the socket works on.
 */
export class SocketError extends Error {
  /** The system call, such as `sendto`. */
  readonly syscall: string;
  /** Error number, such as 1. */
  readonly errno: number;
  /** Name of {@linkcode SocketError.errno}, such as `EPERM`. */
  readonly code: string;

  /**
   * Makes the error.
   *
   * @param syscall The system call.
   * @param errno What it left in `errno`.
   * @param action What was tried, for the message, such as `bind the socket`.
   */
  constructor(syscall: string, errno: number, action = `call ${syscall}`) {
    super(`Cannot ${action}: ${errorText(errno)} (${errorName(errno)})`);
    this.name = "SocketError";
    this.syscall = syscall;
    this.errno = errno;
    this.code = errorName(errno);
  }
}

/** The socket was closed, before the call or while it waited (`EBADF`). */
export class SocketClosedError extends SocketError {
  /**
   * Makes the error.
   *
   * @param action What was tried, such as `receive`.
   */
  constructor(action: string) {
    super("close", EBADF, action);
    this.name = "SocketClosedError";
    this.message = `Cannot ${action}: the socket is closed`;
  }
}

/**
 * A datagram was larger than the receive buffer and is lost (`EMSGSIZE`).
 *
 * The buffer has grown when this is thrown, so that the same datagram would fit
 * the next time.
 */
export class TruncatedError extends SocketError {
  /** Size of the datagram in bytes. */
  readonly length: number;
  /** Size that the buffer had, in bytes. */
  readonly room: number;

  /**
   * Makes the error.
   *
   * @param length Size of the datagram in bytes.
   * @param room Size of the buffer in bytes.
   */
  constructor(length: number, room: number) {
    super("recvfrom", EMSGSIZE, "receive");
    this.name = "TruncatedError";
    this.message =
      `Cannot receive a datagram of ${length} bytes: there is room for ${room}`;
    this.length = length;
    this.room = room;
  }
}

/**
 * This thread could not return to its own network namespace.
 *
 * Everything that the thread does from then on would happen in the wrong
 * namespace, so no socket opens any more.
 */
export class NamespaceError extends SocketError {
  /**
   * Makes the error.
   *
   * @param errno What `setns` left in `errno`.
   */
  constructor(errno: number) {
    super("setns", errno, "return to the network namespace of this process");
    this.name = "NamespaceError";
  }
}

/** Why sockets cannot be had here. */
export type UnsupportedReason = "permission" | "platform" | "runtime" | "libc";

/** There are no netlink sockets here; the message names the remedy. */
export class UnsupportedError extends Error {
  /**
   * What is missing: the permission, Linux, a newer Node or Bun or what Node
   * calls C by, or a C library that this package finds.
   */
  readonly reason: UnsupportedReason;

  /**
   * Makes the error.
   *
   * @param reason What is missing.
   * @param message What to do.
   * @param options The error behind it.
   */
  constructor(
    reason: UnsupportedReason,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = "UnsupportedError";
    this.reason = reason;
  }
}

/**
 * Whether an error of a receive reports that datagrams were lost; the socket
 * works on.
 *
 * @param error What was thrown.
 * @returns Whether the receive buffer was full (`ENOBUFS`), or the datagram too
 * large.
 */
export function isLoss(error: unknown): error is SocketError {
  return error instanceof TruncatedError ||
    error instanceof SocketError && error.code === "ENOBUFS";
}
