/**
 * `tc qdisc … red`.
 *
 * @module
 */

import { valueOf } from "../../../messages/value_names.ts";
import { redIdleTable } from "../../../messages/tc/red.ts";
import {
  RED_FLAGS,
  type RedData,
  type RedStats,
} from "../../../messages/tc/qdiscs/red.ts";
import { fail, incomplete } from "../../parse/errors.ts";
import { type Grammar, takes, type Word } from "../../parse/grammar.ts";
import { unsigned } from "../../parse/numbers.ts";
import type { Context } from "../../runtime/context.ts";
import { type KindStep, parser, type QdiscKind } from "../kind.ts";
import {
  floatOf,
  printSize,
  rateOf,
  setting,
  sizeOf,
  u32,
} from "../settings.ts";
import {
  maximumProbability,
  printRedDetails,
  printRedFlags,
  type RedCurve,
  redLogs,
} from "./red_notation.ts";

interface Spec extends Partial<RedCurve> {
  limit?: number;
  rate?: number;
  flags?: number;
  earlyDropBlock?: number;
  markBlock?: number;
}

function flag(bit: number): Word<Spec> {
  return (spec) => void (spec.flags = (spec.flags ?? 0) | bit);
}

/** Events whose packets go to the filters of a shared block. */
const EVENTS = { early_drop: "earlyDropBlock", mark: "markBlock" } as const;

const event: Word<Spec> = takes(
  "{ early_drop | mark } block IDX",
  (spec, { args }) => {
    const name = args.take();
    const key = valueOf<"earlyDropBlock" | "markBlock">(EVENTS, name);
    if (key === undefined) throw fail(1, `Unknown qevent \`${name}'`);
    if (spec[key] !== undefined) throw fail(1, "Duplicate qevent");
    if (args.peek() === undefined) throw incomplete();
    let block: number | undefined;
    while (args.peek() === "block") {
      args.take();
      const word = args.take();
      if (block !== undefined) {
        throw fail(1, "Qevent block index already specified");
      }
      block = unsigned(word, 32, 10);
      if (!block) throw fail(1, "Illegal qevent block index");
    }
    if (block === undefined) throw fail(1, "Unspecified qevent block index");
    spec[key] = block;
  },
);

const GRAMMAR: Grammar<Spec> = {
  "limit": setting("limit", "limit", "BYTES", sizeOf),
  "min": setting("minimum", "min", "BYTES", sizeOf),
  "max": setting("maximum", "max", "BYTES", sizeOf),
  "burst": setting("burst", "burst", "PACKETS", u32),
  "avpkt": setting("averagePacket", "avpkt", "BYTES", sizeOf),
  "probability": setting("probability", "probability", "PROBABILITY", floatOf),
  "bandwidth": setting("rate", "bandwidth", "KBPS", rateOf),
  "ecn": flag(RED_FLAGS.ecn),
  "harddrop": flag(RED_FLAGS.harddrop),
  "nodrop": flag(RED_FLAGS.nodrop),
  "adaptative adaptive": flag(RED_FLAGS.adaptive),
  "qevent*": event,
};

/** All flags that can be set. */
const SELECTOR = Object.values(RED_FLAGS).reduce((all, bit) => all | bit, 0);
/** 10 Mbit/s. */
const RATE = 1_250_000;

function finish(spec: Spec, { context }: KindStep): RedData {
  const { limit, averagePacket, probability = 0.02, flags = 0 } = spec;
  if (!limit || !averagePacket) {
    throw fail(1, "RED: Required parameter (limit, avpkt) is missing");
  }
  const maximum = spec.maximum ||
    (spec.minimum ? spec.minimum * 3 : Math.floor(limit / 4));
  const minimum = spec.minimum || Math.floor(maximum / 3);
  const burst = spec.burst ||
    Math.floor((2 * minimum + maximum) / (3 * averagePacket));
  if (!spec.rate) context.io.err("RED: set bandwidth to 10Mbit\n");
  const rate = spec.rate || RATE;
  const curve = { minimum, maximum, burst, averagePacket, probability };
  const { weightLog, probabilityLog } = redLogs(context, curve, "RED");
  const idle = redIdleTable(weightLog, averagePacket, rate, true);
  const { earlyDropBlock, markBlock } = spec;
  return {
    parameters: {
      limit,
      minimum,
      maximum,
      weightLog,
      probabilityLog,
      cellLog: idle.cellLog,
      flags: 0,
    },
    idleTable: idle.table,
    maximumProbability: maximumProbability(probability),
    flags: { value: flags, selector: SELECTOR },
    ...earlyDropBlock !== undefined && { earlyDropBlock },
    ...markBlock !== undefined && { markBlock },
  };
}

function print(context: Context, data: RedData): void {
  const { parameters, flags } = data;
  if (parameters === undefined) return;
  printSize(context, "limit", parameters.limit);
  printSize(context, "min", parameters.minimum);
  printSize(context, "max", parameters.maximum);
  printRedFlags(context, flags?.value ?? parameters.flags);
  printRedDetails(context, parameters, data.maximumProbability);
  printEvents(context, data);
}

function printEvents({ printer }: Context, data: RedData): void {
  const events = Object.entries(EVENTS)
    .map(([name, key]) => [name, data[key] ?? 0] as const)
    .filter(([, block]) => block !== 0);
  if (events.length === 0) return;
  printer.array("qevents", () => {
    for (const [name, block] of events) {
      printer.object(null, () => {
        printer.value("kind", name, `qevent ${name}`);
        printer.spaced("block", block);
        printer.text(" ");
      });
    }
  });
}

/** Random early detection. */
export const kind: QdiscKind<RedData, never, RedStats> = {
  parse: parser<Spec, RedData>(GRAMMAR, { finish }),
  print,
  printStats({ printer }, { marked, early, limitDrops, other }) {
    printer.value("marked", marked, `  marked ${marked} `);
    printer.named("early", early);
    printer.named("pdrop", limitDrops);
    printer.named("other", other);
  },
};
