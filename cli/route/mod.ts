/**
 * `ip route`.
 *
 * @module
 */

import type { Command, Context } from "../context.ts";
import { exit, usage } from "../errors.ts";
import { fits, type Words } from "../grammar.ts";
import { ROUTE_HELP } from "./help.ts";

type Load = () => Promise<Command>;

/** What can be done with routes, in the order of trying; see `Grammar` for the form of the words. */
const VERBS: Readonly<Record<string, Load>> = {
  "add*": async () => (await import("./modify.ts")).add,
  "change* chg": async () => (await import("./modify.ts")).change,
  "replace*": async () => (await import("./modify.ts")).replace,
  "prepend*": async () => (await import("./modify.ts")).prepend,
  "append*": async () => (await import("./modify.ts")).append,
  "test*": async () => (await import("./modify.ts")).test,
  "delete*": async () => (await import("./modify.ts")).remove,
  "list* show* lst*": async () => (await import("./show.ts")).show,
  "get*": async () => (await import("./get.ts")).get,
  "flush*": async () => (await import("./flush.ts")).flush,
  "save*": async () => (await import("./save.ts")).save,
  "restore*": async () => (await import("./save.ts")).restore,
  "showdump*": async () => (await import("./save.ts")).showDump,
  "help*": () => Promise.reject(usage(ROUTE_HELP)),
};

/** Runs `ip route`. */
export async function command(
  words: Words,
  context: Context,
): Promise<number> {
  const verb = words.peek() === undefined ? "list" : words.take();
  const load = Object.entries(VERBS).find(([key]) => fits(verb, key))?.[1];
  if (load === undefined) {
    throw exit(255, `Command "${verb}" is unknown, try "ip route help".`);
  }
  return (await load())(words, context);
}
