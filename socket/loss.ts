/**
 * Errors that report that datagrams were lost.
 *
 * @module
 */

import { SocketError, TruncatedError } from "./error.ts";

/**
 * Returns whether an error of a receive reports that datagrams were lost; the
 * socket works on.
 *
 * @param error What was thrown.
 * @returns Whether the receive buffer was full (`ENOBUFS`), or the datagram too
 * large.
 */
export function isLoss(error: unknown): error is SocketError {
  return error instanceof TruncatedError ||
    error instanceof SocketError && error.code === "ENOBUFS";
}
