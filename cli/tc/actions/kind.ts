/**
 * Kinds of actions, each declared once: its keywords, its checks and how it is
 * printed.
 *
 * @module
 */

import type {
  ActionParameters,
  ActionTimes,
} from "../../../messages/tc/actions/parameters.ts";
import { ACTION_CONTROLS } from "../../../messages/tc/actions/parameters.ts";
import { blank, type Codec } from "../../../messages/codec/mod.ts";
import {
  type Arguments,
  endHere,
  type Grammar,
  parse,
  takes,
  type Word,
} from "../../parse/grammar.ts";
import { incomplete, invalidArgument, usage } from "../../parse/errors.ts";
import type { Argument, Form } from "../../parse/form.ts";
import { unsigned } from "../../parse/numbers.ts";
import type { Printer } from "../../print/printer.ts";
import type { Context } from "../../runtime/context.ts";
import { CONTROL, takeControlOr } from "./control.ts";
import { badAction } from "./errors.ts";

/** What the settings of all kinds have. */
export interface ActionData {
  /** What all actions have. */
  parameters?: Pick<
    ActionParameters,
    "index" | "control" | "references" | "bindings"
  >;
  /** When it was used. */
  times?: ActionTimes;
}

/** A kind of actions. */
export interface ActionKind<D> {
  /** What may follow its name. */
  readonly form: Form;
  /** Takes its name, which is optional for some, and what follows it. */
  readonly parse: (args: Arguments, context: Context) => D | Promise<D>;
  /** Prints its name; by default, the name and a space. */
  readonly printName?: (printer: Printer) => void;
  /** What is complained of where the kernel reports no parameters. */
  readonly missing?: string;
  /** Prints what it does. */
  readonly print: (context: Context, data: D) => void;
}

/** A kind whose keywords come in any order. */
export interface WordKind<D extends ActionData> extends IndexRule {
  /** Codec of its parameters. */
  readonly parameters: Codec<NonNullable<D["parameters"]>>;
  /** The keywords, which change the settings. */
  readonly words: Grammar<D>;
  /** What happens to packets by default; `pipe` if it is left out. */
  readonly control?: number;
  /** Its form, if it is not that of its words. */
  readonly form?: Form;
  /** Whether nothing but a number may follow the name. */
  readonly byIndex?: boolean;
  /** Whether the number may come last; it may by default. */
  readonly indexAtEnd?: boolean;
  /** Whether nothing at all may follow the name. */
  readonly mayEnd?: boolean;
  /** Checks the settings before what happens to packets is read. */
  readonly afterWords?: (data: D) => void;
  /** Checks the settings; `given` are the keywords that there were. */
  readonly finish?: (
    data: D,
    given: ReadonlySet<string>,
    context: Context,
  ) => void;
  /** Prints what it does. */
  readonly print: ActionKind<D>["print"];
  /** As that of {@linkcode ActionKind}. */
  readonly printName?: ActionKind<D>["printName"];
  /** As that of {@linkcode ActionKind}. */
  readonly missing?: string;
}

/** An argument that is called as its keyword. */
const ARGUMENT: Argument = {};

/** What may follow the keywords of each kind. */
export const INDEX = "[ index INDEX ]";

/**
 * Makes a kind whose keywords come in any order, and after which comes what
 * happens to packets and the number.
 *
 * @param declared The kind.
 * @returns The kind.
 */
export function wordKind<D extends ActionData>(
  declared: WordKind<D>,
): ActionKind<D> {
  const { name, words, control = ACTION_CONTROLS.pipe } = declared;
  const form: Form = [
    declared.form ?? { options: words },
    { maybe: CONTROL },
    INDEX,
  ];
  const help = helpWord(name, form);
  const { print, printName, missing } = declared;
  return {
    form,
    print,
    ...printName !== undefined && { printName },
    ...missing !== undefined && { missing },
    async parse(args, context) {
      takeName(args, name, !declared.mayEnd);
      const parameters = blank(declared.parameters);
      const data = { parameters } as D;
      const given = new Set<string>();
      if (declared.byIndex && args.peek() === "index") {
        takeIndex(args, data, declared);
        return data;
      }
      const all: Grammar<D> = { ...noted(words, given), "help*": help };
      await parse(all, data, args, context, endHere);
      declared.afterWords?.(data);
      parameters.control = takeControlOr(args, context, control);
      const mayCome = declared.indexAtEnd !== false;
      if (mayCome && takeIndex(args, data, declared)) {
        given.add("index");
      }
      declared.finish?.(data, given, context);
      return data;
    },
  };
}

/** Keywords that note that they were given. */
function noted<D>(words: Grammar<D>, given: Set<string>): Grammar<D> {
  return Object.fromEntries(
    Object.entries(words).map(([key, word]) => {
      const noting: Word<D> = (data, step) => {
        given.add(step.name);
        return word(data, step);
      };
      return [key, noting];
    }),
  );
}

/**
 * Takes the name of a kind.
 *
 * @param name The name.
 * @param needsMore Whether something has to follow it.
 */
export function takeName(
  args: Arguments,
  name: string,
  needsMore = true,
): void {
  if (args.takeIf(`${name}*`) && needsMore) needMore(args);
}

/**
 * Makes sure that the command does not end here.
 *
 * @returns The next argument, which is not taken.
 * @throws {CommandError} If it does.
 */
export function needMore(args: Arguments): string {
  const word = args.peek();
  if (word === undefined) throw incomplete();
  return word;
}

/** How the number of an action is read. */
export interface IndexRule {
  /** Name of the kind. */
  readonly name: string;
  /** Whether it may be hexadecimal. */
  readonly anyBase?: boolean;
  /** What is complained of where it is wrong: a text, or what to throw. */
  readonly index?: string | ((arg: string) => Error);
}

/**
 * Takes `index` and a number, if they come next.
 *
 * @param data The settings whose number is set.
 * @param rule How it is read.
 * @returns Whether they came.
 * @throws {ActionError} If the number is none.
 */
export function takeIndex(
  args: Arguments,
  data: ActionData,
  { name, anyBase = false, index }: IndexRule,
): boolean {
  if (!args.takeIf("index*")) return false;
  const word = args.take();
  const value = unsigned(word, 32, anyBase ? 0 : 10);
  if (value === undefined) {
    throw typeof index === "function"
      ? index(word)
      : badAction(index ?? `${name}: Illegal "index"\n`);
  }
  data.parameters!.index = value;
  return true;
}

/** The keyword that shows the usage of a kind. */
function helpWord<D>(name: string, form: Form): Word<D> {
  return () => {
    throw kindUsage(name, form);
  };
}

/**
 * Ends the program with the usage of a kind.
 *
 * @param name Its name.
 * @param form What may follow it.
 * @param before What is shown before it.
 * @returns What to throw.
 */
export function kindUsage(name: string, form: Form, before = ""): Error {
  return usage({ of: `... ${name}`, form }, before);
}

/**
 * A keyword followed by a number, whose error ends the action, not the program.
 *
 * @param set Sets the number.
 * @param bits How many bits it may take.
 * @param problem What is wrong with other values.
 * @param base 10, or 0 for what its prefix gives.
 * @param most The largest number, if that is less.
 * @returns The keyword.
 */
export function actionNumber<D>(
  set: (data: D, value: number) => void,
  bits: 8 | 16 | 32,
  problem: string | ((word: string) => string),
  base: 0 | 10 = 10,
  most = Infinity,
): Word<D> {
  return takes(ARGUMENT, (data: D, { args }) => {
    const word = args.take();
    const value = unsigned(word, bits, base);
    if (value === undefined || value > most) {
      throw badAction(typeof problem === "string" ? problem : problem(word));
    }
    set(data, value);
  });
}

/**
 * A keyword followed by a number, whose error ends the program.
 *
 * @param set Sets the number.
 * @param bits How many bits it may take.
 * @param problem What is wrong with other values.
 * @param isValid Whether a number is valid.
 * @returns The keyword.
 */
export function checkedNumber<D>(
  set: (data: D, value: number) => void,
  bits: 8 | 16 | 32,
  problem: string,
  isValid: (value: number) => boolean = () => true,
): Word<D> {
  return takes(ARGUMENT, (data: D, { args }) => {
    const word = args.take();
    const value = unsigned(word, bits);
    if (value === undefined || !isValid(value)) {
      throw invalidArgument(problem, word);
    }
    set(data, value);
  });
}

/**
 * A hexadecimal number, as JSON has it.
 *
 * @param value The number.
 * @returns The text; zero has no prefix.
 */
export function prefixedHex(value: number): string {
  return value === 0 ? "0" : `0x${value.toString(16)}`;
}

/** How the end of an action is printed. */
export interface UseFormat {
  /** What comes before its number. */
  readonly lead?: string;
  /** What ends its line; what ends lines by default. */
  readonly end?: string;
  /** What is printed before its line; what ends lines by default. */
  readonly start?: string;
  /** What is printed before the times. */
  readonly extra?: () => void;
  /** What is printed after the times, with `-statistics`. */
  readonly counters?: () => void;
}

/**
 * Prints the number of an action, who uses it and when it was used.
 *
 * @param context Where and how.
 * @param data Its settings.
 * @param format What differs from most kinds.
 */
export function printUse(
  { printer, options }: Context,
  { parameters, times }: ActionData,
  format: UseFormat = {},
): void {
  const { index, references, bindings } = parameters!;
  const { lead = "\t index ", start = printer.line, end = printer.line } =
    format;
  printer.text(start);
  printer.value("index", index, `${lead}${index}`);
  printer.spaced("ref", references);
  printer.spaced("bind", bindings);
  format.extra?.();
  if (options.stats > 0) {
    if (times !== undefined) printTimes(printer, times);
    format.counters?.();
  }
  printer.text(end);
}

/**
 * Prints when an action was used.
 *
 * @param printer Where to.
 * @param times When.
 */
export function printTimes(printer: Printer, times: ActionTimes): void {
  const rows = [
    ["installed", "installed", times.installed],
    ["last_used", "used", times.lastUsed],
    ["first_used", "firstused", times.firstUsed ?? 0n],
    ["expires", "expires", times.expires],
  ] as const;
  for (const [json, text, ticks] of rows) {
    if (ticks === 0n) continue;
    const seconds = BigInt.asUintN(32, ticks / 100n);
    printer.value(json, seconds, ` ${text} ${seconds} sec`);
  }
}
