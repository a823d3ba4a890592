/**
 * Statistics of what hardware does for links.
 *
 * @module
 */

import type { Context } from "../../runtime/context.ts";
import { count, widen } from "../../print/format.ts";
import type { HardwareStats64 } from "../../../messages/link/stats.ts";
import type { HardwareStatsInfo } from "../../../messages/stats/stats.ts";

/**
 * Writes what hardware counts.
 *
 * @param stats The counters.
 */
export function printHardwareCounters(
  { printer, options }: Context,
  stats: HardwareStats64,
): void {
  const { rxBytes, rxPackets, rxErrors, rxDropped, multicast } = stats;
  const { txBytes, txPackets, txErrors, txDropped } = stats;
  const rx = [rxBytes, rxPackets, rxErrors, rxDropped, multicast];
  const tx = [txBytes, txPackets, txErrors, txDropped];
  const names = ["bytes", "packets", "errors", "dropped"];
  if (printer.json) {
    printer.object("rx", () => {
      for (const [i, name] of [...names, "multicast"].entries()) {
        printer.field(name, rx[i]!);
      }
    });
    printer.object("tx", () => {
      for (const [i, name] of names.entries()) printer.field(name, tx[i]!);
    });
    return;
  }
  const widths = [9, 7, 6, 7, 7];
  widen(widths, rx, options);
  widen(widths, tx, options);
  const heading = (way: string, names: readonly string[]) =>
    `    ${way}: ${
      names.map((name, i) => name.padStart(widths[i]! - (i === 0 ? 4 : 0)))
        .join(" ")
    }${printer.line}    `;
  const counts = (values: readonly bigint[]) =>
    values.map((value, i) => count(value, widths[i]!, options)).join("");
  printer.text(
    heading("RX", [...names, "mcast"]) + counts(rx) + printer.line +
      heading("TX", names) + counts(tx),
  );
}

/**
 * Writes whether hardware counts.
 *
 * @param info What is asked for, and what is done.
 */
export function printHardwareInfo(
  { printer }: Context,
  { request, used }: HardwareStatsInfo,
): void {
  const print = (key: string, value: number | undefined, text: string) => {
    if (value === undefined) return;
    printer.value(key, value !== 0, ` ${text}${value ? "on" : "off"}`);
  };
  print("request", request, "");
  print("used", used, "used ");
}
