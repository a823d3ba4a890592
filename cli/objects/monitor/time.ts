/**
 * Times as `ip` writes them.
 *
 * @module
 */

import type { Options } from "../../runtime/options.ts";

const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"] as const;
const MONTHS = [
  "Jan",
  "Feb",
  "Mar",
  "Apr",
  "May",
  "Jun",
  "Jul",
  "Aug",
  "Sep",
  "Oct",
  "Nov",
  "Dec",
] as const;

function two(n: number): string {
  return String(n).padStart(2, "0");
}

/**
 * A time in the form of `asctime(3)`, in the local time zone.
 *
 * @param milliseconds Milliseconds since 1970.
 * @returns Text such as `Tue Nov 24 12:28:02 2026`.
 */
export function calendarTime(milliseconds: number): string {
  const date = new Date(milliseconds);
  const day = String(date.getDate()).padStart(2);
  const time = [date.getHours(), date.getMinutes(), date.getSeconds()];
  return `${DAYS[date.getDay()]} ${MONTHS[date.getMonth()]} ${day} ` +
    `${time.map(two).join(":")} ${date.getFullYear()}`;
}

/**
 * A time with its microseconds, as `-ts` has it.
 *
 * @param milliseconds Milliseconds since 1970.
 * @returns Text such as `[2026-11-24T12:28:06.821568] `.
 */
export function shortTime(milliseconds: number): string {
  const date = new Date(milliseconds);
  const day = [date.getMonth() + 1, date.getDate()].map(two).join("-");
  const time = [date.getHours(), date.getMinutes(), date.getSeconds()]
    .map(two).join(":");
  const micro = String(microseconds(milliseconds)).padStart(6, "0");
  return `[${date.getFullYear()}-${day}T${time}.${micro}] `;
}

/**
 * The microseconds of a time.
 *
 * @param milliseconds Milliseconds since 1970.
 * @returns Microseconds on top of the seconds.
 */
export function microseconds(milliseconds: number): number {
  return Math.floor((milliseconds % 1000) * 1000);
}

/**
 * When a message was received, as `-timestamp` and `-tshort` write it.
 *
 * @param options The options of the run.
 * @param time Milliseconds since 1970.
 * @returns The text; empty without these options.
 */
export function headers(
  { timestamp, timestampShort }: Options,
  time: number,
): string {
  if (timestampShort) return shortTime(time);
  return timestamp ? timestampLine(time, microseconds(time), "usec") : "";
}

/**
 * Which network namespace a message is from, if messages of all are received.
 *
 * @param received The message, with the namespace's id if it is another.
 * @param selection Whether messages of all namespaces are received.
 * @returns The text.
 */
export function namespaceOf(
  { nsid }: { readonly nsid: number | undefined },
  { allNamespaces }: { readonly allNamespaces: boolean },
): string {
  if (!allNamespaces) return "";
  return nsid === undefined || nsid < 0 ? "[nsid current]" : `[nsid ${nsid}]`;
}

/**
 * A line with the time.
 *
 * @param time Milliseconds since 1970.
 * @param microseconds Microseconds on top of the seconds.
 * @param unit What microseconds are called.
 * @returns The line.
 */
export function timestampLine(
  time: number,
  microseconds: number,
  unit: string,
): string {
  return `Timestamp: ${calendarTime(time)} ${microseconds} ${unit}\n`;
}
