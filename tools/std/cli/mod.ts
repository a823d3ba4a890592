/**
 * What this project uses of `@std/cli`, over `node:util`, for machines that
 * cannot reach JSR. The published package resolves the real one.
 *
 * @module
 */
import { parseArgs as parse, type ParseArgsConfig } from "node:util";

/** Which options there are. */
export interface ParseOptions {
  /** Options without a value. */
  boolean?: readonly string[];
  /** Options with a value. */
  string?: readonly string[];
  /** Options that may be given several times; their value is an array. */
  collect?: readonly string[];
  /** Short names of options. */
  alias?: Readonly<Record<string, string>>;
}

/** Options by name; `_` has the words that are no options. */
export interface Args {
  /** Words that belong to no option. */
  _: string[];
  // deno-lint-ignore no-explicit-any
  [option: string]: any;
}

/** Splits a command line into options and other words. */
export function parseArgs(
  args: string[],
  { boolean = [], string = [], collect = [], alias = {} }: ParseOptions = {},
): Args {
  const options: NonNullable<ParseArgsConfig["options"]> = {};
  const short = (name: string) =>
    alias[name] === undefined ? {} : { short: alias[name] };
  for (const name of boolean) {
    options[name] = { type: "boolean", ...short(name) };
  }
  for (const name of string) {
    options[name] = {
      type: "string",
      multiple: collect.includes(name),
      ...short(name),
    };
  }
  const { values, positionals } = parse({
    args,
    options,
    allowPositionals: true,
  });
  for (const name of boolean) values[name] ??= false;
  for (const name of collect) values[name] ??= [];
  return { ...values, _: positionals };
}
