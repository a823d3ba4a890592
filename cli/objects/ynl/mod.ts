/**
 * `ip ynl`, which is this program's own: any family of netlink, by its
 * specification in YAML.
 *
 * @module
 */

import { usage } from "../../parse/errors.ts";
import { takes } from "../../parse/grammar.ts";
import type { Command } from "../../runtime/context.ts";
import { runYnl, YNL_FORM } from "../../ynl/command.ts";
import { listening } from "../../ynl/listening.ts";

/** Runs `ip ynl`. */
export const command: Command = takes(YNL_FORM, async (args, context) => {
  const words = args.rest();
  if (words.length === 0 || words[0] === "help") throw usage("ynl");
  return await runYnl(words, {
    io: context.io,
    open: (protocol) => context.open(protocol),
    listen: (protocol) => listening(context.options, protocol),
  });
});
