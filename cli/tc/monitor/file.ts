/**
 * Shows the messages of a file that `rtmon` has written.
 *
 * @module
 */

import { replayAs } from "../../objects/monitor/file.ts";
import type { Context } from "../../runtime/context.ts";
import { decodeNotification, show } from "./show.ts";

/** Exit code if a file cannot be read to its end. */
const FAILED = 255;

/**
 * Shows the messages of a file.
 *
 * @param path The file.
 * @returns The exit code.
 */
export function replay(context: Context, path: string): Promise<number> {
  return replayAs(context, path, {
    decode: decodeNotification,
    show: (received) => show(context, received),
  }, FAILED);
}
