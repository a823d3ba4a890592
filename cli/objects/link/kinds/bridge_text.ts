/**
 * What bridges and their ports write alike.
 *
 * @module
 */

import { centiseconds } from "../../../print/format.ts";
import type { Printer } from "../../../print/printer.ts";
import type { BridgeId } from "../../../../messages/link/bridge/id.ts";

/**
 * The identity of a bridge, as STP has it.
 *
 * @param id The identity.
 * @returns The text, such as `8000.2:0:0:0:0:1`.
 */
export function bridgeIdentity({ priority, address }: BridgeId): string {
  const bytes = address.split(":").map((byte) => byte.replace(/^0/, ""));
  return `${priority.toString(16).padStart(4, "0")}.${bytes.join(":")}`;
}

/**
 * Writes a timer.
 *
 * @param printer Where to.
 * @param name What it is called.
 * @param ticks Hundredths of a second.
 */
export function printTimer(
  printer: Printer,
  name: string,
  ticks: bigint,
): void {
  const seconds = centiseconds(ticks);
  printer.raw(name, seconds, `${name} ${seconds.padStart(7)} `);
}
