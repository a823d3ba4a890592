/**
 * Shows the messages of a file that `rtmon` has written.
 *
 * @module
 */

import { NLMSG_TSTAMP } from "../../../messages/rtmon.ts";
import { printTimestamp, replayAs } from "../../objects/monitor/file.ts";
import type { Context } from "../../runtime/context.ts";
import type { Selection } from "./selection.ts";
import { decodeNotification, show } from "./show.ts";

/**
 * Shows the messages of a file.
 *
 * @param path The file.
 * @param selection How they are shown.
 * @returns The exit code.
 */
export function replay(
  context: Context,
  path: string,
  selection: Selection,
): Promise<number> {
  return replayAs(context, path, {
    decode: (type, view, start, end) =>
      type === NLMSG_TSTAMP
        ? printTimestamp(context, view, start, end)
        : decodeNotification(type, view, start, end),
    show: (received) => show(context, received, selection),
  });
}
