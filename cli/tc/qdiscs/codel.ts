/**
 * `tc qdisc … codel`.
 *
 * @module
 */

import type {
  CodelData,
  CodelStats,
} from "../../../messages/tc/qdiscs/codel.ts";
import type { Grammar } from "../../parse/grammar.ts";
import { time } from "../../print/format.ts";
import { parser, type PrintKind, type QdiscKind } from "../kind.ts";
import {
  constant,
  printFlag,
  printTime,
  setting,
  timeOf,
  u32,
} from "../settings.ts";

const GRAMMAR: Grammar<CodelData> = {
  "limit": setting("limit", "limit", "PACKETS", u32),
  "target": setting("target", "target", "TIME", timeOf),
  "ce_threshold": setting("ceThreshold", "ce_threshold", "TIME", timeOf),
  "interval": setting("interval", "interval", "TIME", timeOf),
  "ecn": constant("ecn", 1),
  "noecn": constant("ecn", 0),
};

const printStats: PrintKind<CodelStats> = ({ printer }, stats) => {
  const { count, lastCount, delay, dropNext, ceMarked } = stats;
  printer.spaced("count", count, "  ");
  printer.spaced("lastcount", lastCount);
  printer.value("ldelay", delay, ` ldelay ${time(delay)}`);
  if (stats.dropping) printer.value("dropping", true, " dropping");
  printer.value(
    "drop_next",
    dropNext,
    ` drop_next ${dropNext < 0 ? "-" : ""}${time(Math.abs(dropNext))}`,
  );
  printer.newline();
  const { maximumPacket, ecnMarked, overlimitDrops } = stats;
  printer.spaced("maxpacket", maximumPacket, "  ");
  printer.spaced("ecn_mark", ecnMarked);
  printer.spaced("drop_overlimit", overlimitDrops);
  if (ceMarked) printer.spaced("ce_mark", ceMarked);
};

/** Controlled delay. */
export const kind: QdiscKind<CodelData, never, CodelStats> = {
  parse: parser<CodelData, CodelData>(GRAMMAR, {
    finish: ({ limit, interval, target, ecn, ceThreshold }) => ({
      ...limit && { limit },
      ...interval && { interval },
      ...target && { target },
      ...ecn !== undefined && { ecn },
      ...ceThreshold !== undefined && { ceThreshold },
    }),
  }),
  print(context, { limit, target, ceThreshold, interval, ecn }) {
    const { printer } = context;
    if (limit !== undefined) printer.value("limit", limit, `limit ${limit}p `);
    printTime(context, "target", target);
    printTime(context, "ce_threshold", ceThreshold);
    printTime(context, "interval", interval);
    printFlag(context, "ecn", ecn);
  },
  printStats,
};
