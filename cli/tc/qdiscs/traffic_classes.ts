/**
 * What `mqprio` and `taprio` have in common: classes of priorities, their
 * queues, and whether frames of a class can be interrupted.
 *
 * @module
 */

import {
  FRAME_PREEMPTIONS,
  type MqprioParameters,
} from "../../../messages/tc/qdiscs/mqprio.ts";
import { nameOf } from "../../../messages/value_names.ts";
import { fail } from "../../parse/errors.ts";
import {
  type Arguments,
  type Grammar,
  takes,
  type Word,
} from "../../parse/grammar.ts";
import { unsigned } from "../../parse/numbers.ts";
import type { Context } from "../../runtime/context.ts";

/** How many priorities, classes and queues of classes there are. */
const MOST = 16;

/** What {@linkcode CLASS_KEYWORDS} change. */
export interface ClassSpec {
  /** Classes and their queues. */
  parameters: MqprioParameters;
  /** How many pairs of count and offset were given. */
  pairs: number;
  /** Whether frames of each class can be interrupted, `TC_FP_*`. */
  preemptions: number[];
}

/**
 * Classes to begin with.
 *
 * @param classes How many.
 * @param priorityMap Class of each of the first priorities.
 * @param hardware Whether hardware does the work.
 * @returns The classes, without queues.
 */
export function noQueues(
  classes: number,
  priorityMap: readonly number[],
  hardware: number,
): MqprioParameters {
  const zeros = () => new Array<number>(MOST).fill(0);
  return {
    classes,
    priorityMap: filled(priorityMap),
    hardware,
    counts: zeros(),
    offsets: zeros(),
  };
}

function filled(values: readonly number[]): number[] {
  return Array.from({ length: MOST }, (_, i) => values[i] ?? 0);
}

/**
 * Takes words up to the first that is none of the values, at most 16.
 *
 * @typeParam T What a value is.
 * @param read Reads a value; `undefined` if it is none.
 * @returns The values.
 */
export function takeList<T>(
  args: Arguments,
  read: (word: string, index: number) => T | undefined,
): T[] {
  const values: T[] = [];
  while (values.length < MOST && args.left > 0) {
    const value = read(args.take(), values.length);
    if (value === undefined) {
      args.back();
      break;
    }
    values.push(value);
  }
  return values;
}

const preemptions = FRAME_PREEMPTIONS as Readonly<Record<string, number>>;

const preemption: Word<ClassSpec> = takes(
  ["FP0", "FP1", { many: "FP2" }],
  (spec, { args }) => {
    const given = takeList(args, (word) => preemptions[word]);
    // A second list replaces the first values, and is as long as both.
    const length = spec.preemptions.length + given.length;
    spec.preemptions = Array.from(
      { length },
      (_, i) => given[i] ?? spec.preemptions[i] ?? 0,
    );
  },
);

/** Keywords of both. */
export const CLASS_KEYWORDS: Grammar<ClassSpec> = {
  "num_tc": takes("NUMBER", ({ parameters }, { args }) => {
    const classes = unsigned(args.take(), 8, 10);
    if (classes === undefined) throw fail(1, 'Illegal "num_tc"');
    parameters.classes = classes;
  }),
  "map": takes(["P0", { many: "P1" }], ({ parameters }, { args }) => {
    parameters.priorityMap = filled(
      takeList(args, (word) => unsigned(word, 8, 10)),
    );
  }),
  "queues": takes({ many: "COUNT@OFFSET" }, (spec, { args }) => {
    const { counts, offsets } = spec.parameters;
    spec.pairs += takeList(args, (word, i) => {
      const [first = "", second = ""] = word.split("@").filter(Boolean);
      const count = unsigned(first, 16, 10);
      if (count !== undefined) counts[i] = count;
      const offset = unsigned(second, 16, 10);
      if (count === undefined || offset === undefined) return undefined;
      return offsets[i] = offset;
    }).length;
  }),
  "fp": preemption,
};

/** What belongs to a class, as listed. */
interface ClassEntry {
  readonly index?: number;
  readonly preemption?: number;
}

/**
 * Prints whether frames of the classes can be interrupted.
 *
 * @param entries What belongs to each class.
 * @param before What text has before it.
 */
export function printPreemptions(
  { printer }: Context,
  entries: readonly ClassEntry[],
  before: string,
): void {
  const values = valuesByClass(entries, (entry) => entry.preemption);
  if (values.length === 0) return;
  printer.array("fp", () => {
    for (const value of values) {
      const name = nameOf(FRAME_PREEMPTIONS, value) ?? "?";
      printer.value(null, name, ` ${name}`);
    }
  }, before);
  printer.newline();
}

/**
 * What each class has, up to the last one that has it.
 *
 * @typeParam E What belongs to a class.
 * @param entries What belongs to each class.
 * @param property What it is about.
 * @returns The values; 0 for classes without one.
 */
export function valuesByClass<E extends ClassEntry>(
  entries: readonly E[],
  property: (entry: E) => number | undefined,
): number[] {
  const values: number[] = [];
  for (const entry of entries) {
    const value = property(entry);
    const { index } = entry;
    if (value === undefined || index === undefined || index >= MOST) continue;
    while (values.length < index) values.push(0);
    values[index] = value;
  }
  return values;
}
