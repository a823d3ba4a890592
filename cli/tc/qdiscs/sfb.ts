/**
 * `tc qdisc … sfb`.
 *
 * @module
 */

import type {
  SfbData,
  SfbParameters,
  SfbStats,
} from "../../../messages/tc/qdiscs/sfb.ts";
import type { Grammar } from "../../parse/grammar.ts";
import { significant } from "../../print/format.ts";
import type { Context } from "../../runtime/context.ts";
import { parser, type QdiscKind } from "../kind.ts";
import { strtod } from "../../parse/numbers.ts";
import { printTime, type Read, setting, u32 } from "../settings.ts";

/** What the kernel has for a probability of 1. */
const WHOLE = 0xffff;

const probabilityOf: Read<number> = (word) => {
  const { value, end } = strtod(word);
  if (end === 0 || value < 0 || value > 1) return undefined;
  return Math.floor(value * WHOLE + 0.5) >>> 0;
};

const GRAMMAR: Grammar<SfbParameters> = {
  "rehash": setting("rehashInterval", "rehash", "SECS", u32),
  "db": setting("warmupTime", "db", "SECS", u32),
  "limit": setting("limit", "limit", "PACKETS", u32),
  "max": setting("maximum", "max", "PACKETS", u32),
  "target": setting("binSize", "target", "PACKETS", u32),
  "increment": setting("increment", "increment", "FLOAT", probabilityOf),
  "decrement": setting("decrement", "decrement", "FLOAT", probabilityOf),
  "penalty_rate": setting("penaltyRate", "penalty_rate", "PPS", u32),
  "penalty_burst": setting("penaltyBurst", "penalty_burst", "PACKETS", u32),
};

function start(): SfbParameters {
  return {
    rehashInterval: 600_000,
    warmupTime: 60_000,
    maximum: 0,
    binSize: 0,
    increment: Math.floor((WHOLE + 1000) / 2000),
    decrement: Math.floor((WHOLE + 10_000) / 20_000),
    limit: 0,
    penaltyRate: 10,
    penaltyBurst: 20,
  };
}

function finish(parameters: SfbParameters): SfbData {
  const { binSize } = parameters;
  // Of 32 bits, as all sums here.
  const maximum = parameters.maximum ||
    (binSize >= 1 ? Math.floor(((binSize * 5 + 1) >>> 0) / 4) : 25);
  return {
    parameters: {
      ...parameters,
      maximum,
      binSize: binSize || Math.floor(((maximum * 4 + 3) >>> 0) / 5),
    },
  };
}

function printProbability(
  { printer }: Context,
  key: string,
  value: number,
  text: (part: string) => string,
): void {
  const part = significant(value / WHOLE);
  printer.raw(key, part, text(part));
}

/** Stochastic fair blue. */
export const kind: QdiscKind<SfbData, never, SfbStats> = {
  parse: parser<SfbParameters, SfbData>(GRAMMAR, {
    start,
    finish,
    help: "",
  }),
  print(context, { parameters }) {
    if (parameters === undefined) return;
    const { printer } = context;
    const { limit, maximum, binSize, penaltyRate, penaltyBurst } = parameters;
    printTime(context, "rehash", (parameters.rehashInterval * 1000) >>> 0);
    printTime(context, "db", (parameters.warmupTime * 1000) >>> 0);
    printer.value("limit", limit, `limit ${limit}p `);
    printer.value("max", maximum, `max ${maximum}p `);
    printer.value("target", binSize, `target ${binSize}p `);
    for (const key of ["increment", "decrement"] as const) {
      printProbability(
        context,
        key,
        parameters[key],
        (part) => `${key} ${part} `,
      );
    }
    printer.value(
      "penalty_rate",
      penaltyRate,
      `penalty_rate ${penaltyRate}pps `,
    );
    printer.value(
      "penalty_burst",
      penaltyBurst,
      `penalty_burst ${penaltyBurst}p `,
    );
  },
  printStats(context, stats) {
    const { printer } = context;
    printer.spaced("earlydrop", stats.earlyDrops, "  ");
    printer.spaced("penaltydrop", stats.penaltyDrops);
    printer.spaced("bucketdrop", stats.binDrops);
    printer.spaced("queuedrop", stats.queueDrops);
    printer.spaced("childdrop", stats.childDrops);
    printer.spaced("marked", stats.marked);
    printer.newline();
    printer.spaced("maxqlen", stats.maximumQueue, "  ");
    printProbability(
      context,
      "maxprob",
      stats.maximumProbability,
      (part) => ` maxprob ${part}`,
    );
    printProbability(
      context,
      "avgprob",
      stats.averageProbability,
      (part) => ` avgprob ${part}`,
    );
  },
};
