/**
 * What filters of several kinds have, as `tc filter` shows it.
 *
 * @module
 */

import type { ActionEntry } from "../../../messages/tc/action.ts";
import type { PoliceData } from "../../../messages/tc/actions/police.ts";
import type { EmatchTree } from "../../../messages/tc/ematches/tree.ts";
import { hex } from "../../print/format.ts";
import type { Context } from "../../runtime/context.ts";
import { printActions, printPolice } from "../actions/format_action.ts";
import { printEmatches } from "../ematches/format_ematches.ts";
import { classIdText } from "../handles.ts";

/**
 * Prints a number in hexadecimal, which is text in JSON, too.
 *
 * @param key Its name in JSON.
 * @param value The number.
 * @param text The same as text.
 */
export function printHex(
  { printer }: Context,
  key: string,
  value: number,
  text: string,
): void {
  printer.value(key, value === 0 ? "0" : hex(value), text);
}

/**
 * Prints the class of packets that match.
 *
 * @param id The class, if there is one.
 * @param key What it is called.
 */
export function printClassId(
  context: Context,
  id: number | undefined,
  key = "flowid",
): void {
  if (id === undefined) return;
  const text = classIdText(context, id);
  context.printer.named(key, text);
}

/**
 * Prints what is done with packets that match.
 *
 * @param data The filter's options.
 * @param lines Before which of the parts a line ends.
 */
export function printDeeds(
  context: Context,
  { ematches, police, actions }: {
    ematches?: EmatchTree;
    police?: PoliceData;
    actions?: ActionEntry[];
  },
  lines: { police?: boolean; actions?: boolean } = {},
): void {
  if (ematches !== undefined) printEmatches(context, ematches);
  if (police !== undefined) {
    if (lines.police) context.printer.newline();
    printPolice(context, police);
  }
  if (actions !== undefined) {
    if (lines.actions) context.printer.newline();
    printActions(context, actions);
  }
}
