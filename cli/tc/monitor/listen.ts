/**
 * Receives notifications of the kernel for `tc monitor`.
 *
 * @module
 */

import { NETLINK_ROUTE, RTNLGRP_TC } from "../../../messages/families.ts";
import type { Context } from "../../runtime/context.ts";
import { openWatching, watch } from "../../runtime/watch.ts";
import { decodeNotification, show } from "./show.ts";

/**
 * Shows what happens, until the program is stopped.
 *
 * @returns The exit code.
 */
export async function listen(context: Context): Promise<number> {
  const socket = openWatching(
    context,
    NETLINK_ROUTE,
    (socket) => socket.join(RTNLGRP_TC),
  );
  await context.links.load();
  return await watch(context, socket, {
    decode: decodeNotification,
    show: (received) => show(context, received),
  });
}
