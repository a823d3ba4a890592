/**
 * `ip link xstats` and `ip link afstats`.
 *
 * @module
 */

import { valueOf } from "../../../messages/value_names.ts";
import type { Command, Context } from "../../runtime/context.ts";
import {
  duplicateOrGarbage,
  exit,
  fail,
  invalidArgument,
  isKernelError,
  noDevice,
  refusal,
  usage,
} from "../../parse/errors.ts";
import { padBytes } from "../../print/format.ts";
import { type Arguments, matches, takes } from "../../parse/grammar.ts";
import { printLacp } from "../stats/format_bond.ts";
import { printMulticast, printStp } from "../stats/format_bridge.ts";
import { printMplsStatistics } from "../stats/format_mpls.ts";
import type { Form } from "../../parse/form.ts";
import { isKind } from "./kinds/mod.ts";
import { AF_MPLS, AF_UNSPEC } from "../../../messages/families.ts";
import {
  IFLA_STATS_AF_SPEC,
  IFLA_STATS_LINK_XSTATS,
  IFLA_STATS_LINK_XSTATS_SLAVE,
  RTM_GETSTATS,
} from "../../../messages/stats/constants.ts";
import {
  type LinkXstats,
  type StatsMessage,
  statsMessage,
  type StatsRequest,
  statsRequest,
} from "../../../messages/stats/stats.ts";
import { blank } from "../../../messages/codec/mod.ts";

/** Kinds with statistics of their own, and the keywords that name parts of them. */
const PARTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  bridge: { igmp: "multicast", mcast: "multicast", stp: "stp" },
  bond: { lacp: "lacp", "802.3ad": "lacp" },
};

/** What may follow `xstats type KIND`. */
function partsForm(parts: Readonly<Record<string, string>>): Form {
  return `[ ${Object.keys(parts).join(" | ")} ] [ dev DEVICE ]`;
}

/** What may follow `xstats`. */
const xstatsForm = (name: string): Form => [
  "type",
  {
    name,
    rest: "ARGS",
    cases: Object.fromEntries(
      Object.entries(PARTS).flatMap(([kind, parts]) =>
        [kind, `${kind}_slave`].map((name) => [name, partsForm(parts)])
      ),
    ),
    brief: true,
  },
];

/** Shows the statistics of a kind of links. */
export const xstats: Command = takes(
  xstatsForm("MASTER"),
  async (args, context) => {
    if (args.left === 0) throw fail(1, "xstats: missing argument");
    const arg = args.take();
    if (matches(arg, "help")) {
      const { usageText } = await import("../../help/mod.ts");
      context.io.out(
        await usageText(
          { of: "... xstats", form: xstatsForm("TYPE") },
          context.program,
        ),
      );
      return 0;
    }
    if (!matches(arg, "type")) throw invalidArgument("unknown argument", arg);
    const name = args.take();
    if (!isKind(name)) throw invalidArgument("invalid type", name);
    const ofPort = name.endsWith("_slave");
    const kind = ofPort ? name.slice(0, -"_slave".length) : name;
    const parts = valueOf(PARTS, kind);
    if (parts === undefined) {
      throw fail(1, `xstats: link type ${name} doesn't support xstats`);
    }
    const filter = await parseFilter(args, context, name, parts);
    const group = ofPort
      ? IFLA_STATS_LINK_XSTATS_SLAVE
      : IFLA_STATS_LINK_XSTATS;
    const { printer } = context;
    printer.begin();
    const ok = await dump(context, group, (message) => {
      const { index, attributes } = message;
      if (filter.index !== 0 && filter.index !== index) return;
      for (
        const stats of [attributes.linkXstats, attributes.linkXstatsSlave]
      ) {
        if (stats?.[kind as "bridge" | "bond"] === undefined) continue;
        printXstats(context, index, stats, kind, filter.part);
      }
    });
    printer.end();
    if (!ok) throw fail(1, "Dump terminated");
    return 0;
  },
);

async function parseFilter(
  args: Arguments,
  context: Context,
  name: string,
  parts: Readonly<Record<string, string>>,
): Promise<{ index: number; part: string | undefined }> {
  let index = 0;
  let part: string | undefined;
  while (args.left > 0) {
    const arg = args.take();
    if (Object.hasOwn(parts, arg)) part = parts[arg];
    else if (arg === "dev") {
      const device = args.take();
      index = await context.links.indexOf(device);
      if (index === 0) throw noDevice(device);
    } else if (arg === "help") {
      const { usageText } = await import("../../help/mod.ts");
      const form = partsForm(parts);
      context.io.out(
        await usageText({ of: `... ${name}`, form }, context.program),
      );
      throw exit(0);
    } else throw invalidArgument("unknown attribute", arg);
  }
  return { index, part };
}

function printXstats(
  { printer, links }: Context,
  index: number,
  { bridge, bond }: LinkXstats,
  kind: string,
  part: string | undefined,
): void {
  printer.object(null, () => {
    const name = links.nameOf(index);
    printer.value("ifname", name, `${padBytes(name, 16)}\n`);
    const wanted = (name: string) => part === undefined || part === name;
    if (kind === "bond") {
      if (bond?.lacp !== undefined && wanted("lacp")) {
        printLacp(printer, bond.lacp);
      }
      return;
    }
    if (bridge?.multicast !== undefined && wanted("multicast")) {
      printMulticast(printer, bridge.multicast);
    }
    if (bridge?.stp !== undefined && wanted("stp")) {
      printStp(printer, bridge.stp);
    }
  });
}

/** Shows the statistics of address families. */
export const afstats: Command = takes(
  "[ dev DEVICE ]",
  async (args, context) => {
    let device: string | undefined;
    while (args.left > 0) {
      const arg = args.take();
      if (arg === "dev") {
        const name = args.take();
        if (device !== undefined) throw duplicateOrGarbage("dev", name);
        device = name;
      } else if (matches(arg, "help")) throw usage("link");
      else {
        throw exit(255, `Command "${arg}" is unknown, try "ip link help".`);
      }
    }
    const only = device === undefined ? 0 : await context.links.indexOf(device);
    if (device !== undefined && only <= 0) {
      context.io.err(`Device "${device}" does not exist.\n`);
      return 0;
    }
    const { printer } = context;
    printer.begin();
    const ok = await dump(context, IFLA_STATS_AF_SPEC, (message) => {
      if (only === 0 || only === message.index) printAfStats(context, message);
    });
    if (!ok) context.io.err("Dump terminated\n");
    printer.end();
    return 0;
  },
);

function printAfStats(
  context: Context,
  { index, attributes: { afSpec } }: StatsMessage,
): void {
  const { printer, links, family } = context;
  const link = afSpec?.mpls?.link;
  if (afSpec?.mpls === undefined) return;
  if (family !== AF_UNSPEC && family !== AF_MPLS) return;
  const name = links.nameOf(index);
  printer.value("ifindex", index, `${index}:`);
  printer.colored("ifname", "ifname", name, name);
  printer.newline();
  if (link === undefined) return;
  printer.text("    mpls:");
  printer.newline();
  printMplsStatistics(context, link, "        ");
  printer.text("\n");
}

async function dump(
  context: Context,
  group: number,
  print: (message: StatsMessage) => void,
): Promise<boolean> {
  const connection = await context.connect();
  try {
    const messages = await connection.dumpAll<StatsRequest, StatsMessage>({
      type: RTM_GETSTATS,
      codec: statsRequest,
      reply: statsMessage,
      message: blank(statsRequest, {
        filterMask: 1 << (group - 1),
      }),
    });
    await context.renderAll(messages, print);
    return true;
  } catch (error) {
    if (!isKernelError(error)) throw error;
    context.io.err(await refusal(error));
    return false;
  }
}
