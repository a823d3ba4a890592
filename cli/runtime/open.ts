/**
 * Opens connections to the kernel for the command line.
 *
 * @module
 */

import { Connection } from "../../api/connection/connection.ts";
import { errorText } from "../../messages/errno.ts";
import { NETLINK_ROUTE } from "../../messages/families.ts";
import { SocketError, UnsupportedError } from "../../socket/error.ts";
import { NetlinkSocket } from "../../socket/netlink.ts";
import type { Transport } from "../../socket/transport.ts";
import { acknowledgement, exit } from "../parse/errors.ts";
import type { Io } from "./io.ts";
import type { Options } from "./options.ts";

/** Where `ip netns` keeps its namespaces. */
const NETNS_DIRECTORY = "/var/run/netns";

/**
 * Opens a connection.
 *
 * @param options The options of the run.
 * @param io Where warnings of the kernel go.
 * @param protocol Netlink protocol, `NETLINK_*`.
 * @returns The connection.
 * @throws {CommandError} If there is no such network namespace, or the socket cannot be opened.
 */
export function openConnection(
  options: Options,
  io: Io,
  protocol: number = NETLINK_ROUTE,
): Connection {
  return connectionOn(openSocket(options, protocol), io);
}

/**
 * Makes the connection of a command.
 *
 * @param transport The socket; the connection closes it.
 * @param io Where warnings of the kernel go.
 * @returns The connection.
 */
export function connectionOn(transport: Transport, io: Io): Connection {
  return new Connection(transport, {
    onWarning: ({ message }) => io.err(acknowledgement("Warning", message)),
  });
}

/**
 * Opens the socket of a command.
 *
 * @param options The options of the run.
 * @param protocol Netlink protocol, `NETLINK_*`.
 * @returns The socket.
 * @throws {CommandError} If there is no such network namespace, or the socket cannot be opened.
 */
export function openSocket(
  { netns, receiveBuffer, batch }: Options,
  protocol: number,
): NetlinkSocket {
  try {
    return new NetlinkSocket(protocol, {
      // Names only: a path is looked for in that folder as well.
      ...netns !== undefined && { netns: `${NETNS_DIRECTORY}/${netns}` },
      // As ip does: batches are not strict.
      strict: batch === undefined,
      ...receiveBuffer !== undefined && { receiveBuffer },
    });
  } catch (error) {
    if (error instanceof UnsupportedError) throw exit(1, error.message);
    if (!(error instanceof SocketError)) throw error;
    throw refused(error, netns);
  }
}

function refused(error: SocketError, netns: string | undefined): Error {
  const reason = errorText(error.errno);
  if (error.syscall === "open") {
    return exit(255, `Cannot open network namespace "${netns}": ${reason}`);
  }
  if (error.syscall === "setns") {
    return exit(
      255,
      `setting the network namespace "${netns}" failed: ${reason}`,
    );
  }
  return exit(1, `Cannot open netlink socket: ${reason}`);
}
