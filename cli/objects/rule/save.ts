/**
 * `ip rule save` and `restore`.
 *
 * @module
 */

import type { Context } from "../../runtime/context.ts";
import {
  type DumpFile,
  restoreMessages,
  startFile,
  writeMessages,
} from "../../runtime/dump_file.ts";
import { fail } from "../../parse/errors.ts";
import type { Arguments } from "../../parse/grammar.ts";
import { fetchRules } from "./show.ts";
import { RTM_NEWRULE } from "../../../messages/rule/constants.ts";
import { ruleMessage } from "../../../messages/rule/rule.ts";

/** Files with rules. */
const FILE: DumpFile = { name: "rule", magic: 0x71706986 };

/** Writes rules to the output as the kernel reports them. */
export async function save(args: Arguments, context: Context): Promise<number> {
  if (args.left > 0) {
    throw fail(1, '"ip rule save" does not take any arguments.');
  }
  if (!startFile(context, FILE)) return 1;
  const rules = await fetchRules(context);
  writeMessages(context, RTM_NEWRULE, ruleMessage, rules);
  return 0;
}

/** Adds the rules of a file. */
export async function restore(_: Arguments, context: Context): Promise<number> {
  await restoreMessages(context, FILE);
  return 0;
}
