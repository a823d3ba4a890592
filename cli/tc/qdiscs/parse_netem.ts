/**
 * How `tc` reads the settings of `netem`.
 *
 * @module
 */

import type {
  NetemAttributes,
  NetemChance,
  NetemCorrelation,
} from "../../../messages/tc/qdiscs/netem.ts";
import { fail } from "../../parse/errors.ts";
import type { Form } from "../../parse/form.ts";
import {
  type Arguments,
  type Grammar,
  type Step,
  takes,
  type Word,
} from "../../parse/grammar.ts";
import { matches } from "../../parse/arguments.ts";
import { signed, unsigned, unsigned64 } from "../../parse/numbers.ts";
import type { Context } from "../../runtime/context.ts";
import {
  evenly,
  partOf,
  percentOf,
  rate64Of,
  type Read,
  sizeOf,
  time64Of,
} from "../settings.ts";
import { readDistribution } from "./distribution.ts";

/** The settings, as they are typed. */
export interface NetemSpec {
  limit: number;
  loss: number;
  duplicate: number;
  gap: number;
  latency?: bigint;
  jitter?: bigint;
  correlation: NetemCorrelation;
  /** Whether correlations are sent. */
  correlated: boolean;
  reorder?: NetemChance;
  ecn: boolean;
  attributes: NetemAttributes;
}

/**
 * The settings before the first argument.
 *
 * @returns The settings.
 */
export function startNetem(): NetemSpec {
  return {
    limit: 1000,
    loss: 0,
    duplicate: 0,
    gap: 0,
    correlation: { delay: 0, loss: 0, duplicate: 0 },
    correlated: false,
    ecn: false,
    attributes: {},
  };
}

/** Takes a value, which errors call `name`. */
function take<V>(
  args: Arguments,
  context: Context,
  read: Read<V>,
  name: string,
): V {
  const value = read(args.take(), context);
  if (value === undefined) throw fail(1, `Illegal "${name}"`);
  return value;
}

/** Whether a number comes next. */
function hasNumber(args: Arguments, isSigned = false): boolean {
  return (isSigned ? /^[\d-]/ : /^\d/).test(args.peek() ?? "");
}

function takeIf<V>(
  args: Arguments,
  context: Context,
  read: Read<V>,
  name: string,
  isSigned = false,
): V | undefined {
  return hasNumber(args, isSigned)
    ? take(args, context, read, name)
    : undefined;
}

const delay: Word<NetemSpec> = takes(
  "TIME [ JITTER [ CORRELATION ] ]",
  (spec, { args, context }) => {
    spec.latency = take(args, context, time64Of, "latency");
    const jitter = takeIf(args, context, time64Of, "latency");
    if (jitter === undefined) return;
    spec.jitter = jitter;
    const correlation = takeIf(args, context, percentOf, "latency");
    if (correlation === undefined) return;
    spec.correlation.delay = correlation;
    spec.correlated = true;
  },
);

const WHOLE = 0xffffffff;

/** The rest of a probability, rounded as the program in C does. */
function restOf(value: number): number {
  return evenly((1 - value) * WHOLE);
}

function takeRandomLoss(spec: NetemSpec, { args, context }: Step): void {
  spec.loss = take(args, context, percentOf, "loss percent");
  const correlation = takeIf(args, context, percentOf, "loss correlation");
  if (correlation === undefined) return;
  spec.correlation.loss = correlation;
  spec.correlated = true;
}

function takeStates(spec: NetemSpec, { args, context }: Step): void {
  const first = take(args, context, partOf, "loss p13");
  const model = {
    p13: evenly(first * WHOLE),
    p31: restOf(first),
    p32: 0,
    p14: 0,
    p23: WHOLE,
  };
  spec.attributes.lossModel = { fourState: model };
  for (const name of ["p31", "p32", "p23", "p14"] as const) {
    const value = takeIf(args, context, percentOf, `loss ${name}`);
    if (value === undefined) return;
    model[name] = value;
  }
}

function takeGilbertElliott(spec: NetemSpec, { args, context }: Step): void {
  const first = take(args, context, partOf, "loss gemodel p");
  const model = { p: evenly(first * WHOLE), r: restOf(first), h: 0, k1: 0 };
  spec.attributes.lossModel = { gilbertElliott: model };
  const r = takeIf(args, context, percentOf, "loss gemodel r");
  if (r === undefined) return;
  model.r = r;
  const h = takeIf(args, context, percentOf, "loss gemodel h");
  if (h === undefined) return;
  // The argument is the rest of it.
  model.h = WHOLE - h;
  const k = takeIf(args, context, percentOf, "loss gemodel k");
  if (k !== undefined) model.k1 = k;
}

const loss: Word<NetemSpec> = takes(
  "{ random PERCENT [ CORRELATION ] | state P13 [ P31 [ P32 [ P23 [ P14 ] ] ] ] | gemodel PERCENT [ R [ 1-H [ 1-K ] ] ] }",
  (spec, step) => {
    const { args } = step;
    if (spec.loss > 0 || spec.attributes.lossModel !== undefined) {
      throw fail(1, 'Illegal "duplicate loss argument\n"');
    }
    const model = args.take();
    if (/^\d/.test(model)) {
      args.back();
      takeRandomLoss(spec, step);
    } else if (model === "random") takeRandomLoss(spec, step);
    else if (model === "state") takeStates(spec, step);
    else if (model === "gemodel") takeGilbertElliott(spec, step);
    else throw fail(1, `Unknown loss parameter: ${model}`);
  },
);

function chance(name: "reorder" | "corrupt"): Word<NetemSpec> {
  return takes("PERCENT [ CORRELATION ]", (spec, { args, context }) => {
    const probability = take(args, context, percentOf, name);
    const correlation = takeIf(args, context, percentOf, name);
    const value = { probability, correlation: correlation ?? 0 };
    if (name === "reorder") spec.reorder = value;
    else spec.attributes.corrupt = value;
    if (correlation !== undefined) spec.correlated = true;
  });
}

const duplicate: Word<NetemSpec> = takes(
  "PERCENT [ CORRELATION ]",
  (spec, { args, context }) => {
    spec.duplicate = take(args, context, percentOf, "duplicate");
    const correlation = takeIf(args, context, percentOf, "duplicate");
    if (correlation !== undefined) spec.correlation.duplicate = correlation;
  },
);

const s32: Read<number> = (word) => signed(word);
const u32: Read<number> = (word) => unsigned(word, 32);

const rate: Word<NetemSpec> = takes(
  "RATE [ PACKETOVERHEAD ] [ CELLSIZE ] [ CELLOVERHEAD ]",
  (spec, { args, context }) => {
    const value = take(args, context, rate64Of, "rate");
    const { attributes } = spec;
    if (value >= 1n << 32n) attributes.rate64 = value;
    attributes.rate = {
      rate: Number(value >= 1n << 32n ? 0xffffffffn : value),
      packetOverhead: takeIf(args, context, s32, "rate", true) ?? 0,
      cellSize: takeIf(args, context, u32, "rate") ?? 0,
      cellOverhead: takeIf(args, context, s32, "rate", true) ?? 0,
    };
  },
);

const DISTRIBUTION: Form = {
  name: "DISTRIBUTION",
  means: "{ uniform | normal | pareto | paretonormal }",
};

const slot: Word<NetemSpec> = takes(
  [
    "{ MIN_DELAY [ MAX_DELAY ] | distribution",
    "{ uniform | normal | pareto | paretonormal | custom } DELAY JITTER }",
    "[ packets MAX_PACKETS ] [ bytes MAX_BYTES ]",
  ].join(" "),
  (spec, { args, context }) => {
    const value = {
      minimumDelay: 0n,
      maximumDelay: 0n,
      maximumPackets: 0,
      maximumBytes: 0,
      distributionDelay: 0n,
      distributionJitter: 0n,
    };
    spec.attributes.slot = value;
    if (hasNumber(args)) {
      value.minimumDelay = take(args, context, time64Of, "slot min_delay");
      const most = takeIf(args, context, time64Of, "slot max_delay");
      value.maximumDelay = most ?? value.minimumDelay;
      if (value.maximumDelay < value.minimumDelay) {
        throw fail(1, 'Illegal "slot max_delay"');
      }
    } else {
      const word = args.take();
      if (word !== "distribution") {
        throw fail(1, `Unknown slot parameter: ${word}`);
      }
      spec.attributes.slotDistribution = readDistribution(
        context,
        args.take(),
      );
      value.distributionDelay = take(args, context, time64Of, "slot delay");
      value.distributionJitter = take(args, context, time64Of, "slot jitter");
      if (value.distributionJitter <= 0n) {
        throw fail(1, "Non-positive jitter");
      }
    }
    takeLimits(value, args, context);
  },
);

function takeLimits(
  value: { maximumPackets: number; maximumBytes: number },
  args: Arguments,
  context: Context,
): void {
  const next = (name: string) => {
    const word = args.peek();
    if (word === undefined || !matches(word, name)) return false;
    args.take();
    if (args.left === 0) throw fail(1, `Illegal "slot ${name}"`);
    return true;
  };
  if (next("packets")) {
    value.maximumPackets = take(args, context, s32, "slot packets");
  }
  if (next("bytes")) {
    value.maximumBytes = take(args, context, sizeOf, "slot bytes") | 0;
  }
}

/** The keywords. */
export const GRAMMAR: Grammar<NetemSpec> = {
  "limit*": takes("PACKETS", (spec, { args, context }) => {
    spec.limit = take(args, context, sizeOf, "limit");
  }),
  "latency* delay*": delay,
  "loss* drop*": loss,
  "seed*": takes("SEED", (spec, { args, context }) => {
    spec.attributes.seed = take(
      args,
      context,
      (word) => unsigned64(word, 10),
      "seed",
    );
  }),
  "ecn*": (spec) => void (spec.ecn = true),
  "reorder*": chance("reorder"),
  "corrupt*": chance("corrupt"),
  "gap*": takes("DISTANCE", (spec, { args, context }) => {
    spec.gap = take(args, context, u32, "gap");
  }),
  "duplicate*": duplicate,
  "distribution*": takes(DISTRIBUTION, (spec, { args, context }) => {
    spec.attributes.delayDistribution = readDistribution(
      context,
      args.take(),
    );
  }),
  "rate*": rate,
  "slot*": slot,
};
