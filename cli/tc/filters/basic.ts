/**
 * `tc filter … basic`.
 *
 * @module
 */

import type { BasicData } from "../../../messages/tc/filters/basic.ts";
import {
  action,
  classId,
  type FilterKind,
  filterKind,
  looseHandle,
  match,
  police,
} from "./kind.ts";
import { printClassId, printDeeds } from "./format_parts.ts";

/** How filters of the kind `basic` are parsed and printed. */
export const kind: FilterKind<BasicData> = filterKind("basic", {
  words: {
    "match*": match(),
    "classid* flowid": classId(),
    "action*": action(),
    "police*": police(),
  },
  handle: looseHandle,
}, (context, data, { handle }) => {
  const text = handle.toString(16);
  if (handle !== 0) context.printer.value("handle", text, `handle 0x${text} `);
  printClassId(context, data.classId);
  printDeeds(context, data, { police: true });
});
