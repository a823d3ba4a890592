/**
 * One rule, as `ip rule` writes it.
 *
 * @module
 */

import { RTN_NAT, RTPROT_KERNEL } from "../../../messages/constants.ts";
import { familyColor } from "../address/format.ts";
import type { Context } from "../../runtime/context.ts";
import { hex } from "../../print/format.ts";
import { hostName } from "../../names/hosts.ts";
import { ipProtocolName } from "../../names/ip_protocols.ts";
import { routeTypeName } from "../../names/route_type.ts";
import { addressBits } from "../../parse/prefixes.ts";
import type { Printer } from "../../print/printer.ts";
import { AF_INET, AF_INET6 } from "../../../messages/families.ts";
import {
  FIB_RULE_IIF_DETACHED,
  FIB_RULE_INVERT,
  FIB_RULE_OIF_DETACHED,
  FIB_RULE_UNRESOLVED,
  FR_ACT_GOTO,
  FR_ACT_NOP,
  FR_ACT_TO_TBL,
  FRA_UNUSED2,
} from "../../../messages/rule/constants.ts";
import { ipv4Address } from "../../../messages/codec/address.ts";
import type {
  RuleMessage,
  RulePortRange,
} from "../../../messages/rule/rule.ts";

/** Mask of a port that has all bits set. */
export const ALL_OF_PORT = 0xffff;
/** Mask of a code point of differentiated services that has all bits set. */
export const ALL_OF_DSCP = 0x3f;
/** Mask of a flow label that has all bits set. */
export const ALL_OF_FLOW_LABEL = 0xfffff;
/** Value of attributes that stands for none. */
const NONE = 0xffffffff;

/**
 * The table that a rule looks up.
 *
 * @param rule The rule.
 * @returns The table; 0 for none.
 */
export function tableOf({ table, attributes }: RuleMessage): number {
  return attributes.table ?? table;
}

/**
 * Writes a rule.
 *
 * @param rule The rule.
 * @param deleted Whether it was deleted.
 */
export function formatRule(
  context: Context,
  rule: RuleMessage,
  deleted = false,
): void {
  const { printer } = context;
  printer.object(null, () => {
    if (deleted) printer.value("deleted", true, "Deleted ");
    const { priority = 0 } = rule.attributes;
    printer.value("priority", priority, `${priority}:\t`);
    if (rule.flags & FIB_RULE_INVERT) printer.value("not", null, "not ");
    printPrefixes(context, rule);
    printSelectors(context, rule);
    printTable(context, rule);
    printRealms(context, rule);
    printAction(context, rule);
    printProtocol(context, rule);
    printDscp(context, rule);
    printFlowLabel(printer, rule);
    printer.text("\n");
  });
}

function printPrefixes(context: Context, rule: RuleMessage): void {
  const { source, destination } = rule.attributes;
  const { sourceLength, destinationLength } = rule;
  context.printer.text("from ");
  if (source === undefined && sourceLength === 0) {
    context.printer.value("src", "all", "all");
  } else printPrefix(context, rule.family, "src", source, sourceLength);
  if (destination === undefined && destinationLength === 0) return;
  context.printer.text(" to ");
  printPrefix(context, rule.family, "dst", destination, destinationLength);
}

function printPrefix(
  { printer }: Context,
  family: number,
  key: "src" | "dst",
  address: string | undefined,
  length: number,
): void {
  if (address === undefined) printer.value(key, "0", "0");
  else {
    // Rules of multicast routing have families that ip has no addresses for.
    const known = family === AF_INET || family === AF_INET6;
    const text = known ? address : "???";
    printer.colored(familyColor(family), key, text, text);
    if (length === addressBits(family)) return;
  }
  printer.value(`${key}len`, length, `/${length}`);
}

function printSelectors(context: Context, rule: RuleMessage): void {
  const { printer, names, io } = context;
  const { tos, flags, attributes } = rule;
  const { inputDevice, outputDevice, uidRange, ipProtocol } = attributes;
  if (tos !== 0) {
    const name = names.dsFields.nameOf(tos);
    printer.spaced("tos", name);
  }
  printMark(printer, attributes.mark, attributes.markMask);
  if (inputDevice !== undefined) {
    printer.text(" iif ");
    printer.colored("ifname", "iif", inputDevice, inputDevice);
    if (flags & FIB_RULE_IIF_DETACHED) {
      printer.value("iif_detached", null, " [detached]");
    }
  }
  if (outputDevice !== undefined) {
    printer.text(" oif ");
    printer.colored("ifname", "oif", outputDevice, outputDevice);
    if (flags & FIB_RULE_OIF_DETACHED) {
      printer.value("oif_detached", null, " [detached]");
    }
  }
  if (attributes.l3mdev) {
    printer.value("l3mdev", null, " lookup [l3mdev-table]");
  }
  if (uidRange !== undefined) {
    printer.value("uid_start", uidRange.start, ` uidrange ${uidRange.start}`);
    printer.value("uid_end", uidRange.end, `-${uidRange.end}`);
  }
  if (ipProtocol !== undefined) {
    const name = (names.numeric ? undefined : ipProtocolName(ipProtocol, io)) ??
      `ipproto-${ipProtocol}`;
    printer.spaced("ipproto", name);
  }
  const { sourcePortMask, destinationPortMask } = attributes;
  printPorts(printer, "sport", attributes.sourcePorts, sourcePortMask);
  printPorts(
    printer,
    "dport",
    attributes.destinationPorts,
    destinationPortMask,
  );
  const { tunnelId } = attributes;
  printer.spaced("tun_id", tunnelId);
}

function printMark(
  printer: Printer,
  mark: number | undefined,
  mask: number | undefined,
): void {
  if (mark === undefined && mask === undefined) return;
  const value = hex(mark ?? 0);
  printer.spaced("fwmark", value);
  if (mask === undefined || mask === NONE) return;
  printer.value("fwmask", hex(mask), `/${hex(mask)}`);
}

function printPorts(
  printer: Printer,
  key: "sport" | "dport",
  ports: RulePortRange | undefined,
  mask: number | undefined,
): void {
  if (ports === undefined) return;
  const { start, end } = ports;
  if (start !== end) {
    printer.value(`${key}_start`, start, ` ${key} ${start}`);
    printer.value(`${key}_end`, end, `-${end}`);
    return;
  }
  const whole = mask === undefined || mask === ALL_OF_PORT;
  printer.value(key, start, ` ${key} ${whole ? start : hex(start)}`);
  printMask(printer, `${key}_mask`, mask, whole);
}

function printDscp({ printer, names }: Context, rule: RuleMessage): void {
  const { dscp, dscpMask } = rule.attributes;
  if (dscp === undefined) return;
  const whole = dscpMask === undefined || dscpMask === ALL_OF_DSCP;
  const name = (names.numeric ? undefined : names.dsFields.find(dscp << 2)) ??
    String(dscp);
  printer.value("dscp", name, ` dscp ${whole ? name : hex(dscp)}`);
  printMask(printer, "dscp_mask", dscpMask, whole);
}

function printFlowLabel(printer: Printer, { attributes }: RuleMessage): void {
  const { flowLabel, flowLabelMask: mask } = attributes;
  if (flowLabel === undefined) return;
  const whole = mask === undefined || mask === ALL_OF_FLOW_LABEL;
  printer.value("flowlabel", hex(flowLabel), ` flowlabel ${hex(flowLabel)}`);
  printMask(printer, "flowlabel_mask", mask, whole);
}

/** Text has no masks of which all bits are set. */
function printMask(
  printer: Printer,
  key: string,
  mask: number | undefined,
  whole: boolean,
): void {
  if (mask === undefined) return;
  printer.value(key, hex(mask), whole ? "" : `/${hex(mask)}`);
}

function printTable(
  { printer, names }: Context,
  rule: RuleMessage,
): void {
  const table = tableOf(rule);
  if (table === 0) return;
  const name = names.tables.nameOf(table);
  printer.value("table", name, ` lookup ${name}`);
  const { suppressPrefixLength: length, suppressGroup } = rule.attributes;
  if (length !== undefined && length !== NONE) {
    const text = ` suppress_prefixlength ${length | 0}`;
    printer.value("suppress_prefixlen", length | 0, text);
  }
  if (suppressGroup !== undefined && suppressGroup !== NONE) {
    const group = names.groups.nameOf(suppressGroup);
    printer.spaced("suppress_ifgroup", group);
  }
}

function printRealms(
  { printer, names }: Context,
  { attributes: { flow } }: RuleMessage,
): void {
  if (flow === undefined) return;
  const from = flow >>> 16;
  printer.text(" realms ");
  if (from !== 0) {
    const name = names.realms.nameOf(from);
    printer.value("flow_from", name, `${name}/`);
  }
  const name = names.realms.nameOf(flow & 0xffff);
  printer.value("flow_to", name, name);
}

function printAction(context: Context, rule: RuleMessage): void {
  const { printer, names } = context;
  const { action, flags, attributes } = rule;
  if (action === RTN_NAT) {
    const gateway = gatewayOf(rule);
    if (gateway === undefined) {
      printer.value("masquerade", null, " masquerade");
      return;
    }
    const host = hostName(context, gateway);
    printer.value("nat_gateway", host, ` map-to ${host}`);
  } else if (action === FR_ACT_GOTO) {
    const target = attributes.goto ?? "none";
    printer.spaced("goto", target);
    if (flags & FIB_RULE_UNRESOLVED) {
      printer.value("unresolved", null, " [unresolved]");
    }
  } else if (action === FR_ACT_NOP) printer.value("nop", null, " nop");
  else if (action !== FR_ACT_TO_TBL) {
    const name = routeTypeName(action, names.numeric);
    printer.value("action", name, ` ${name}`);
  }
}

function gatewayOf({ attributes }: RuleMessage): string | undefined {
  const raw = attributes.unknown?.find(({ type }) => type === FRA_UNUSED2);
  if (raw === undefined || raw.data.length !== 4) return undefined;
  const { buffer, byteOffset } = raw.data;
  return ipv4Address.decode(new DataView(buffer, byteOffset, 4), 0, 4);
}

function printProtocol(
  { printer, names, options }: Context,
  { attributes: { protocol } }: RuleMessage,
): void {
  if (protocol === undefined) return;
  if (!options.details && (protocol === 0 || protocol === RTPROT_KERNEL)) {
    return;
  }
  const name = names.protocols.nameOf(protocol);
  printer.value("protocol", name, ` proto ${name}`);
}
