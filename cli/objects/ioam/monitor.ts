/**
 * `ip ioam monitor`.
 *
 * @module
 */

import { ioam6Family } from "../../../api/generic/ioam6_family.ts";
import {
  IOAM6_EVENT_TRACE,
  IOAM6_GENL_EV_GRP_NAME,
  ioam6Event,
  type Ioam6EventMessage,
} from "../../../messages/generic/ioam6.ts";
import type { Arguments } from "../../parse/grammar.ts";
import type { Printer } from "../../print/printer.ts";
import type { Context } from "../../runtime/context.ts";
import { watchFamily } from "../../runtime/family_events.ts";
import { withFamily } from "../../runtime/generic.ts";

/** Shows traces, until the program is stopped; there is no JSON. */
export async function monitor(
  _args: Arguments,
  context: Context,
): Promise<number> {
  return await withFamily(
    context,
    ioam6Family,
    async (family) =>
      await watchFamily(context, {
        family: await family.info(),
        group: IOAM6_GENL_EV_GRP_NAME,
        problem: "can't subscribe to ioam6 events",
        codec: ioam6Event,
        json: false,
        format: (event) => format(context.printer, event),
      }),
  );
}

function format(
  printer: Printer,
  { cmd, attributes }: Ioam6EventMessage,
): void {
  if (cmd !== IOAM6_EVENT_TRACE) return;
  const { traceNamespace, traceNodelen, traceType, traceData } = attributes;
  printer.text("[TRACE] ");
  if (traceNamespace !== undefined) {
    printer.text(`Namespace=${traceNamespace} `);
  }
  if (traceNodelen !== undefined) printer.text(`NodeLen=${traceNodelen} `);
  if (traceType !== undefined) {
    const digits = traceType.toString(16);
    const type = traceType === 0
      ? digits.padStart(8, "0")
      : `0x${digits.padStart(6, "0")}`;
    printer.text(`Type=${type} `);
  }
  const data = Array.from(
    traceData ?? [],
    (byte) => byte.toString(16).padStart(2, "0"),
  ).join("");
  printer.text(`Data=${data}\n`);
}
