/**
 * Shows the messages that `ip monitor` receives, one after the other.
 *
 * @module
 */

import type { Context } from "../../runtime/context.ts";
import { decoderOf, type Received, type Watch } from "../../runtime/watch.ts";
import { CommandError } from "../../parse/errors.ts";
import { type Circumstances, type Format, wrongLength } from "./format.ts";
import { formats } from "./formats.ts";
import type { Selection } from "./parse_selection.ts";
import { headers, namespaceOf } from "./time.ts";

/** Decodes a message: see {@linkcode decoderOf}. */
export const decodeNotification: Watch["decode"] = decoderOf(
  (type) => formats[type]?.[0].codec,
  true,
);

/**
 * Shows a message.
 *
 * @param received The message.
 * @param selection What is shown.
 */
export async function show(
  context: Context,
  received: Received,
  selection: Selection,
): Promise<void> {
  const { type, message, nsid } = received;
  const entry = formats[type];
  if (entry === undefined) {
    context.io.err(unknown(received));
    return;
  }
  const [format, deleted] = entry;
  const circumstances: Circumstances = {
    type,
    deleted,
    device: selection.device,
    nsid,
  };
  if (typeof message === "number") {
    showShort(context, format, message);
    return;
  }
  const label = format.label(message, context);
  if (label === undefined) return;
  context.namespaces.retry();
  await format.before?.(context, message, circumstances);
  await context.render(() => {
    const { printer } = context;
    const before = printer.mark();
    printer.text(
      headers(context.options, received.time) +
        namespaceOf(received, selection),
    );
    if (selection.label) printer.text(label);
    const { length } = printer.mark();
    format.show(context, message, circumstances);
    // What is about another device has no heading either.
    if (printer.mark().length === length) printer.reset(before);
  });
  context.printer.flush();
  format.after?.(context, message, circumstances);
}

/** Prints that a message is too short for its header, as `ip` does. */
function showShort(
  context: Context,
  { label, tooShort = wrongLength, shortEnds = false }: Format<unknown>,
  excess: number,
): void {
  const text = tooShort(excess);
  if (shortEnds) throw new CommandError(1, false, text);
  if (label({}, context) === undefined) return;
  context.io.err(text);
}

function unknown({ type, flags, length }: Received): string {
  const number = (n: number) => `0x${n.toString(16).padStart(8, "0")}(${n})`;
  return `Unknown message: type=${number(type)} flags=${number(flags)} ` +
    `len=${number(length)}\n`;
}
