/**
 * Receives notifications of the kernel for `tc monitor`.
 *
 * @module
 */

import {
  Listener,
  type Notification,
} from "../../../api/connection/listener.ts";
import { errorText } from "../../../messages/errno.ts";
import { NETLINK_ROUTE, RTNLGRP_TC } from "../../../messages/families.ts";
import { NLMSG_HDRLEN } from "../../../messages/header.ts";
import { NetlinkSocket } from "../../../socket.ts";
import type { Context } from "../../runtime/context.ts";
import { decodeNotification, type Received, show } from "./show.ts";

/** Size of the receive buffer in bytes. */
const RECEIVE_BUFFER = 1 << 20;
const ENOBUFS = 105;

/**
 * Shows what happens, until the program is stopped.
 *
 * @param context The command's context.
 * @returns The exit code.
 */
export async function listen(context: Context): Promise<number> {
  using listener = new Listener(open(context));
  await context.links.load();
  let received: Received[] = [];
  const receive = (notification: Notification) => {
    received.push(copy(notification));
  };
  for (;;) {
    const what = listener.read(receive);
    if (what === "overrun") {
      context.io.err(
        `netlink receive error ${errorText(ENOBUFS)} (${ENOBUFS})\n`,
      );
    }
    for (const one of received) await show(context, one);
    received = [];
    if (what === "nothing") await listener.readable();
  }
}

function copy(
  { type, flags, start, end, view, time }: Notification,
): Received {
  const body = start + NLMSG_HDRLEN;
  return {
    type,
    flags,
    length: end - start,
    message: decodeNotification(type, view, body, end),
    time,
  };
}

function open({ options: { netns } }: Context): NetlinkSocket {
  const socket = new NetlinkSocket(NETLINK_ROUTE, {
    ...netns !== undefined && { netns },
    receiveBuffer: RECEIVE_BUFFER,
  });
  try {
    socket.join(RTNLGRP_TC);
    return socket;
  } catch (error) {
    socket.close();
    throw error;
  }
}
