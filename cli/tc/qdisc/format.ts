/**
 * How `tc` writes a queueing discipline.
 *
 * @module
 */

import {
  NLM_F_CREATE,
  NLM_F_EXCL,
  NLM_F_REPLACE,
} from "../../../messages/header.ts";
import { majorOf, TC_H_ROOT } from "../../../messages/tc/handle.ts";
import type { QdiscMessage } from "../../../messages/tc/qdisc.ts";
import { propertyOfQdisc } from "../../../messages/tc/qdiscs/mod.ts";
import type { Context } from "../../runtime/context.ts";
import { formatOldStats, formatStats } from "../format_stats.ts";
import { classIdText } from "../handles.ts";
import type { AnyQdiscKind } from "../kind.ts";
import { qdiscKindOf } from "../kinds.ts";
import { formatSizeTable } from "../size_table.ts";

/** What a notification has besides its message. */
export interface QdiscEvent {
  /** Whether it is gone. */
  readonly deleted?: boolean;
  /** Flags of the notification, `NLM_F_*`. */
  readonly flags?: number;
}

/**
 * Writes a queueing discipline.
 *
 * @param message The queueing discipline.
 * @param event What a notification has besides.
 * @param withDevice Whether its device is written.
 */
export function formatQdisc(
  context: Context,
  message: QdiscMessage,
  event: QdiscEvent = {},
  withDevice = true,
): void {
  const { printer, io } = context;
  const { attributes } = message;
  const { kind: name } = attributes;
  if (name === undefined) return io.err("print_qdisc: NULL kind\n");
  const kind = qdiscKindOf(name);
  printer.openObject(null);
  formatEvent(context, event);
  printer.value("kind", name, `qdisc ${name}`);
  formatPosition(context, message, withDevice);
  printer.object("options", () => formatOptions(context, message, kind, name));
  printer.newline();
  if (context.options.details && attributes.sizeTable !== undefined) {
    formatSizeTable(context, attributes.sizeTable);
    printer.newline();
  }
  if (context.options.stats > 0) formatCounters(context, message, kind, name);
  const { warning } = attributes;
  if (warning !== undefined) {
    printer.value("warn", warning, warning);
    printer.newline();
  }
  printer.closeObject();
}

const ADDED = NLM_F_CREATE | NLM_F_EXCL;
const REPLACED = NLM_F_CREATE | NLM_F_REPLACE;

function formatEvent(
  { printer }: Context,
  { deleted = false, flags = 0 }: QdiscEvent,
): void {
  if (deleted) return printer.value("deleted", true, "deleted ");
  if ((flags & REPLACED) === REPLACED) {
    printer.value("replaced", true, "replaced ");
  }
  if ((flags & ADDED) === ADDED) printer.value("added", true, "added ");
}

function formatPosition(
  context: Context,
  { handle, index, parent, info, attributes }: QdiscMessage,
  withDevice: boolean,
): void {
  const { printer, links, options } = context;
  const text = `${majorOf(handle).toString(16)}:`;
  printer.value("handle", text, ` ${text}`);
  if (options.raw) printer.text(`[${handle.toString(16).padStart(8, "0")}]`);
  printer.text(" ");
  if (withDevice) {
    printer.text("dev ");
    const name = links.nameOf(index);
    printer.colored("ifname", "dev", name, `${name} `);
  }
  if (parent === TC_H_ROOT) printer.value("root", true, "root ");
  else if (parent !== 0) {
    const text = classIdText(context, parent);
    printer.named("parent", text);
  }
  if (info !== 1) printer.named("refcnt", info);
  const { hardwareOffload, ingressBlock, egressBlock } = attributes;
  if (hardwareOffload) printer.value("offloaded", true, "offloaded ");
  if (ingressBlock) printer.named("ingress_block", ingressBlock);
  if (egressBlock) printer.named("egress_block", egressBlock);
}

type Values = Readonly<Record<string, unknown>>;

function formatOptions(
  context: Context,
  { attributes }: QdiscMessage,
  kind: AnyQdiscKind | undefined,
  name: string,
): void {
  const values = attributes as unknown as Values;
  const data = values[propertyOfQdisc(name)];
  if (kind?.print !== undefined) {
    if (data !== undefined) kind.print(context, data as never, name);
    return;
  }
  const length = attributes.options?.length ?? 0;
  if (kind === undefined && length > 0) {
    context.printer.text(`[Unknown qdisc, optlen=${length}] `);
  }
}

function formatCounters(
  context: Context,
  { attributes }: QdiscMessage,
  kind: AnyQdiscKind | undefined,
  name: string,
): void {
  const { stats, stats2 } = attributes;
  const property = `${propertyOfQdisc(name)}Stats`;
  const known = (stats2 as Values | undefined)?.[property] ??
    (attributes as unknown as Values)[property];
  if (stats2 !== undefined) formatStats(context, stats2);
  else if (stats !== undefined) formatOldStats(context, stats);
  if (stats2 !== undefined || stats !== undefined || known !== undefined) {
    context.printer.newline();
  }
  if (known !== undefined && kind?.printStats !== undefined) {
    kind.printStats(context, known as never, name);
    context.printer.newline();
  }
}
