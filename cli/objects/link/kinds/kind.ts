/**
 * What a file of a kind of links exports, and what such files share.
 *
 * @module
 */

import type { LinkMessage } from "../../../../messages/link/link.ts";
import {
  CommandError,
  duplicateOrGarbage,
  incomplete,
  noDevice,
} from "../../../parse/errors.ts";
import {
  type Arguments,
  type Grammar,
  matches,
  parse,
  takes,
  withFormOf,
  type Word,
} from "../../../parse/grammar.ts";
import type { Form, Formed } from "../../../parse/form.ts";
import type { Context } from "../../../runtime/context.ts";

/** What is being done to a link while its kind's arguments are parsed. */
export interface LinkChange {
  /** The command's context. */
  readonly context: Context;
  /** Name of the kind. */
  readonly name: string;
  /** Whether the link is to be created. */
  readonly creates: boolean;
  /** Whether a link that is there is to be changed. */
  readonly changes: boolean;
  /** The message that is being put together. */
  readonly message: LinkMessage;
}

/**
 * A kind of links.
 *
 * @typeParam D Its data, as messages have it.
 */
export interface Kind<D> {
  /** The keywords before its own in usage texts; `... NAME` by default. */
  readonly usage?: string;
  /** Writes the data. */
  readonly print?: (context: Context, data: D) => void;
  /** Writes statistics that come with the data. */
  readonly printStatistics?: (context: Context, statistics: never) => void;
  /**
   * Puts the arguments after `type KIND` into data.
   *
   * @throws {CommandError} If an argument is wrong.
   */
  readonly parse?: KindParser<D>;
}

/** Parses the arguments of a kind. */
export interface KindParser<D> extends Formed {
  /** Puts the arguments after `type KIND` into data. */
  (args: Arguments, change: LinkChange): Promise<D>;
}

/** A kind whose data may be anything. */
export interface AnyKind extends Omit<Kind<never>, "parse"> {
  /** Puts the arguments after `type KIND` into data. */
  readonly parse?: KindParser<object>;
}

/** How {@linkcode kindParser} parses keywords. */
export interface ParserOptions<D> {
  /** What is printed of unknown arguments; `undefined` to skip them. */
  readonly unknown: (name: string, word: string) => string | undefined;
  /** Data to start from, which may take the first arguments. */
  readonly start?: (change: LinkChange, args: Arguments) => D | Promise<D>;
  /** Is called in the end; `seen` are the names that {@linkcode unique} saw. */
  readonly finish?: (data: D, change: LinkChange, seen: Set<string>) => void;
  /** Whether `help` has to be spelled out. */
  readonly wholeHelp?: boolean;
  /** What may be typed; by default, the keywords of the grammar in any order. */
  readonly form?: Form;
}

/**
 * Makes the parser of a kind.
 *
 * @param grammar The keywords.
 * @param options How to parse the others.
 * @returns The parser.
 */
export function kindParser<D extends object>(
  grammar: Grammar<D>,
  { unknown, start, finish, wholeHelp = false, form = { options: grammar } }:
    ParserOptions<D>,
): KindParser<D> {
  return takes(form, async (args, change) => {
    const data = await start?.(change, args) ?? ({} as D);
    const seen = new Set<string>();
    await parse(grammar, data, args, change.context, (_, { word }) => {
      if (wholeHelp ? word === "help" : matches(word, "help")) {
        throw failWithUsage(change.name);
      }
      const problem = unknown(change.name, word);
      if (problem === undefined) return;
      throw failWithUsage(change.name, problem);
    }, seen);
    finish?.(data, change, seen);
    return data;
  });
}

/**
 * Ends the command with the usage of a kind.
 *
 * @param name Name of the kind.
 * @param before What is shown before the usage.
 * @returns What to throw.
 */
export function failWithUsage(name: string, before = ""): CommandError {
  return new CommandError(1, false, before, { kind: name });
}

/**
 * The usual text about unknown arguments.
 *
 * @param name Name of the kind.
 * @param word The keyword.
 * @returns The text.
 */
export function unknownCommand(name: string, word: string): string {
  return `${name}: unknown command "${word}"?\n`;
}

/**
 * The other usual text about unknown arguments.
 *
 * @param name Name of the kind.
 * @param word The keyword.
 * @returns The text.
 */
export function unknownOption(name: string, word: string): string {
  return `${name}: unknown option "${word}"?\n`;
}

/**
 * A keyword that may be used only once.
 *
 * @param name What it is about.
 * @param word The keyword.
 * @param key What the error text calls it; what was typed if it takes no value.
 * @returns The keyword.
 */
export function unique<S>(
  name: string,
  word: Word<S>,
  key?: string,
): Word<S> {
  return withFormOf(word, (spec, step) => {
    if (step.seen.has(name)) {
      throw key === undefined
        ? duplicateOrGarbage(step.word, step.word)
        : duplicateOrGarbage(key, step.args.take());
    }
    if (key !== undefined && step.args.left === 0) throw incomplete();
    step.seen.add(name);
    return word(spec, step);
  });
}

/**
 * Finds a device, where `ip` prints `Cannot find device` if there is none.
 *
 * @param name Its name.
 * @param exits Whether the program ends if there is no such device.
 * @returns Its index.
 * @throws {CommandError} If there is no such device.
 */
export async function findDevice(
  name: string,
  { links }: Context,
  exits = false,
): Promise<number> {
  const index = await links.indexOf(name);
  if (index !== 0) return index;
  throw exits
    ? new CommandError(255, true, noDevice(name).message)
    : noDevice(name);
}
