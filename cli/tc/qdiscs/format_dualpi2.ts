/**
 * How `tc` writes the dual queue.
 *
 * @module
 */

import type {
  Dualpi2Data,
  Dualpi2Stats,
} from "../../../messages/tc/qdiscs/dualpi2.ts";
import { significant } from "../../print/format.ts";
import type { Context } from "../../runtime/context.ts";
import { printTime } from "../settings.ts";

/** What weights are in units of, the other way round. */
const SCALE = 256;

function printFraction(
  { printer }: Context,
  key: string,
  value: number,
): void {
  printer.raw(key, significant(value), `${key} ${value.toFixed(6)} `);
}

/** How packets for the low latency queue are distinguished by their ECN bits. */
function ecnText({ io }: Context, mask: number): string {
  const bits = mask & 3;
  if (bits === 0) io.err(`Warning: Unexpected ecn type ${mask}!\n`);
  return bits === 0 ? "" : bits === 1 ? "l4s_ect" : "any_ect";
}

/**
 * Prints the dual queue.
 *
 * @param data The options.
 */
export function printDualpi2(context: Context, data: Dualpi2Data): void {
  const { printer } = context;
  const number = (
    key: string,
    value: number | undefined,
    before: string,
    after = " ",
  ) => {
    if (value === undefined) return;
    printer.value(key, value, `${before} ${value}${after}`);
  };
  const choice = (
    key: string,
    value: number | undefined,
    json: readonly [string, string],
    text: readonly [string, string],
  ) => {
    if (value === undefined) return;
    const at = value === 0 ? 0 : 1;
    printer.value(key, json[at], `${text[at]} `);
  };
  number("limit", data.limit, "limit", "p ");
  number("memory-limit", data.memoryLimit, "memlimit", "B ");
  const { target, updateInterval, alpha, beta, stepTime, splitGso } = data;
  printTime(context, "target", target);
  printTime(context, "tupdate", updateInterval);
  if (alpha !== undefined) printFraction(context, "alpha", alpha / SCALE);
  if (beta !== undefined) printFraction(context, "beta", beta / SCALE);
  number("step-thresh-pkts", data.stepPackets, "step_thresh", "p ");
  if (stepTime !== undefined) {
    printTime(
      context,
      "step-thresh-us",
      stepTime,
      (time) => `step_thresh ${time} `,
    );
  }
  number("min-qlen-step", data.minimumStepQueue, "min_qlen_step", "p ");
  number("coupling", data.coupling, "coupling_factor");
  choice("drop-overload", data.dropOverload, ["overflow", "drop"], [
    "overflow",
    "drop_on_overload",
  ]);
  choice("drop-early", data.dropEarly, ["drop-dequeue", "drop-enqueue"], [
    "drop_dequeue",
    "drop_enqueue",
  ]);
  number("c-protection", data.classicProtection, "classic_protection", "% ");
  if (data.ecnMask !== undefined) {
    const text = ecnText(context, data.ecnMask);
    printer.value("ecn-mask", text.replace("_", "-"), `${text} `);
  }
  if (splitGso) printer.value("split-gso", null, "split_gso ");
  else if (splitGso === 0) printer.text("no_split_gso ");
}

/**
 * Prints counters of the dual queue.
 *
 * @param stats The counters.
 */
export function printDualpi2Stats(context: Context, stats: Dualpi2Stats): void {
  const { printer } = context;
  const value = (key: string, value: number, text: string) =>
    printer.value(key, value, text);
  printFraction(context, "prob", stats.probability / 0xffffffff);
  value("delay-c", stats.classicDelay, `delay_c ${stats.classicDelay}us `);
  value("delay-l", stats.lowLatencyDelay, `delay_l ${stats.lowLatencyDelay}us`);
  printer.newline();
  value(
    "pkts-in-c",
    stats.classicPackets,
    `pkts_in_c ${stats.classicPackets} `,
  );
  const { lowLatencyPackets, maximumQueue } = stats;
  value("pkts-in-l", lowLatencyPackets, `pkts_in_l ${lowLatencyPackets} `);
  value("maxq", maximumQueue, `maxq ${maximumQueue}`);
  printer.newline();
  value("ecn-mark", stats.ecnMarked, `ecn_mark ${stats.ecnMarked} `);
  value("step-mark", stats.stepMarks, `step_mark ${stats.stepMarks}`);
  printer.newline();
  const { credit, memoryUsed, maximumMemoryUsed, memoryLimit } = stats;
  value("credit", credit, `credit ${credit} `);
  printer.text(`(${credit > 0 ? "C" : "L"}-queue)`);
  printer.newline();
  value("memory-used", memoryUsed, `memory_used ${memoryUsed} `);
  value("max-memory-used", maximumMemoryUsed, `(max ${maximumMemoryUsed}) `);
  value("memory-limit", memoryLimit, `of memory limit ${memoryLimit}`);
  printer.newline();
}
