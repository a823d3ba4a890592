/**
 * Commands that are told apart by their first word: `add`, `show` and so on.
 *
 * @module
 */

import type { Command } from "./context.ts";
import { exit } from "../parse/errors.ts";
import { fits } from "../parse/words.ts";

/** Loads what does the work of a verb. */
export type LoadVerb = () => Promise<Command>;

/**
 * What can be done with an object, in the order of trying; the keys have the
 * form of those of `Grammar`. A verb is loaded only if it is run.
 */
export type Verbs = Readonly<Record<string, LoadVerb>>;

/**
 * The command of an object.
 *
 * @param object Its name in the error text.
 * @param otherwise The verb that goes without saying.
 * @param verbs What can be done with it.
 * @returns The command.
 */
export function verbs(
  object: string,
  otherwise: string,
  verbs: Verbs,
): Command {
  return async (words, context) => {
    const verb = words.peek() === undefined ? otherwise : words.take();
    const load = Object.entries(verbs).find(([key]) => fits(verb, key))?.[1];
    if (load === undefined) {
      throw exit(
        255,
        `Command "${verb}" is unknown, try "ip ${object} help".`,
      );
    }
    return (await load())(words, context);
  };
}
