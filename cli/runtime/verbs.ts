/**
 * Commands that are distinguished by their first argument: `add`, `show` and so
 * on.
 *
 * @module
 */

import type { Command } from "./context.ts";
import { type CommandError, exit, usage } from "../parse/errors.ts";
import { fits, takes } from "../parse/arguments.ts";

/** Loads what does the work of a verb. */
export type LoadVerb = () => Promise<Command>;

/**
 * What can be done with an object, in the order of trying; the keys have the
 * form of those of `Grammar`. A verb is loaded only if it is run.
 */
export type Verbs = Readonly<Record<string, LoadVerb>>;

/**
 * The command of an object. `help` is a verb of each.
 *
 * @param object Its name in error texts and usage texts.
 * @param otherwise The default verb.
 * @param verbs What can be done with it.
 * @returns The command.
 */
export function verbs(
  object: string,
  otherwise: string,
  verbs: Verbs,
): Command {
  const all: Verbs = { ...verbs, "help*": verbs["help*"] ?? helpVerb(object) };
  return takes({ verbs: all, otherwise }, async (args, context) => {
    const verb = args.peek() === undefined ? otherwise : args.take();
    const load = Object.entries(all).find(([key]) => fits(verb, key))?.[1];
    if (load === undefined) throw unknownVerb(object, verb);
    return (await load())(args, context);
  });
}

/**
 * The verb that shows the usage of an object.
 *
 * @param object Its name.
 * @returns Loads the verb.
 */
export function helpVerb(object: string): LoadVerb {
  return () => Promise.resolve(() => Promise.reject(usage(object)));
}

/**
 * An object has no such verb.
 *
 * @param object Its name.
 * @param verb The keyword.
 * @returns What to throw.
 */
export function unknownVerb(object: string, verb: string): CommandError {
  return exit(255, `Command "${verb}" is unknown, try "ip ${object} help".`);
}
