/**
 * `tc actions add`, `change` and `replace`.
 *
 * @module
 */

import { blank } from "../../../messages/codec/mod.ts";
import {
  NLM_F_CREATE,
  NLM_F_ECHO,
  NLM_F_EXCL,
  NLM_F_REPLACE,
} from "../../../messages/header.ts";
import { tcActionMessage } from "../../../messages/tc/action.ts";
import { RTM_NEWACTION } from "../../../messages/tc/constants.ts";
import { takes } from "../../parse/arguments.ts";
import { CommandError, fail } from "../../parse/errors.ts";
import type { Command } from "../../runtime/context.ts";
import { ACTION, parseActions } from "./parse.ts";
import { printMessages } from "./format_message.ts";
import { asRefusal } from "./refusal.ts";

/** Adds actions. */
export const add: Command = modify(NLM_F_CREATE | NLM_F_EXCL);
/** Adds actions, or changes those that are there. */
export const replace: Command = modify(NLM_F_CREATE | NLM_F_REPLACE);

function modify(verb: number): Command {
  return takes({ many: ACTION }, async (args, context) => {
    const flags = context.options.echo ? verb | NLM_F_ECHO : verb;
    let actions;
    try {
      actions = await parseActions(args, context);
    } catch (error) {
      if (!(error instanceof CommandError) || error.exits) throw error;
      throw new CommandError(
        255,
        false,
        `${error.message}Illegal "action"\n`,
      );
    }
    const kernel = await context.connect();
    let answers;
    try {
      answers = await kernel.request({
        type: RTM_NEWACTION,
        flags,
        codec: tcActionMessage,
        message: blank(tcActionMessage, { attributes: { actions } }),
      });
    } catch (error) {
      throw fail(
        255,
        `${await asRefusal(error)}We have an error talking to the kernel`,
      );
    }
    if (context.options.echo) {
      await printMessages(context, answers, { type: RTM_NEWACTION, flags });
    }
    return 0;
  });
}
