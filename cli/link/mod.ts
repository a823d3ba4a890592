/**
 * `ip link`.
 *
 * @module
 */

import type { Command, Context } from "../context.ts";
import { exit } from "../errors.ts";
import { fits, type Words } from "../grammar.ts";

/** What can be done with links, in the order of trying; see `Grammar` for the form of the words. */
const VERBS: Readonly<Record<string, () => Promise<Command>>> = {
  "add*": async () => (await import("./modify.ts")).add,
  "set* change*": async () => (await import("./modify.ts")).set,
  "replace*": async () => (await import("./modify.ts")).replace,
  "delete*": async () => (await import("./modify.ts")).remove,
  "show* lst* list*": async () => (await import("./show.ts")).show,
  "xstats*": async () => (await import("./xstats.ts")).xstats,
  "afstats*": async () => (await import("./xstats.ts")).afstats,
  "property*": async () => (await import("./property.ts")).property,
  "help*": async () => (await import("./help.ts")).help,
};

/** Runs `ip link`. */
export async function command(
  words: Words,
  context: Context,
): Promise<number> {
  const verb = words.peek() === undefined ? "show" : words.take();
  const load = Object.entries(VERBS).find(([key]) => fits(verb, key))?.[1];
  if (load === undefined) {
    throw exit(255, `Command "${verb}" is unknown, try "ip link help".`);
  }
  return (await load())(words, context);
}
