/**
 * `tc qdisc … sfq`.
 *
 * @module
 */

import { blank } from "../../../messages/codec/mod.ts";
import { RED_FLAGS } from "../../../messages/tc/qdiscs/red.ts";
import {
  type SfqClassStats,
  type SfqData,
  sfqData,
} from "../../../messages/tc/qdiscs/sfq.ts";
import { fail } from "../../parse/errors.ts";
import type { Grammar } from "../../parse/grammar.ts";
import { significant } from "../../print/format.ts";
import type { Context } from "../../runtime/context.ts";
import { type KindStep, parser, type QdiscKind } from "../kind.ts";
import {
  floatOf,
  illegal,
  printSize,
  s32,
  setting,
  sizeOf,
  u32,
} from "../settings.ts";
import {
  maximumProbability,
  printRedFlags,
  type RedCurve,
  redLogs,
} from "./red_notation.ts";

interface Spec extends Partial<RedCurve> {
  quantum?: number;
  perturbPeriod?: number;
  limit?: number;
  divisor?: number;
  flows?: number;
  depth?: number;
  headDrop?: number;
  redLimit?: number;
  flags?: number;
}

/** Settings of random early detection in each flow. */
const RED = [
  "redLimit",
  "minimum",
  "maximum",
  "burst",
  "averagePacket",
  "probability",
  "flags",
] as const;

function flag(bit: number) {
  return (spec: Spec) => void (spec.flags = (spec.flags ?? 0) | bit);
}

const GRAMMAR: Grammar<Spec> = {
  // The original calls this one so.
  "quantum": setting("quantum", "limit", "BYTES", sizeOf),
  "perturb": setting("perturbPeriod", "perturb", "SECS", s32),
  "limit": setting(
    "limit",
    "limit",
    "NUMBER",
    (word) => {
      const value = u32(word, undefined as never);
      if (value !== undefined && value < 2) {
        throw fail(1, 'Illegal "limit", must be > 1');
      }
      return value;
    },
    illegal,
  ),
  "divisor": setting("divisor", "divisor", "NUMBER", u32),
  "flows": setting("flows", "flows", "NUMBER", u32),
  "depth": setting("depth", "flows", "NUMBER", u32),
  "headdrop": (spec) => void (spec.headDrop = 1),
  "redflowlimit": setting("redLimit", "redflowlimit", "BYTES", u32),
  "min": setting("minimum", "min", "BYTES", u32),
  "max": setting("maximum", "max", "BYTES", u32),
  "burst": setting("burst", "burst", "PACKETS", u32),
  "avpkt": setting("averagePacket", "avpkt", "BYTES", sizeOf),
  "probability": setting("probability", "probability", "P", floatOf),
  "ecn": flag(RED_FLAGS.ecn),
  "harddrop": flag(RED_FLAGS.harddrop),
};

function finish(spec: Spec, step: KindStep): SfqData | undefined {
  if (Object.keys(spec).length === 0) return undefined;
  const data = blank(sfqData);
  const { flags, burst: _b, averagePacket: _a, probability: _p, ...plain } =
    spec;
  Object.assign(data, plain);
  data.flags = flags ?? 0;
  if (RED.some((name) => spec[name] !== undefined)) addRed(data, spec, step);
  return data;
}

function addRed(data: SfqData, spec: Spec, { context }: KindStep): void {
  const { averagePacket = 1000, probability = 0.02 } = spec;
  const limit = data.redLimit!;
  if (!limit) throw fail(1, "Required parameter (redflowlimit) is missing");
  const maximum = spec.maximum || Math.floor(limit / 4);
  const minimum = spec.minimum || Math.floor(maximum / 3);
  const burst = spec.burst ||
    Math.floor((2 * minimum + maximum) / (3 * averagePacket));
  if (maximum > limit) throw fail(1, '"max" is larger than "limit"');
  if (minimum >= maximum) throw fail(1, '"min" is not smaller than "max"');
  const curve = { minimum, maximum, burst, averagePacket, probability };
  const { weightLog, probabilityLog } = redLogs(context, curve, "SFQ");
  data.minimum = minimum;
  data.maximum = maximum;
  data.weightLog = weightLog;
  data.probabilityLog = probabilityLog;
  data.maximumProbability = maximumProbability(probability);
}

function print(context: Context, data: SfqData): void {
  const { printer, options } = context;
  const { limit, quantum, depth, headDrop, flows, divisor } = data;
  printer.value("limit", limit, `limit ${limit}p `);
  printSize(context, "quantum", quantum);
  if (depth) printer.named("depth", depth);
  if (headDrop) printer.value("headdrop", true, "headdrop ");
  if (options.details) printer.named("flows", flows);
  printer.named("divisor", divisor);
  if (data.perturbPeriod) {
    printer.value(
      "perturb",
      data.perturbPeriod,
      `perturb ${data.perturbPeriod}sec `,
    );
  }
  if (!data.minimum) return;
  printer.named("ewma", data.weightLog!);
  printSize(context, "min", data.minimum);
  printSize(context, "max", data.maximum!);
  const probability = significant(data.maximumProbability! / 2 ** 32);
  printer.raw("probability", probability, `probability ${probability} `);
  printRedFlags(context, data.flags!);
  if (options.stats > 0) printCounters(context, data);
}

function printCounters({ printer }: Context, data: SfqData): void {
  printer.newline();
  printer.spaced("prob_mark", data.earlyMarks ?? 0, "  ");
  printer.spaced("prob_mark_head", data.earlyHeadMarks ?? 0);
  printer.spaced("prob_drop", data.earlyDrops ?? 0);
  printer.newline();
  printer.spaced("forced_mark", data.forcedMarks ?? 0, "  ");
  printer.spaced("forced_mark_head", data.forcedHeadMarks ?? 0);
  printer.spaced("forced_drop", data.forcedDrops ?? 0);
}

/** Stochastic fairness queueing. */
export const kind: QdiscKind<SfqData, never, never, SfqClassStats> = {
  parse: parser<Spec, SfqData>(GRAMMAR, { finish }),
  print,
  printClassStats: ({ printer }, { allot }) =>
    printer.spaced("allot", allot, "  "),
};
