/**
 * `tc qdisc … hhf`.
 *
 * @module
 */

import type { HhfData, HhfStats } from "../../../messages/tc/qdiscs/hhf.ts";
import type { Grammar } from "../../parse/grammar.ts";
import { parser, type QdiscKind } from "../kind.ts";
import {
  printSize,
  printTime,
  sent,
  setting,
  timeOf,
  u32,
} from "../settings.ts";

const GRAMMAR: Grammar<HhfData> = {
  "limit": setting("limit", "limit", "PACKETS", u32),
  "quantum": setting("quantum", "quantum", "BYTES", u32),
  "hh_limit": setting("hitterLimit", "hh_limit", "NUMBER", u32),
  "reset_timeout": setting("resetTimeout", "reset_timeout", "TIME", timeOf),
  "admit_bytes": setting("admitBytes", "admit_bytes", "BYTES", u32),
  "evict_timeout": setting("evictTimeout", "evict_timeout", "TIME", timeOf),
  "non_hh_weight": setting("otherWeight", "non_hh_weight", "NUMBER", u32),
};

/** A heavy-hitter filter. */
export const kind: QdiscKind<HhfData, never, HhfStats> = {
  parse: parser<HhfData, HhfData>(GRAMMAR, {
    finish: (spec) =>
      sent(spec, [
        "limit",
        "quantum",
        "hitterLimit",
        "resetTimeout",
        "admitBytes",
        "evictTimeout",
        "otherWeight",
      ]),
  }),
  print(context, data) {
    const { printer } = context;
    const { limit, quantum, hitterLimit, resetTimeout, admitBytes } = data;
    const { evictTimeout, otherWeight } = data;
    if (limit !== undefined) printer.value("limit", limit, `limit ${limit}p `);
    printSize(context, "quantum", quantum);
    printer.named("hh_limit", hitterLimit);
    printTime(context, "reset_timeout", resetTimeout);
    printSize(context, "admit_bytes", admitBytes);
    printTime(context, "evict_timeout", evictTimeout);
    printer.named("non_hh_weight", otherWeight);
  },
  printStats({ printer }, stats) {
    printer.spaced("drop_overlimit", stats.overlimitDrops, "  ");
    printer.spaced("hh_overlimit", stats.hitterOverlimit);
    printer.spaced("tot_hh", stats.hitterTotal);
    printer.spaced("cur_hh", stats.hitters);
  },
};
