/**
 * Classes as a tree: `tc -graph class show`.
 *
 * @module
 */

import type { ClassMessage } from "../../../messages/tc/class.ts";
import { TC_H_ROOT } from "../../../messages/tc/handle.ts";
import type { Context } from "../../runtime/context.ts";
import { formatOldStats, formatStats } from "../format_stats.ts";
import { classIdText } from "../handles.ts";
import { qdiscKindOf } from "../kinds.ts";
import { formatClassOptions } from "./format.ts";

/** A class in the tree. */
interface Node {
  readonly message: ClassMessage;
  readonly parent: Node | undefined;
  /** Whether another one with the same parent follows. */
  hasNext: boolean;
  readonly children: Node[];
}

/**
 * Writes classes as a tree.
 *
 * @param messages The classes.
 */
export function formatTree(
  context: Context,
  messages: readonly ClassMessage[],
): void {
  // Those that the kernel reports last come first.
  const latestFirst = messages.toReversed();
  const classes = Map.groupBy(latestFirst, ({ parent }) => parent);
  const roots = nodes(classes.get(TC_H_ROOT) ?? [], undefined);
  for (const root of roots) formatNode(context, root, classes);
}

function nodes(
  messages: readonly ClassMessage[],
  parent: Node | undefined,
): Node[] {
  return messages.map((message, i) => ({
    message,
    parent,
    hasNext: i < messages.length - 1,
    children: [],
  }));
}

function formatNode(
  context: Context,
  node: Node,
  classes: ReadonlyMap<number, readonly ClassMessage[]>,
): void {
  const { printer } = context;
  const { handle, attributes } = node.message;
  // Children are in the order in which the kernel reports them.
  const children = (classes.get(handle) ?? []).toReversed();
  node.children.push(...nodes(children, node));
  const id = classIdText(context, handle);
  printer.text(`${indent(node)}+---(${id})`);
  const { kind: name } = attributes;
  if (name === undefined) printer.text(" [unknown qdisc kind] ");
  else {
    printer.text(` ${name} `);
    const kind = qdiscKindOf(name);
    formatClassOptions(context, attributes, kind, name);
    if (kind !== undefined && context.options.stats > 0) {
      formatCounters(context, node, name.length - 2 + id.length);
    }
  }
  printer.text("\n");
  for (const child of node.children) formatNode(context, child, classes);
  if (!node.hasNext) printer.text(`${indent(node)}${below(node)}\n`);
}

function formatCounters(context: Context, node: Node, spaces: number): void {
  const { printer } = context;
  const { stats, stats2 } = node.message.attributes;
  const prefix = indent(node) + branch(node) + " ".repeat(spaces);
  if (stats2 !== undefined || stats !== undefined) {
    printer.text("\n");
    if (stats2 !== undefined) formatStats(context, stats2, prefix);
    else formatOldStats(context, stats!, prefix);
  } else printer.text(prefix);
  if (node.hasNext || node.children.length > 0) {
    printer.text(`\n${indent(node)}${branch(node)}`);
  }
}

/** The lines of all that a class is below. */
function indent(node: Node): string {
  let text = "";
  for (let above = node.parent; above !== undefined; above = above.parent) {
    text = (above.hasNext ? "|    " : "     ") + text;
  }
  return text;
}

/**
 * What `tc` writes once all classes below the last one of a parent are written:
 * as if the line went on from the last of them.
 */
function below(node: Node): string {
  let text = node.children.length > 0 ? "     " : "";
  for (
    let last = node.children.at(-1);
    last !== undefined && last.children.length > 0;
    last = last.children.at(-1)
  ) text += "|    ";
  return text;
}

/** The lines that go on below a class. */
function branch({ hasNext, children }: Node): string {
  if (hasNext) return children.length > 0 ? "|    |" : "|     ";
  return children.length > 0 ? "     |" : "      ";
}
