/**
 * Which rules to list.
 *
 * @module
 */

import { AF_INET, AF_INET6 } from "../../messages/families.ts";
import { FIB_RULE_INVERT } from "../../messages/rule/constants.ts";
import { type RuleMessage, ruleMessage } from "../../messages/rule/rule.ts";
import { boolean, uint32, uint8 } from "../mapping/conversions.ts";
import { conditions } from "../mapping/conditions.ts";
import { type Filter, filter } from "../mapping/filter.ts";
import {
  beginsWith,
  type PrefixBits,
  prefixBits,
} from "../mapping/prefixes.ts";
import { routeFamily, routeTable } from "../mapping/routing_names.ts";
import type { Conversion } from "../mapping/mapping.ts";
import {
  ports,
  type RangeNumbers,
  ruleAction,
  ruleNumbers,
  type RuleSpec,
  users,
} from "./spec.ts";
import { blank } from "../../messages/codec/mod.ts";

/** Which rules to list; what is not given does not matter. */
export type RuleFilter = Partial<RuleSpec>;

const { equal, equals, where } = conditions<RuleMessage>();

const prefixOrAll: Pick<Conversion<string, PrefixBits | "all">, "toKernel"> = {
  toKernel: (value, fieldPath) =>
    value === "all" ? value : prefixBits.toKernel(value, fieldPath),
};

function isPrefix(
  wanted: PrefixBits | "all",
  family: number,
  length: number,
  address: string | undefined,
): boolean {
  if (wanted === "all") return address === undefined;
  return address !== undefined && length === wanted.length &&
    family === (wanted.version === 6 ? AF_INET6 : AF_INET) &&
    beginsWith(wanted, address);
}

function isRange(
  wanted: RangeNumbers,
): (range: RangeNumbers | undefined) => boolean {
  return (range) => range?.start === wanted.start && range.end === wanted.end;
}

/** How {@linkcode RuleFilter} is put into the kernel's terms. */
export const ruleFilter: Filter<RuleFilter, RuleMessage> = filter({
  family: equal("family", routeFamily, { sent: true }),
  priority: equal("attributes.priority", uint32, { missing: 0 }),
  not: where({
    value: boolean,
    reads: ["flags"],
    accepts: (wanted) => (flags) =>
      (flags & FIB_RULE_INVERT) !== 0 === (wanted === 1),
  }),
  from: where({
    value: prefixOrAll,
    reads: ["family", "sourceLength", "attributes.source"],
    accepts: (wanted) => (family, length, address) =>
      isPrefix(wanted, family, length, address),
  }),
  to: where({
    value: prefixOrAll,
    reads: ["family", "destinationLength", "attributes.destination"],
    accepts: (wanted) => (family, length, address) =>
      isPrefix(wanted, family, length, address),
  }),
  tos: equal("tos", uint8),
  users: where({
    value: users,
    reads: ["attributes.uidRange"],
    accepts: isRange,
  }),
  sourcePorts: where({
    value: ports,
    reads: ["attributes.sourcePorts"],
    accepts: isRange,
  }),
  destinationPorts: where({
    value: ports,
    reads: ["attributes.destinationPorts"],
    accepts: isRange,
  }),
  action: equal("action", ruleAction),
  table: where({
    value: routeTable,
    reads: ["table", "attributes.table"],
    accepts: (wanted) => (short, table = short) => table === wanted,
  }),
  suppressPrefixLength: equal("attributes.suppressPrefixLength", uint32),
  suppressGroup: equal("attributes.suppressGroup", uint32),
  ...equals(ruleNumbers),
  // Rules without it do not report it.
  l3mdev: equal("attributes.l3mdev", boolean, { missing: 0 }),
}, () => blank(ruleMessage));
