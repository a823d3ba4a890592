/**
 * `tc filter … matchall`.
 *
 * @module
 */

import type { MatchallData } from "../../../messages/tc/filters/matchall.ts";
import {
  TCA_CLS_FLAGS_SKIP_HW,
  TCA_CLS_FLAGS_SKIP_SW,
} from "../../../messages/tc/filters/flags.ts";
import {
  action,
  classId,
  exclusive,
  type FilterKind,
  filterKind,
  flag,
  looseHandle,
  printFlags,
} from "./kind.ts";
import { printClassId, printDeeds } from "./format_parts.ts";

/** How filters of the kind `matchall` are parsed and printed. */
export const kind: FilterKind<MatchallData> = filterKind(
  "matchall",
  {
    words: {
      "classid* flowid": classId(),
      "action*": action(),
      "skip_hw": flag("flags", TCA_CLS_FLAGS_SKIP_HW, true),
      "skip_sw": flag("flags", TCA_CLS_FLAGS_SKIP_SW, true),
    },
    handle: looseHandle,
    finish: ({ data }) => exclusive(data.flags),
  },
  (context, data, { handle }) => {
    const { printer, options } = context;
    if (handle !== 0) {
      printer.value("handle", handle, `handle 0x${handle.toString(16)} `);
    }
    printClassId(context, data.classId);
    printFlags(context, data.flags ?? 0, { before: "\n  ", after: "" });
    if (options.stats > 0 && data.counters !== undefined) {
      const { matched } = data.counters;
      printer.value("rule_hit", matched, ` (rule hit ${matched})`);
    }
    printDeeds(context, data);
  },
);
