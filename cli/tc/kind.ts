/**
 * What a file of a kind of queueing disciplines exports.
 *
 * @module
 */

import type { Context } from "../runtime/context.ts";
import { type Arguments, parse, takes } from "../parse/grammar.ts";
import type { Grammar } from "../parse/grammar.ts";
import { CommandError } from "../parse/errors.ts";
import type { Form, Formed } from "../parse/form.ts";

/** What the arguments of a kind are parsed for. */
export interface KindStep {
  /** The command's context. */
  readonly context: Context;
  /** Name of the kind. */
  readonly name: string;
  /** Name of the device; empty if none was given before. */
  readonly device: string;
  /** Flags of the request, `NLM_F_*`, which a kind may add to. */
  flags: number;
}

/**
 * Parses the arguments after the name of a kind.
 *
 * @typeParam D The kind's `TCA_OPTIONS`.
 */
export interface ParseKind<D> extends Formed {
  /**
   * Parses them; `undefined` if there are no options to send.
   *
   * @throws {CommandError} If an argument is wrong.
   */
  (args: Arguments, step: KindStep): Promise<D | undefined>;
}

/** Prints data of a kind. */
export type PrintKind<D> = (context: Context, data: D, name: string) => void;

/** Options of a queueing discipline or of its classes. */
export interface KindPart<D> {
  /** Parses options; there are none to parse if it is missing. */
  readonly parse?: ParseKind<D>;
  /** Prints options. */
  readonly print?: PrintKind<D>;
}

/**
 * A kind of queueing disciplines.
 *
 * @typeParam Q `TCA_OPTIONS` of the queueing discipline.
 * @typeParam C `TCA_OPTIONS` of its classes.
 * @typeParam S `TCA_STATS_APP` of the queueing discipline.
 * @typeParam T `TCA_STATS_APP` of its classes.
 */
export interface QdiscKind<Q = never, C = never, S = never, T = S>
  extends KindPart<Q> {
  /** Options of its classes; it has none if this is missing. */
  readonly class?: KindPart<C>;
  /** Prints counters of the queueing discipline. */
  readonly printStats?: PrintKind<S>;
  /** Prints counters of its classes. */
  readonly printClassStats?: PrintKind<T>;
}

/** Options of a kind with any data. */
export interface AnyKindPart extends Omit<KindPart<never>, "parse"> {
  /** Parses options. */
  readonly parse?: ParseKind<object>;
}

/** A kind with any data. */
export interface AnyQdiscKind extends
  AnyKindPart,
  Pick<
    QdiscKind<never, never, never, never>,
    "printStats" | "printClassStats"
  > {
  /** Options of its classes. */
  readonly class?: AnyKindPart;
}

/** How {@linkcode parser} differs. */
export interface ParserOptions<S, D> {
  /** What the arguments change at first. */
  readonly start?: () => S;
  /** Makes the options of what the arguments have changed. */
  readonly finish?: (spec: S, step: KindStep) => D | undefined;
  /** Error text for unknown arguments, with its line feeds. */
  readonly unknown?: (word: string, name: string) => string;
  /** What usage texts call the kind; its name by default. */
  readonly called?: string;
  /** What usage texts show after that; what may follow the kind by default. */
  readonly usage?: Form;
  /** Spellings of `help`; spelled out by default. */
  readonly help?: string;
  /** What may follow the kind, if that is not any of the keywords. */
  readonly form?: Form;
  /** Takes an argument that is no keyword, if it can. */
  readonly other?: (spec: S, word: string, step: KindStep) => boolean;
}

/**
 * Makes what parses the arguments of a kind.
 *
 * @typeParam S What the arguments change.
 * @typeParam D The kind's `TCA_OPTIONS`.
 * @param grammar The keywords.
 * @param options How it differs from most.
 * @returns What parses them.
 */
export function parser<S extends object, D>(
  grammar: Grammar<S>,
  options: ParserOptions<S, D> = {},
): ParseKind<D> {
  const {
    start = () => ({}) as S,
    finish = (spec: S) => spec as unknown as D,
    unknown = (word: string) => `What is "${word}"?\n`,
    help = "help",
    form = { options: grammar },
    other,
    called,
    usage = form,
  } = options;
  return takes(form, async (args: Arguments, step: KindStep) => {
    const spec = start();
    const { context, name } = step;
    const failed = (text = "") =>
      new CommandError(1, false, text, {
        of: `... ${called ?? name}`,
        form: usage,
      });
    await parse(
      {
        ...grammar,
        [help]: () => {
          throw failed();
        },
      },
      spec,
      args,
      withDevice(context, step.device),
      (spec, { word }) => {
        if (other?.(spec, word, step)) return;
        throw failed(unknown(word, name));
      },
    );
    return finish(spec, step);
  });
}

const devices: WeakMap<Context, string> = new WeakMap();

/** Notes the device that rates in percent refer to. */
function withDevice(context: Context, device: string): Context {
  devices.set(context, device);
  return context;
}

/**
 * The device that arguments of a kind are about.
 *
 * @returns Its name; empty if there is none.
 */
export function deviceOf(context: Context): string {
  return devices.get(context) ?? "";
}

/**
 * A usage text of a kind, and what is shown before it.
 *
 * @param before What is shown before.
 * @param name Name of the kind.
 * @param form What may follow it.
 * @returns What to throw.
 */
export function failWithUsage(
  before: string,
  name: string,
  form: Form = [],
): CommandError {
  return new CommandError(1, false, before, { of: `... ${name}`, form });
}
