/**
 * `tc actions list` and `flush`.
 *
 * @module
 */

import { blank } from "../../../messages/codec/mod.ts";
import { NLM_F_ECHO, NLM_F_ROOT } from "../../../messages/header.ts";
import {
  type TcActionMessage,
  tcActionMessage,
} from "../../../messages/tc/action.ts";
import {
  RTM_DELACTION,
  RTM_GETACTION,
  TCA_ACT_FLAG_TERSE_DUMP,
  TCA_FLAG_LARGE_DUMP_ON,
} from "../../../messages/tc/constants.ts";
import { type Arguments, takes } from "../../parse/arguments.ts";
import { cutName } from "../../parse/device_name.ts";
import { fail, invalidArgument } from "../../parse/errors.ts";
import { unsigned } from "../../parse/numbers.ts";
import { usageIn } from "../../program.ts";
import type { Command, Context } from "../../runtime/context.ts";
import { isKind } from "./kinds/mod.ts";
import { printMessages } from "./format_message.ts";
import { asRefusal } from "./refusal.ts";

/** Lists the actions of a kind. */
export const list: Command = takes(
  ["action ACTNAME", "[ since MSTIME ]"],
  async (args, context) => {
    const message = takeKind(args, context);
    if (message === undefined) return 0;
    const messages = await context.talk((kernel) =>
      kernel.dumpAll({
        type: RTM_GETACTION,
        codec: tcActionMessage,
        message,
      })
    );
    await printMessages(
      context,
      messages,
      { type: RTM_GETACTION, flags: 0 },
      0,
    );
    return 0;
  },
);

/** Deletes the actions of a kind that no filter uses. */
export const flush: Command = takes("action ACTNAME", async (args, context) => {
  const { echo } = context.options;
  const message = takeKind(args, context);
  if (message === undefined) return 0;
  const flags = NLM_F_ROOT | (echo ? NLM_F_ECHO : 0);
  const kernel = await context.connect();
  let answers;
  try {
    answers = await kernel.request({
      type: RTM_DELACTION,
      flags,
      codec: tcActionMessage,
      message,
    });
  } catch (error) {
    throw fail(1, `${await asRefusal(error)}We have an error flushing`);
  }
  if (echo) {
    await printMessages(context, answers, { type: RTM_DELACTION, flags }, 0);
  }
  return 0;
});

/** What is asked for; `undefined` if there is no such kind. */
function takeKind(
  args: Arguments,
  context: Context,
): TcActionMessage | undefined {
  if (args.left < 2) throw usageIn({ usage: EXITS }, "actions");
  args.take();
  const kind = cutName(args.take());
  if (!isKind(kind)) {
    context.io.err(`bad action ${kind}\n`);
    args.rest();
    return undefined;
  }
  const value = TCA_FLAG_LARGE_DUMP_ON |
    (context.options.brief ? TCA_ACT_FLAG_TERSE_DUMP : 0);
  const attributes: TcActionMessage["attributes"] = {
    actions: [{ kind }],
    flags: { value, selector: value },
  };
  if (args.takeIf("since")) {
    const time = unsigned(args.peek() ?? "", 32);
    if (time === undefined) {
      throw invalidArgument('dump time "since" is invalid', args.take());
    }
    if (time !== 0) attributes.timeDelta = time;
  }
  args.rest();
  return blank(tcActionMessage, { attributes });
}

/** How the usage of actions ends the program. */
const EXITS = { code: 255, exits: true };
