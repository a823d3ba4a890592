/**
 * Networks of one VXLAN device, as `bridge vni` writes them.
 *
 * @module
 */

import type {
  TunnelEntry,
  TunnelMessage,
  TunnelStats,
} from "../../../messages/tunnel/tunnel.ts";
import type { Context } from "../../runtime/context.ts";
import {
  closeDevice,
  gap,
  INDENT,
  NO_NAME,
  openDevice,
  printRange,
} from "../common.ts";
import { isMulticast } from "./multicast.ts";

/** How wide ranges of networks are. */
export const NETWORK_WIDTH = 17;

/** Addresses that stand for none. */
const NONE: readonly string[] = ["0.0.0.0", "::"];

/** Counters of both ways, in the order of writing. */
const COUNTERS = [
  ["RX", [
    ["rxBytes", "rx_bytes", "bytes"],
    ["rxPackets", "rx_pkts", "pkts"],
    ["rxDrops", "rx_drops", "drops"],
    ["rxErrors", "rx_errors", "errors"],
  ]],
  ["TX", [
    ["txBytes", "tx_bytes", "bytes"],
    ["txPackets", "tx_pkts", "pkts"],
    ["txDrops", "tx_drops", "drops"],
    ["txErrors", "tx_errors", "errors"],
  ]],
] as const;

/**
 * Writes the networks of a device.
 *
 * @param message The message.
 * @param deleted Whether they were deleted.
 */
export function formatNetworks(
  context: Context,
  { index, attributes: { entries = [] } }: TunnelMessage,
  deleted = false,
): void {
  const { printer } = context;
  if (deleted) printer.value("deleted", true, "Deleted ");
  let isFirst = true;
  for (const entry of entries) {
    if (isFirst) openDevice(context, index, "vnis");
    else printer.text(NO_NAME);
    isFirst = false;
    printer.object(null, () => formatEntry(context, entry));
    printer.newline();
  }
  if (!isFirst) closeDevice(printer);
}

function formatEntry({ printer }: Context, entry: TunnelEntry): void {
  const { start = 0, end = start, group, group6 = group, stats } = entry;
  const address = group ?? group6;
  const text = printRange(printer, "vni", start, end);
  printer.text(gap(text, NETWORK_WIDTH));
  if (address !== undefined && !NONE.includes(address)) {
    const key = isMulticast(address) ? "group" : "remote";
    printer.value(key, address, address);
  }
  if (stats === undefined) return;
  printer.object("stats", () => {
    for (const [way, counters] of COUNTERS) {
      printer.newline();
      printer.text(`${INDENT}${way}: `);
      for (const [key, json, word] of counters) {
        const value = (stats as TunnelStats)[key];
        if (value !== undefined) {
          printer.value(json, value, `${word} ${value} `);
        }
      }
    }
  });
}
