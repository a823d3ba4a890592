/**
 * How `tc` writes time-aware priorities.
 *
 * @module
 */

import {
  TAPRIO_COMMANDS,
  type TaprioData,
  type TaprioEntry,
  type TaprioSchedule,
  type TaprioStats,
} from "../../../messages/tc/qdiscs/taprio.ts";
import { nameOf } from "../../../messages/value_names.ts";
import { hex } from "../../print/format.ts";
import type { Context } from "../../runtime/context.ts";
import { clockText } from "./etf.ts";
import { printHex } from "../filters/format_parts.ts";
import { printPreemptions, valuesByClass } from "./traffic_classes.ts";

/**
 * Prints time-aware priorities.
 *
 * @param data The options.
 */
export function printTaprio(context: Context, data: TaprioData): void {
  const { printer } = context;
  const { priorityMap: parameters, classes = [], adminSchedule } = data;
  if (parameters === undefined) return;
  printer.named("tc", parameters.classes);
  list(context, "map", parameters.priorityMap);
  printer.newline();
  printer.array("queues", () => {
    for (let i = 0; i < parameters.classes; i++) {
      const [offset = 0, count = 0] = [
        parameters.offsets[i],
        parameters.counts[i],
      ];
      printer.object(null, () => {
        printer.spaced("offset", offset);
        printer.spaced("count", count);
      });
    }
  }, "queues");
  printer.newline();
  const { clockId, flags, transmitDelay } = data;
  if (clockId !== undefined) {
    const clock = clockText(clockId);
    printer.value("clockid", clock, `clockid ${clock}`);
  }
  if (flags !== undefined) {
    printHex(context, "flags", flags, ` flags ${hex(flags)}`);
  }
  if (transmitDelay !== undefined) {
    const text = ` txtime delay ${transmitDelay | 0}`;
    printer.value("txtime_delay", transmitDelay, text);
  }
  printSchedule(context, data);
  if (adminSchedule !== undefined) {
    printer.object("admin", () => printSchedule(context, adminSchedule));
  }
  const sizes = valuesByClass(classes, (entry) => entry.maximumSize);
  if (sizes.length > 0) {
    list(context, "max-sdu", sizes);
    printer.newline();
  }
  printPreemptions(context, classes, "fp");
}

function list(
  { printer }: Context,
  key: string,
  values: readonly number[],
): void {
  printer.array(key, () => {
    for (const value of values) printer.value(null, value, ` ${value}`);
  }, key);
}

function printSchedule(
  context: Context,
  { baseTime, cycleTime, cycleTimeExtension, entries }: TaprioSchedule,
): void {
  const { printer } = context;
  const time = (key: string, value: bigint | undefined, before: string) => {
    if (value === undefined) return;
    const text = `${before}${key.replaceAll("_", "-")} ${value}`;
    printer.value(key, BigInt.asUintN(64, value), text);
  };
  time("base_time", baseTime, "\t");
  time("cycle_time", cycleTime, " ");
  time("cycle_time_extension", cycleTimeExtension, " ");
  if (entries === undefined) return;
  printer.openArray("schedule");
  printer.newline();
  for (const entry of entries) printEntry(context, entry);
  printer.closeArray();
}

function printEntry(
  context: Context,
  { index, command, gateMask, interval }: TaprioEntry,
): void {
  const { printer } = context;
  printer.object(null, () => {
    if (index !== undefined) printer.value("index", index, `\tindex ${index}`);
    if (command !== undefined) {
      const name = nameOf(TAPRIO_COMMANDS, command) ?? "Invalid";
      printer.spaced("cmd", name);
    }
    if (gateMask !== undefined) {
      printHex(context, "gatemask", gateMask, ` gatemask ${hex(gateMask)}`);
    }
    printer.spaced("interval", interval);
  });
  printer.newline();
}

/**
 * Prints counters of hardware.
 *
 * @param stats The counters.
 */
export function printTaprioStats(
  { printer }: Context,
  { windowDrops, transmitOverruns }: TaprioStats,
): void {
  const count = (key: string, value: bigint | undefined) => {
    if (value !== undefined) printer.spaced(key, value);
  };
  count("window_drops", windowDrops);
  count("tx_overruns", transmitOverruns);
}
