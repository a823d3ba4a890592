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
  type Grammar,
  matches,
  parse,
  takes,
  withFormOf,
  type Word,
  type Words,
} from "../../../parse/grammar.ts";
import type { Formed } from "../../../parse/form.ts";
import type { Context } from "../../../runtime/context.ts";

/** What is being done to a link while its kind's words are parsed. */
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
  /** What `ip link help KIND` prints. */
  readonly help?: string;
  /** Writes the data. */
  readonly print?: (context: Context, data: D) => void;
  /** Writes statistics that come with the data. */
  readonly printStatistics?: (context: Context, statistics: never) => void;
  /**
   * Puts the words after `type KIND` into data.
   *
   * @throws {CommandError} If a word is wrong.
   */
  readonly parse?: KindParser<D>;
}

/** Parses the words of a kind. */
export interface KindParser<D> extends Formed {
  /** Puts the words after `type KIND` into data. */
  (words: Words, change: LinkChange): Promise<D>;
}

/** A kind whose data may be anything. */
export interface AnyKind extends Omit<Kind<never>, "parse"> {
  /** Puts the words after `type KIND` into data. */
  readonly parse?: KindParser<object>;
}

/** How {@linkcode kindParser} parses words. */
export interface ParserOptions<D> {
  /** What `help` shows. */
  readonly help: string | ((name: string) => string);
  /** What is printed of words that are not known; `undefined` to skip them. */
  readonly unknown: (name: string, word: string) => string | undefined;
  /** Data to start from, which may take the first words. */
  readonly start?: (change: LinkChange, words: Words) => D | Promise<D>;
  /** Is called in the end; `seen` are the names that {@linkcode unique} saw. */
  readonly finish?: (data: D, change: LinkChange, seen: Set<string>) => void;
  /** Whether `help` has to be spelled out. */
  readonly wholeHelp?: boolean;
}

/**
 * Makes the parser of a kind.
 *
 * @param grammar The words that are known.
 * @param options How to parse the others.
 * @returns The parser.
 */
export function kindParser<D extends object>(
  grammar: Grammar<D>,
  { help, unknown, start, finish, wholeHelp = false }: ParserOptions<D>,
): KindParser<D> {
  return takes({ options: grammar }, async (words, change) => {
    const data = await start?.(change, words) ?? ({} as D);
    const seen = new Set<string>();
    const text = typeof help === "string" ? help : help(change.name);
    await parse(grammar, data, words, change.context, (_, { word }) => {
      if (wholeHelp ? word === "help" : matches(word, "help")) {
        throw new CommandError(1, false, text);
      }
      const problem = unknown(change.name, word);
      if (problem === undefined) return;
      throw new CommandError(1, false, problem + text);
    }, seen);
    finish?.(data, change, seen);
    return data;
  });
}

/**
 * The usual text about words that are not known.
 *
 * @param name Name of the kind.
 * @param word The word.
 * @returns The text.
 */
export function unknownCommand(name: string, word: string): string {
  return `${name}: unknown command "${word}"?\n`;
}

/**
 * The other usual text about words that are not known.
 *
 * @param name Name of the kind.
 * @param word The word.
 * @returns The text.
 */
export function unknownOption(name: string, word: string): string {
  return `${name}: unknown option "${word}"?\n`;
}

/**
 * A word that may be used only once.
 *
 * @param name What it is about.
 * @param word The word.
 * @param key What the error text calls it; what was typed if it takes no value.
 * @returns The word.
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
        : duplicateOrGarbage(key, step.words.take());
    }
    if (key !== undefined && step.words.left === 0) throw incomplete();
    step.seen.add(name);
    return word(spec, step);
  });
}

/**
 * Finds a device, where `ip` prints `Cannot find device` if there is none.
 *
 * @param name Its name.
 * @param context The command's context.
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
