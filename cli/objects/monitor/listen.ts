/**
 * Receives notifications of the kernel for `ip monitor`.
 *
 * @module
 */

import type { Context } from "../../runtime/context.ts";
import { openWatching, watch } from "../../runtime/watch.ts";
import { exit } from "../../parse/errors.ts";
import { NETLINK_ROUTE } from "../../../messages/families.ts";
import {
  NETLINK_LISTEN_ALL_NSID,
  type NetlinkSocket,
  SocketError,
} from "../../../socket.ts";
import { type Groups, groupsOf, type Selection } from "./parse_selection.ts";
import { decodeNotification, show } from "./show.ts";

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
  const socket = openWatching(context, NETLINK_ROUTE, (socket) => {
    join(socket, groupsOf(selection, context.family));
    if (selection.allNamespaces) socket.setOption(NETLINK_LISTEN_ALL_NSID, 1);
  });
  await context.links.load();
  await context.namespaces.load();
  return await watch(context, socket, {
    decode: decodeNotification,
    show: (received) => show(context, received, selection),
  });
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
