/**
 * Ports with multicast routers.
 *
 * @module
 */

import {
  MDB_RTR_TYPE_TEMP,
  MDB_RTR_TYPE_TEMP_QUERY,
} from "../../../messages/mdb/constants.ts";
import type { MdbRouterPort } from "../../../messages/mdb/router.ts";
import { centiseconds } from "../../print/format.ts";
import type { Printer } from "../../print/printer.ts";

/** How wide timers are, in columns. */
const TIMER_WIDTH = 7;

/**
 * Writes what is to be known of a port with a multicast router.
 *
 * @param printer Where to.
 * @param port The port.
 */
export function printRouterPort(
  printer: Printer,
  { attributes: { timer, type } }: MdbRouterPort,
): void {
  if (timer !== undefined) printTimer(printer, timer);
  if (type === undefined) return;
  const isTemporary = type === MDB_RTR_TYPE_TEMP_QUERY ||
    type === MDB_RTR_TYPE_TEMP;
  const name = isTemporary ? "temp" : "permanent";
  printer.value("type", name, ` ${name}`);
}

/**
 * Writes a timer in a column.
 *
 * @param printer Where to.
 * @param timer The timer, in hundredths of a second.
 */
export function printTimer(printer: Printer, timer: number): void {
  const text = centiseconds(timer).padStart(TIMER_WIDTH);
  printer.value("timer", text, ` ${text}`);
}
