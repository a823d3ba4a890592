/**
 * `ip vrf`.
 *
 * @module
 */

import type { Command, Context } from "../context.ts";
import { exit, usage } from "../errors.ts";
import { fits, type Words } from "../grammar.ts";
import { VRF_HELP } from "./help.ts";

/** What can be done, in the order of trying; see `Grammar` for the form of the words. */
const VERBS: Readonly<Record<string, () => Promise<Command>>> = {
  "identify*": async () => (await import("./processes.ts")).identify,
  "pids*": async () => (await import("./processes.ts")).pids,
  "exec*": async () => (await import("./exec.ts")).exec,
  "show* lst* list*": async () => (await import("./show.ts")).show,
  "help*": () => Promise.reject(usage(VRF_HELP)),
};

/** Runs `ip vrf`. */
export async function command(
  words: Words,
  context: Context,
): Promise<number> {
  const verb = words.peek() === undefined ? "show" : words.take();
  const load = Object.entries(VERBS).find(([key]) => fits(verb, key))?.[1];
  if (load === undefined) {
    throw exit(255, `Command "${verb}" is unknown, try "ip vrf help".`);
  }
  return (await load())(words, context);
}
