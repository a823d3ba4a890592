/**
 * Receives notifications of the kernel for `ip monitor`.
 *
 * @module
 */

import type { Context } from "../../runtime/context.ts";
import { exit } from "../../parse/errors.ts";
import {
  Listener,
  type Notification,
} from "../../../api/connection/listener.ts";
import { errorText } from "../../../messages/errno.ts";
import { NETLINK_ROUTE } from "../../../messages/families.ts";
import { NLMSG_HDRLEN } from "../../../messages/header.ts";
import {
  NETLINK_LISTEN_ALL_NSID,
  NetlinkSocket,
  SocketError,
} from "../../../socket.ts";
import { type Groups, groupsOf, type Selection } from "./parse_selection.ts";
import { decodeNotification, type Received, show } from "./show.ts";

/** Size of the receive buffer in bytes. */
const RECEIVE_BUFFER = 8 << 20;

/**
 * Shows what happens, until the program is stopped.
 *
 * @param selection What to watch.
 * @returns The exit code.
 */
export async function listen(
  context: Context,
  selection: Selection,
): Promise<number> {
  using listener = new Listener(open(context, selection));
  await context.links.load();
  await context.namespaces.load();
  let received: Received[] = [];
  const receive = (notification: Notification) => {
    received.push(copy(notification));
  };
  for (;;) {
    const what = listener.read(receive);
    if (what === "overrun") context.io.err(overrun());
    for (const one of received) await show(context, one, selection);
    received = [];
    if (what === "nothing") await listener.readable();
  }
}

function overrun(): string {
  const ENOBUFS = 105;
  return `netlink receive error ${errorText(ENOBUFS)} (${ENOBUFS})\n`;
}

function copy(
  { type, flags, start, end, view, time, nsid }: Notification,
): Received {
  return {
    type,
    flags,
    length: end - start,
    message: decodeNotification(type, view, start + NLMSG_HDRLEN, end),
    time,
    nsid,
  };
}

function open(
  { options, family }: Context,
  selection: Selection,
): NetlinkSocket {
  const { netns, receiveBuffer = RECEIVE_BUFFER } = options;
  const socket = new NetlinkSocket(NETLINK_ROUTE, {
    ...netns !== undefined && { netns },
    receiveBuffer,
  });
  try {
    join(socket, groupsOf(selection, family));
    if (selection.allNamespaces) socket.setOption(NETLINK_LISTEN_ALL_NSID, 1);
    return socket;
  } catch (error) {
    socket.close();
    throw error;
  }
}

function join(socket: NetlinkSocket, { needed, optional }: Groups): void {
  for (const group of needed) {
    try {
      socket.join(group);
    } catch (error) {
      if (!(error instanceof SocketError)) throw error;
      throw exit(1, `Failed to add group ${group} to list`);
    }
  }
  for (const group of optional) {
    try {
      socket.join(group);
    } catch (error) {
      if (!(error instanceof SocketError)) throw error;
    }
  }
}
