/**
 * `ip nexthop`.
 *
 * @module
 */

import type { Command, Context } from "../context.ts";
import { exit, usage } from "../errors.ts";
import { fits, type Words } from "../grammar.ts";
import { NEXTHOP_HELP } from "./help.ts";

type Load = () => Promise<Command>;

/** What can be done with next hops, in the order of trying; see `Grammar` for the form of the words. */
const VERBS: Readonly<Record<string, Load>> = {
  "add*": async () => (await import("./modify.ts")).add,
  "replace*": async () => (await import("./modify.ts")).replace,
  "delete*": async () => (await import("./modify.ts")).remove,
  "list* show* lst*": async () => (await import("./show.ts")).show,
  "get*": async () => (await import("./show.ts")).get,
  "flush*": async () => (await import("./flush.ts")).flush,
  "bucket*": async () => (await import("./bucket.ts")).bucket,
  "help*": () => Promise.reject(usage(NEXTHOP_HELP)),
};

/** Runs `ip nexthop`. */
export async function command(
  words: Words,
  context: Context,
): Promise<number> {
  const verb = words.peek() === undefined ? "list" : words.take();
  const load = Object.entries(VERBS).find(([key]) => fits(verb, key))?.[1];
  if (load === undefined) {
    throw exit(255, `Command "${verb}" is unknown, try "ip nexthop help".`);
  }
  return (await load())(words, context);
}
