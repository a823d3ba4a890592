/**
 * How `tc -s` writes counters of `cake`.
 *
 * @module
 */

import type {
  CakeStats,
  CakeTinStats,
} from "../../../messages/tc/qdiscs/cake.ts";
import { rate, size, time } from "../../print/format.ts";
import type { Context } from "../../runtime/context.ts";
import { printRate } from "../settings.ts";

/** Names of the tins, where they have names, by how many there are. */
const HEADINGS: Readonly<Record<number, string>> = {
  3: "                   Bulk  Best Effort        Voice\n",
  4: "                   Bulk  Best Effort        Video        Voice\n",
};

/** The rows of the table of tins. */
const ROWS: readonly (readonly [
  title: string,
  property: keyof CakeTinStats,
  form?: "time" | "size",
])[] = [
  ["target", "target", "time"],
  ["interval", "interval", "time"],
  ["pk_delay", "peakDelay", "time"],
  ["av_delay", "averageDelay", "time"],
  ["sp_delay", "baseDelay", "time"],
  ["backlog", "backlogBytes", "size"],
  ["pkts", "sentPackets"],
  ["bytes", "sentBytes"],
  ["way_inds", "wayIndirectHits"],
  ["way_miss", "wayMisses"],
  ["way_cols", "wayCollisions"],
  ["drops", "droppedPackets"],
  ["marks", "ecnMarkedPackets"],
  ["ack_drop", "acksDroppedPackets"],
  ["sp_flows", "sparseFlows"],
  ["bk_flows", "bulkFlows"],
  ["un_flows", "unresponsiveFlows"],
  ["max_len", "maximumLength"],
  ["quantum", "flowQuantum"],
];

/** Names in JSON. */
const FIELDS:
  readonly (readonly [key: string, property: keyof CakeTinStats])[] = [
    ["threshold_rate", "thresholdRate"],
    ["sent_bytes", "sentBytes"],
    ["backlog_bytes", "backlogBytes"],
    ["target_us", "target"],
    ["interval_us", "interval"],
    ["peak_delay_us", "peakDelay"],
    ["avg_delay_us", "averageDelay"],
    ["base_delay_us", "baseDelay"],
    ["sent_packets", "sentPackets"],
    ["way_indirect_hits", "wayIndirectHits"],
    ["way_misses", "wayMisses"],
    ["way_collisions", "wayCollisions"],
    ["drops", "droppedPackets"],
    ["ecn_mark", "ecnMarkedPackets"],
    ["ack_drops", "acksDroppedPackets"],
    ["sparse_flows", "sparseFlows"],
    ["bulk_flows", "bulkFlows"],
    ["unresponsive_flows", "unresponsiveFlows"],
    ["max_pkt_len", "maximumLength"],
    ["flow_quantum", "flowQuantum"],
  ];

/**
 * Writes counters.
 *
 * @param stats The counters.
 */
export function printCakeStats(context: Context, stats: CakeStats): void {
  printQueue(context, stats);
  printFlow(context, stats);
  const { tins = [] } = stats;
  if (tins.length === 0) return;
  const { printer } = context;
  if (!printer.json) return printTins(context, tins);
  printer.array("tins", () => {
    for (const tin of tins) {
      printer.object(null, () => {
        for (const [key, property] of FIELDS) {
          const value = tin[property] as number | bigint | undefined;
          if (value !== undefined) printer.field(key, value);
        }
      });
    }
  });
}

function printQueue(context: Context, stats: CakeStats): void {
  const { printer } = context;
  const { memoryUsed, memoryLimit, capacityEstimate, activeQueues } = stats;
  if (memoryUsed !== undefined && memoryLimit !== undefined) {
    printer.value(
      "memory_used",
      memoryUsed,
      ` memory used: ${size(memoryUsed)}`,
    );
    printer.value("memory_limit", memoryLimit, ` of ${size(memoryLimit)}\n`);
  }
  if (capacityEstimate !== undefined) {
    printRate(
      context,
      "capacity_estimate",
      capacityEstimate,
      (rate) => ` capacity estimate: ${rate}\n`,
    );
  }
  printSizes(
    context,
    "network",
    " min/max network layer size: ",
    12,
    stats.minimumNetworkLength,
    stats.maximumNetworkLength,
  );
  printSizes(
    context,
    "adj",
    " min/max overhead-adjusted size: ",
    8,
    stats.minimumAdjustedLength,
    stats.maximumAdjustedLength,
  );
  if (activeQueues !== undefined) {
    const text = String(activeQueues).padStart(25);
    printer.value("active_queues", activeQueues, ` active queues: ${text}\n`);
  }
  const { averageNetworkOffset: offset } = stats;
  if (offset !== undefined) {
    const text = String(offset).padStart(12);
    printer.value(
      "avg_hdr_offset",
      offset,
      ` average network hdr offset: ${text}\n\n`,
    );
  }
}

function printSizes(
  { printer }: Context,
  key: string,
  title: string,
  width: number,
  least: number | undefined,
  most: number | undefined,
): void {
  if (least === undefined || most === undefined) return;
  printer.value(
    `min_${key}_size`,
    least,
    `${title}${String(least).padStart(width)}`,
  );
  printer.value(`max_${key}_size`, most, ` /${String(most).padStart(8)}\n`);
}

function printFlow({ printer }: Context, stats: CakeStats): void {
  const { deficit, cobaltCount, dropping, dropNext } = stats;
  const { dropProbability, blueTimer } = stats;
  printer.spaced("deficit", deficit, "  ");
  printer.spaced("count", cobaltCount);
  if (dropping) {
    printer.value("dropping", true, " dropping");
    if (dropNext !== undefined) {
      if (dropNext < 0) printer.text(` drop_next -${time(-dropNext)}`);
      else printer.value("drop_next", dropNext, ` drop_next ${time(dropNext)}`);
    }
  }
  if (dropProbability === undefined) return;
  printer.spaced("blue_prob", dropProbability);
  if (blueTimer === undefined) return;
  // What is negative is printed as if it were not, with a sign before.
  if (blueTimer < 0) printer.text(` blue_timer -${time(blueTimer >>> 0)}`);
  else printer.value("blue_timer", blueTimer, ` blue_timer ${time(blueTimer)}`);
}

function printTins(
  { printer, options: { iec } }: Context,
  tins: readonly CakeTinStats[],
): void {
  const { line } = printer;
  printer.text(
    HEADINGS[tins.length] ??
      `          ${tins.map((_, i) => `        Tin ${i}`).join("")}${line}`,
  );
  const row = (title: string, values: readonly string[]) =>
    printer.text(
      `  ${title.padEnd(8)}${
        values.map((value) => ` ${value.padStart(12)}`).join("")
      }${line}`,
    );
  if (tins[0]!.thresholdRate !== undefined) {
    row("thresh", tins.map((tin) => rate(tin.thresholdRate ?? 0n, iec)));
  }
  for (const [title, property, form] of ROWS) {
    if (tins[0]![property] === undefined) continue;
    row(
      title,
      tins.map((tin) => {
        const value = tin[property] as number | bigint;
        if (form === "time") return time(Number(value));
        return form === "size" ? size(Number(value)) : String(value);
      }),
    );
  }
}
