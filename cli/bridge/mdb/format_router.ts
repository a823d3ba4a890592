/**
 * Ports with multicast routers.
 *
 * @module
 */

import { MULTICAST_ROUTERS } from "../../../messages/link/bridge/constants_kind.ts";
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
  const { auto, temporary } = MULTICAST_ROUTERS;
  const isTemporary = type === auto || type === temporary;
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
