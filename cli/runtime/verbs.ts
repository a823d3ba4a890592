/**
 * Commands that are distinguished by their first argument: `add`, `show` and so
 * on.
 *
 * @module
 */

import type { Command, Program } from "./context.ts";
import { CommandError } from "../parse/errors.ts";
import { usageIn } from "../program.ts";
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
 * @param help The keyword of the verb that shows the usage.
 * @returns The command.
 */
export function verbs(
  object: string,
  otherwise: string,
  verbs: Verbs,
  help: "help*" | "help" = "help*",
): Command {
  const all: Verbs = { ...verbs, [help]: verbs[help] ?? helpVerb(object) };
  return takes({ verbs: all, otherwise }, async (args, context) => {
    const verb = args.peek() === undefined ? otherwise : args.take();
    const load = Object.entries(all).find(([key]) => fits(verb, key))?.[1];
    if (load === undefined) throw unknownVerb(context.program, object, verb);
    return (await load())(args, context);
  });
}

/**
 * Loads the command `help`, which shows the usage of the program.
 *
 * @returns The command.
 */
export function help(): Promise<{ command: Command }> {
  return Promise.resolve({
    command: (_, context) => Promise.reject(usageIn(context.program)),
  });
}

/**
 * The verb that shows the usage of an object.
 *
 * @param object Its name.
 * @returns Loads the verb.
 */
export function helpVerb(object: string): LoadVerb {
  return () =>
    Promise.resolve((_, context) =>
      Promise.reject(usageIn(context.program, object))
    );
}

/**
 * An object has no such verb.
 *
 * @param program The program.
 * @param object Its name.
 * @param verb The keyword.
 * @returns What to throw.
 */
export function unknownVerb(
  { name, unknownVerb: { code, exits } }: Program,
  object: string,
  verb: string,
): CommandError {
  const text = `Command "${verb}" is unknown, try "${name} ${object} help".\n`;
  return new CommandError(code, exits, text);
}
