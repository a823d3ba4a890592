/**
 * `tc qdisc … dualpi2`.
 *
 * @module
 */

import type {
  Dualpi2Data,
  Dualpi2Stats,
} from "../../../messages/tc/qdiscs/dualpi2.ts";
import { fail } from "../../parse/errors.ts";
import { type Grammar, takes, type Word } from "../../parse/grammar.ts";
import { signed, strtod, strtoul } from "../../parse/numbers.ts";
import { time } from "../../print/format.ts";
import type { Context } from "../../runtime/context.ts";
import { parser, type QdiscKind } from "../kind.ts";
import { constant, decimal, evenly, setting, timeOf } from "../settings.ts";
import { printDualpi2, printDualpi2Stats } from "./format_dualpi2.ts";

/** What weights are in units of, the other way round. */
const SCALE = 256;
const MOST_WEIGHT = 2 ** 24 - 1;
/** What a usual round trip takes of the longest. */
const TYPICAL_PART = 6;
const SECOND = 1e6;

interface Spec extends Dualpi2Data {
  longest?: number;
  typical?: number;
}

/** A weight, as a number of 32 bits with a fraction. */
function weight(key: "alpha" | "beta"): Word<Spec> {
  return takes(key.toUpperCase(), (spec, { args, context }) => {
    const word = args.take();
    const number = strtod(word);
    const value = Math.fround(number.value);
    // What is not a number is as good as 0.
    if (
      word === "" || number.end < word.length || value < 0 ||
      value > MOST_WEIGHT
    ) {
      throw fail(1, `Illegal "${key}"`);
    }
    if (value < 1 / SCALE) {
      context.io.err(
        `Warning: "${key}" is too small and will be rounded to zero.\n`,
      );
    }
    spec[key] = Math.trunc(value * SCALE) >>> 0;
  });
}

/** Packets, with a unit. */
function packetsOf(word: string): number | undefined {
  const { value, end } = strtoul(word, 10);
  const isUnit = /^(p|pkts?|packets?)$/.test(word.slice(end));
  return end > 0 && isUnit && value >= 0n && value <= 0xffffffffn
    ? Number(value)
    : undefined;
}

function percentage(word: string): number | undefined {
  const found = /^\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)%?$/i.exec(word);
  const value = Number(found?.[1]);
  return value >= 0 && value <= 100 ? evenly(value) : undefined;
}

const GRAMMAR: Grammar<Spec> = {
  "limit": setting("limit", "limit", "PACKETS", decimal),
  "memlimit": setting("memoryLimit", "memlimit", "BYTES", decimal),
  "target": setting("target", "target", "TIME", timeOf),
  "tupdate": setting("updateInterval", "tupdate", "TIME", timeOf),
  "alpha": weight("alpha"),
  "beta": weight("beta"),
  "coupling_factor": setting(
    "coupling",
    "coupling_factor",
    "NUMBER",
    (word) => {
      const value = signed(word);
      return value === undefined || value < 0 || value > 0xff
        ? undefined
        : value;
    },
  ),
  "l4s_ect": constant("ecnMask", 1),
  "any_ect": constant("ecnMask", 3),
  "step_thresh": takes("{ TIME | PACKETS }", (spec, { args, context }) => {
    const word = args.take();
    const [duration, packets] = [timeOf(word, context), packetsOf(word)];
    delete spec.stepTime;
    delete spec.stepPackets;
    if (duration !== undefined) spec.stepTime = duration;
    else if (packets !== undefined) spec.stepPackets = packets;
    else throw fail(1, 'Illegal "step_thresh"');
  }),
  "min_qlen_step": setting(
    "minimumStepQueue",
    "min_qlen_step",
    "PACKETS",
    decimal,
  ),
  "overflow": constant("dropOverload", 0),
  "drop_on_overload": constant("dropOverload", 1),
  "drop_enqueue": constant("dropEarly", 1),
  "drop_dequeue": constant("dropEarly", 0),
  "split_gso": constant("splitGso", 1),
  "no_split_gso": constant("splitGso", 0),
  "classic_protection": setting(
    "classicProtection",
    "classic_protection",
    "PERCENTAGE",
    percentage,
  ),
  "max_rtt": setting("longest", "max_rtt", "TIME", timeOf),
  "typical_rtt": setting("typical", "typical_rtt", "TIME", timeOf),
};

/** Settings that follow from how long round trips take. */
function ofRoundTrip(
  { longest = 0, typical = 0, ...spec }: Spec,
  { io }: Context,
): Dualpi2Data {
  if (longest === 0 && typical === 0) return spec;
  if (typical === 0) {
    typical = Math.max(Math.floor(longest / TYPICAL_PART), 1);
  } else if (longest === 0) longest = (typical * TYPICAL_PART) >>> 0;
  else if (typical > longest) {
    throw fail(1, "typical_rtt must be <= max_rtt!");
  }
  const { alpha, beta, updateInterval, target } = spec;
  if (
    alpha !== undefined || beta !== undefined || updateInterval || target
  ) {
    io.err("rtt_max is specified, ignore alpha/beta/tupdate/target\n");
  }
  const interval = Math.max(
    Math.trunc(Math.min(typical, Math.fround(longest) / 3)),
    1,
  );
  const tenth = Math.fround(0.1);
  const weights = {
    alpha: interval / longest / longest * SECOND * tenth,
    beta: Math.fround(0.3) / longest * SECOND,
  };
  if (weights.beta > MOST_WEIGHT) {
    throw fail(
      1,
      `max_rtt=${time(longest)} is too low and cause beta to overflow!`,
    );
  }
  const text = (["alpha", "beta"] as const)
    .map((key) => `${key}=${weights[key].toFixed(6)}`);
  if (weights.alpha < 1 / SCALE || weights.beta < 1 / SCALE) {
    throw fail(
      1,
      `Large max_rtt=${time(longest)} rounds down ${text.join(" and/or ")}!`,
    );
  }
  const times = `max_rtt: ${time(longest)}, typical_rtt: ${time(typical)}`;
  io.err(
    `Auto-config [${times}]: target=${time(typical)} ` +
      `tupdate=${time(interval)} ${text.join(" ")}\n`,
  );
  return {
    ...spec,
    target: typical,
    updateInterval: interval,
    alpha: Math.trunc(weights.alpha * SCALE),
    beta: Math.trunc(weights.beta * SCALE),
  };
}

/** Settings that are sent only if they are not 0. */
const UNLESS_ZERO = [
  "limit",
  "memoryLimit",
  "updateInterval",
  "target",
  "stepPackets",
  "stepTime",
] as const;

function finish(spec: Spec, { context }: { context: Context }): Dualpi2Data {
  const data = ofRoundTrip(spec, context);
  for (const key of UNLESS_ZERO) if (data[key] === 0) delete data[key];
  return data;
}

/** A dual queue for low latency. */
export const kind: QdiscKind<Dualpi2Data, never, Dualpi2Stats> = {
  parse: parser<Spec, Dualpi2Data>(GRAMMAR, { finish }),
  print: printDualpi2,
  printStats: printDualpi2Stats,
};
