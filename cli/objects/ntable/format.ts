/**
 * Shows neighbor tables.
 *
 * @module
 */

import { PARAMETER_LINES } from "./parameters.ts";
import { complete } from "../../runtime/complete.ts";
import { neighborTableMessage } from "../../../messages/neighbor_table/neighbor_table.ts";
import type {
  NeighborParameters,
  NeighborTableConfig,
  NeighborTableMessage,
  NeighborTableStats,
} from "../../../messages/neighbor_table/neighbor_table.ts";
import type { Context } from "../../runtime/context.ts";
import { familyName } from "../../parse/prefixes.ts";
import type { Printer } from "../../print/printer.ts";

/** Facts of one line: names, and values that may be missing. */
type Facts = readonly (readonly [
  name: string,
  value: number | bigint | undefined,
])[];

/**
 * Writes a table, or the parameters of one device.
 *
 * @param message The table.
 */
export function formatNeighborTable(
  context: Context,
  message: NeighborTableMessage,
): void {
  const { printer, options } = context;
  const { family, attributes } = complete(neighborTableMessage, message);
  const { name, config, parameters, stats } = attributes;
  printer.object(null, () => {
    printer.value("family", familyName(family), `${familyName(family)} `);
    if (name !== undefined) printer.value("name", name, `${name} `);
    printer.newline();
    formatLimits(printer, attributes);
    if (config !== undefined && options.stats > 0) {
      formatConfig(printer, config);
    }
    if (parameters !== undefined) formatParameters(context, parameters);
    if (stats !== undefined && options.stats > 0) formatStats(printer, stats);
    printer.text("\n");
  });
}

function write(printer: Printer, facts: Facts): void {
  for (const [name, value] of facts) {
    if (value !== undefined) printer.named(name, value);
  }
}

/** Starts another line, which belongs to the one before. */
function indent(printer: Printer): void {
  printer.text(`${printer.line}    `);
}

function formatLimits(
  printer: Printer,
  { threshold1, threshold2, threshold3, gcInterval }:
    NeighborTableMessage["attributes"],
): void {
  const limits = [threshold1, threshold2, threshold3];
  if ([...limits, gcInterval].every((value) => value === undefined)) return;
  printer.text("    ");
  write(
    printer,
    limits.map((value, i) => [`thresh${i + 1}`, value] as const),
  );
  if (gcInterval !== undefined) {
    printer.value("gc_interval", gcInterval, `gc_int ${gcInterval} `);
  }
  printer.newline();
}

function formatConfig(printer: Printer, config: NeighborTableConfig): void {
  const { keyLength, hashMask } = config;
  printer.value("key_length", keyLength, `    config key_len ${keyLength} `);
  write(printer, [
    ["entry_size", config.entrySize],
    ["entries", config.entries],
  ]);
  printer.newline();
  const flushed = before(config.lastFlush);
  printer.value("last_flush", flushed, `        last_flush ${flushed} `);
  const drawn = before(config.lastRandom);
  printer.value("last_rand", drawn, `last_rand ${drawn} `);
  printer.newline();
  printer.text("        ");
  write(printer, [["hash_rnd", config.hashRandom]]);
  const mask = hashMask.toString(16);
  printer.value(
    "hash_mask",
    hashMask === 0 ? "0" : `0x${mask}`,
    `hash_mask ${mask.padStart(8, "0")} `,
  );
  write(printer, [
    ["hash_chain_gc", config.hashChainGc],
    ["proxy_qlen", config.proxyQueueLength],
  ]);
  printer.newline();
}

/** The local time some milliseconds ago. */
function before(milliseconds: number): string {
  if (milliseconds === 0) return "(error)";
  const now = Math.floor(Date.now() / 1000);
  const date = new Date((now - Math.floor(milliseconds / 1000)) * 1000);
  const two = (n: number) => String(n).padStart(2, "0");
  const day = [date.getMonth() + 1, date.getDate()].map(two).join("-");
  const time = [date.getHours(), date.getMinutes(), date.getSeconds()];
  return `${date.getFullYear()}-${day} ${time.map(two).join(":")}`;
}

function formatParameters(
  { printer, links }: Context,
  parameters: NeighborParameters,
): void {
  const { index } = parameters;
  if (index !== undefined) {
    const name = links.nameOf(index);
    printer.text("    dev ");
    printer.colored("ifname", "dev", name, `${name} `);
    printer.newline();
  }
  printer.text("    ");
  for (const [i, line] of PARAMETER_LINES.entries()) {
    if (i > 0) indent(printer);
    write(
      printer,
      line.map(({ name, property }) => [name, parameters[property]] as const),
    );
  }
  printer.newline();
}

function formatStats(printer: Printer, stats: NeighborTableStats): void {
  printer.text("    stats ");
  write(printer, [
    ["allocs", stats.allocations],
    ["destroys", stats.destroys],
    ["hash_grows", stats.hashGrows],
  ]);
  indent(printer);
  write(printer, [
    ["res_failed", stats.resolutionsFailed],
    ["lookups", stats.lookups],
    ["hits", stats.hits],
  ]);
  indent(printer);
  write(printer, [
    ["rcv_probes_mcast", stats.multicastProbes],
    ["rcv_probes_ucast", stats.unicastProbes],
  ]);
  indent(printer);
  write(printer, [
    ["periodic_gc_runs", stats.periodicGcRuns],
    ["forced_gc_runs", stats.forcedGcRuns],
  ]);
  indent(printer);
  write(printer, [["table_fulls", stats.tableFulls ?? 0n]]);
  printer.newline();
}
