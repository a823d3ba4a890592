/**
 * The link that a command is about.
 *
 * @module
 */

import type { Context } from "../../runtime/context.ts";
import { fail, usage } from "../../parse/errors.ts";
import type { Arguments } from "../../parse/grammar.ts";

/**
 * Takes the name of a link.
 *
 * @returns Its index.
 * @throws {CommandError} If there is no such link.
 */
export async function takeLink(
  args: Arguments,
  { links }: Context,
): Promise<number> {
  if (args.left === 0) throw usage("macsec");
  const name = args.take();
  const index = await links.indexOf(name);
  if (index === 0) throw fail(1, `Device "${name}" does not exist.`);
  return index;
}
