/**
 * `bridge fdb show`.
 *
 * @module
 */

import { blank } from "../../../messages/codec/mod.ts";
import { AF_BRIDGE } from "../../../messages/families.ts";
import * as c from "../../../messages/neighbor/constants.ts";
import { neighborMessage } from "../../../messages/neighbor/neighbor.ts";
import { duplicateArgument } from "../../parse/errors.ts";
import { type Grammar, matches, parse, takes } from "../../parse/grammar.ts";
import { unsigned } from "../../parse/numbers.ts";
import { usageIn } from "../../program.ts";
import type { Command } from "../../runtime/context.ts";
import { atoi, indexOf, list } from "../common.ts";
import { type EntryFilter, formatForwarding, passes } from "./format.ts";

/** States of entries, in the order of trying; whether they may be cut short. */
const STATES: readonly (readonly [string, number])[] = [
  ["permanent", c.NUD_PERMANENT],
  ["static", c.NUD_NOARP],
  ["temp", c.NUD_NOARP],
  ["stale", c.NUD_STALE],
  ["reachable", c.NUD_REACHABLE],
  ["dynamic", c.NUD_REACHABLE],
];
/** All states. */
const ALL = 0xffffffff;

interface Arguments extends EntryFilter {
  device?: string;
  bridge?: string;
}

const FILTERS: Grammar<Arguments> = {
  "brport dev": takes("DEV", (filter, { args }) => {
    filter.device = args.take();
  }),
  "br": takes("BRDEV:device", (filter, { args }) => {
    filter.bridge = args.take();
  }),
  "vlan": takes("VID", (filter, { args }) => {
    const arg = args.take();
    if (filter.vlan !== 0) throw duplicateArgument("vlan", arg);
    filter.vlan = atoi(arg, 32) >>> 0;
  }),
  "state": takes({
    name: "STATE",
    means: `{ ${STATES.map(([name]) => name).join(" | ")} | all | NUMBER }`,
  }, (filter, { args }) => {
    const state = args.read(stateOf, "invalid state");
    filter.states = (filter.states | state) >>> 0;
  }),
  "dynamic": (filter) => void (filter.dynamic = true),
};

function stateOf(arg: string): number | undefined {
  const found = STATES.find(([name]) => matches(arg, name));
  if (found !== undefined) return found[1];
  return arg === "all" ? ALL : unsigned(arg, 32);
}

/** Shows forwarding entries. */
export const show: Command = takes(
  { options: FILTERS },
  async (args, context) => {
    const filter: Arguments = { index: 0, states: 0, vlan: 0, dynamic: false };
    await parse(FILTERS, filter, args, context, (_, { word }) => {
      if (matches(word, "help")) throw usageIn(context.program, "fdb");
    });
    const { device, bridge } = filter;
    const master = bridge === undefined
      ? 0
      : await indexOf(context, bridge, "Cannot find bridge device");
    if (device !== undefined) filter.index = await indexOf(context, device);
    const entries = await list(context, {
      type: c.RTM_GETNEIGH,
      codec: neighborMessage,
      message: blank(neighborMessage, {
        family: AF_BRIDGE,
        index: filter.index,
        attributes: { ...master !== 0 && { master } },
      }),
    });
    await context.links.load();
    const { printer } = context;
    printer.begin();
    await context.renderAll(
      entries.filter((entry) => passes(filter, entry)),
      (entry) => formatForwarding(context, entry, filter.index !== 0),
    );
    printer.end();
    return 0;
  },
);
