/**
 * The arguments after `ip rule show` and `ip rule flush`.
 *
 * @module
 */

import type { Context } from "../../runtime/context.ts";
import { invalidArgument } from "../../parse/errors.ts";
import {
  type Arguments,
  fits,
  type Grammar,
  parse,
  takes,
  value,
} from "../../parse/grammar.ts";
import type { Form } from "../../parse/form.ts";
import { PORTS, TABLE_ID } from "./parse_arguments.ts";
import { prefixOf } from "../../parse/prefixes.ts";
import type { RuleFilter } from "./filter.ts";
import { deviceName } from "../../parse/device_name.ts";
import * as take from "./parse_rule.ts";
import { AF_INET } from "../../../messages/families.ts";

/** The keywords. */
const GRAMMAR: Grammar<RuleFilter> = {
  "preference* order* priority*": takes("NUMBER", (filter, { args }) => {
    filter.priority = take.takePriority(args);
  }),
  "not": value("not", true),
  "tos dsfield": takes("TOS", (filter, { args, context: { names } }) => {
    filter.tos = take.takeTos(args, names);
  }),
  "fwmark": takes("FWMARK[/MASK]", (filter, { args }) => {
    const { value, mask = filter.markMask } = take.takeMark(args);
    filter.mark = value;
    if (mask !== undefined) filter.markMask = mask;
  }),
  "dev iif": takes("STRING:device", (filter, { args }) => {
    filter.inputDevice = deviceName(args.take(), '"iif"/"dev"');
  }),
  "oif": takes("STRING:device", (filter, { args }) => {
    filter.outputDevice = deviceName(args.take(), '"oif"');
  }),
  "l3mdev": value("l3mdev", true),
  "uidrange": takes("NUMBER-NUMBER", (filter, { args }) => {
    filter.users = take.takeUsers(args);
  }),
  "tun_id*": takes("NUMBER", (filter, { args }) => {
    filter.tunnelId = take.takeTunnelId(args);
  }),
  "lookup* table*": takes(TABLE_ID, (filter, { args, context: { names } }) => {
    const problem = "table id value is invalid\n";
    filter.table = take.takeTable(args, names, problem);
  }),
  "from* src*": takes("PREFIX", (filter, { args, context }) => {
    filter.from = prefixOf(args.take(), familyOf(context));
  }),
  "protocol*": takes(
    "PROTO:protocol",
    (filter, { args, context: { names } }) => {
      const arg = args.take();
      const protocol = names.protocols.numberOf(arg);
      if (protocol !== undefined) filter.protocol = protocol;
      else if (arg === "all") delete filter.protocol;
      else throw invalidArgument('invalid "protocol"\n', arg);
    },
  ),
  "ipproto": takes("PROTOCOL", (filter, { args, context }) => {
    filter.ipProtocol = take.takeIpProtocol(args, context.io);
  }),
  "sport": takes(PORTS, (filter, { args }) => {
    filter.sourcePorts = take.takePorts(args);
  }),
  "dport": takes(PORTS, (filter, { args }) => {
    filter.destinationPorts = take.takePorts(args);
  }),
  "dscp": takes("DSCP[/MASK]", (filter, { args, context: { names } }) => {
    filter.dscp = take.takeDscp(args, names);
  }),
  "flowlabel": takes("FLOWLABEL[/MASK]", (filter, { args }) => {
    filter.flowLabel = take.takeFlowLabel(args);
  }),
};

/** What may follow `show` and `flush`. */
export const SELECTION: Form = {
  maybe: {
    name: "FILTER",
    means: { anyOrder: [{ options: GRAMMAR }, "[ { to | dst } PREFIX ]"] },
  },
};

/**
 * The family whose rules a command is about.
 *
 * @returns That which was asked for, or else `AF_INET`.
 */
export function familyOf({ family }: Context): number {
  return family || AF_INET;
}

/**
 * Reads the arguments.
 *
 * @returns The filter.
 * @throws {CommandError} If an argument is wrong.
 */
export async function parseFilter(
  args: Arguments,
  context: Context,
): Promise<RuleFilter> {
  const filter: RuleFilter = {};
  await parse(GRAMMAR, filter, args, context, (filter, { word }) => {
    const prefix = fits(word, "dst* to*") ? args.take() : word;
    filter.to = prefixOf(prefix, familyOf(context));
  });
  return filter;
}
