/**
 * `tc qdisc … taprio`.
 *
 * @module
 */

import {
  TAPRIO_COMMANDS,
  type TaprioClass,
  type TaprioData,
  type TaprioEntry,
  type TaprioStats,
} from "../../../messages/tc/qdiscs/taprio.ts";
import { fail } from "../../parse/errors.ts";
import { type Grammar, takes, type Word } from "../../parse/grammar.ts";
import { signed64, unsigned } from "../../parse/numbers.ts";
import { failWithUsage, parser, type QdiscKind } from "../kind.ts";
import { clockOf } from "./etf.ts";
import { printTaprio, printTaprioStats } from "./format_taprio.ts";
import {
  CLASS_KEYWORDS,
  type ClassSpec,
  noQueues,
  takeList,
} from "./traffic_classes.ts";

interface Spec extends ClassSpec {
  maximumSizes: number[];
  entries: TaprioEntry[];
  baseTime: bigint;
  cycleTime: bigint;
  cycleTimeExtension: bigint;
  clockId?: number;
  flags: number;
  transmitDelay: number;
}

function duplicate(name: string) {
  return fail(1, `taprio: duplicate "${name}" specification`);
}

/** A time, once; what comes after one that is not valid is not looked at. */
function time(
  key: "baseTime" | "cycleTime" | "cycleTimeExtension",
  isOnce: boolean,
): Word<Spec> {
  return takes("time", (spec, { args, word, stop }) => {
    const given = args.take();
    if (isOnce && spec[key] !== 0n) throw duplicate(word);
    const value = signed64(given, 10);
    if (value === undefined) return stop?.();
    spec[key] = value;
  });
}

function number(key: "flags" | "transmitDelay", form: string): Word<Spec> {
  return takes(form, (spec, { args, word }) => {
    const given = args.take();
    if (spec[key] !== 0) throw duplicate(word);
    const value = unsigned(given, 32);
    if (value === undefined) throw fail(1);
    spec[key] = value;
  });
}

const commands = TAPRIO_COMMANDS as Readonly<Record<string, number>>;
const ENTRY = "<cmd> <gate mask> <interval>";

const GRAMMAR: Grammar<Spec> = {
  ...CLASS_KEYWORDS,
  "max-sdu": takes({ many: "BYTES" }, (spec, { args }) => {
    const given = takeList(args, (word) => unsigned(word, 32, 10));
    const length = spec.maximumSizes.length + given.length;
    spec.maximumSizes = Array.from(
      { length },
      (_, i) => given[i] ?? spec.maximumSizes[i] ?? 0,
    );
  }),
  "sched-entry": takes(
    "index cmd gate-mask interval",
    ({ entries }, { args }) => {
      const wrong = () => failWithUsage("", "taprio ... sched-entry", ENTRY);
      const command = commands[args.take()];
      if (command === undefined) throw wrong();
      const gateMask = unsigned(args.take(), 32, 16);
      if (gateMask === undefined) throw wrong();
      const interval = unsigned(args.take(), 32);
      if (interval === undefined) throw wrong();
      entries.push({ command, gateMask, interval });
    },
  ),
  "base-time": time("baseTime", false),
  "cycle-time": time("cycleTime", true),
  "cycle-time-extension": time("cycleTimeExtension", true),
  "clockid": takes("CLOCKID", (spec, { args }) => {
    const word = args.take();
    if (spec.clockId !== undefined) throw duplicate("clockid");
    const clock = clockOf(word);
    if (clock === undefined) {
      throw fail(
        1,
        `taprio: illegal value for "clockid": "${word}".\n` +
          "It must be a valid SYS-V id (i.e. CLOCK_TAI)",
      );
    }
    spec.clockId = clock;
  }),
  "flags": number("flags", "FLAGS"),
  "txtime-delay": number("transmitDelay", "delay"),
};

function finish(spec: Spec): TaprioData {
  const { parameters, clockId, entries, flags, transmitDelay } = spec;
  const { baseTime, cycleTime, cycleTimeExtension } = spec;
  const classes = classesOf(spec);
  return {
    ...clockId !== undefined && { clockId },
    ...flags !== 0 && { flags },
    ...parameters.classes > 0 && { priorityMap: parameters },
    ...transmitDelay !== 0 && { transmitDelay },
    ...baseTime !== 0n && { baseTime },
    ...cycleTime !== 0n && { cycleTime },
    ...cycleTimeExtension !== 0n && { cycleTimeExtension },
    ...classes.length > 0 && { classes },
    entries,
  };
}

function classesOf({ maximumSizes, preemptions }: Spec): TaprioClass[] {
  const length = Math.max(maximumSizes.length, preemptions.length);
  return Array.from({ length }, (_, index) => {
    const [maximumSize, preemption] = [maximumSizes[index], preemptions[index]];
    return {
      index,
      ...maximumSize !== undefined && { maximumSize },
      ...preemption !== undefined && { preemption },
    };
  });
}

/** Time-aware priorities. */
export const kind: QdiscKind<TaprioData, never, TaprioStats> = {
  parse: parser<Spec, TaprioData>(GRAMMAR, {
    start: () => ({
      parameters: noQueues(0, [], 0),
      pairs: 0,
      preemptions: [],
      maximumSizes: [],
      entries: [],
      baseTime: 0n,
      cycleTime: 0n,
      cycleTimeExtension: 0n,
      flags: 0,
      transmitDelay: 0,
    }),
    finish,
    other: () => {
      throw fail(1, "Unknown argument");
    },
  }),
  print: printTaprio,
  printStats: printTaprioStats,
};
