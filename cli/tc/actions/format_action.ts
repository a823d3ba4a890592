/**
 * Prints actions, after `tc action list` and in filters.
 *
 * @module
 */

import {
  ACTION_HARDWARE_COUNTERS,
  type ActionEntry,
  TCA_ACT_FLAGS_NO_PERCPU_STATS,
  TCA_ACT_FLAGS_SKIP_HW,
  TCA_ACT_FLAGS_SKIP_SW,
} from "../../../messages/tc/action.ts";
import type { PoliceData } from "../../../messages/tc/actions/police.ts";
import type { Bitfield32 } from "../../../messages/codec/mod.ts";
import { hexString } from "../../print/format.ts";
import type { Context } from "../../runtime/context.ts";
import { formatStats } from "../format_stats.ts";
import type { ActionData, ActionKind } from "./kind.ts";
import { isKind, loadedKind, propertyOf } from "./kinds/mod.ts";

/**
 * Prints what the limit of a rate in a filter does.
 *
 * @param context Where and how.
 * @param data Its settings.
 * @throws {Unresolved} If the kind was not loaded yet.
 */
export function printPolice(context: Context, data: PoliceData): void {
  const kind: ActionKind<PoliceData> = loadedKind("police");
  kind.printName?.(context.printer);
  kind.print(context, data);
}

/** Where actions stand. */
export interface ActionsOptions {
  /** Number of the first one; 1 by default. */
  readonly first?: number;
  /** Whether they belong to a filter, which shows itself what hardware does. */
  readonly bound?: boolean;
}

/**
 * Prints actions.
 *
 * @param context Where and how.
 * @param actions The actions.
 * @param options Where they stand.
 * @throws {Unresolved} If a kind or a device was not looked up yet.
 */
export function printActions(
  context: Context,
  actions: readonly ActionEntry[],
  { first = 1, bound = true }: ActionsOptions = {},
): void {
  const { printer } = context;
  printer.array("actions", () => {
    for (const [i, action] of actions.entries()) {
      const order = first + i;
      printer.object(null, () => {
        printer.newline();
        printer.value("order", order, `\taction order ${order}: `);
        printAction(context, action, bound);
      });
    }
  });
}

function printAction(
  context: Context,
  action: ActionEntry,
  bound: boolean,
): void {
  const { printer, options, io } = context;
  const { kind: name } = action;
  if (name === undefined) {
    io.err("NULL Action!\nError printing action\n");
    return;
  }
  if (!printKind(context, name, action)) {
    io.err("Error printing action\n");
    return;
  }
  if (options.brief && action.index !== undefined) {
    printer.value("index", action.index, `\t index ${action.index}`);
    printer.newline();
  }
  if (options.stats > 0 && action.stats !== undefined) {
    const { stats } = action;
    printer.text(`\tAction statistics:${printer.line}`);
    printer.object("stats", () => formatStats(context, stats, "\t"));
    printer.newline();
  }
  if (action.cookie !== undefined) {
    const cookie = hexString(action.cookie);
    printer.value("cookie", cookie, `\tcookie ${cookie}`);
    printer.newline();
  }
  printFlags(context, action, bound);
  if (action.hardwareStats !== undefined) {
    printCounters(context, "hw_stats", action.hardwareStats);
  }
  if (action.usedHardwareStats !== undefined) {
    printCounters(context, "used_hw_stats", action.usedHardwareStats);
  }
}

/** Prints what an action does; returns whether it could. */
function printKind(
  context: Context,
  name: string,
  action: ActionEntry,
): boolean {
  const { printer, io } = context;
  const property = propertyOf(name);
  const kind = loadedKind(property);
  const data: ActionData | undefined = action[property];
  if (kind.printName !== undefined) kind.printName(printer);
  else {
    const shown = isKind(name) ? name : property;
    printer.value("kind", shown, `${shown} `);
  }
  if (data === undefined) return name !== "gate";
  if (!hasParameters(data)) {
    io.err(kind.missing ?? `Missing ${name} parameters\n`);
    return false;
  }
  (kind as ActionKind<ActionData>).print(context, data);
  return true;
}

function hasParameters(data: ActionData): boolean {
  return data.parameters !== undefined || "extendedParameters" in data;
}

/** Prints what of an action hardware does, and how it counts. */
function printFlags(
  { printer }: Context,
  { flags, inHardwareCount }: ActionEntry,
  bound: boolean,
): void {
  let isPrinted = false;
  const has = (bit: number) => ((flags?.selector ?? 0) & bit) !== 0;
  const print = (name: string, bit: number) => {
    const value = (flags!.value & bit) !== 0;
    printer.value(name, value, `\t${name}`);
    isPrinted = true;
    return value;
  };
  if (has(TCA_ACT_FLAGS_NO_PERCPU_STATS)) {
    print("no_percpu", TCA_ACT_FLAGS_NO_PERCPU_STATS);
  }
  if (!bound) {
    const skips = has(TCA_ACT_FLAGS_SKIP_HW) &&
      print("skip_hw", TCA_ACT_FLAGS_SKIP_HW);
    if (has(TCA_ACT_FLAGS_SKIP_SW)) print("skip_sw", TCA_ACT_FLAGS_SKIP_SW);
    if (inHardwareCount !== undefined && !skips) {
      isPrinted = true;
      if (inHardwareCount > 0) {
        printer.value("in_hw", true, "\tin_hw");
        printer.spaced("in_hw_count", inHardwareCount);
      } else printer.value("not_in_hw", true, "\tnot_in_hw");
    }
  }
  if (isPrinted) printer.newline();
}

function printCounters(
  { printer }: Context,
  name: string,
  { value, selector }: Bitfield32,
): void {
  const bits = value & selector;
  const print = (name: string) => printer.value(null, name, ` ${name}`);
  printer.text(`\t${name}`);
  printer.array(name, () => {
    for (const [name, bit] of Object.entries(ACTION_HARDWARE_COUNTERS)) {
      if (bits & bit) print(name);
    }
    if (bits === 0) print("disabled");
  });
  printer.newline();
}
