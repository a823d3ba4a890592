/**
 * Which rules `ip rule show` and `ip rule flush` are about.
 *
 * @module
 */

import type { Context } from "../../runtime/context.ts";
import { contains, type Prefix, readAddress } from "../../parse/prefixes.ts";
import { tableOf } from "./format.ts";
import { FIB_RULE_INVERT } from "../../../messages/rule/constants.ts";
import type { RuleMessage } from "../../../messages/rule/rule.ts";

/** Which rules; what is missing, or 0 where that makes no sense, lets all pass. */
export interface RuleFilter {
  /** Only those of this priority. */
  priority?: number;
  /** Only those for all packets but some. */
  not?: boolean;
  /** Only those for sources in this prefix. */
  from?: Prefix;
  /** Only those for destinations in this prefix. */
  to?: Prefix;
  /** Only those for this type of service. */
  tos?: number;
  /** Only those for this firewall mark. */
  mark?: number;
  /** Only those with this mask of the mark. */
  markMask?: number;
  /** Only those for this input device. */
  inputDevice?: string;
  /** Only those for this output device. */
  outputDevice?: string;
  /** Only those that look up the table of the device's VRF. */
  l3mdev?: boolean;
  /** Only those for these users. */
  users?: { start: number; end: number };
  /** Only those for this IP protocol. */
  ipProtocol?: number;
  /** Only those for these source ports. */
  sourcePorts?: { start: number; end: number };
  /** Only those for these destination ports. */
  destinationPorts?: { start: number; end: number };
  /** Only those for this key of a tunnel. */
  tunnelId?: bigint;
  /** Only those that look up this table. */
  table?: number;
  /** When flushing, only those that were added by this one (`RTPROT_*`). */
  protocol?: number;
}

/**
 * Whether a filter lets a rule pass.
 *
 * @param context Knows the family that was asked for.
 * @param filter The filter.
 * @param rule The rule.
 * @returns Whether it does.
 */
export function passesRule(
  { family }: Pick<Context, "family">,
  filter: RuleFilter,
  rule: RuleMessage,
): boolean {
  const { attributes, sourceLength, destinationLength } = rule;
  const { priority = 0, source, destination } = attributes;
  if (family !== 0 && rule.family !== family) return false;
  if (filter.priority !== undefined && priority !== filter.priority) {
    return false;
  }
  if (filter.not && !(rule.flags & FIB_RULE_INVERT)) return false;
  return isIn(filter.from, rule.family, source, sourceLength) &&
    isIn(filter.to, rule.family, destination, destinationLength) &&
    (filter.tos === undefined || filter.tos === rule.tos) &&
    (!filter.mark || filter.mark === (attributes.mark ?? 0)) &&
    (!filter.markMask || filter.markMask === (attributes.markMask ?? 0)) &&
    (filter.inputDevice ?? attributes.inputDevice) ===
      attributes.inputDevice &&
    (filter.outputDevice ?? attributes.outputDevice) ===
      attributes.outputDevice &&
    (!filter.l3mdev || !!attributes.l3mdev) &&
    (filter.users === undefined ||
      isRange(filter.users, attributes.uidRange)) &&
    (!filter.ipProtocol ||
      filter.ipProtocol === (attributes.ipProtocol ?? 0)) &&
    (!filter.sourcePorts?.start ||
      isRange(filter.sourcePorts, attributes.sourcePorts)) &&
    (!filter.destinationPorts?.start ||
      isRange(filter.destinationPorts, attributes.destinationPorts)) &&
    (!filter.tunnelId || filter.tunnelId === attributes.tunnelId) &&
    (!filter.table || filter.table === tableOf(rule));
}

function isIn(
  prefix: Prefix | undefined,
  family: number,
  address: string | undefined,
  length: number,
): boolean {
  if (prefix === undefined || prefix.family === 0) return true;
  if (prefix.family !== family || prefix.length > length) return false;
  if (address === undefined || prefix.length === 0) return true;
  const bytes = readAddress(address, family)?.bytes;
  return bytes !== undefined && contains(prefix, bytes);
}

interface Range {
  start: number;
  end: number;
}

function isRange(wanted: Range, range: Range | undefined): boolean {
  return range?.start === wanted.start && range.end === wanted.end;
}
