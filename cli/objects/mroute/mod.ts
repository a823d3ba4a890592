/**
 * `ip mroute`.
 *
 * @module
 */

import type { Context } from "../../runtime/context.ts";
import { exit, usage } from "../../parse/errors.ts";
import { fits, matches, type Words } from "../../parse/grammar.ts";
import { MROUTE_HELP } from "./help.ts";
import { show } from "./show.ts";

/** Runs `ip mroute`. */
export async function command(
  words: Words,
  context: Context,
): Promise<number> {
  const verb = words.peek() === undefined ? "show" : words.take();
  if (fits(verb, "list* show* lst*")) return await show(words, context);
  if (matches(verb, "help")) throw usage(MROUTE_HELP);
  throw exit(255, `Command "${verb}" is unknown, try "ip mroute help".`);
}
