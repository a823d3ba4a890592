/**
 * Shows the messages that `bridge monitor` receives, one after the other.
 *
 * @module
 */

import { headers } from "../../objects/monitor/time.ts";
import { complete } from "../../runtime/complete.ts";
import type { Context } from "../../runtime/context.ts";
import type { Received } from "../../runtime/watch.ts";
import { formats } from "./formats.ts";
import type { Selection } from "./selection.ts";

/**
 * Decodes a message, while its bytes are there.
 *
 * @param type Message type.
 * @param view Holds the message.
 * @param start Where its body starts.
 * @param end Where it ends.
 * @returns The message; `undefined` if it is not shown.
 */
export function decodeNotification(
  type: number,
  view: DataView,
  start: number,
  end: number,
): unknown {
  const codec = formats[type]?.[0].codec;
  if (codec === undefined || end - start < codec.size) return undefined;
  return complete(codec, codec.decode(view, start, end));
}

/**
 * Shows a message.
 *
 * @param received The message.
 * @param selection What is shown.
 */
export async function show(
  context: Context,
  { type, message, time }: Received,
  { label }: Selection,
): Promise<void> {
  const entry = formats[type];
  if (entry === undefined || message === undefined) return;
  const [format, deleted] = entry;
  if (!format.passes(message)) return;
  await context.render(() => {
    const { printer, options } = context;
    printer.text(headers(options, time));
    if (label) printer.text(format.label);
    format.show(context, message, deleted);
  });
  context.printer.flush();
}
