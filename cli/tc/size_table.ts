/**
 * Size tables and rate estimators: `stab` and `estimator`.
 *
 * @module
 */

import { TC_LINK_LAYERS } from "../../messages/tc/rate.ts";
import {
  makeSizeTable,
  type SizeTableSettings,
  type TcSizeTable,
} from "../../messages/tc/size_table.ts";
import { makeEstimator, type TcEstimator } from "../../messages/tc/stats.ts";
import { nameOf } from "../../messages/value_names.ts";
import { matches } from "../parse/arguments.ts";
import {
  CommandError,
  duplicateArgument,
  exit,
  fail,
  invalidArgument,
} from "../parse/errors.ts";
import type { Form } from "../parse/form.ts";
import {
  type Arguments,
  endHere,
  type Grammar,
  parse,
  takes,
  type Word,
} from "../parse/grammar.ts";
import { microseconds, signed } from "../parse/numbers.ts";
import type { Context } from "../runtime/context.ts";
import { decimal, type Read } from "./settings.ts";

/** Form of a link layer in usage texts. */
export const LINK_LAYER: Form = {
  name: "TYPE",
  means: "{ adsl | atm | ethernet }",
};

/** Reads the name of a link layer, or the start of it. */
export const linkLayerOf: Read<number> = (word: string): number | undefined => {
  if (matches(word, "ethernet")) return TC_LINK_LAYERS.ethernet;
  if (matches(word, "atm") || matches(word, "adsl")) return TC_LINK_LAYERS.atm;
  return undefined;
};

/**
 * Writes a link layer.
 *
 * @param linkLayer The link layer.
 * @returns Its name.
 */
export function linkLayerText(linkLayer: number): string {
  if (linkLayer === TC_LINK_LAYERS.unaware) return "unspec";
  return nameOf(TC_LINK_LAYERS, linkLayer) ?? "unknown";
}

function once(
  key: keyof SizeTableSettings,
  name: string,
  form: Form,
  problem: string,
  read: Read<number>,
): Word<SizeTableSettings> {
  return takes(form, (spec, { args, context }) => {
    const word = args.take();
    if (spec[key]) throw duplicateArgument(name, word);
    const value = read(word, context);
    // The original names its keyword where the argument should be.
    if (value === undefined) throw invalidArgument(name, problem);
    spec[key] = value;
  });
}

/** The keywords of a size table. */
export const SIZE_TABLE: Grammar<SizeTableSettings> = {
  "mtu*": once("mtu", "mtu", "BYTES", "invalid mtu", decimal),
  "mpu*": once("mpu", "mpu", "BYTES", "invalid mpu", decimal),
  "overhead*": once(
    "overhead",
    "overhead",
    "BYTES",
    "invalid overhead",
    (word) => signed(word, 10),
  ),
  "tsize*": once("tableSize", "tsize", "SLOTS", "invalid table size", decimal),
  "linklayer*": once(
    "linkLayer",
    "linklayer",
    LINK_LAYER,
    "invalid linklayer",
    linkLayerOf,
  ),
};

/**
 * Parses what follows `stab`.
 *
 * @returns The table.
 * @throws {CommandError} If an argument is wrong.
 */
export async function parseSizeTable(
  args: Arguments,
  context: Context,
): Promise<TcSizeTable> {
  const form = { options: SIZE_TABLE };
  const first = args.take();
  args.back();
  if (matches(first, "help")) {
    throw new CommandError(255, false, "", { of: "... stab", form });
  }
  const spec: SizeTableSettings = {};
  await parse(SIZE_TABLE, spec, args, context, endHere);
  const { overhead = 0, mpu = 0, linkLayer = 0 } = spec;
  // Nothing is reported.
  if (overhead === 0 && mpu === 0 && linkLayer === 0) throw fail(255);
  return makeSizeTable({ ...spec, linkLayer });
}

/**
 * Writes a size table.
 *
 * @param table The table.
 */
export function formatSizeTable(
  { printer }: Context,
  { base }: TcSizeTable,
): void {
  if (base === undefined) return;
  printer.object("stab", () => {
    printer.text(" ");
    if (base.linkLayer) {
      const name = linkLayerText(base.linkLayer);
      printer.named("linklayer", name);
    }
    for (
      const [key, value] of [
        ["overhead", base.overhead],
        ["mpu", base.mpu],
        ["mtu", base.mtu],
        ["tsize", base.tableSize],
      ] as const
    ) {
      if (value) printer.named(key, value);
    }
  });
}

/** Form of what follows `estimator`. */
export const ESTIMATOR: Form = ["INTERVAL", "TIME_CONSTANT"];

/**
 * Parses what follows `estimator`.
 *
 * @param before The estimator that was given before.
 * @returns The estimator.
 * @throws {CommandError} If an argument is wrong.
 */
export function parseEstimator(
  args: Arguments,
  context: Context,
  before: TcEstimator | undefined,
): TcEstimator {
  const interval = takeTime("interval");
  const timeConstant = takeTime("time constant");
  const made = makeEstimator(interval / 1e6, timeConstant / 1e6);
  if (made === undefined) {
    throw fail(255, "Error: estimator parameters are out of range.");
  }
  if (context.options.raw) {
    const { interval, weightLog } = made;
    context.io.err(`[estimator i=${interval} e=${weightLog}]\n`);
  }
  return made;

  function takeTime(what: string): number {
    const word = args.take();
    if (what === "interval" && before !== undefined) {
      throw duplicateArgument("estimator", word);
    }
    if (matches(word, "help")) {
      throw exit(255, "Usage: ... estimator INTERVAL TIME_CONSTANT");
    }
    const value = microseconds(word);
    if (value === undefined) {
      throw invalidArgument("estimator", `invalid estimator ${what}`);
    }
    return value >>> 0;
  }
}
