/**
 * `tc qdisc … mqprio`.
 *
 * @module
 */

import {
  MQPRIO_MODES,
  MQPRIO_SHAPERS,
  type MqprioAttributes,
  type MqprioData,
} from "../../../messages/tc/qdiscs/mqprio.ts";
import { fail, invalidArgument } from "../../parse/errors.ts";
import {
  type Arguments,
  type Grammar,
  matches,
  type Step,
  takes,
  type Word,
} from "../../parse/grammar.ts";
import { bytesPerSecond, unsigned } from "../../parse/numbers.ts";
import type { Context } from "../../runtime/context.ts";
import { parser, type QdiscKind } from "../kind.ts";
import { printRate } from "../settings.ts";
import {
  CLASS_KEYWORDS,
  type ClassSpec,
  noQueues,
  printPreemptions,
  takeList,
} from "./traffic_classes.ts";

/** How many rates there are in a request. */
const RATES = 16;
/** Class of each priority, if none is given. */
const PRIORITY_MAP = [0, 1, 2, 3, 4, 5, 6, 7, 0, 1, 1, 1, 3, 3, 3, 3];

interface Spec extends ClassSpec {
  mode: number;
  shaper: number;
  minimumRates?: bigint[];
  maximumRates?: bigint[];
}

function unknown(word: string) {
  return invalidArgument("unknown argument", word);
}

/** A name of some, which may be cut short. */
function takeName<T extends string>(
  args: Arguments,
  names: Readonly<Record<T, number>>,
  called: string,
): number {
  const word = args.take();
  const found = (Object.keys(names) as T[]).find((name) => matches(word, name));
  if (found === undefined) throw fail(1, `Illegal ${called} (${word})`);
  return names[found];
}

/** A keyword only of classes that hardware is in charge of. */
function ofHardware(form: string, word: Word<Spec>): Word<Spec> {
  return takes(form, (spec, step) => {
    if (spec.parameters.hardware === 0) throw unknown(step.word);
    return word(spec, step);
  });
}

function rates(key: "minimumRates" | "maximumRates", form: string): Word<Spec> {
  return takes([`${form}1`, { many: `${form}2` }], (spec, step: Step) => {
    const { args, word } = step;
    if (spec.shaper !== MQPRIO_SHAPERS.bw_rlimit) throw unknown(word);
    const given = takeList(args, (word) => {
      const rate = bytesPerSecond(word);
      return rate === undefined ? undefined : BigInt(rate);
    });
    if (given.length < spec.parameters.classes && args.left === 0) {
      throw fail(1, `Incomplete arguments, ${word} values expected`);
    }
    const before = spec[key] ?? [];
    spec[key] = Array.from(
      { length: RATES },
      (_, i) => given[i] ?? before[i] ?? 0n,
    );
  });
}

const GRAMMAR: Grammar<Spec> = {
  ...CLASS_KEYWORDS,
  "queues": takes(
    ["count1@offset1", { many: "count2@offset2" }],
    CLASS_KEYWORDS.queues!,
  ),
  "hw": takes("{ 1 | 0 }", ({ parameters }, { args }) => {
    const hardware = unsigned(args.take(), 8, 10);
    if (hardware === undefined) throw fail(1, 'Illegal "hw"');
    parameters.hardware = hardware;
  }),
  "mode": ofHardware("{ dcb | channel }", (spec, { args }) => {
    spec.mode = takeName(args, MQPRIO_MODES, "mode");
  }),
  "shaper": ofHardware(
    "{ dcb | bw_rlimit SHAPER_PARAMS }",
    (spec, { args }) => {
      spec.shaper = takeName(args, MQPRIO_SHAPERS, "shaper");
      if (spec.shaper === MQPRIO_SHAPERS.bw_rlimit && args.left === 0) {
        throw fail(1, "Incomplete shaper arguments");
      }
    },
  ),
  "min_rate": rates("minimumRates", "MIN_RATE"),
  "max_rate": rates("maximumRates", "MAX_RATE"),
};

function finish(spec: Spec): MqprioData {
  const { parameters, pairs, mode, shaper, preemptions } = spec;
  const { minimumRates, maximumRates } = spec;
  const { classes } = parameters;
  if (pairs > classes) {
    throw fail(
      1,
      `queues count/offset pair count ${pairs} ` +
        `can not be higher than given num_tc ${classes}`,
    );
  }
  const attributes: MqprioAttributes = {
    ...mode !== MQPRIO_MODES.dcb && { mode },
    ...shaper !== MQPRIO_SHAPERS.dcb && { shaper },
    ...preemptions.length > 0 && {
      entries: preemptions.map((preemption, index) => ({ index, preemption })),
    },
    ...minimumRates && { minimumRates },
    ...maximumRates && { maximumRates },
  };
  return { ...parameters, attributes };
}

const LINE = "\n             ";

function print(context: Context, data: MqprioData): void {
  const { printer } = context;
  const { classes, priorityMap, counts, offsets, attributes } = data;
  printer.named("tc", classes);
  printer.array("map", () => {
    for (const each of priorityMap) printer.value(null, each, `${each} `);
  }, "map ");
  printer.array("queues", () => {
    for (let i = 0; i < classes; i++) {
      const first = offsets[i]!;
      const last = (first + counts[i]! - 1) >>> 0;
      printer.array(null, () => {
        printer.value(null, first, `(${first}:`);
        printer.value(null, last, `${last}) `);
      });
    }
  }, `${LINE}queues:`);
  if (Object.keys(attributes).length === 0) return;
  const { mode = MQPRIO_MODES.dcb, shaper = MQPRIO_SHAPERS.dcb } = attributes;
  const word = (key: string, name: string) =>
    printer.value(key, name, `${LINE}${key}:${name}`);
  if (mode === MQPRIO_MODES.channel) word("mode", "channel");
  else if (attributes.mode === undefined) word("mode", "dcb");
  if (shaper === MQPRIO_SHAPERS.bw_rlimit) word("shaper", "bw_rlimit");
  else if (attributes.shaper === undefined) word("shaper", "dcb");
  const { minimumRates, maximumRates, entries = [] } = attributes;
  printRates(context, "min_rate", classes, minimumRates);
  printRates(context, "max_rate", classes, maximumRates);
  printPreemptions(context, entries, `${LINE}fp:`);
}

function printRates(
  context: Context,
  key: string,
  classes: number,
  rates: readonly bigint[] | undefined,
): void {
  if (rates === undefined) return;
  context.printer.array(key, () => {
    for (let i = 0; i < classes; i++) {
      printRate(context, null, rates[i] ?? 0n, (rate) => `${rate} `);
    }
  }, `\t${key}:`);
}

/** Queues of the device by traffic class. */
export const kind: QdiscKind<MqprioData> = {
  parse: parser<Spec, MqprioData>(GRAMMAR, {
    start: () => ({
      parameters: noQueues(8, PRIORITY_MAP, 1),
      pairs: 0,
      preemptions: [],
      mode: MQPRIO_MODES.dcb,
      shaper: MQPRIO_SHAPERS.dcb,
    }),
    finish,
    other: (_, word) => {
      throw unknown(word);
    },
  }),
  print,
};
