/**
 * `ip rule`.
 *
 * @module
 */

import type { Command, Context } from "../context.ts";
import { exit, usage } from "../errors.ts";
import { fits, type Words } from "../grammar.ts";
import { RULE_HELP } from "./help.ts";

/** What can be done with rules, in the order of trying; see `Grammar` for the form of the words. */
const VERBS: Readonly<Record<string, () => Promise<Command>>> = {
  "list* lst* show*": async () => (await import("./show.ts")).show,
  "save*": async () => (await import("./save.ts")).save,
  "restore*": async () => (await import("./save.ts")).restore,
  "add*": async () => (await import("./modify.ts")).add,
  "delete*": async () => (await import("./modify.ts")).remove,
  "flush*": async () => (await import("./flush.ts")).flush,
  "help*": () => Promise.reject(usage(RULE_HELP)),
};

/** Runs `ip rule`. */
export async function command(
  words: Words,
  context: Context,
): Promise<number> {
  const verb = words.peek() === undefined ? "list" : words.take();
  const load = Object.entries(VERBS).find(([key]) => fits(verb, key))?.[1];
  if (load === undefined) {
    throw exit(255, `Command "${verb}" is unknown, try "ip rule help".`);
  }
  return (await load())(words, context);
}
