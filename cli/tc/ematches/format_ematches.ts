/**
 * Conditions of filters, as `tc filter` shows them.
 *
 * @module
 */

import {
  EMATCH_KINDS,
  type EmatchKinds,
} from "../../../messages/tc/ematches/kinds.ts";
import {
  type Ematch,
  type EmatchTree,
  TCF_EM_CONTAINER,
  TCF_EM_INVERT,
  TCF_EM_REL_AND,
  TCF_EM_REL_MASK,
  TCF_EM_REL_OR,
} from "../../../messages/tc/ematches/tree.ts";
import { nameOf } from "../../../messages/value_names.ts";
import type { Context } from "../../runtime/context.ts";
import { EMATCH_FORMATS } from "./formats.ts";

/** Takes down what was shown. */
type Show = (text: string) => void;

/** Deeper than conditions can be, as each is in parentheses of its own. */
const MOST_DEEP = 64;

function formatOne(show: Show, match: Ematch, context: Context): boolean {
  const kind = nameOf(EMATCH_KINDS, match.kind) as
    | keyof EmatchKinds
    | undefined;
  const format = kind && EMATCH_FORMATS[kind];
  if (kind === undefined || format === undefined) {
    show(`[unknown ematch ${match.kind}]\n`);
    return true;
  }
  show(`${kind}(`);
  const text = match[kind] === undefined
    ? undefined
    : format(match[kind] as never, context);
  if (text === undefined) return false;
  show(`${text})\n`);
  return true;
}

/** Shows a list from one of its members on; false if it is not whole. */
function formatList(
  show: Show,
  list: readonly Ematch[],
  start: number,
  depth: number,
  context: Context,
): boolean {
  if (depth > MOST_DEEP) return false;
  for (let at = start;; at++) {
    const match = list[at];
    if (match === undefined) return false;
    if ((match.flags & TCF_EM_INVERT) !== 0) show("NOT ");
    const relation = match.flags & TCF_EM_REL_MASK;
    if (match.kind === TCF_EM_CONTAINER) {
      if (match.container === undefined || match.container <= at) return false;
      show(`(\n${"  ".repeat(depth + 1)}`);
      if (!formatList(show, list, match.container, depth + 1, context)) {
        return false;
      }
      show(`${"  ".repeat(depth)}) `);
    } else {
      if (!formatOne(show, match, context)) return false;
      if (relation !== 0) show("  ".repeat(depth));
    }
    if (relation === TCF_EM_REL_AND) show("AND ");
    else if (relation === TCF_EM_REL_OR) show("OR ");
    else return true;
  }
}

/**
 * Prints conditions as text, which they are in JSON, too.
 *
 * @param tree The conditions.
 */
export function printEmatches(context: Context, tree: EmatchTree): void {
  const { printer, io } = context;
  const { header, list } = tree;
  if (header === undefined) return io.err("Missing ematch tree header\n");
  if (list === undefined) return io.err("Missing ematch tree list\n");
  if (header.count === 0) return;
  printer.verbatim("\n  ");
  formatList((text) => printer.verbatim(text), list, 0, 1, context);
}
