/**
 * Statistics of bonds and their ports.
 *
 * @module
 */

import type { Printer } from "../../print/printer.ts";
import type { Bond3adStats } from "../../../messages/stats/bond.ts";

/** The counters in the order of writing. */
const COUNTERS: readonly (readonly [
  property: keyof Bond3adStats,
  key: string,
  text: string,
])[] = [
  ["lacpduRx", "lacpdu_rx", "LACPDU Rx"],
  ["lacpduTx", "lacpdu_tx", "LACPDU Tx"],
  ["lacpduUnknownRx", "lacpdu_unknown_rx", "LACPDU Unknown type Rx"],
  ["lacpduIllegalRx", "lacpdu_illegal_rx", "LACPDU Illegal Rx"],
  ["markerRx", "marker_rx", "Marker Rx"],
  ["markerTx", "marker_tx", "Marker Tx"],
  ["markerResponseRx", "marker_response_rx", "Marker response Rx"],
  ["markerResponseTx", "marker_response_tx", "Marker response Tx"],
  ["markerUnknownRx", "marker_unknown_rx", "Marker unknown type Rx"],
];

/**
 * Writes what IEEE 802.3ad counts.
 *
 * @param printer Where to.
 * @param stats The counters.
 */
export function printLacp(printer: Printer, stats: Bond3adStats): void {
  printer.object("802.3ad", () => {
    for (const [property, key, text] of COUNTERS) {
      const count = stats[property] as bigint | undefined;
      if (count === undefined) continue;
      printer.value(key, count, `${" ".repeat(20)}${text} ${count}\n`);
    }
  });
}
