/**
 * `ip rule flush`.
 *
 * @module
 */

import type { Command } from "../../runtime/context.ts";
import { fail, refused } from "../../parse/errors.ts";
import { takes } from "../../parse/grammar.ts";
import { passesRule } from "./filter.ts";
import { fetchRules } from "./show.ts";
import { parseFilter, SELECTION } from "./parse_filter.ts";
import { RTM_DELRULE } from "../../../messages/rule/constants.ts";
import { ruleMessage } from "../../../messages/rule/rule.ts";

/** Deletes all rules that a filter lets pass, but those of priority 0. */
export const flush: Command = takes(SELECTION, async (args, context) => {
  const filter = await parseFilter(args, context);
  const connection = await context.connect();
  const rules = await fetchRules(context);
  for (const message of rules) {
    if (!passesRule(context, filter, message)) continue;
    const { priority, protocol = filter.protocol } = message.attributes;
    if (filter.protocol !== undefined && filter.protocol !== protocol) continue;
    if (priority === undefined) continue;
    await connection.request({
      type: RTM_DELRULE,
      codec: ruleMessage,
      message,
    }).catch(refused(fail, 255, "Dump terminated"));
  }
  context.printer.end();
  return 0;
});
