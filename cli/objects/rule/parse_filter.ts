/**
 * The words after `ip rule show` and `ip rule flush`.
 *
 * @module
 */

import type { Context } from "../../runtime/context.ts";
import { invalidArgument } from "../../parse/errors.ts";
import {
  fits,
  type Grammar,
  parse,
  takes,
  value,
  type Words,
} from "../../parse/grammar.ts";
import type { Form } from "../../parse/form.ts";
import { PORTS, TABLE_ID } from "./parse_arguments.ts";
import { prefixOf } from "../../parse/prefixes.ts";
import type { RuleFilter } from "./filter.ts";
import * as take from "./parse_rule.ts";
import { AF_INET } from "../../../messages/families.ts";

/** The words that are known. */
const GRAMMAR: Grammar<RuleFilter> = {
  "preference* order* priority*": takes("NUMBER", (filter, { words }) => {
    filter.priority = take.takePriority(words);
  }),
  "not": value("not", true),
  "tos dsfield": takes("TOS", (filter, { words, context: { names } }) => {
    filter.tos = take.takeTos(words, names);
  }),
  "fwmark": takes("FWMARK[/MASK]", (filter, { words }) => {
    const { value, mask = filter.markMask } = take.takeMark(words);
    filter.mark = value;
    if (mask !== undefined) filter.markMask = mask;
  }),
  "dev iif": takes("STRING:device", (filter, { words }) => {
    filter.inputDevice = take.takeDevice(words, '"iif"/"dev"');
  }),
  "oif": takes("STRING:device", (filter, { words }) => {
    filter.outputDevice = take.takeDevice(words, '"oif"');
  }),
  "l3mdev": value("l3mdev", true),
  "uidrange": takes("NUMBER-NUMBER", (filter, { words }) => {
    filter.users = take.takeUsers(words);
  }),
  "tun_id*": takes("NUMBER", (filter, { words }) => {
    filter.tunnelId = take.takeTunnelId(words);
  }),
  "lookup* table*": takes(TABLE_ID, (filter, { words, context: { names } }) => {
    const problem = "table id value is invalid\n";
    filter.table = take.takeTable(words, names, problem);
  }),
  "from* src*": takes("PREFIX", (filter, { words, context }) => {
    filter.from = prefixOf(words.take(), familyOf(context));
  }),
  "protocol*": takes(
    "PROTO:protocol",
    (filter, { words, context: { names } }) => {
      const word = words.take();
      const protocol = names.protocols.numberOf(word);
      if (protocol !== undefined) filter.protocol = protocol;
      else if (word === "all") delete filter.protocol;
      else throw invalidArgument('invalid "protocol"\n', word);
    },
  ),
  "ipproto": takes("PROTOCOL", (filter, { words, context }) => {
    filter.ipProtocol = take.takeIpProtocol(words, context.io);
  }),
  "sport": takes(PORTS, (filter, { words }) => {
    filter.sourcePorts = take.takePorts(words);
  }),
  "dport": takes(PORTS, (filter, { words }) => {
    filter.destinationPorts = take.takePorts(words);
  }),
  "dscp": takes("DSCP[/MASK]", (filter, { words, context: { names } }) => {
    filter.dscp = take.takeDscp(words, names);
  }),
  "flowlabel": takes("FLOWLABEL[/MASK]", (filter, { words }) => {
    filter.flowLabel = take.takeFlowLabel(words);
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
 * Reads the words.
 *
 * @param words The words.
 * @returns The filter.
 * @throws {CommandError} If a word is wrong.
 */
export async function parseFilter(
  words: Words,
  context: Context,
): Promise<RuleFilter> {
  const filter: RuleFilter = {};
  await parse(GRAMMAR, filter, words, context, (filter, { word }) => {
    const prefix = fits(word, "dst* to*") ? words.take() : word;
    filter.to = prefixOf(prefix, familyOf(context));
  });
  return filter;
}
