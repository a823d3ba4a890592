/**
 * `ip token`: interface identifiers of IPv6 addresses.
 *
 * @module
 */

import type { Command, Context } from "../context.ts";
import { exit } from "../errors.ts";
import { fits, type Words } from "../grammar.ts";
import { help } from "./help.ts";

/** What can be done with tokens, in the order of trying; see `Grammar` for the form of the words. */
const VERBS: Readonly<Record<string, () => Promise<Command>>> = {
  "list* lst* show*": async () => (await import("./show.ts")).show,
  "set* add*": async () => (await import("./set.ts")).set,
  "delete*": async () => (await import("./set.ts")).remove,
  "get*": async () => (await import("./show.ts")).show,
  "help*": () => Promise.reject(help()),
};

/** Runs `ip token`. */
export async function command(
  words: Words,
  context: Context,
): Promise<number> {
  const verb = words.peek() === undefined ? "list" : words.take();
  const load = Object.entries(VERBS).find(([key]) => fits(verb, key))?.[1];
  if (load === undefined) {
    throw exit(255, `Command "${verb}" is unknown, try "ip token help".`);
  }
  return (await load())(words, context);
}
