/**
 * What a file of a kind of encapsulations exports, and what such files share.
 *
 * @module
 */

import type { Codec } from "../../../../messages/codec/mod.ts";
import { usage } from "../../../parse/errors.ts";
import type { Form, Formed } from "../../../parse/form.ts";
import {
  type Arguments,
  endHere,
  type Grammar,
  parse,
  type Step,
  takes,
  type Word,
} from "../../../parse/grammar.ts";
import { findDevice, unique } from "../../link/kinds/kind.ts";
import { device } from "../../link/kinds/notations.ts";
import { printSettings, wordsOfSettings } from "../../link/kinds/settings.ts";
import type {
  Notation,
  PrintData,
  Sections,
  Settings,
} from "../../link/kinds/setting.ts";
import type { Context } from "../../../runtime/context.ts";

/** Takes the arguments after the name of a kind. */
export interface Take<E> extends Formed {
  /**
   * Takes them.
   *
   * @throws {CommandError} If an argument is wrong.
   */
  (args: Arguments, context: Context): E | Promise<E>;
}

/**
 * A kind of encapsulations.
 *
 * @typeParam E The encapsulation, as messages have it.
 */
export interface EncapKind<E> {
  /** Takes the arguments after its name. */
  readonly take: Take<E>;
  /** Writes what comes after its name. */
  readonly print: PrintData<E>;
}

/** A kind whose encapsulations may be anything. */
export interface AnyEncap extends Omit<EncapKind<never>, "take"> {
  /** Takes the arguments after its name. */
  readonly take: Take<object>;
}

/** How keywords of an encapsulation are taken. */
export interface TakeOptions<D, E> {
  /** What the keywords are called together in usage texts. */
  readonly called?: string;
  /** What each of them is called there. */
  readonly each?: string;
  /** What comes before the keywords. */
  readonly before?: Form;
  /** What is put together, with what comes before the keywords. */
  readonly start: (args: Arguments) => D;
  /** What becomes of it in the end. */
  readonly finish: (draft: D) => E;
  /** What is done with other arguments; by default, they are left. */
  readonly otherwise?: Word<D>;
}

/**
 * Makes what takes the keywords of a kind.
 *
 * @typeParam D What is put together.
 * @typeParam E The encapsulation.
 * @param grammar The keywords.
 * @param options How they are taken.
 * @returns What takes them.
 */
export function keywords<D, E>(
  grammar: Grammar<D>,
  { called, each, before = [], start, finish, otherwise = endHere }:
    TakeOptions<D, E>,
): Take<E> {
  const words: Form = { options: grammar };
  const options: Form = [
    before,
    each === undefined ? words : { anyOrder: [{ name: each, means: words }] },
  ];
  const form = called === undefined
    ? options
    : { name: called, means: options };
  return takes(form, async (args, context) => {
    const draft = start(args);
    await parse(grammar, draft, args, context, otherwise);
    return finish(draft);
  });
}

/** What else belongs to a kind. */
export interface EncapOptions<E, D> extends Partial<TakeOptions<D, E>> {
  /** Keywords that set no property of their own. */
  readonly keywords?: Grammar<D>;
  /** The property without which nothing is printed. */
  readonly needs?: keyof D;
  /** Whether settings may be given several times. */
  readonly repeats?: boolean;
}

/**
 * A kind whose keywords are its settings.
 *
 * @typeParam E The encapsulation.
 * @typeParam D What is put together.
 * @param codec Its schema.
 * @param settings Its settings.
 * @param options What else belongs to it.
 * @returns The kind.
 */
export function encapOfSettings<E extends object, D extends E = E>(
  codec: Codec<E>,
  settings: Settings<D> | Sections<D>,
  {
    keywords: more = {},
    repeats = false,
    start = () => ({} as D),
    finish = (encap) => encap,
    needs,
    ...options
  }: EncapOptions<E, D>,
): EncapKind<E> {
  const draft = codec as unknown as Codec<D>;
  const grammar: Grammar<D> = {
    ...wordsOfSettings(draft, settings, {
      once: !repeats,
      problem: (name) => `"${name}" value is invalid\n`,
    }),
    ...more,
  };
  return {
    take: keywords(grammar, { start, finish, ...options }),
    print: printSettings(draft, settings, needs) as PrintData<E>,
  };
}

/**
 * The keyword that shows the usage of a kind.
 *
 * @param name Name of the kind.
 * @param kind The kind.
 * @returns The keyword.
 */
export function help<D>(
  name: string,
  kind: () => AnyEncap,
): Word<D> {
  return () => {
    throw usageOf(name, kind().take.form);
  };
}

/**
 * Shows the usage of a kind, which ends the program.
 *
 * @param name Name of the kind.
 * @param form Form of its arguments.
 * @returns What to throw.
 */
export function usageOf(name: string, form: Form = []): Error {
  return usage({ of: `ip route ... encap ${name}`, form });
}

/** An index, by the name of a device whose absence ends the program. */
export const neededDevice: Notation<number> = {
  ...device,
  read: (word, { context }) => findDevice(word, context, true),
};

/** A routing table. */
export const routingTable: Notation<number> = {
  argument: "TABLEID:table",
  read: (word, { context: { names } }) => names.tables.numberOf(word),
  print: ({ printer, names }, { json }, table) =>
    printer.named(json, names.tables.nameOf(table)),
};

/**
 * Prints an address of the outer header, in its color.
 *
 * @param color The color.
 * @param key Its keyword, which is its name in JSON.
 * @param address The address.
 */
export function printOuter(
  { printer }: Context,
  color: "inet" | "inet6",
  key: string,
  address: string | undefined,
): void {
  if (address === undefined) return;
  printer.colored(color, key, address, `${key} ${address} `);
}

/**
 * A keyword with an argument that may be used only once.
 *
 * @typeParam D What it changes.
 * @param name The keyword.
 * @param form What follows it.
 * @param set What it does with the argument.
 * @returns The keyword.
 */
export function single<D>(
  name: string,
  form: Form,
  set: (draft: D, arg: string, step: Step) => void,
): Word<D> {
  return unique(
    name,
    takes(form, (draft, step) => set(draft, step.args.take(), step)),
    name,
  );
}
