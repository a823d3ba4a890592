/**
 * `tc qdisc … gred`.
 *
 * @module
 */

import { redIdleTable } from "../../../messages/tc/red.ts";
import { blank } from "../../../messages/codec/mod.ts";
import { NLM_F_CREATE } from "../../../messages/header.ts";
import { type GredData, gredQueue } from "../../../messages/tc/qdiscs/gred.ts";
import { RED_FLAGS } from "../../../messages/tc/qdiscs/red.ts";
import { fail } from "../../parse/errors.ts";
import type { Form } from "../../parse/form.ts";
import { type Grammar, takes, type Word } from "../../parse/grammar.ts";
import { atoi } from "../../parse/numbers.ts";
import type { Context } from "../../runtime/context.ts";
import {
  deviceOf,
  failWithUsage,
  type KindStep,
  parser,
  type QdiscKind,
} from "../kind.ts";
import { decimal, floatOf, rateOf, setting, sizeOf, u32 } from "../settings.ts";
import { printGred } from "./format_gred.ts";
import { maximumProbability, type RedCurve, redLogs } from "./red_notation.ts";

/** The most virtual queues (`MAX_DPs`). */
const MOST_QUEUES = 16;
/** 10 Mbit/s. */
const RATE = 1_250_000;

interface Setup {
  queues: number;
  defaultQueue?: number;
  grio?: boolean;
  limit?: number;
  flags: number;
}

interface Spec extends Partial<RedCurve> {
  /** Whether a word came after which there is no `setup`. */
  settled?: boolean;
  setup?: GredData | undefined;
  queue?: number;
  limit?: number;
  priority?: number;
  rate?: number;
  flags: number;
}

function flag(name: "ecn" | "harddrop"): Word<{ flags: number }> {
  return (spec) => void (spec.flags |= RED_FLAGS[name]);
}

const TOO_MANY = `GRED: only ${MOST_QUEUES} VQs are currently supported`;

const SETUP: Grammar<Setup> = {
  "vqs DPs": takes("NUMBER", (spec, { args, context }) => {
    const queues = decimal(args.take(), context);
    if (queues === undefined) throw fail(1, 'Illegal "vqs"');
    if (queues > MOST_QUEUES) throw fail(1, TOO_MANY);
    spec.queues = queues;
  }),
  "default": takes("DEFAULT_VQ", (spec, { args, context }) => {
    if (spec.queues === 0) {
      throw fail(1, '"default" must be defined after "vqs"');
    }
    const queue = decimal(args.take(), context);
    if (queue === undefined) throw fail(1, 'Illegal "default"');
    if (queue >= spec.queues) {
      throw fail(1, '"default" must be less than "vqs"');
    }
    spec.defaultQueue = queue;
  }),
  "grio": (spec) => void (spec.grio = true),
  "limit": setting("limit", "limit", "BYTES", sizeOf),
  "ecn": flag("ecn"),
  "harddrop": flag("harddrop"),
};

/** A setting of a virtual queue. */
function ofQueue(word: Word<Spec>): Word<Spec> {
  return takes(word.form ?? {}, (spec, step) => {
    const done = word(spec, step);
    spec.settled = true;
    return done;
  });
}

const QUEUE: Grammar<Spec> = {
  "limit": ofQueue(setting("limit", "limit", "BYTES", sizeOf)),
  "min": ofQueue(setting("minimum", "min", "BYTES", sizeOf)),
  "max": ofQueue(setting("maximum", "max", "BYTES", sizeOf)),
  "vq DP": ofQueue(takes("VQ", (spec, { args, context }) => {
    const queue = decimal(args.take(), context);
    if (queue === undefined) throw fail(1, 'Illegal "vq"');
    if (queue >= MOST_QUEUES) throw fail(1, TOO_MANY);
    spec.queue = queue;
  })),
  "burst": ofQueue(setting("burst", "burst", "PACKETS", u32)),
  "avpkt": ofQueue(setting("averagePacket", "avpkt", "BYTES", sizeOf)),
  "probability": ofQueue(
    setting("probability", "probability", "PROBABILITY", floatOf),
  ),
  "prio": ofQueue(takes("VALUE", (spec, { args }) => {
    spec.priority = atoi(args.take()) & 0xff;
  })),
  "bandwidth": ofQueue(setting("rate", "bandwidth", "KBPS", rateOf)),
  "ecn": flag("ecn"),
  "harddrop": flag("harddrop"),
};

const FORM: Form = {
  options: { setup: { form: { options: SETUP } }, ...QUEUE },
};

const CALLED = "qdisc { add | replace | change } ... gred";

const parseSetup = parser<Setup, GredData>(SETUP, {
  start: () => ({ queues: 0, flags: 0 }),
  called: CALLED,
  usage: FORM,
  finish({ queues, defaultQueue, grio = false, limit, flags }) {
    if (queues === 0 || defaultQueue === undefined) {
      throw fail(1, "Illegal gred setup parameters");
    }
    const setup = { queues, defaultQueue, grio: Number(grio), flags, pad: 0 };
    return { setup, ...limit && { limit } };
  },
});

const GRAMMAR: Grammar<Spec> = {
  ...QUEUE,
  "setup": takes({ options: SETUP }, async (spec, { args, context }) => {
    if (spec.settled) throw fail(1, 'Illegal "setup"');
    const step = { context, name: "gred", device: deviceOf(context), flags: 0 };
    spec.setup = await parseSetup(args, step);
  }),
};

function finish(spec: Spec, step: KindStep): GredData {
  if (spec.setup !== undefined) {
    // It is made even by `change`.
    step.flags |= NLM_F_CREATE;
    return spec.setup;
  }
  if (!spec.settled) throw failWithUsage("", CALLED, FORM);
  return changeOf(spec, step.context);
}

/** The change of a virtual queue. */
function changeOf(spec: Spec, context: Context): GredData {
  const { queue, limit, minimum, maximum, averagePacket } = spec;
  const { priority = 0, probability = 0.02, flags } = spec;
  if (
    queue === undefined || !limit || !minimum || !maximum || !averagePacket
  ) {
    const needed = "vq, limit, min, max, avpkt";
    throw fail(1, `Required parameter (${needed}) is missing`);
  }
  const burst = spec.burst ||
    Math.floor((2 * minimum + maximum) / (3 * averagePacket));
  if (!spec.burst) context.io.err(`GRED: set burst to ${burst}\n`);
  if (!spec.rate) context.io.err("GRED: set bandwidth to 10Mbit\n");
  const curve = { minimum, maximum, burst, averagePacket, probability };
  const { weightLog, probabilityLog } = redLogs(context, curve, "GRED");
  const idle = redIdleTable(weightLog, averagePacket, spec.rate || RATE, true);
  const parameters = blank(gredQueue, {
    limit,
    minimum,
    maximum,
    drop: queue,
    weightLog,
    probabilityLog,
    cellLog: idle.cellLog,
    priority,
  });
  return {
    queues: [parameters],
    idleTable: idle.table,
    maximumProbability: [maximumProbability(probability)],
    queueStats: [{ queue, flags }],
  };
}

/** Generic random early detection. */
export const kind: QdiscKind<GredData> = {
  parse: parser<Spec, GredData>(GRAMMAR, {
    start: () => ({ flags: 0 }),
    finish,
    form: FORM,
    called: CALLED,
  }),
  print: printGred,
};
