/**
 * `tc monitor`.
 *
 * @module
 */

import { exit, usage } from "../../parse/errors.ts";
import { type Arguments, matches, takes } from "../../parse/grammar.ts";
import type { Command } from "../../runtime/context.ts";

/** Runs `tc monitor`; there is no JSON. */
export const command: Command = takes(
  "[ file FILE ]",
  async (args, context) => {
    const file = parseFile(args);
    using textual = context.withoutJson();
    if (file !== undefined) {
      const { replay } = await import("./file.ts");
      return await replay(textual, file);
    }
    const { listen } = await import("./listen.ts");
    return await listen(textual);
  },
);

function parseFile(args: Arguments): string | undefined {
  let file: string | undefined;
  while (args.left > 0) {
    const arg = args.take();
    if (matches(arg, "file")) file = args.take();
    else if (matches(arg, "help")) throw usage("monitor");
    else {
      throw exit(255, `Argument "${arg}" is unknown, try "tc monitor help".`);
    }
  }
  return file;
}
