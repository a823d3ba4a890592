/**
 * `ip ntable`.
 *
 * @module
 */

import type { Command, Context } from "../context.ts";
import { exit, usage } from "../errors.ts";
import { fits, type Words } from "../grammar.ts";
import { NTABLE_HELP } from "./help.ts";

/** What can be done with tables, in the order of trying; see `Grammar` for the form of the words. */
const VERBS: Readonly<Record<string, () => Promise<Command>>> = {
  "change* chg*": async () => (await import("./change.ts")).change,
  "show* lst* list*": async () => (await import("./show.ts")).show,
  "help*": () => Promise.reject(usage(NTABLE_HELP)),
};

/** Runs `ip ntable`. */
export async function command(
  words: Words,
  context: Context,
): Promise<number> {
  const verb = words.peek() === undefined ? "show" : words.take();
  const load = Object.entries(VERBS).find(([key]) => fits(verb, key))?.[1];
  if (load === undefined) {
    throw exit(255, `Command "${verb}" is unknown, try "ip ntable help".`);
  }
  return (await load())(words, context);
}
