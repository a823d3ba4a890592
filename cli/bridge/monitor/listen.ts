/**
 * Receives notifications of the kernel for `bridge monitor`.
 *
 * @module
 */

import {
  NETLINK_ROUTE,
  RTNLGRP_BRVLAN,
  RTNLGRP_LINK,
  RTNLGRP_MDB,
  RTNLGRP_NEIGH,
  RTNLGRP_TUNNEL,
} from "../../../messages/families.ts";
import { type NetlinkSocket, SocketError } from "../../../socket.ts";
import { exit } from "../../parse/errors.ts";
import type { Context } from "../../runtime/context.ts";
import { openWatching, watch } from "../../runtime/watch.ts";
import type { Selection } from "./selection.ts";
import { decodeNotification, show } from "./show.ts";

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
  const socket = openWatching(context, NETLINK_ROUTE, (socket) => {
    for (const name of selection.objects) join(socket, ...GROUPS[name]!);
  });
  await context.links.load();
  return await watch(context, socket, {
    decode: decodeNotification,
    show: (received) => show(context, received, selection),
  });
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
