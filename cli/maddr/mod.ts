/**
 * `ip maddress`: the multicast groups that links have joined.
 *
 * @module
 */

import type { Command, Context } from "../context.ts";
import { exit } from "../errors.ts";
import { fits, type Words } from "../grammar.ts";
import { help } from "./help.ts";

/** What can be done with groups, in the order of trying; see `Grammar` for the form of the words. */
const VERBS: Readonly<Record<string, () => Promise<Command>>> = {
  "add*": async () => (await import("./modify.ts")).add,
  "delete*": async () => (await import("./modify.ts")).remove,
  "list* show* lst*": async () => (await import("./show.ts")).show,
  "help*": () => Promise.reject(help()),
};

/** Runs `ip maddress`. */
export async function command(
  words: Words,
  context: Context,
): Promise<number> {
  const verb = words.peek() === undefined ? "list" : words.take();
  const load = Object.entries(VERBS).find(([key]) => fits(verb, key))?.[1];
  if (load === undefined) {
    throw exit(255, `Command "${verb}" is unknown, try "ip maddr help".`);
  }
  return (await load())(words, context);
}
