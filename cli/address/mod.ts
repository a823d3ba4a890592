/**
 * `ip address`.
 *
 * @module
 */

import type { Command, Context } from "../context.ts";
import { exit } from "../errors.ts";
import { fits, type Words } from "../grammar.ts";

/** What can be done with addresses, in the order of trying; see `Grammar` for the form of the words. */
const VERBS: Readonly<Record<string, () => Promise<Command>>> = {
  "add*": async () => (await import("./modify.ts")).add,
  "change* chg": async () => (await import("./modify.ts")).change,
  "replace*": async () => (await import("./modify.ts")).replace,
  "delete*": async () => (await import("./modify.ts")).remove,
  "list* show* lst*": async () => (await import("./show.ts")).show,
  "flush*": async () => (await import("./flush.ts")).flush,
  "save*": async () => (await import("./save.ts")).save,
  "showdump*": async () => (await import("./save.ts")).showDump,
  "restore*": async () => (await import("./save.ts")).restore,
  "help*": async () => (await import("./help.ts")).help,
};

/** Runs `ip address`. */
export async function command(
  words: Words,
  context: Context,
): Promise<number> {
  const verb = words.peek() === undefined ? "show" : words.take();
  const load = Object.entries(VERBS).find(([key]) => fits(verb, key))?.[1];
  if (load === undefined) {
    throw exit(255, `Command "${verb}" is unknown, try "ip address help".`);
  }
  return (await load())(words, context);
}
