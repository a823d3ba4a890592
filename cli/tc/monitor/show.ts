/**
 * Shows the messages that `tc monitor` receives, one after the other.
 *
 * @module
 */

import {
  NLMSG_DONE,
  NLMSG_ERROR,
  NLMSG_NOOP,
} from "../../../messages/header.ts";
import { headers } from "../../objects/monitor/time.ts";
import type { Context } from "../../runtime/context.ts";
import { decoderOf, type Received, type Watch } from "../../runtime/watch.ts";
import { formats } from "./formats.ts";

/** What nothing is shown of. */
const CONTROL: ReadonlySet<number> = new Set([
  NLMSG_DONE,
  NLMSG_ERROR,
  NLMSG_NOOP,
]);

/** Decodes a message: see {@linkcode decoderOf}. */
export const decodeNotification: Watch["decode"] = decoderOf((type) =>
  formats.get(type)?.[0].codec
);

/**
 * Shows a message.
 *
 * @param received The message.
 */
export async function show(
  context: Context,
  received: Received,
): Promise<void> {
  const { type, flags, message, time } = received;
  const { printer, options, io } = context;
  const entry = formats.get(type);
  await context.render(() => {
    printer.text(headers(options, time));
    if (entry === undefined || typeof message === "number") return;
    const [format, deleted] = entry;
    format.show(context, message, { type, flags, deleted });
  });
  printer.flush();
  if (entry === undefined) io.err(unknown(received));
  else if (typeof message === "number") io.err(`Wrong len ${message}\n`);
}

function unknown({ type, flags, length }: Received): string {
  if (CONTROL.has(type)) return "";
  const hex = (number: number) => number.toString(16).padStart(8, "0");
  return `Unknown message: length ${`${length}`.padStart(8, "0")} ` +
    `type ${hex(type)} flags ${hex(flags)}\n`;
}
