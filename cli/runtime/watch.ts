/**
 * Watches what the kernel reports, for commands that show it one after the
 * other.
 *
 * @module
 */

import { Listener } from "../../api/connection/listener.ts";
import type { Codec } from "../../messages/codec/mod.ts";
import { errnoOf, errorText } from "../../messages/errno.ts";
import { NLMSG_HDRLEN } from "../../messages/header.ts";
import type { NetlinkSocket } from "../../socket/netlink.ts";
import { complete } from "./complete.ts";
import type { Context } from "./context.ts";
import { openSocket } from "./open.ts";

/** A message that was received, or read from a file. */
export interface Received {
  /** Message type (`nlmsg_type`). */
  readonly type: number;
  /** Flags, `NLM_F_*` (`nlmsg_flags`). */
  readonly flags: number;
  /** Length of the message in bytes. */
  readonly length: number;
  /** The message, decoded; a number if it is too short for its header. */
  readonly message: unknown;
  /** When it was received, in milliseconds since 1970. */
  readonly time: number;
  /** Id of the network namespace, if it is another. */
  readonly nsid: number | undefined;
}

/** What {@linkcode watch} does with messages. */
export interface Watch {
  /** Decodes a message, while its bytes are there. */
  readonly decode: (
    type: number,
    view: DataView,
    start: number,
    end: number,
  ) => unknown;
  /** Shows a message. */
  readonly show: (received: Received) => Promise<void>;
}

/**
 * Makes what decodes messages that are received, while their bytes are there.
 *
 * @param codecOf The codec of a message type; `undefined` if it is not known.
 * @param align Whether headers are padded to a multiple of 4 bytes.
 * @returns What decodes a message; it returns `undefined` if its type is not
 * known. If it is too short for its header, how much longer than that it is,
 * which is less than 0.
 */
export function decoderOf(
  codecOf: (type: number) => Codec<unknown> | undefined,
  align = false,
): Watch["decode"] {
  return (type, view, start, end) => {
    const codec = codecOf(type);
    if (codec === undefined) return undefined;
    const excess = end - start - (align ? codec.size + 3 & ~3 : codec.size);
    if (excess < 0) return excess;
    return complete(codec, codec.decode(view, start, end));
  };
}

/** Size of the receive buffer in bytes, unless an option gives another. */
const RECEIVE_BUFFER = 8 << 20;

/**
 * Opens a socket that receives notifications.
 *
 * @param protocol Netlink protocol, `NETLINK_*`.
 * @param join Joins the groups.
 * @returns The socket.
 * @throws {CommandError} If there is no such network namespace, or the socket
 * cannot be opened.
 */
export function openWatching(
  { options }: Context,
  protocol: number,
  join: (socket: NetlinkSocket) => void,
): NetlinkSocket {
  const { receiveBuffer = RECEIVE_BUFFER } = options;
  const socket = openSocket({ ...options, receiveBuffer }, protocol);
  try {
    join(socket);
    return socket;
  } catch (error) {
    socket.close();
    throw error;
  }
}

/**
 * Shows what a socket receives, until the program is stopped or the signal is
 * aborted. What was lost is reported on the error stream.
 *
 * @param socket The socket; it is closed at the end.
 * @param watch What is done with messages.
 * @param signal Ends it; it has no end otherwise.
 * @returns The exit code.
 */
export async function watch(
  { io }: Context,
  socket: NetlinkSocket,
  { decode, show }: Watch,
  signal?: AbortSignal,
): Promise<number> {
  using listener = new Listener(socket);
  while (!signal?.aborted) {
    const received: Received[] = [];
    const found = listener.read(
      ({ type, flags, view, start, end, time, nsid }) => {
        const message = decode(type, view, start + NLMSG_HDRLEN, end);
        received.push({
          type,
          flags,
          length: end - start,
          message,
          time,
          nsid,
        });
      },
    );
    if (found === "overrun") io.err(loss());
    for (const one of received) await show(one);
    if (found !== "nothing") continue;
    try {
      await listener.readable(signal);
    } catch (error) {
      if (!signal?.aborted) throw error;
    }
  }
  return 0;
}

function loss(): string {
  const errno = errnoOf("ENOBUFS");
  return `netlink receive error ${errorText(errno)} (${errno})\n`;
}
