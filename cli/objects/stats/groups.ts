/**
 * The statistics that `ip stats` supports, as a tree.
 *
 * @module
 */

import type { Context } from "../../runtime/context.ts";
import { printCounters } from "../link/format_statistics.ts";
import { printLacp } from "./format_bond.ts";
import { printMulticast, printStp, printVlans } from "./format_bridge.ts";
import { printHardwareCounters, printHardwareInfo } from "./format_hardware.ts";
import { printMplsStatistics } from "./format_mpls.ts";
import type {
  LinkXstats,
  StatsAttributes,
  StatsFilters,
} from "../../../messages/stats/stats.ts";

/** Statistics that cannot be divided further. */
export interface Leaf {
  /** Its name. */
  readonly name: string;
  /** Group of the kernel (`IFLA_STATS_*`) that it is in. */
  readonly group: Exclude<keyof StatsFilters, "unknown">;
  /** Which parts of that group are needed, a bit each; all of them if none is named. */
  readonly parts?: number;
  /** Position among all leaves when they are written. */
  readonly order: number;
  /** Writes it. */
  readonly print: (context: Context, attributes: StatsAttributes) => void;
}

/** Statistics that can be divided. */
export interface Group {
  /** Its name. */
  readonly name: string;
  /** What is in it. */
  readonly members: readonly (Leaf | Group)[];
}

const CPU_HIT = 1 << 0;
const HW_S_INFO = 1 << 1;
const L3_STATS = 1 << 2;

type Xstats = "linkXstats" | "linkXstatsSlave";

function suite(
  name: string,
  group: Xstats,
  order: number,
  print: (context: Context, xstats: LinkXstats) => void,
): Leaf {
  return {
    name,
    group,
    order,
    print(context, attributes) {
      const xstats = attributes[group];
      if (xstats !== undefined) print(context, xstats);
    },
  };
}

function xstats(name: string, group: Xstats, order: number): Group {
  const late = group === "linkXstats" ? 3 : 0;
  return {
    name,
    members: [
      {
        name: "bridge",
        members: [
          suite("stp", group, 9 + late, ({ printer }, { bridge }) => {
            if (bridge?.stp === undefined) return;
            printer.newline();
            printStp(printer, bridge.stp);
          }),
          suite("mcast", group, 8 + late, ({ printer }, { bridge }) => {
            if (bridge?.multicast === undefined) return;
            printer.newline();
            printMulticast(printer, bridge.multicast);
          }),
          {
            name: "vlan",
            group,
            order: 7 + late,
            print: ({ printer }, attributes) =>
              printVlans(printer, attributes[group]?.bridge?.vlan ?? []),
          },
        ],
      },
      {
        name: "bond",
        members: [
          suite("802.3ad", group, order, ({ printer }, { bond }) => {
            if (bond?.lacp === undefined) return;
            printer.newline();
            printLacp(printer, bond.lacp);
          }),
        ],
      },
    ],
  };
}

const LINK: Leaf = {
  name: "link",
  group: "link64",
  order: 1,
  print(context, { link64 }) {
    const { printer } = context;
    printer.newline();
    if (link64 === undefined) return;
    printCounters(context, link64, undefined, "stats64");
  },
};

const OFFLOAD: Group = {
  name: "offload",
  members: [
    {
      name: "cpu_hit",
      group: "offloadXstats",
      parts: CPU_HIT,
      order: 4,
      print(context, { offloadXstats }) {
        context.printer.newline();
        const hits = offloadXstats?.cpuHit;
        if (hits === undefined) return;
        printCounters(context, hits, undefined, "stats64");
      },
    },
    {
      name: "hw_stats_info",
      group: "offloadXstats",
      parts: HW_S_INFO,
      order: 3,
      print(context, { offloadXstats }) {
        const { printer } = context;
        const info = offloadXstats?.info;
        if (info === undefined) return;
        printer.newline();
        printer.object("info", () => {
          const { l3Stats } = info;
          if (l3Stats === undefined) return;
          printer.text("    l3_stats");
          printer.object("l3_stats", () => printHardwareInfo(context, l3Stats));
        });
      },
    },
    {
      name: "l3_stats",
      group: "offloadXstats",
      parts: HW_S_INFO | L3_STATS,
      order: 2,
      print(context, { offloadXstats }) {
        const { printer } = context;
        const info = offloadXstats?.info;
        if (info === undefined) return;
        printer.object("info", () => {
          if (info.l3Stats !== undefined) {
            printHardwareInfo(context, info.l3Stats);
          }
        });
        const stats = offloadXstats?.l3Stats;
        if (stats === undefined) return;
        printer.newline();
        printer.object("stats64", () => printHardwareCounters(context, stats));
      },
    },
  ],
};

const AF_STATS: Group = {
  name: "afstats",
  members: [{
    name: "mpls",
    group: "afSpec",
    order: 0,
    print(context, { afSpec }) {
      const { printer } = context;
      const link = afSpec?.mpls?.link;
      if (link === undefined) return;
      printer.newline();
      printer.object("mpls_stats", () => {
        printMplsStatistics(context, link, "    ");
      });
    },
  }],
};

/** All statistics. */
export const STATISTICS: Group = {
  name: "top-level",
  members: [
    LINK,
    xstats("xstats", "linkXstats", 6),
    xstats("xstats_slave", "linkXstatsSlave", 5),
    OFFLOAD,
    AF_STATS,
  ],
};
