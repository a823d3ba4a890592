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
  "list* show* lst*": async () => (await import("./show.ts")).show,
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
