/**
 * `ip macsec`.
 *
 * @module
 */

import type { GenericFamily } from "../../../api/connection/generic_family.ts";
import { macsecFamily } from "../../../api/generic/families.ts";
import type { MacsecAttributes } from "../../../messages/generic/macsec.ts";
import type { Context } from "../../runtime/context.ts";
import { exit, usage } from "../../parse/errors.ts";
import { withFamily } from "../../runtime/generic.ts";
import { fits, matches, type Words } from "../../parse/grammar.ts";
import { MACSEC_HELP } from "./help.ts";

type Verb = (
  words: Words,
  context: Context,
  family: GenericFamily<MacsecAttributes>,
) => Promise<number>;

/** What can be done, in the order of trying; see `Grammar` for the form of the words. */
const VERBS: Readonly<Record<string, () => Promise<Verb>>> = {
  "show*": async () => (await import("./show.ts")).show,
  "add*": async () => (await import("./modify.ts")).add,
  "set*": async () => (await import("./modify.ts")).set,
  "delete*": async () => (await import("./modify.ts")).remove,
  "offload*": async () => (await import("./offload.ts")).offload,
};

/** Runs `ip macsec`. */
export async function command(
  words: Words,
  context: Context,
): Promise<number> {
  if (words.left === 0) throw usage(MACSEC_HELP);
  const verb = words.take();
  if (matches(verb, "help")) throw usage(MACSEC_HELP);
  return await withFamily(context, macsecFamily, async (family) => {
    const load = Object.entries(VERBS).find(([key]) => fits(verb, key))?.[1];
    if (load === undefined) {
      throw exit(255, `Command "${verb}" is unknown, try "ip macsec help".`);
    }
    return (await load())(words, context, family);
  });
}
