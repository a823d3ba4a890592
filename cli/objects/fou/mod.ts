/**
 * `ip fou`.
 *
 * @module
 */

import { fouFamily } from "../../../api/generic/families.ts";
import type { GenericFamily } from "../../../api/connection/generic_family.ts";
import type { FouAttributes } from "../../../messages/generic/fou.ts";
import type { Context } from "../../runtime/context.ts";
import { exit, usage } from "../../parse/errors.ts";
import { withFamily } from "../../runtime/generic.ts";
import { fits, matches, type Words } from "../../parse/grammar.ts";
import { FOU_HELP } from "./help.ts";

type Verb = (
  words: Words,
  context: Context,
  family: GenericFamily<FouAttributes>,
) => Promise<number>;

/** What can be done with ports, in the order of trying; see `Grammar` for the form of the words. */
const VERBS: Readonly<Record<string, () => Promise<Verb>>> = {
  "add*": async () => (await import("./modify.ts")).add,
  "delete*": async () => (await import("./modify.ts")).remove,
  "show*": async () => (await import("./show.ts")).show,
};

/** Runs `ip fou`. */
export async function command(
  words: Words,
  context: Context,
): Promise<number> {
  if (words.left === 0) throw usage(FOU_HELP);
  const verb = words.take();
  if (matches(verb, "help")) throw usage(FOU_HELP);
  return await withFamily(context, fouFamily, async (family) => {
    const load = Object.entries(VERBS).find(([key]) => fits(verb, key))?.[1];
    if (load === undefined) {
      throw exit(255, `Command "${verb}" is unknown, try "ip fou help".`);
    }
    return (await load())(words, context, family);
  });
}
