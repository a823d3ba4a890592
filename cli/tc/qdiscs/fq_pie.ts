/**
 * `tc qdisc … fq_pie`.
 *
 * @module
 */

import type {
  FqPieData,
  FqPieStats,
} from "../../../messages/tc/qdiscs/fq_pie.ts";
import type { Grammar } from "../../parse/grammar.ts";
import type { Context } from "../../runtime/context.ts";
import { parser, type QdiscKind } from "../kind.ts";
import {
  constant,
  printFlag,
  printSize,
  printTime,
  sent,
  setting,
  sizeOf,
  timeOf,
  u32,
} from "../settings.ts";
import { weightOf } from "./pie.ts";

const GRAMMAR: Grammar<FqPieData> = {
  "limit": setting("limit", "limit", "PACKETS", u32),
  "flows": setting("flows", "flows", "NUMBER", u32),
  "target": setting("target", "target", "TIME", timeOf),
  "tupdate": setting("updateInterval", "tupdate", "TIME", timeOf),
  "alpha": setting("alpha", "alpha", "NUMBER", weightOf),
  "beta": setting("beta", "beta", "NUMBER", weightOf),
  "quantum": setting("quantum", "quantum", "BYTES", sizeOf),
  "memory_limit": setting("memoryLimit", "memory_limit", "BYTES", sizeOf),
  "ecn_prob": setting(
    "ecnProbability",
    "ecn_prob",
    "PERCENTAGE",
    (word, context) => {
      const value = u32(word, context);
      return value === undefined || value >= 100 ? undefined : value;
    },
  ),
  "ecn": constant("ecn", 1),
  "noecn": constant("ecn", 0),
  "bytemode": constant("byteMode", 1),
  "nobytemode": constant("byteMode", 0),
  "dq_rate_estimator": constant("rateEstimator", 1),
  "no_dq_rate_estimator": constant("rateEstimator", 0),
};

function print(context: Context, data: FqPieData): void {
  const { printer } = context;
  const { limit, flows, target, updateInterval, alpha, beta, quantum } = data;
  if (limit !== undefined) printer.value("limit", limit, `limit ${limit}p `);
  printer.named("flows", flows);
  printTime(context, "target", target);
  printTime(context, "tupdate", updateInterval);
  printer.named("alpha", alpha);
  printer.named("beta", beta);
  printSize(context, "quantum", quantum);
  printSize(context, "memory_limit", data.memoryLimit);
  printer.named("ecn_prob", data.ecnProbability);
  printFlag(context, "ecn", data.ecn);
  printFlag(context, "bytemode", data.byteMode);
  printFlag(context, "dq_rate_estimator", data.rateEstimator);
}

/** Fair queueing with PIE. */
export const kind: QdiscKind<FqPieData, never, FqPieStats> = {
  parse: parser<FqPieData, FqPieData>(GRAMMAR, {
    finish: (spec) =>
      sent(spec, [
        "limit",
        "flows",
        "target",
        "updateInterval",
        "alpha",
        "beta",
        "quantum",
        "memoryLimit",
        "ecnProbability",
        "ecn",
        "byteMode",
        "rateEstimator",
      ], ["ecn", "byteMode", "rateEstimator"]),
  }),
  print,
  printStats({ printer }, stats) {
    printer.spaced("pkts_in", stats.packetsIn, "  ");
    printer.spaced("overlimit", stats.overlimit);
    printer.spaced("overmemory", stats.memoryDrops);
    printer.spaced("dropped", stats.dropped);
    printer.spaced("ecn_mark", stats.ecnMarked);
    printer.newline();
    printer.spaced("new_flow_count", stats.newFlowCount, "  ");
    printer.spaced("new_flows_len", stats.newFlows);
    printer.spaced("old_flows_len", stats.oldFlows);
    printer.spaced("memory_used", stats.memoryUsage);
  },
};
