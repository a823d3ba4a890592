/**
 * Shows the messages of a file that `rtmon` has written.
 *
 * @module
 */

import { NLMSG_HDRLEN } from "../../../messages/header.ts";
import { splitRtmon } from "../../../messages/rtmon.ts";
import { end, read } from "../../objects/monitor/file.ts";
import type { Context } from "../../runtime/context.ts";
import { decodeNotification, show } from "./show.ts";

/** Exit code if a file cannot be read to its end. */
const FAILED = 255;

/**
 * Shows the messages of a file.
 *
 * @param context The command's context.
 * @param path The file.
 * @returns The exit code.
 */
export async function replay(context: Context, path: string): Promise<number> {
  const view = read(context, path, FAILED);
  const messages = splitRtmon(view);
  for (;;) {
    const { value, done } = messages.next();
    if (done) return end(context, value, FAILED);
    const { type, flags, start, end: stop } = value;
    await show(context, {
      type,
      flags,
      length: stop - start,
      message: decodeNotification(type, view, start + NLMSG_HDRLEN, stop),
      time: Date.now(),
    });
  }
}
