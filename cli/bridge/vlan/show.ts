/**
 * `bridge vlan show`, `tunnelshow` and `global show`.
 *
 * @module
 */

import { blank } from "../../../messages/codec/mod.ts";
import { AF_BRIDGE } from "../../../messages/families.ts";
import {
  BRIDGE_VLAN_INFO_BRENTRY,
  BRIDGE_VLAN_INFO_MASTER,
} from "../../../messages/link/bridge/constants.ts";
import {
  RTEXT_FILTER_BRVLAN,
  RTEXT_FILTER_BRVLAN_COMPRESSED,
  RTM_GETLINK,
} from "../../../messages/link/constants.ts";
import { linkMessage } from "../../../messages/link/link.ts";
import {
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
import {
  BRIDGE_VLANDB_DUMPF_GLOBAL,
  BRIDGE_VLANDB_DUMPF_STATS,
  RTM_GETVLAN,
} from "../../../messages/vlan_database/constants.ts";
import {
  type VlanDatabaseMessage,
  vlanDatabaseMessage,
  type VlanDatabaseRequest,
  vlanDatabaseRequest,
} from "../../../messages/vlan_database/vlan_database.ts";
import { type Grammar, takes } from "../../parse/grammar.ts";
import type { Command, Context } from "../../runtime/context.ts";
import {
  closeDevice,
  type Filter,
  filterDevice,
  filterVlan,
  list,
  NAME_WIDTH,
  NO_NAME,
  openDevice,
  readFilter,
} from "../common.ts";
import {
  formatTunnels,
  formatVlans,
  printCounters,
  printVlanFlags,
  VLAN_WIDTH,
} from "./format.ts";

const FILTERS: Grammar<Filter> = {
  "dev": filterDevice(),
  "vid": filterVlan(),
};

function heading({ printer }: Context, more = ""): void {
  const name = "port".padEnd(NAME_WIDTH);
  printer.text(`${name}  ${"vlan-id".padEnd(VLAN_WIDTH)}${more}\n`);
}

/** Shows VLANs. */
export const show: Command = takes(
  { options: FILTERS },
  async (args, context) => {
    const filter = await readFilter(FILTERS, args, context);
    const { printer, options: { details, stats } } = context;
    printer.begin();
    if (details) {
      const flags = stats > 0 ? BRIDGE_VLANDB_DUMPF_STATS : 0;
      await showDatabase(context, filter, flags);
    } else if (stats > 0) await showStatistics(context, filter);
    else {
      heading(context);
      await showLinks(context, filter, formatVlans);
    }
    printer.end();
    return 0;
  },
);

/** Shows the tunnels that VLANs are mapped to. */
export const showTunnels: Command = takes(
  { options: FILTERS },
  async (args, context) => {
    const filter = await readFilter(FILTERS, args, context);
    const { printer, options: { stats } } = context;
    printer.begin();
    if (stats > 0) await showStatistics(context, filter);
    else {
      heading(context, "  tunnel-id");
      await showLinks(context, filter, formatTunnels);
    }
    printer.end();
    return 0;
  },
);

/** Shows options of VLANs of bridges. */
export const showGlobal: Command = takes(
  { options: FILTERS },
  async (args, context) => {
    const filter = await readFilter(FILTERS, args, context);
    const { printer } = context;
    printer.begin();
    await showDatabase(context, filter, BRIDGE_VLANDB_DUMPF_GLOBAL);
    printer.end();
    return 0;
  },
);

async function showLinks(
  context: Context,
  { index, vlan }: Filter,
  format: typeof formatVlans,
): Promise<void> {
  const links = await list(context, {
    type: RTM_GETLINK,
    codec: linkMessage,
    message: blank(linkMessage, {
      family: AF_BRIDGE,
      attributes: {
        extMask: context.options.compressVlans
          ? RTEXT_FILTER_BRVLAN_COMPRESSED
          : RTEXT_FILTER_BRVLAN,
      },
    }),
  });
  for (const link of links) context.links.remember(link);
  await context.renderAll(links, (link) => {
    const { bridgeSpec } = link.attributes;
    if (index !== 0 && index !== link.index) return;
    if (bridgeSpec !== undefined) format(context, link.index, bridgeSpec, vlan);
  });
}

async function showDatabase(
  context: Context,
  { index, vlan }: Filter,
  flags: number,
): Promise<void> {
  heading(context);
  const { VlanDatabaseFormat } = await import("./format_database.ts");
  const messages = await list<VlanDatabaseRequest, VlanDatabaseMessage>(
    context,
    {
      type: RTM_GETVLAN,
      codec: vlanDatabaseRequest,
      reply: vlanDatabaseMessage,
      message: { family: AF_BRIDGE, index: 0, attributes: { flags } },
    },
  );
  const isGlobal = (flags & BRIDGE_VLANDB_DUMPF_GLOBAL) !== 0;
  const format = new VlanDatabaseFormat(context, vlan, isGlobal);
  let back = format.mark();
  await context.renderAll(messages, (message) => {
    if (index !== 0 && index !== message.index) return;
    // A message may be written again, once names have been looked up.
    back();
    format.write(message);
    back = format.mark();
  });
  format.end();
}

async function showStatistics(context: Context, filter: Filter): Promise<void> {
  const groups = [IFLA_STATS_LINK_XSTATS, IFLA_STATS_LINK_XSTATS_SLAVE];
  const { printer } = context;
  printer.text(`${"port".padEnd(NAME_WIDTH)}  vlan-id\n`);
  for (const group of groups) {
    const messages = await list<StatsRequest, StatsMessage>(context, {
      type: RTM_GETSTATS,
      codec: statsRequest,
      message: blank(statsRequest, { filterMask: 1 << group - 1 }),
      reply: statsMessage,
    });
    await context.renderAll(messages, ({ index, attributes }) => {
      if (filter.index !== 0 && filter.index !== index) return;
      for (const part of [attributes.linkXstats, attributes.linkXstatsSlave]) {
        if (part !== undefined) formatStatistics(context, index, part, filter);
      }
    });
  }
}

function formatStatistics(
  context: Context,
  index: number,
  { bridge }: LinkXstats,
  { vlan: only }: Filter,
): void {
  const { printer } = context;
  let isFirst = true;
  for (const vlan of bridge?.vlan ?? []) {
    const { vid, flags } = vlan;
    if (only !== 0 && only !== vid) continue;
    // Entries of ports alone come with the ports.
    if (
      flags & BRIDGE_VLAN_INFO_MASTER && !(flags & BRIDGE_VLAN_INFO_BRENTRY)
    ) continue;
    if (isFirst) openDevice(context, index, "vlans");
    else printer.text(NO_NAME);
    isFirst = false;
    printer.object(null, () => {
      printer.value("vid", vid, `${vid}`);
      printVlanFlags(printer, flags);
      printer.newline();
      printCounters(printer, vlan);
    });
  }
  if (!isFirst) closeDevice(printer);
}
