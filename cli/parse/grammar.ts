/**
 * Command lines as tables: each keyword names the property it sets.
 *
 * ```ts ignore
 * interface Spec { up?: boolean; mtu?: number; address?: string; master?: number }
 * const settings: Grammar<Spec> = {
 *   "up": value("up", true),
 *   "mtu": once("mtu", number("mtu", 32, 'Invalid "mtu" value\n')),
 *   "address*": text("address"),
 *   "txqueuelen* qlen txqlen*": number("txQueueLength", 32, "…"),
 *   "master*": takes("DEV", device("master", "Device does not exist\n")),
 * };
 * const args = new Arguments(["up", "mtu", "1400", "dev", "eth0"]);
 * await parse(settings, spec, args, context, (_, { word }) => { … });
 * ```
 *
 * A key lists the spellings of a keyword, separated by spaces. One that ends in
 * `*` may be cut short (`addr`), the others may not; the first key that fits
 * what was typed is taken, so that their order matters, as it does in `ip`.
 * Arguments without a key go to the last argument of {@linkcode parse}.
 *
 * @module
 */

import type { Context } from "../runtime/context.ts";
import { duplicateArgument, invalidArgument } from "./errors.ts";
import { signed, unsigned, unsigned64 } from "./numbers.ts";
import { type Arguments, fits, takes } from "./arguments.ts";
import type { Argument, Formed } from "./form.ts";

export { Arguments, fits, matches, takes } from "./arguments.ts";

/** What a keyword has at hand when it is parsed. */
export interface Step {
  /** The arguments after it. */
  readonly args: Arguments;
  /** The keyword as it was typed. */
  readonly word: string;
  /** The keyword in full: its first spelling. */
  readonly name: string;
  /** What {@linkcode once} has seen. */
  readonly seen: Set<string>;
  /** Ends the parsing after this keyword; the arguments that follow are left. */
  readonly stop?: () => void;
  /** The command's context. */
  readonly context: Context;
}

/** What a keyword does to the object that is being put together. */
export interface Word<S> extends Formed {
  /** Parses the keyword; promises are awaited. */
  (spec: S, step: Step): void | Promise<void>;
}

/** An argument that is called as its keyword. */
const ARGUMENT: Argument = {};

/** The keywords of one command; see the module for the form of the keys. */
export type Grammar<S> = Readonly<Record<string, Word<S>>>;

/**
 * Parses arguments to their end.
 *
 * @param grammar The keywords.
 * @param spec What they change.
 * @param otherwise Is called for unknown arguments.
 * @param seen What {@linkcode once} has seen.
 */
export async function parse<S>(
  grammar: Grammar<S>,
  spec: S,
  args: Arguments,
  context: Context,
  otherwise: Word<S>,
  seen: Set<string> = new Set(),
): Promise<void> {
  const entries = Object.entries(grammar);
  let stopped = false;
  const stop = () => void (stopped = true);
  while (args.left > 0 && !stopped) {
    const arg = args.take();
    const [key, run] = entries.find(([key]) => fits(arg, key)) ??
      [arg, otherwise];
    const name = nameOf(key);
    const wait = run(spec, { args, word: arg, name, seen, stop, context });
    if (wait !== undefined) await wait;
  }
}

/** Ends the parsing before an unknown argument: {@linkcode parse} may call it. */
export function endHere(_: unknown, { args, stop }: Step): void {
  args.back();
  stop?.();
}

/** The first spelling of a key of a grammar. */
function nameOf(key: string): string {
  const end = key.search(/[* ]/);
  return end < 0 ? key : key.slice(0, end);
}

/** Error for a wrong argument, unless a command has its own. */
function invalid(name: string): string {
  return `"${name}" value is invalid\n`;
}

/** Properties of `S` that take a `V`. */
export type Takes<S, V> = {
  [K in keyof S]-?: V extends Exclude<S[K], undefined> ? K : never;
}[keyof S];

/**
 * Sets a property whose type is known to fit.
 *
 * @param spec The object.
 * @param key The property.
 * @param value Its value.
 */
export function assign<S, V>(spec: S, key: Takes<S, V>, value: V): void {
  (spec as Record<PropertyKey, unknown>)[key as PropertyKey] = value;
}

/**
 * A keyword followed by text.
 *
 * @param key The property to set.
 * @returns The keyword.
 */
export function text<S>(key: Takes<S, string>): Word<S> {
  return takes(
    ARGUMENT,
    (spec, { args }) => assign<S, string>(spec, key, args.take()),
  );
}

/**
 * A keyword that stands for a value.
 *
 * @param key The property to set.
 * @param value Its value.
 * @returns The keyword.
 */
export function value<S, K extends keyof S>(key: K, value: S[K]): Word<S> {
  return (spec) => void (spec[key] = value);
}

/** The tables of names that arguments can be out of, and what completes them. */
const TABLES = {
  tables: "table",
  protocols: "protocol",
  scopes: "scope",
  addressProtocols: undefined,
  groups: "group",
  dsFields: undefined,
} as const;

/**
 * A keyword followed by a name out of a table, or by its number.
 *
 * @param table The table.
 * @param argument What the argument is called in usage texts, and its meaning.
 * @param set Sets the number.
 * @param problem Error for other values; by default, that the value of the
 * keyword is invalid by default.
 * @returns The keyword.
 */
export function named<S>(
  table: keyof typeof TABLES,
  argument: Argument,
  set: (spec: S, value: number) => void,
  problem?: string,
): Word<S> {
  const from = TABLES[table];
  const form = from === undefined ? argument : { from, ...argument };
  return takes(form, (spec, { args, name, context: { names } }) => {
    const value = args.read(
      (arg) => names[table].numberOf(arg),
      problem ?? invalid(name),
    );
    set(spec, value);
  });
}

/**
 * A keyword followed by a number that is not negative.
 *
 * @param to The property to set, or what sets it.
 * @param bits How many bits the number may take.
 * @param problem Error for other values; by default, that the value of the
 * keyword is invalid by default.
 * @param most The largest number, if that is less.
 * @returns The keyword.
 */
export function number<S>(
  to: Takes<S, number> | ((spec: S, value: number) => void),
  bits: 8 | 16 | 32,
  problem?: string,
  most: number = Infinity,
): Word<S> {
  return takes(ARGUMENT, (spec, { args, name }) => {
    const arg = args.take();
    const value = unsigned(arg, bits);
    if (value === undefined || value > most) {
      throw invalidArgument(problem ?? invalid(name), arg);
    }
    if (typeof to === "function") to(spec, value);
    else assign<S, number>(spec, to, value);
  });
}

/**
 * A keyword followed by a number that may be negative.
 *
 * @param key The property to set.
 * @param problem Error for other values.
 * @returns The keyword.
 */
export function integer<S>(key: Takes<S, number>, problem: string): Word<S> {
  return takes(ARGUMENT, (spec, { args }) => {
    const value = args.read(signed, problem);
    assign<S, number>(spec, key, value);
  });
}

/**
 * A keyword followed by a number of up to 64 bits.
 *
 * @param key The property to set.
 * @param problem Error for other values.
 * @returns The keyword.
 */
export function bigNumber<S>(key: Takes<S, bigint>, problem: string): Word<S> {
  return takes(ARGUMENT, (spec, { args }) => {
    const value = args.read(unsigned64, problem);
    assign<S, bigint>(spec, key, value);
  });
}

/**
 * A keyword followed by the name of a device, whose index is set.
 *
 * @param key The property to set.
 * @param problem Error if there is no such device.
 * @returns The keyword.
 */
export function device<S>(key: Takes<S, number>, problem: string): Word<S> {
  return takes("DEVICE", async (spec, { args, context }) => {
    const name = args.take();
    const index = await context.links.indexOf(name);
    if (index === 0) throw invalidArgument(problem, name);
    assign<S, number>(spec, key, index);
  });
}

/**
 * A keyword that may be used only once.
 *
 * @param name What the error text calls it.
 * @param word The keyword.
 * @returns The keyword.
 */
export function once<S>(name: string, word: Word<S>): Word<S> {
  return withFormOf(word, (spec, step) => {
    if (step.seen.has(name)) {
      throw duplicateArgument(name, step.args.take());
    }
    step.seen.add(name);
    return word(spec, step);
  });
}

/**
 * Gives a keyword that wraps another one its form.
 *
 * @param word The other one.
 * @param outer What wraps it.
 * @returns The latter with the form.
 */
export function withFormOf<S>(word: Word<S>, outer: Word<S>): Word<S> {
  return word.form === undefined ? outer : takes(word.form, outer);
}
