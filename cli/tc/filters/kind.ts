/**
 * What the kinds of filters have in common on the command line of `tc filter`.
 *
 * @module
 */

import { textFromBytes, textToBytes } from "../../../messages/codec/mod.ts";
import type { TcHeader } from "../../../messages/tc/header.ts";
import type { ActionEntry } from "../../../messages/tc/action.ts";
import type { PoliceData } from "../../../messages/tc/actions/police.ts";
import type { EmatchTree } from "../../../messages/tc/ematches/tree.ts";
import {
  TCA_CLS_FLAGS_IN_HW,
  TCA_CLS_FLAGS_NOT_IN_HW,
  TCA_CLS_FLAGS_SKIP_HW,
  TCA_CLS_FLAGS_SKIP_SW,
} from "../../../messages/tc/filters/flags.ts";
import { CommandError, fail } from "../../parse/errors.ts";
import type { Form } from "../../parse/form.ts";
import {
  type Arguments,
  type Grammar,
  parse,
  type Step,
  takes,
  type Word,
} from "../../parse/grammar.ts";
import { strtoul, unsigned } from "../../parse/numbers.ts";
import type { Context } from "../../runtime/context.ts";
import { CLASS_ID, classIdOf } from "../handles.ts";

/**
 * A filter that is being put together.
 *
 * @typeParam D The options of its kind.
 */
export interface Draft<D> {
  /** The header of the message, whose handle kinds set. */
  readonly header: TcHeader;
  /** The handle as it was typed. */
  readonly handle: string | undefined;
  /** The options of the kind. */
  data: D;
}

/**
 * A kind of filters.
 *
 * @typeParam D Its options.
 */
export interface FilterKind<D> {
  /** What may follow its name. */
  readonly form: Form;
  /**
   * Parses what follows its name.
   *
   * @returns Whether there are options, which then are sent.
   * @throws {CommandError} If an argument is wrong.
   */
  readonly parse: (
    draft: Draft<D>,
    args: Arguments,
    context: Context,
  ) => Promise<boolean>;
  /**
   * Prints its options.
   *
   * @param header The header of the message.
   */
  readonly print: (context: Context, data: D, header: TcHeader) => void;
}

/** How a kind is parsed. */
export interface KindParser<D> {
  /** Its keywords. */
  readonly words: Grammar<Draft<D>>;
  /** Reads the handle, and sets it in the header. */
  readonly handle: (draft: Draft<D>, text: string) => void;
  /** Whether options are sent even if there are no arguments. */
  readonly always?: boolean;
  /** Completes the options after the last argument. */
  readonly finish?: (draft: Draft<D>, context: Context) => void;
  /** What may follow its name, if that is more than its keywords. */
  readonly form?: Form;
  /**
   * Takes what is none of its keywords; `unknown` makes the error for those that
   * are wrong.
   */
  readonly otherwise?: (
    draft: Draft<D>,
    step: Step,
    unknown: () => CommandError,
  ) => Promise<void>;
}

/**
 * Makes a kind.
 *
 * @typeParam D Its options.
 * @param name Its name.
 * @param parser How it is parsed.
 * @param print Prints its options.
 * @returns The kind.
 */
export function filterKind<D>(
  name: string,
  { words, handle, always = false, finish, otherwise, ...more }: KindParser<
    NoInfer<D>
  >,
  print: FilterKind<NoInfer<D>>["print"],
): FilterKind<D> {
  const { form = { options: words } } = more;
  const help = { of: `... ${name}`, form };
  return {
    form,
    parse: async (draft, args, context) => {
      if (draft.handle !== undefined) handle(draft, draft.handle);
      if (args.left === 0 && !always) return false;
      await parse(words, draft, args, context, (_, step) => {
        const { word } = step;
        const text = word === "help" ? "" : `What is "${word}"?\n`;
        const unknown = () => new CommandError(1, false, text, help);
        if (otherwise === undefined) throw unknown();
        return otherwise(draft, step, unknown);
      });
      finish?.(draft, context);
      return true;
    },
    print,
  };
}

/**
 * A handle that is a number.
 *
 * @param draft The filter.
 * @param text What was typed.
 * @throws {CommandError} If it is none.
 */
export function numericHandle({ header }: Draft<unknown>, text: string): void {
  const value = unsigned(text, 32);
  if (value === undefined) throw illegal("handle");
  header.handle = value;
}

const LONG_MAX = 2n ** 63n - 1n;

/**
 * A handle that begins with a number, as C's `strtol` reads it.
 *
 * @param draft The filter.
 * @param text What was typed.
 * @throws {CommandError} If the number is too large.
 */
export function looseHandle({ header }: Draft<unknown>, text: string): void {
  const { value } = strtoul(text);
  if (value >= LONG_MAX || value <= -LONG_MAX - 1n) {
    throw fail(1, `Illegal handle "${text}", must be numeric.`);
  }
  header.handle = Number(BigInt.asUintN(32, value));
}

/**
 * An argument is not what it should be.
 *
 * @param name The keyword before it.
 * @returns What to throw.
 */
export function illegal(name: string): CommandError {
  return fail(1, `Illegal "${name}"`);
}

/**
 * The class of packets that match.
 *
 * @returns The keyword.
 */
export function classId<D extends { classId?: number }>(): Word<Draft<D>> {
  return takes(CLASS_ID, ({ data }, { args }) => {
    const id = classIdOf(args.take());
    if (id === undefined) throw illegal("classid");
    data.classId = id;
  });
}

/**
 * The device that packets have to come by.
 *
 * @returns The keyword.
 */
export function inputDevice<D extends { inputDevice?: string }>(): Word<
  Draft<D>
> {
  return takes("DEV:device", ({ data }, { args }) => {
    if (args.left === 0) throw fail(1, "Illegal indev");
    data.inputDevice = shortened(args.take(), 15);
  });
}

/** Cuts off what a name has too many bytes of. */
function shortened(text: string, bytes: number): string {
  const all = textToBytes(text);
  return all.length <= bytes ? text : textFromBytes(all.slice(0, bytes));
}

/** Adds to what an error shows, unless it ends the program. */
function rethrow(error: unknown, more: CommandError): never {
  if (!(error instanceof CommandError) || error.exits) throw error;
  throw new CommandError(
    more.code,
    false,
    error.message + (error.help === undefined ? more.message : ""),
    error.help,
  );
}

/**
 * What is done with packets that match.
 *
 * @param name What errors call it.
 * @returns The keyword.
 */
export function action<D extends { actions?: ActionEntry[] }>(
  name = '"action"',
): Word<Draft<D>> {
  return takes("ACTION_SPEC", async ({ data }, { args, context }: Step) => {
    const { parseActions } = await import("../actions/parse.ts");
    if (args.left === 0) args.take();
    try {
      data.actions = await parseActions(args, context);
    } catch (error) {
      rethrow(error, fail(1, `Illegal ${name}`));
    }
  });
}

/**
 * A limit of the rate.
 *
 * @returns The keyword.
 */
export function police<D extends { police?: PoliceData }>(): Word<Draft<D>> {
  return takes("POLICE_SPEC", async ({ data }, { args, context }: Step) => {
    const { parsePolice } = await import("../actions/parse.ts");
    if (args.left === 0) args.take();
    try {
      data.police = await parsePolice(args, context);
    } catch (error) {
      rethrow(error, illegal("police"));
    }
  });
}

/**
 * Conditions.
 *
 * @returns The keyword.
 */
export function match<D extends { ematches?: EmatchTree }>(): Word<Draft<D>> {
  return takes("EMATCH_TREE", async ({ data }, { args, context }: Step) => {
    const { parseEmatches } = await import("../ematches/parse.ts");
    if (args.left === 0) args.take();
    const tree = await parseEmatches(args, context);
    if (tree !== undefined) data.ematches = tree;
  });
}

/** Properties of options that are flags. */
type FlagsOf<D> = {
  [K in keyof D]-?: number extends D[K] ? K : never;
}[keyof D];

/**
 * A keyword that sets a bit.
 *
 * @param property The property that has the bit.
 * @param bit The bit.
 * @param followed Whether another argument has to follow.
 * @returns The keyword.
 */
export function flag<D>(
  property: FlagsOf<D>,
  bit: number,
  followed = false,
): Word<Draft<D>> {
  return ({ data }, { args }) => {
    const flags = data as Record<PropertyKey, unknown>;
    flags[property] = (flags[property] as number | undefined ?? 0) | bit;
    if (followed && args.left === 0) args.take();
  };
}

/**
 * Refuses filters that are to be neither in hardware nor in software.
 *
 * @param flags `TCA_CLS_FLAGS_*`.
 * @throws {CommandError} If both are set.
 */
export function exclusive(flags: number | undefined): void {
  const both = TCA_CLS_FLAGS_SKIP_HW | TCA_CLS_FLAGS_SKIP_SW;
  if (flags === both) {
    throw fail(1, "skip_hw and skip_sw are mutually exclusive");
  }
}

/** Where a filter is, and whether that is shown on a line of its own. */
export interface Shown {
  /** What is shown before each name. */
  readonly before: string;
  /** What is shown after each name. */
  readonly after: string;
}

/**
 * Prints where a filter is to be, and is.
 *
 * @param flags `TCA_CLS_FLAGS_*`.
 * @param shown How it is shown.
 */
export function printFlags(
  { printer }: Context,
  flags: number,
  { before, after }: Shown,
): void {
  const show = (name: string) =>
    printer.value(name, true, `${before}${name}${after}`);
  if ((flags & TCA_CLS_FLAGS_SKIP_HW) !== 0) show("skip_hw");
  if ((flags & TCA_CLS_FLAGS_SKIP_SW) !== 0) show("skip_sw");
  if ((flags & TCA_CLS_FLAGS_IN_HW) !== 0) show("in_hw");
  else if ((flags & TCA_CLS_FLAGS_NOT_IN_HW) !== 0) show("not_in_hw");
}
