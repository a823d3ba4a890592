/**
 * Filters and chains, as `tc filter` and `tc chain` show them.
 *
 * @module
 */

import { NLM_F_CREATE, NLM_F_EXCL } from "../../../messages/header.ts";
import {
  RTM_DELCHAIN,
  RTM_DELTFILTER,
  RTM_GETCHAIN,
  RTM_NEWCHAIN,
  RTM_NEWTFILTER,
  TCM_IFINDEX_MAGIC_BLOCK,
} from "../../../messages/tc/constants.ts";
import type { FilterMessage } from "../../../messages/tc/filter.ts";
import {
  handleOf,
  majorOf,
  TC_H_CLSACT,
  TC_H_MIN_EGRESS,
  TC_H_MIN_INGRESS,
  TC_H_ROOT,
} from "../../../messages/tc/handle.ts";
import type { Context } from "../../runtime/context.ts";
import { filterPreference, filterProtocol } from "../filter_header.ts";
import { classIdText } from "../handles.ts";
import { formatOldStats, formatStats } from "../format_stats.ts";
import { isKind, loadedKind, optionsOf } from "./kinds.ts";

/** What was asked for, which then is not shown again. */
export interface FilterScope {
  /** Index of the device. */
  readonly index?: number;
  /** Number of the shared block. */
  readonly block?: number;
  /** The parent. */
  readonly parent?: number;
  /** The preference. */
  readonly preference?: number;
  /** EtherType, in host byte order. */
  readonly protocol?: number;
  /** Number of the chain. */
  readonly chain?: number;
}

/** What is known of a message besides its payload. */
export interface FilterReport {
  /** Its type. */
  readonly type: number;
  /** Its flags, `NLM_F_*`. */
  readonly flags: number;
  /** What was asked for. */
  readonly scope?: FilterScope;
}

const CHAINS: ReadonlySet<number> = new Set([
  RTM_NEWCHAIN,
  RTM_DELCHAIN,
  RTM_GETCHAIN,
]);

const HOOKS: ReadonlyMap<number, string> = new Map([
  [TC_H_ROOT, "root"],
  [handleOf(majorOf(TC_H_CLSACT), TC_H_MIN_INGRESS), "ingress"],
  [handleOf(majorOf(TC_H_CLSACT), TC_H_MIN_EGRESS), "egress"],
]);

/** What has happened to it. */
function printEvent({ printer }: Context, { type, flags }: FilterReport): void {
  const show = (name: string) => printer.value(name, true, `${name} `);
  if (type === RTM_DELTFILTER || type === RTM_DELCHAIN) show("deleted");
  const isNew = type === RTM_NEWTFILTER || type === RTM_NEWCHAIN;
  if (isNew && (flags & NLM_F_CREATE) !== 0) {
    show((flags & NLM_F_EXCL) === 0 ? "replaced" : "added");
  }
}

function printPosition(
  context: Context,
  { index, parent }: FilterMessage,
  scope: FilterScope,
): void {
  const { printer, links } = context;
  if (index === (TCM_IFINDEX_MAGIC_BLOCK | 0)) {
    if (scope.block !== parent) {
      printer.named("block", parent);
    }
    return;
  }
  if (scope.index !== index) {
    const name = links.nameOf(index);
    printer.text("dev ");
    printer.colored("ifname", "dev", name, name);
    printer.text(" ");
  }
  if (scope.parent === parent && parent !== 0) return;
  const hook = HOOKS.get(parent);
  if (hook !== undefined) printer.value(hook, true, `${hook} `);
  else {
    const text = classIdText(context, parent);
    printer.named("parent", text);
  }
}

function printNumbers(
  { printer, names }: Context,
  message: FilterMessage,
  scope: FilterScope,
): void {
  if (message.info === 0) return;
  const protocol = filterProtocol(message);
  const preference = filterPreference(message);
  if (protocol !== 0 && scope.protocol !== protocol) {
    const name = names.ethernetProtocols.nameOf(protocol);
    printer.named("protocol", name);
  }
  if (preference !== 0 && scope.preference !== preference) {
    printer.named("pref", preference);
  }
}

function printOptions(context: Context, message: FilterMessage): void {
  const { printer } = context;
  const { attributes, handle } = message;
  const { kind = "", options } = attributes;
  if (isKind(kind)) {
    const data = optionsOf(attributes);
    if (data === undefined) return;
    printer.openObject("options");
    loadedKind(kind).print(context, data, message);
    printer.closeObject();
  } else if (options !== undefined) {
    printer.openObject("options");
    const digits = handle.toString(16).padStart(8, "0");
    const length = `[Unknown filter, optlen=${options.length}] `;
    if (options.length > 0) printer.text(`fh ${digits} ${length}`);
    else if (handle !== 0) printer.text(`fh ${digits} `);
    printer.closeObject();
  }
}

/**
 * Prints a filter or a chain.
 *
 * @param message Its message.
 * @param report What else is known of it.
 */
export function printFilter(
  context: Context,
  message: FilterMessage,
  report: FilterReport,
): void {
  const { printer, options, io } = context;
  const { attributes } = message;
  const isChain = CHAINS.has(report.type);
  const { scope = {} } = report;
  if (!isChain && attributes.kind === undefined) {
    return io.err("print_filter: NULL kind\n");
  }
  printer.openObject(null);
  printEvent(context, report);
  printer.text(isChain ? "chain " : "filter ");
  printPosition(context, message, scope);
  if (!isChain) printNumbers(context, message, scope);
  const { kind, chain, stats, stats2, warning } = attributes;
  if (kind !== undefined) printer.value("kind", kind, `${kind} `);
  if (chain !== undefined && scope.chain !== chain) {
    printer.named("chain", chain);
  }
  if (kind !== undefined) printOptions(context, message);
  printer.newline();
  if (options.stats > 0 && (stats2 ?? stats) !== undefined) {
    if (stats2 !== undefined) formatStats(context, stats2);
    else if (stats !== undefined) formatOldStats(context, stats);
    printer.newline();
  }
  if (warning !== undefined) {
    printer.value("warn", warning, warning);
    printer.newline();
  }
  printer.closeObject();
}
