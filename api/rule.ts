/**
 * Policy rules, which choose the routing table of each packet: `ip rule`.
 *
 * @module
 */

import { RT_TABLE_MAIN } from "../messages/constants.ts";
import {
  FR_ACT_GOTO,
  FR_ACT_TO_TBL,
  RTM_DELRULE,
  RTM_GETRULE,
  RTM_NEWRULE,
} from "../messages/rule/constants.ts";
import { type RuleMessage, ruleMessage } from "../messages/rule/rule.ts";
import type { Connection, RequestOptions } from "./connection.ts";
import { notFound } from "./not_found.ts";
import { Objects } from "./objects.ts";
import { readingOf } from "./reading.ts";
import type { Place } from "./place.ts";
import { type RuleFilter, ruleFilter } from "./rule/filter.ts";
import { fromRule, type Rule, type RuleSpec, toRule } from "./rule/spec.ts";

export type { RuleFilter } from "./rule/filter.ts";
export type {
  NumberRange,
  Rule,
  RuleAction,
  RuleRealms,
  RuleSpec,
} from "./rule/spec.ts";
export { blankRule, fromRule, ruleRealms, toRule } from "./rule/spec.ts";

const ENOENT = 2;

/** The message that adds a rule: one that does nothing else looks up `main`. */
function toAdd(spec: RuleSpec, place: Place): RuleMessage {
  const message = fromRule(spec, place);
  if (message.action === 0) {
    message.action = spec.goto === undefined ? FR_ACT_TO_TBL : FR_ACT_GOTO;
  }
  const looksUp = message.action === FR_ACT_TO_TBL;
  if (looksUp && spec.table === undefined && spec.l3mdev !== true) {
    message.table = RT_TABLE_MAIN;
  }
  return message;
}

/** Policy rules: `ip rule`. */
export class Rules
  extends Objects<RuleMessage, Rule, RuleSpec, RuleSpec, RuleFilter> {
  readonly #connection: Connection;

  /**
   * Makes the verbs.
   *
   * @param connection Where to send requests.
   */
  constructor(connection: Connection) {
    super(connection, {
      types: [RTM_NEWRULE, RTM_DELRULE, RTM_GETRULE],
      codec: ruleMessage,
      reading: readingOf(ruleMessage, toRule),
      write: toAdd,
      name: fromRule,
      filter: ruleFilter,
    });
    this.#connection = connection;
  }

  /**
   * Gets one rule.
   *
   * @param key What the rule has, such as its priority.
   * @param options How to ask.
   * @returns The first such rule.
   * @throws {NetlinkError} If there is none (`ENOENT`).
   */
  override async get(
    key: RuleSpec,
    options: RequestOptions = {},
  ): Promise<Rule> {
    // The kernel only lists rules.
    fromRule(key);
    const filter = ruleFilter.pick(key);
    for await (const rule of this.list(filter, options)) return rule;
    throw notFound(ENOENT, RTM_GETRULE, key);
  }

  /**
   * Deletes all rules that a filter lets pass, but for the kernel's own one of
   * priority 0.
   *
   * @param filter Which ones; by default all of IPv4, as `ip rule flush` does.
   * @param options How to ask.
   * @returns How many were deleted.
   * @throws {NetlinkError} If the kernel refuses.
   */
  async flush(
    filter: RuleFilter = {},
    options: RequestOptions = {},
  ): Promise<number> {
    const family = filter.family ?? "inet";
    const messages = await this.messages({ ...filter, family }, options)
      .toArray();
    let deleted = 0;
    for (const message of messages) {
      if (message.attributes.priority === undefined) continue;
      await this.#connection.request(
        { type: RTM_DELRULE, codec: ruleMessage, message },
        options,
      );
      deleted++;
    }
    return deleted;
  }
}
