/**
 * `tc action … gate`: packets pass at certain times.
 *
 * @module
 */

import { nameOf, valueOf } from "../../../../messages/value_names.ts";
import { CLOCKS } from "../../../../messages/tc/qdiscs/etf.ts";
import type {
  GateData,
  GateEntry,
} from "../../../../messages/tc/actions/gate.ts";
import { actionParameters } from "../../../../messages/tc/actions/parameters.ts";
import type { Arguments } from "../../../parse/arguments.ts";
import { type Grammar, takes, type Word } from "../../../parse/grammar.ts";
import {
  bytes,
  nanoseconds,
  signed,
  signed64,
  unsigned,
} from "../../../parse/numbers.ts";
import { size as sizeText, time64 } from "../../../print/format.ts";
import type { Printer } from "../../../print/printer.ts";
import { printControl } from "../control.ts";
import { badAction } from "../errors.ts";
import { type ActionKind, prefixedHex, printUse, wordKind } from "../kind.ts";

const WILDCARD = -1;
const MOST_32 = 0xffffffff;
const MOST_SIGNED = 0x7fffffff;

/** A keyword followed by one value; `name` is what is wrong with others. */
function setting<K extends "priority" | "flags" | "clock">(
  key: K,
  argument: string,
  name: string,
  read: (word: string) => number | undefined,
): Word<GateData> {
  return takes(argument, (data, { args }) => {
    data[key] = args.read(read, name);
  });
}

function time(
  key: "baseTime" | "cycleTime" | "cycleTimeExtension",
  name: string,
): Word<GateData> {
  return takes({}, (data, { args }) => {
    const value = args.read(
      (word) => signed64(word, 10) ?? nanoseconds(word),
      name,
    );
    data[key] = BigInt.asUintN(64, value);
  });
}

function clockOf(word: string): number | undefined {
  const name = word.replace(/^.*?CLOCK_/i, "").toUpperCase();
  return valueOf<number>(CLOCKS, name);
}

const KEYWORDS: Grammar<GateData> = {
  "index*": takes({}, (data, { args }) => {
    data.parameters!.index = args.read(
      (word) => unsigned(word, 32, 10),
      "index",
    );
  }),
  "priority*": setting("priority", "PRIO-SPEC", "priority", signed),
  "base-time*": time("baseTime", "base-time"),
  "cycle-time*": time("cycleTime", "cycle-time"),
  "cycle-time-ext*": time("cycleTimeExtension", "cycle-time-ext"),
  "clockid*": setting("clock", "CLOCKID", "clockid", clockOf),
  "flags*": setting("flags", "FLAGS", "flags", (word) => unsigned(word, 32)),
  "sched-entry*": takes(
    "{ open | close } INTERVAL [ INTERNAL-PRIO-VALUE MAX-OCTETS ]",
    (data, { args }) => void (data.entries ??= []).push(takeEntry(args)),
  ),
};

/** Packets pass at certain times. */
export const kind: ActionKind<GateData> = wordKind({
  name: "gate",
  parameters: actionParameters,
  words: KEYWORDS,
  indexAtEnd: false,
  finish(data) {
    const { entries = [], parameters } = data;
    if (entries.length === 0 && parameters!.index === 0) {
      throw badAction("gate: must add at least one entry\n");
    }
    if (data.priority === WILDCARD) delete data.priority;
    if (data.flags === 0) delete data.flags;
    for (
      const key of ["baseTime", "cycleTime", "cycleTimeExtension"] as const
    ) {
      if (data[key] === 0n) delete data[key];
    }
    data.entries = entries;
  },
  printName: () => {},
  print(context, data) {
    const { printer } = context;
    const { priority = WILDCARD, clock = WILDCARD, flags, entries } = data;
    printer.text("\n");
    printer.value(
      "priority",
      priority,
      `\tpriority ${
        priority === WILDCARD ? "wildcard" : String(priority).padEnd(8)
      }`,
    );
    const clockName = nameOf(CLOCKS, clock) ?? "invalid";
    printer.value("clockid", clockName, `\tclockid ${clockName}`);
    if (flags !== undefined) {
      const hex = prefixedHex(flags);
      printer.value("flags", hex, `\tflags ${hex}`);
    }
    printer.text("\n");
    const times = [
      ["base_time", "base-time", data.baseTime ?? 0n],
      ["cycle_time", "cycle-time", data.cycleTime ?? 0n],
      ["cycle_time_ext", "cycle-time-ext", data.cycleTimeExtension ?? 0n],
    ] as const;
    for (const [json, text, value] of times) {
      printer.value(
        json,
        value,
        `\t${text} ${time64(BigInt.asIntN(64, value))}`,
      );
    }
    if (entries !== undefined) printEntries(printer, entries);
    printControl(printer, data.parameters!.control, "\t");
    printUse(context, data, { start: "\n", end: "\n" });
  },
});

function takeEntry(args: Arguments): GateEntry {
  const state = args.peek()?.toLowerCase();
  const isOpen = state === "open";
  if (!isOpen && state !== "close") throw incompleteEntry();
  args.take();
  const word = args.peek();
  if (word === undefined) throw incompleteEntry();
  args.take();
  const interval = unsigned(word, 32) ?? Number(nanoseconds(word) ?? NaN);
  if (Number.isNaN(interval)) throw incompleteEntry();
  if (interval > MOST_32) throw badAction('"interval" is too large\n');
  const entry: GateEntry = {
    interval,
    priority: WILDCARD,
    maxBytes: WILDCARD,
  };
  if (isOpen) entry.open = true;
  const priority = signed(args.peek() ?? "");
  if (priority === undefined) return entry;
  args.take();
  if (isOpen) entry.priority = priority;
  const maxBytes = maxBytesOf(args.peek() ?? "");
  if (maxBytes === undefined) return entry;
  args.take();
  if (isOpen) entry.maxBytes = maxBytes;
  return entry;
}

function maxBytesOf(word: string): number | undefined {
  const number = signed(word);
  if (number !== undefined) return number;
  const size = bytes(word);
  if (size !== undefined && size > MOST_SIGNED) {
    throw badAction('"maxoctets" is too large\n');
  }
  // The original takes no bytes for all of them here.
  return size === 0 ? WILDCARD : size;
}

function incompleteEntry(): Error {
  return badAction(
    "Usage: sched-entry <open | close> <interval> " +
      '[ <interval ipv> <octets max bytes> ]\n"sched-entry" is incomplete\n',
  );
}

function printEntries(printer: Printer, entries: readonly GateEntry[]): void {
  printer.newline();
  printer.text(`\tschedule:${printer.line}`);
  printer.array("schedule", () => {
    for (const entry of entries) {
      const { index = 0, open, interval = 0 } = entry;
      const { priority = WILDCARD, maxBytes = WILDCARD } = entry;
      const state = open === true ? "open" : "close";
      printer.object(null, () => {
        const number = String(index).padStart(4);
        printer.value("number", index, `\t number ${number}`);
        printer.value("gate_state", state, `\tgate-state ${state} `);
        const length = time64(BigInt(interval));
        printer.value("interval", interval, `\tinterval ${length}`);
        const ipv = priority === WILDCARD
          ? "wildcard"
          : String(priority >>> 0).padEnd(10);
        const json = priority === WILDCARD ? priority : priority >>> 0;
        printer.value("ipv", json, `\t ipv ${ipv}`);
        const most = maxBytes === WILDCARD ? "wildcard" : sizeText(maxBytes);
        printer.value("max_octets", maxBytes, `\t max-octets ${most}`);
      });
      printer.newline();
    }
  });
}
