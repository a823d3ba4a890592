/**
 * Shows the messages that `bridge monitor` receives, one after the other.
 *
 * @module
 */

import { headers } from "../../objects/monitor/time.ts";
import type { Context } from "../../runtime/context.ts";
import { decoderOf, type Received, type Watch } from "../../runtime/watch.ts";
import { formats } from "./formats.ts";
import type { Selection } from "./selection.ts";

/** Decodes a message: see {@linkcode decoderOf}. */
export const decodeNotification: Watch["decode"] = decoderOf((type) =>
  formats[type]?.[0].codec
);

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
  if (entry === undefined || typeof message === "number") return;
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
