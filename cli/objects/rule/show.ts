/**
 * `ip rule show`.
 *
 * @module
 */

import type { Command, Context } from "../../runtime/context.ts";
import { fail, refused } from "../../parse/errors.ts";
import { takes } from "../../parse/grammar.ts";
import { formatRule } from "./format.ts";
import { passesRule } from "./filter.ts";
import { familyOf, parseFilter, SELECTION } from "./parse_filter.ts";
import { RTM_GETRULE } from "../../../messages/rule/constants.ts";
import { type RuleMessage, ruleMessage } from "../../../messages/rule/rule.ts";
import { blank } from "../../../messages/codec/mod.ts";

/** Shows rules. */
export const show: Command = takes(SELECTION, async (args, context) => {
  const filter = await parseFilter(args, context);
  const rules = await fetchRules(context);
  await context.renderAll(rules, (rule) => {
    if (passesRule(context, filter, rule)) formatRule(context, rule);
  });
  context.printer.end();
  return 0;
});

/**
 * An empty rule.
 *
 * @param family Its family, `AF_*`.
 * @returns The rule.
 */
export function blankRule(family: number): RuleMessage {
  return blank(ruleMessage, {
    family,
  });
}

/**
 * Asks for all rules of the family that a command is about, and starts the
 * output.
 *
 * @returns The rules.
 * @throws {CommandError} If the kernel refuses.
 */
export async function fetchRules(context: Context): Promise<RuleMessage[]> {
  const connection = await context.connect();
  context.printer.begin();
  return await connection.dumpAll({
    type: RTM_GETRULE,
    codec: ruleMessage,
    message: blankRule(familyOf(context)),
  }).catch(refused(fail, 255, "Dump terminated"));
}
