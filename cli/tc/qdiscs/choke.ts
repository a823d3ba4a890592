/**
 * `tc qdisc … choke`.
 *
 * @module
 */

import { redIdleTable } from "../../../messages/tc/red.ts";
import type {
  ChokeData,
  ChokeStats,
} from "../../../messages/tc/qdiscs/choke.ts";
import { RED_FLAGS } from "../../../messages/tc/qdiscs/red.ts";
import { fail } from "../../parse/errors.ts";
import type { Grammar } from "../../parse/grammar.ts";
import { type KindStep, parser, type QdiscKind } from "../kind.ts";
import { floatOf, rateOf, setting, sizeOf, u32 } from "../settings.ts";
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
  ecn?: boolean;
}

const GRAMMAR: Grammar<Spec> = {
  "limit": setting("limit", "limit", "PACKETS", u32),
  "bandwidth": setting("rate", "bandwidth", "KBPS", rateOf),
  "ecn": (spec) => void (spec.ecn = true),
  "min": setting("minimum", "min", "PACKETS", u32),
  "max": setting("maximum", "max", "PACKETS", u32),
  "burst": setting("burst", "burst", "PACKETS", u32),
  "avpkt": setting("averagePacket", "avpkt", "BYTES", sizeOf),
  "probability": setting("probability", "probability", "P", floatOf),
};

function finish(spec: Spec, { context }: KindStep): ChokeData {
  const { limit, rate, ecn, averagePacket = 1000, probability = 0.02 } = spec;
  if (!rate || !limit) {
    throw fail(1, "Required parameter (bandwidth, limit) is missing");
  }
  const maximum = spec.maximum || Math.floor(limit / 4);
  const minimum = spec.minimum || Math.floor(maximum / 3);
  const burst = spec.burst ||
    Math.floor(((2 * minimum + maximum) >>> 0) / 3);
  if (maximum > limit) throw fail(1, '"max" is larger than "limit"');
  if (minimum >= maximum) throw fail(1, '"min" is not smaller than "max"');
  const { weightLog, probabilityLog } = redLogs(context, {
    // Of 32 bits, as all sums here.
    minimum: Math.imul(minimum, averagePacket) >>> 0,
    maximum: Math.imul(maximum, averagePacket) >>> 0,
    burst,
    averagePacket,
    probability,
  }, "CHOKE");
  const idle = redIdleTable(weightLog, averagePacket, rate, true);
  return {
    parameters: {
      limit,
      minimum,
      maximum,
      weightLog,
      probabilityLog,
      cellLog: idle.cellLog,
      flags: ecn ? RED_FLAGS.ecn : 0,
    },
    idleTable: idle.table,
    maximumProbability: maximumProbability(probability),
  };
}

/** Random early detection that drops those who send much. */
export const kind: QdiscKind<ChokeData, never, ChokeStats> = {
  parse: parser<Spec, ChokeData>(GRAMMAR, { finish }),
  print(context, { parameters, maximumProbability }) {
    if (parameters === undefined) return;
    const { printer } = context;
    const { limit, minimum, maximum, flags } = parameters;
    printer.value("limit", limit, `limit ${limit}p `);
    printer.value("min", minimum, `min ${minimum}p `);
    printer.value("max", maximum, `max ${maximum}p `);
    printRedFlags(context, flags);
    printRedDetails(context, parameters, maximumProbability);
  },
  printStats({ printer }, stats) {
    printer.spaced("marked", stats.marked, "  ");
    printer.spaced("early", stats.early);
    printer.spaced("pdrop", stats.limitDrops);
    printer.spaced("other", stats.other);
    printer.spaced("matched", stats.matched);
  },
};
