/**
 * Prints messages about actions.
 *
 * @module
 */

import { LITTLE_ENDIAN } from "../../../messages/codec/mod.ts";
import {
  NLM_F_CREATE,
  NLM_F_REPLACE,
  NLM_F_ROOT,
} from "../../../messages/header.ts";
import type {
  ActionEntry,
  TcActionMessage,
} from "../../../messages/tc/action.ts";
import {
  RTM_DELACTION,
  RTM_GETACTION,
  RTM_NEWACTION,
} from "../../../messages/tc/constants.ts";
import type { Context } from "../../runtime/context.ts";
import { propertyOf } from "./kinds/mod.ts";
import { printActions } from "./format_action.ts";

/** What a message is. */
export interface ActionHeader {
  /** Its type. */
  readonly type: number;
  /** Its flags, `NLM_F_*`. */
  readonly flags: number;
}

/**
 * Prints messages.
 *
 * @param context Where and how.
 * @param messages The messages.
 * @param header What they are.
 * @param first Number of the first action of each.
 */
export async function printMessages(
  context: Context,
  messages: readonly TcActionMessage[],
  header: ActionHeader,
  first = 1,
): Promise<void> {
  const { printer } = context;
  printer.begin();
  await context.renderAll(
    messages,
    (message) => printActionMessage(context, message, header, first),
  );
  printer.end();
}

/**
 * Prints a message.
 *
 * @param context Where and how.
 * @param message The message.
 * @param header What it is.
 * @param first Number of the first of its actions.
 * @throws {Unresolved} If a kind or a device was not looked up yet.
 */
export function printActionMessage(
  context: Context,
  { attributes }: TcActionMessage,
  { type, flags }: ActionHeader,
  first = 1,
): void {
  const { printer, io } = context;
  const { actions, count = 0, warning } = attributes;
  printer.object(null, () => {
    printer.value("total acts", count, `total acts ${count}`);
    printer.newline();
  });
  if (actions === undefined) {
    if (type !== RTM_GETACTION) io.err("print_action: NULL kind\n");
    return;
  }
  const isFlush = type === RTM_DELACTION && (flags & NLM_F_ROOT) !== 0;
  printer.text(changeText(type, flags));
  printer.object(null, () => {
    const [only] = actions;
    if (isFlush && actions.length === 1) {
      printer.text(
        ` ${propertyOf(only!.kind ?? "")} (${flushed(only!)} entries)\n`,
      );
    } else printActions(context, actions, { first, bound: false });
    if (warning !== undefined) {
      printer.value("warn", warning, warning);
      printer.newline();
    }
  });
}

/** What has happened, in words. */
function changeText(type: number, flags: number): string {
  const has = (flag: number) => (flags & flag) !== 0;
  if (type === RTM_DELACTION) {
    return has(NLM_F_ROOT) ? "Flushed table " : "Deleted action ";
  }
  if (type !== RTM_NEWACTION) return "";
  if (has(NLM_F_REPLACE)) return "Replaced action ";
  return has(NLM_F_CREATE) ? "Added action " : "";
}

/** How many actions a flush has deleted. */
function flushed({ cookie }: ActionEntry): number {
  if (cookie === undefined || cookie.length < 4) return 0;
  const { buffer, byteOffset, byteLength } = cookie;
  return new DataView(buffer, byteOffset, byteLength).getUint32(
    0,
    LITTLE_ENDIAN,
  );
}
