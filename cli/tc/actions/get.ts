/**
 * `tc actions get` and `delete`.
 *
 * @module
 */

import { blank } from "../../../messages/codec/mod.ts";
import { NLM_F_ECHO } from "../../../messages/header.ts";
import {
  type ActionEntry,
  tcActionMessage,
} from "../../../messages/tc/action.ts";
import {
  RTM_DELACTION,
  RTM_GETACTION,
} from "../../../messages/tc/constants.ts";
import { type Arguments, takes } from "../../parse/arguments.ts";
import { fail } from "../../parse/errors.ts";
import type { Form } from "../../parse/form.ts";
import { unsigned } from "../../parse/numbers.ts";
import type { Command } from "../../runtime/context.ts";
import { isKind } from "./kinds/mod.ts";
import { printMessages } from "./format_message.ts";
import { asRefusal } from "./refusal.ts";

const FORM: Form = {
  many: {
    name: "ACTISPEC",
    means: [
      { name: "ACTNAMESPEC", means: "action ACTNAME" },
      { name: "INDEXSPEC", means: "index INDEX" },
    ],
  },
};

/** Shows actions. */
export const get: Command = named(RTM_GETACTION);
/** Deletes actions. */
export const remove: Command = named(RTM_DELACTION);

function named(type: number): Command {
  return takes(FORM, async (args, context) => {
    const { echo } = context.options;
    const start = args.left;
    // The original skips the first word, whatever it is.
    if (args.left > 0) args.take();
    const actions = takeNames(args);
    const kernel = await context.connect();
    const flags = echo && type === RTM_DELACTION ? NLM_F_ECHO : 0;
    let answers;
    try {
      answers = await kernel.request({
        type,
        flags,
        codec: tcActionMessage,
        message: blank(tcActionMessage, { attributes: { actions } }),
      });
    } catch (error) {
      context.io.err(
        `${await asRefusal(error)}We have an error talking to the kernel\n`,
      );
      // The original goes on with the words that it has just tried.
      while (args.left < start) args.back();
      return 0;
    }
    if (type === RTM_GETACTION || flags !== 0) {
      await printMessages(context, answers, { type, flags });
    }
    return 0;
  });
}

function takeNames(args: Arguments): ActionEntry[] {
  const actions: ActionEntry[] = [];
  while (args.left > 0) {
    const kind = args.take();
    if (kind === "action") continue;
    if (kind === "help") throw fail(255);
    if (!isKind(kind)) {
      throw fail(255, `Error: non existent action: ${kind}`);
    }
    if (!args.takeIf("index*")) {
      throw fail(255, `Error: no index specified action: ${kind}`);
    }
    const index = unsigned(args.take(), 32, 10);
    if (index === undefined) throw fail(255, 'Illegal "index"');
    actions.push(index === 0 ? { kind } : { kind, index });
  }
  return actions;
}
