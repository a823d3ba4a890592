/**
 * Keywords of which an action has one: what is done by it.
 *
 * @module
 */

import { invalidArgument } from "../../parse/errors.ts";
import type { Form } from "../../parse/form.ts";
import { type Grammar, takes, type Word } from "../../parse/grammar.ts";
import { badAction } from "./errors.ts";

/** Settings with what is done among them. */
interface Typed {
  /** What all actions have. */
  parameters?: {
    /** What is done. */
    type: number;
  };
}

/**
 * The keywords for what is done, of which there may be one.
 *
 * @param values What is done by each keyword, in the order of trying.
 * @param problem What is wrong with a second word; `before` is the first one.
 * @param form The form that is shown below that.
 * @returns The keywords.
 */
export function onlyOnce<D extends Typed>(
  values: Readonly<Record<string, number>>,
  problem: (word: string, before: string) => string,
  form: () => Form,
): Grammar<D> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const word: Word<D> = (data, step) => {
        const before = data.parameters!.type;
        if (before !== 0) {
          throw badAction(
            problem(step.word, nameOfValue(values, before) ?? ""),
            form(),
          );
        }
        data.parameters!.type = value;
      };
      return [`${name}*`, word];
    }),
  );
}

/**
 * The name of a value.
 *
 * @param values The values by their names.
 * @param value The value.
 * @returns The name, or `undefined` if it has none.
 */
export function nameOfValue(
  values: Readonly<Record<string, number>>,
  value: number,
): string | undefined {
  return Object.keys(values).find((name) => values[name] === value);
}

/**
 * A keyword that belongs to some actions only.
 *
 * @param actions What is done by these.
 * @param names What the error calls them.
 * @param word The argument.
 * @returns The word, which other actions refuse.
 */
export function only<D extends Typed>(
  actions: readonly number[],
  names: string,
  word: Word<D>,
): Word<D> {
  return takes(word.form!, (data, step) => {
    if (actions.includes(data.parameters!.type)) return word(data, step);
    throw invalidArgument(`only valid for ${names}`, step.word);
  });
}
