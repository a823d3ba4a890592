/**
 * Shows the messages of a file that `rtmon` has written.
 *
 * @module
 */

import { NLMSG_HDRLEN } from "../../../messages/header.ts";
import { NLMSG_TSTAMP, splitRtmon } from "../../../messages/rtmon.ts";
import { end, printTimestamp, read } from "../../objects/monitor/file.ts";
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
export async function replay(
  context: Context,
  path: string,
  selection: Selection,
): Promise<number> {
  const view = read(context, path);
  const messages = splitRtmon(view);
  for (;;) {
    const { value, done } = messages.next();
    if (done) return end(context, value);
    const { type, start, end: stop } = value;
    const body = start + NLMSG_HDRLEN;
    if (type === NLMSG_TSTAMP) {
      printTimestamp(context, view, body, stop);
      continue;
    }
    const message = decodeNotification(type, view, body, stop);
    await show(context, { type, message, time: Date.now() }, selection);
  }
}
