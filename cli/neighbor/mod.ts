/**
 * `ip neighbor`.
 *
 * @module
 */

import type { Command, Context } from "../context.ts";
import { exit, usage } from "../errors.ts";
import { fits, type Words } from "../grammar.ts";
import { NEIGHBOR_HELP } from "./help.ts";

type Load = () => Promise<Command>;

/** What can be done with neighbors, in the order of trying; see `Grammar` for the form of the words. */
const VERBS: Readonly<Record<string, Load>> = {
  "add*": async () => (await import("./modify.ts")).add,
  "change* chg": async () => (await import("./modify.ts")).change,
  "replace*": async () => (await import("./modify.ts")).replace,
  "delete*": async () => (await import("./modify.ts")).remove,
  "get*": async () => (await import("./get.ts")).get,
  "show* lst* list*": async () => (await import("./show.ts")).show,
  "flush*": async () => (await import("./flush.ts")).flush,
  "help*": () => Promise.reject(usage(NEIGHBOR_HELP)),
};

/** Runs `ip neighbor`. */
export async function command(
  words: Words,
  context: Context,
): Promise<number> {
  const verb = words.peek() === undefined ? "show" : words.take();
  const load = Object.entries(VERBS).find(([key]) => fits(verb, key))?.[1];
  if (load === undefined) {
    throw exit(255, `Command "${verb}" is unknown, try "ip neigh help".`);
  }
  return (await load())(words, context);
}
