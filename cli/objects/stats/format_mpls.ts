/**
 * Statistics of MPLS.
 *
 * @module
 */

import type { Context } from "../../runtime/context.ts";
import { count, widen } from "../../print/format.ts";
import type { MplsLinkStats } from "../../../messages/stats/stats.ts";

/**
 * Writes what MPLS counts on a link.
 *
 * @param stats The counters.
 * @param indent What lines start with.
 */
export function printMplsStatistics(
  { printer, options }: Context,
  stats: MplsLinkStats,
  indent: string,
): void {
  const rx: [string, bigint][] = [
    ["bytes", stats.rxBytes],
    ["packets", stats.rxPackets],
    ["errors", stats.rxErrors],
    ["dropped", stats.rxDropped],
    ["noroute", stats.rxNoRoute],
  ];
  const tx: [string, bigint][] = [
    ["bytes", stats.txBytes],
    ["packets", stats.txPackets],
    ["errors", stats.txErrors],
    ["dropped", stats.txDropped],
  ];
  if (printer.json) {
    for (const [key, counters] of [["rx", rx], ["tx", tx]] as const) {
      printer.object(key, () => {
        for (const [name, value] of counters) printer.field(name, value);
      });
    }
    return;
  }
  const widths = [9, 7, 6, 7, 7];
  widen(widths, rx.map(([, value]) => value), options);
  widen(widths, tx.map(([, value]) => value), options);
  printer.text(
    `${table("RX", rx, widths, indent)}\n${values(rx, widths, indent)}\n`
      .replaceAll("\n", printer.line),
  );
  printer.text(
    `${table("TX", tx, widths, indent)}\n`.replaceAll("\n", printer.line) +
      values(tx, widths, indent),
  );

  function values(
    counters: readonly [string, bigint][],
    widths: readonly number[],
    indent: string,
  ): string {
    return indent +
      counters.map(([, value], i) => count(value, widths[i]!, options)).join(
        "",
      );
  }
}

function table(
  heading: string,
  counters: readonly [string, bigint][],
  widths: readonly number[],
  indent: string,
): string {
  const names = counters.map(([name], i) =>
    name.padStart(widths[i]! - (i === 0 ? 4 : 0))
  );
  return `${indent}${heading}: ${names.join(" ")}`;
}
