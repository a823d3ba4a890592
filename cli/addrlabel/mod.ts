/**
 * `ip addrlabel`: labels by which IPv6 source addresses are chosen.
 *
 * @module
 */

import type { Command, Context } from "../context.ts";
import { exit, usage } from "../errors.ts";
import { fits, type Words } from "../grammar.ts";

const HELP = `\
Usage: ip addrlabel { add | del } prefix PREFIX [ dev DEV ] [ label LABEL ]
       ip addrlabel [ list | flush | help ]
`;

/** What can be done with labels, in the order of trying; see `Grammar` for the form of the words. */
const VERBS: Readonly<Record<string, () => Promise<Command>>> = {
  "list* lst* show*": async () => (await import("./show.ts")).show,
  "add*": async () => (await import("./modify.ts")).add,
  "delete*": async () => (await import("./modify.ts")).remove,
  "flush*": async () => (await import("./show.ts")).flush,
  "help*": () => Promise.reject(usage(HELP)),
};

/** Runs `ip addrlabel`. */
export async function command(
  words: Words,
  context: Context,
): Promise<number> {
  const verb = words.peek() === undefined ? "list" : words.take();
  const load = Object.entries(VERBS).find(([key]) => fits(verb, key))?.[1];
  if (load === undefined) {
    throw exit(255, `Command "${verb}" is unknown, try "ip addrlabel help".`);
  }
  return (await load())(words, context);
}
