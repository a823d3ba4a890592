/**
 * Counters of MACsec.
 *
 * @module
 */

import type {
  MacsecRxscStats,
  MacsecSaStats,
  MacsecSecyStats,
  MacsecTxscStats,
} from "../../../messages/generic/macsec_stats.ts";
import type { Context } from "../../runtime/context.ts";

/** Names of counters, in the order in which they are shown. */
type Counters<T> = readonly (readonly [property: keyof T, name: string])[];

/** Counters of a link. */
export const LINK: Counters<MacsecSecyStats> = [
  ["outPktsUntagged", "OutPktsUntagged"],
  ["inPktsUntagged", "InPktsUntagged"],
  ["outPktsTooLong", "OutPktsTooLong"],
  ["inPktsNoTag", "InPktsNoTag"],
  ["inPktsBadTag", "InPktsBadTag"],
  ["inPktsUnknownSci", "InPktsUnknownSCI"],
  ["inPktsNoSci", "InPktsNoSCI"],
  ["inPktsOverrun", "InPktsOverrun"],
];

/** Counters of the transmit channel. */
export const TRANSMIT: Counters<MacsecTxscStats> = [
  ["outPktsProtected", "OutPktsProtected"],
  ["outPktsEncrypted", "OutPktsEncrypted"],
  ["outOctetsProtected", "OutOctetsProtected"],
  ["outOctetsEncrypted", "OutOctetsEncrypted"],
];

/** Counters of a receive channel. */
export const RECEIVE: Counters<MacsecRxscStats> = [
  ["inOctetsValidated", "InOctetsValidated"],
  ["inOctetsDecrypted", "InOctetsDecrypted"],
  ["inPktsUnchecked", "InPktsUnchecked"],
  ["inPktsDelayed", "InPktsDelayed"],
  ["inPktsOk", "InPktsOK"],
  ["inPktsInvalid", "InPktsInvalid"],
  ["inPktsLate", "InPktsLate"],
  ["inPktsNotValid", "InPktsNotValid"],
  ["inPktsNotUsingSa", "InPktsNotUsingSA"],
  ["inPktsUnusedSa", "InPktsUnusedSA"],
];

/** Counters of an association for sending. */
export const TRANSMIT_ASSOCIATION: Counters<MacsecSaStats> = [
  ["outPktsProtected", "OutPktsProtected"],
  ["outPktsEncrypted", "OutPktsEncrypted"],
];

/** Counters of an association for receiving. */
export const RECEIVE_ASSOCIATION: Counters<MacsecSaStats> = [
  ["inPktsOk", "InPktsOK"],
  ["inPktsInvalid", "InPktsInvalid"],
  ["inPktsNotValid", "InPktsNotValid"],
  ["inPktsNotUsingSa", "InPktsNotUsingSA"],
  ["inPktsUnusedSa", "InPktsUnusedSA"],
];

/**
 * Writes counters, if they were asked for.
 *
 * @param prefix What text starts each line with.
 * @param counters Which counters.
 * @param stats Their values.
 */
export function formatCounters<T extends object>(
  { printer, options }: Context,
  prefix: string,
  counters: Counters<T>,
  stats: T | undefined,
): void {
  if (stats === undefined || options.stats === 0) return;
  let values = "";
  for (const [property, name] of counters) {
    const value = stats[property] as number | bigint | undefined;
    if (value !== undefined) printer.field(name, value);
    values += `${value ?? "-"}`.padStart(name.length + 1);
  }
  const names = counters.map(([, name]) => ` ${name}`).join("");
  printer.text(`${prefix}stats:${names}\n${prefix}      ${values}\n`);
}
