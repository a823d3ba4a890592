/**
 * What a link kind declares of a setting: keyword, names and notation.
 *
 * @module
 */

import type { Form } from "../../../parse/form.ts";
import type { Grammar, Step, Word } from "../../../parse/grammar.ts";
import type { Context } from "../../../runtime/context.ts";
import type { ParserOptions } from "./kind.ts";

/** Names of a setting. */
export interface SettingNames {
  /** In JSON. */
  readonly json: string;
  /** In text. */
  readonly text: string;
}

/** Prints a value. */
export type PrintValue<V, D = unknown> = (
  context: Context,
  names: SettingNames,
  value: V,
  data: D,
) => void;

/** How a value is printed. */
export interface Printed<V> {
  /** Prints the value. */
  readonly print: PrintValue<V>;
}

/** How a value is parsed and printed. */
export interface Notation<V> extends Printed<V> {
  /** Form of the keyword in usage texts; by default the setting's keyword in capitals. */
  readonly argument: Form;
  /**
   * Parses the argument after the setting's keyword, which errors call `name`;
   * `undefined` if it is not valid, `null` to unset the property.
   */
  readonly read: (
    word: string,
    step: Step,
    name: string,
  ) => V | null | undefined | Promise<V | null | undefined>;
}

/** One setting. */
export interface Setting<D, V> {
  /**
   * The keyword that sets it, as a key of a grammar; read only without one. The
   * name of its argument in usage texts may come last, in capitals.
   */
  readonly word?: string;
  /** Keywords that stand for a value, as keys of a grammar. */
  readonly values?: Readonly<Record<string, V>>;
  /** Its name in errors, if that is not its name in text. */
  readonly name?: string;
  /** Its name in JSON, if that is not its name in text. */
  readonly json?: string;
  /** Its name in text, if that is not its keyword. */
  readonly text?: string;
  /** Error for values that are not valid. */
  readonly problem?: string;
  /** Form of what follows the keyword, for usage texts and completion. */
  readonly argument?: Form;
  /** The largest number, if that is less than what fits. */
  readonly most?: number;
  /** Parses the argument after it; by default, as the schema defines. */
  readonly read?: Notation<V>["read"];
  /** Whether the keyword may be the last one; `read` then gets "". */
  readonly optional?: boolean;
  /** Parses what follows the keyword, in place of `read`. */
  readonly take?: Word<D>;
  /**
   * Prints the value; by default, `name value` and a space. `null` if the value
   * is not printed.
   */
  readonly print?: PrintValue<V, D> | null;
  /** The value that is printed if there is none. */
  readonly absent?: V | false;
}

/** What settings of several kinds have in common. */
export type Common<V> = Setting<unknown, V>;

/** Settings in the order of printing; a string is the keyword of one. */
export type Settings<D> = {
  readonly [K in keyof D]?: string | Setting<D, Exclude<D[K], undefined>>;
};

/** Prints several properties together. */
export type PrintData<D> = (context: Context, data: D) => void;

/** Settings, and what is printed between them. */
export type Sections<D> = readonly (Settings<D> | PrintData<D>)[];

/** What else belongs to a kind. */
export interface KindOptions<D> extends Partial<ParserOptions<D>> {
  /** Keywords that set no property of their own. */
  readonly keywords?: Grammar<D>;
  /** What comes before the settings, for usage texts and completion. */
  readonly before?: Form;
  /** What these keywords are called together in usage texts. */
  readonly called?: string;
  /**
   * Keywords that are tried before the others, where the start of a keyword
   * fits several; by default, the order is that of printing.
   */
  readonly first?: string;
  /** Error for values that are not valid; by default, `invalid NAME`. */
  readonly problem?: (name: string) => string;
  /** The property without which nothing is printed. */
  readonly needs?: keyof D;
  /** Whether each setting is given only once. */
  readonly once?: boolean;
  /** The keywords before its own in usage texts, see {@linkcode Kind.usage}. */
  readonly usage?: string;
}
