/**
 * Receives notifications of the kernel for `bridge monitor`.
 *
 * @module
 */

import {
  Listener,
  type Notification,
} from "../../../api/connection/listener.ts";
import { errorText } from "../../../messages/errno.ts";
import {
  NETLINK_ROUTE,
  RTNLGRP_BRVLAN,
  RTNLGRP_LINK,
  RTNLGRP_MDB,
  RTNLGRP_NEIGH,
  RTNLGRP_TUNNEL,
} from "../../../messages/families.ts";
import { NLMSG_HDRLEN } from "../../../messages/header.ts";
import { NetlinkSocket, SocketError } from "../../../socket.ts";
import { exit } from "../../parse/errors.ts";
import type { Context } from "../../runtime/context.ts";
import type { Selection } from "./selection.ts";
import { decodeNotification, type Received, show } from "./show.ts";

/** Size of the receive buffer in bytes. */
const RECEIVE_BUFFER = 8 << 20;
const ENOBUFS = 105;

/** The groups that report each object, and the error if there is none. */
const GROUPS: Readonly<
  Record<string, readonly [group: number, what?: string]>
> = {
  link: [RTNLGRP_LINK],
  fdb: [RTNLGRP_NEIGH],
  mdb: [RTNLGRP_MDB],
  vlan: [RTNLGRP_BRVLAN, "vlan"],
  vni: [RTNLGRP_TUNNEL, "vni"],
};

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
  let received: Received[] = [];
  const receive = ({ type, view, start, end, time }: Notification) => {
    const body = start + NLMSG_HDRLEN;
    const message = decodeNotification(type, view, body, end);
    received.push({ type, message, time });
  };
  for (;;) {
    const what = listener.read(receive);
    if (what === "overrun") {
      context.io.err(
        `netlink receive error ${errorText(ENOBUFS)} (${ENOBUFS})\n`,
      );
    }
    for (const one of received) await show(context, one, selection);
    received = [];
    if (what === "nothing") await listener.readable();
  }
}

function open(
  { options: { netns } }: Context,
  { objects }: Selection,
): NetlinkSocket {
  const socket = new NetlinkSocket(NETLINK_ROUTE, {
    ...netns !== undefined && { netns },
    receiveBuffer: RECEIVE_BUFFER,
  });
  try {
    for (const name of objects) join(socket, ...GROUPS[name]!);
    return socket;
  } catch (error) {
    socket.close();
    throw error;
  }
}

function join(socket: NetlinkSocket, group: number, what?: string): void {
  try {
    socket.join(group);
  } catch (error) {
    if (!(error instanceof SocketError)) throw error;
    throw exit(
      1,
      what === undefined
        ? error.message
        : `Failed to add bridge ${what} group to list`,
    );
  }
}
