/**
 * Policy rules, which choose the routing table of each packet: `ip rule`.
 *
 * @module
 */

import { objects } from "../../messages/objects.ts";
import { RT_TABLE_MAIN } from "../../messages/constants.ts";
import { AF_INET, AF_INET6 } from "../../messages/families.ts";
import {
  FR_ACT_GOTO,
  FR_ACT_TO_TBL,
  RTM_DELRULE,
} from "../../messages/rule/constants.ts";
import { type RuleMessage, ruleMessage } from "../../messages/rule/rule.ts";
import type { Connection, RequestOptions } from "../connection/connection.ts";
import { NetlinkError } from "../connection/errors.ts";
import type { All } from "../mapping/filter.ts";
import { Objects } from "../object/objects.ts";
import { FieldPath } from "../mapping/field_path.ts";
import { type RuleFilter, ruleFilter } from "./filter.ts";
import { fromRule, type Rule, rules, type RuleSpec } from "./spec.ts";

export type { RuleFilter } from "./filter.ts";
export type { Rule, RuleAction, RuleSpec } from "./spec.ts";
export { fromRule, toRule } from "./spec.ts";

/** The message that adds a rule: one that does nothing else looks up `main`. */
function toAdd(spec: RuleSpec, fieldPath: FieldPath): RuleMessage {
  const message = fromRule(spec, fieldPath);
  if (message.action === 0) {
    message.action = spec.goto === undefined ? FR_ACT_TO_TBL : FR_ACT_GOTO;
  }
  const looksUp = message.action === FR_ACT_TO_TBL;
  if (looksUp && spec.table === undefined && spec.l3mdev !== true) {
    message.table = RT_TABLE_MAIN;
  }
  return message;
}

/** The message that names a rule: without more, it would be the first one. */
function toName(key: RuleSpec, fieldPath: FieldPath): RuleMessage {
  const message = fromRule(key, fieldPath);
  const { family: _, attributes, ...header } = message;
  const hasConditions = Object.keys(attributes).length > 0 ||
    Object.values(header).some((value) => value !== 0);
  if (!hasConditions) {
    throw fieldPath.wrong(
      key,
      "at least one condition besides family is expected",
    );
  }
  return message;
}

/** Policy rules: `ip rule`. */
export class Rules
  extends Objects<RuleMessage, Rule, RuleSpec, RuleSpec, RuleFilter> {
  /**
   * Makes the object.
   *
   * @param connection Where to send requests.
   */
  constructor(connection: Connection) {
    super(connection, {
      object: objects.rule,
      codec: ruleMessage,
      reading: rules,
      write: toAdd,
      name: toName,
      filter: ruleFilter,
      missing: ["ENOENT"],
    });
  }

  /**
   * Adds a rule, unless there is an equal one: all that a rule has is its
   * identity, so that there is nothing to replace.
   *
   * @param spec The rule.
   * @param options How to ask.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {RangeError} If a value is too small or too large.
   * @throws {NetlinkError} If the kernel refuses.
   */
  override async replace(
    spec: RuleSpec,
    options: RequestOptions = {},
  ): Promise<void> {
    try {
      // Asked to replace a rule, the kernel adds it a second time.
      await this.add(spec, options);
    } catch (error) {
      if (!(error instanceof NetlinkError && error.code === "EEXIST")) {
        throw error;
      }
    }
  }

  /**
   * Makes sure that there is a rule: all that a rule has is its identity, so
   * that there is nothing to change.
   *
   * @param spec The rule.
   * @param options How to ask.
   * @throws {NetlinkError} If there is none (`ENOENT`).
   */
  override async change(
    spec: RuleSpec,
    options: RequestOptions = {},
  ): Promise<void> {
    // Asked to change a rule, the kernel adds another one.
    await this.get(spec, options);
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
    return await this.search(key, () => ruleFilter.pick(key), options);
  }

  /**
   * Deletes all rules of IPv4 and IPv6 that a filter lets pass, but for the
   * kernel's own ones of priority 0.
   *
   * @param filter Which ones; `{ all: true }` for all of both families. Rules
   * of other families are deleted if it names the family.
   * @param options How to ask.
   * @returns How many were deleted.
   * @throws {TypeError} If the filter has no condition.
   * @throws {NetlinkError} If the kernel refuses.
   */
  async flush(
    filter: RuleFilter | All,
    options: RequestOptions = {},
  ): Promise<number> {
    const wanted = ruleFilter.demand(filter, FieldPath.root);
    const messages = await this.messages(wanted, options).toArray();
    let deleted = 0;
    for (const message of messages) {
      const { family, attributes: { priority } } = message;
      const isOther = family !== AF_INET && family !== AF_INET6;
      if (priority === undefined || isOther && wanted.family === undefined) {
        continue;
      }
      await this.connection.request(
        { type: RTM_DELRULE, codec: ruleMessage, message },
        options,
      );
      deleted++;
    }
    return deleted;
  }
}
