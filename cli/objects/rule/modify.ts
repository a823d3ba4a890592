/**
 * `ip rule add` and `delete`.
 *
 * @module
 */

import type { Command, Context } from "../../runtime/context.ts";
import { fail } from "../../parse/errors.ts";
import { type Arguments, parse, takes } from "../../parse/grammar.ts";
import { formatRule } from "./format.ts";
import { passesRule } from "./filter.ts";
import { blankRule } from "./show.ts";
import {
  GRAMMAR,
  RULE,
  type RuleArguments,
  takeAction,
} from "./parse_arguments.ts";
import { RT_TABLE_MAIN } from "../../../messages/constants.ts";
import { AF_INET } from "../../../messages/families.ts";
import {
  NLM_F_CREATE,
  NLM_F_ECHO,
  NLM_F_EXCL,
} from "../../../messages/header.ts";
import {
  FR_ACT_TO_TBL,
  RTM_DELRULE,
  RTM_NEWRULE,
} from "../../../messages/rule/constants.ts";
import { type RuleMessage, ruleMessage } from "../../../messages/rule/rule.ts";

/** Adds a rule. */
export const add: Command = takes(RULE, async (args, context) => {
  if (args.left === 0) throw fail(1, '"ip rule add" requires arguments.');
  const spec = newRule(context);
  spec.message.action = FR_ACT_TO_TBL;
  await finish(spec, args, context);
  if (!spec.complete) spec.message.table = RT_TABLE_MAIN;
  return send(RTM_NEWRULE, NLM_F_CREATE | NLM_F_EXCL, spec.message, context);
});

/** Deletes a rule. */
export const remove: Command = takes(RULE, async (args, context) => {
  if (args.left === 0) throw fail(1, '"ip rule del" requires arguments.');
  const spec = newRule(context);
  await finish(spec, args, context);
  return send(RTM_DELRULE, 0, spec.message, context);
});

function newRule({ family }: Context): RuleArguments {
  return { message: blankRule(family), complete: false, table: 0 };
}

async function finish(
  spec: RuleArguments,
  args: Arguments,
  context: Context,
): Promise<void> {
  await parse(GRAMMAR, spec, args, context, takeAction);
  const { message, table } = spec;
  if (message.attributes.l3mdev && table !== 0) {
    throw fail(22, "table can not be specified for l3mdev rules");
  }
  message.family ||= AF_INET;
}

async function send(
  type: number,
  flags: number,
  message: RuleMessage,
  context: Context,
): Promise<number> {
  const { options: { echo }, printer } = context;
  const [answer] = await context.talk((connection) =>
    connection.request({
      type,
      flags: flags | (echo ? NLM_F_ECHO : 0),
      codec: ruleMessage,
      message,
    })
  );
  if (!echo) return 0;
  printer.begin();
  await context.render(() => {
    printer.object(null, () => {
      if (answer === undefined || !passesRule(context, {}, answer)) return;
      formatRule(context, answer, type === RTM_DELRULE);
    });
  });
  printer.end();
  return 0;
}
