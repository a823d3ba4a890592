/**
 * Which rules `ip rule show` and `ip rule flush` are about.
 *
 * @module
 */

import type { Context } from "../../runtime/context.ts";
import { contains, type Prefix, readAddress } from "../../parse/prefixes.ts";
import {
  ALL_OF_DSCP,
  ALL_OF_FLOW_LABEL,
  ALL_OF_PORT,
  tableOf,
} from "./format.ts";
import type { Masked, Ports } from "./parse_rule.ts";
import { FIB_RULE_INVERT } from "../../../messages/rule/constants.ts";
import type {
  RuleMessage,
  RulePortRange,
} from "../../../messages/rule/rule.ts";

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
  /** Only those for these source ports, of which just these bits count. */
  sourcePorts?: Ports;
  /** Only those for these destination ports, of which just these bits count. */
  destinationPorts?: Ports;
  /** Only those for this code point, of which just these bits count. */
  dscp?: Masked;
  /** Only those for this flow label, of which just these bits count. */
  flowLabel?: Masked;
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
 * @param context Has the family that was asked for.
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
    arePorts(
      filter.sourcePorts,
      attributes.sourcePorts,
      attributes.sourcePortMask,
    ) &&
    arePorts(
      filter.destinationPorts,
      attributes.destinationPorts,
      attributes.destinationPortMask,
    ) &&
    isMasked(
      filter.dscp,
      attributes.dscp,
      attributes.dscpMask,
      ALL_OF_DSCP,
    ) &&
    isMasked(
      filter.flowLabel,
      attributes.flowLabel,
      attributes.flowLabelMask,
      ALL_OF_FLOW_LABEL,
    ) &&
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

/** A mask of 0 lets all rules pass; that of a range has all bits. */
function arePorts(
  wanted: Ports | undefined,
  ports: RulePortRange | undefined,
  mask = ALL_OF_PORT,
): boolean {
  if (wanted === undefined || wanted.mask === 0) return true;
  return isRange(wanted.range, ports) && (wanted.mask ?? ALL_OF_PORT) === mask;
}

/** A mask of 0 lets all rules pass. */
function isMasked(
  wanted: Masked | undefined,
  value: number | undefined,
  mask: number | undefined,
  all: number,
): boolean {
  if (wanted === undefined || wanted.mask === 0) return true;
  return wanted.value === value && (wanted.mask ?? all) === (mask ?? all);
}

function isRange(wanted: Range, range: Range | undefined): boolean {
  return range?.start === wanted.start && range.end === wanted.end;
}
