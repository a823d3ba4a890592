/**
 * `tc filter … cgroup`.
 *
 * @module
 */

import type { CgroupData } from "../../../messages/tc/filters/cgroup.ts";
import { hex } from "../../print/format.ts";
import {
  action,
  type FilterKind,
  filterKind,
  looseHandle,
  match,
  police,
} from "./kind.ts";
import { printDeeds, printHex } from "./format_parts.ts";

/** How filters of the kind `cgroup` are parsed and printed. */
export const kind: FilterKind<CgroupData> = filterKind("cgroup", {
  words: {
    "match*": match(),
    "action*": action(),
    "police*": police(),
  },
  handle: looseHandle,
  always: true,
}, (context, data, { handle }) => {
  if (handle !== 0) {
    printHex(context, "handle", handle, `handle ${hex(handle)} `);
  }
  printDeeds(context, data, { police: true });
});
