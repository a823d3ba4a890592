/**
 * `ip netconf`: settings of IP and MPLS on devices.
 *
 * @module
 */

import type { Context } from "../../runtime/context.ts";
import { exit, usage } from "../../parse/errors.ts";
import { fits, type Words } from "../../parse/grammar.ts";

/** Runs `ip netconf`. */
export async function command(
  words: Words,
  context: Context,
): Promise<number> {
  const verb = words.peek() === undefined ? "show" : words.take();
  if (fits(verb, "show* lst* list*")) {
    const { show } = await import("./show.ts");
    return show(words, context);
  }
  if (fits(verb, "help*")) {
    throw usage("Usage: ip netconf show [ dev STRING ]\n");
  }
  throw exit(255, `Command "${verb}" is unknown, try "ip netconf help".`);
}
