/**
 * `ip monitor`.
 *
 * @module
 */

import type { Context } from "../../runtime/context.ts";
import type { Words } from "../../parse/grammar.ts";
import { parseSelection } from "./selection.ts";

/** Runs `ip monitor`. */
export async function command(
  words: Words,
  context: Context,
): Promise<number> {
  const selection = await parseSelection(words, context);
  if (selection.file !== undefined) {
    const { replay } = await import("./file.ts");
    return replay(context, selection.file, selection);
  }
  const { listen } = await import("./listen.ts");
  return listen(context, selection);
}
