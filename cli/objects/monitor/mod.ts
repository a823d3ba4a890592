/**
 * `ip monitor`.
 *
 * @module
 */

import type { Command } from "../../runtime/context.ts";
import { takes } from "../../parse/grammar.ts";
import { parseSelection, SELECTION } from "./parse_selection.ts";

/** Runs `ip monitor`. */
export const command: Command = takes(SELECTION, async (args, context) => {
  const selection = await parseSelection(args, context);
  if (selection.file !== undefined) {
    const { replay } = await import("./file.ts");
    return replay(context, selection.file, selection);
  }
  const { listen } = await import("./listen.ts");
  return listen(context, selection);
});
