/**
 * `tc qdisc … pie`.
 *
 * @module
 */

import type { PieData, PieStats } from "../../../messages/tc/qdiscs/pie.ts";
import type { Grammar } from "../../parse/grammar.ts";
import { significant, time } from "../../print/format.ts";
import type { Context } from "../../runtime/context.ts";
import { parser, type QdiscKind } from "../kind.ts";
import {
  constant,
  printFlag,
  printTime,
  type Read,
  sent,
  setting,
  timeOf,
  u32,
} from "../settings.ts";

/** A weight, 0 to 32. */
export const weightOf: Read<number> = (
  word: string,
  context: Context,
): number | undefined => {
  const value = u32(word, context);
  return value === undefined || value > 32 ? undefined : value;
};

const GRAMMAR: Grammar<PieData> = {
  "limit": setting("limit", "limit", "PACKETS", u32),
  "target": setting("target", "target", "TIME", timeOf),
  "tupdate": setting("updateInterval", "tupdate", "TIME", timeOf),
  "alpha": setting("alpha", "alpha", "ALPHA", weightOf),
  "beta": setting("beta", "beta", "BETA", weightOf),
  "ecn": constant("ecn", 1),
  "noecn": constant("ecn", 0),
  "bytemode": constant("byteMode", 1),
  "nobytemode": constant("byteMode", 0),
  "dq_rate_estimator": constant("rateEstimator", 1),
  "no_dq_rate_estimator": constant("rateEstimator", 0),
};

/** Proportional integral controller enhanced. */
export const kind: QdiscKind<PieData, never, PieStats> = {
  parse: parser<PieData, PieData>(GRAMMAR, {
    finish: (spec) =>
      sent(spec, [
        "limit",
        "updateInterval",
        "target",
        "alpha",
        "beta",
        "ecn",
        "byteMode",
        "rateEstimator",
      ], ["ecn", "byteMode", "rateEstimator"]),
  }),
  print(context, data) {
    const { printer } = context;
    const { limit, target, updateInterval, alpha, beta } = data;
    if (limit !== undefined) printer.value("limit", limit, `limit ${limit}p `);
    printTime(context, "target", target);
    printTime(context, "tupdate", updateInterval);
    printer.named("alpha", alpha);
    printer.named("beta", beta);
    printFlag(context, "ecn", data.ecn);
    printFlag(context, "bytemode", data.byteMode);
    printFlag(context, "dq_rate_estimator", data.rateEstimator);
  },
  printStats({ printer }, stats) {
    const probability = significant(Number(stats.probability) / 2 ** 64);
    printer.raw("prob", probability, `  prob ${probability}`);
    printer.value("delay", stats.delay, ` delay ${time(stats.delay)}`);
    if (stats.rateEstimating) printer.spaced("avg_dq_rate", stats.averageRate);
    printer.newline();
    printer.spaced("pkts_in", stats.packetsIn, "  ");
    printer.spaced("overlimit", stats.overlimit);
    printer.spaced("dropped", stats.dropped);
    printer.spaced("maxq", stats.maximumQueue);
    printer.spaced("ecn_mark", stats.ecnMarked);
  },
};
