/**
 * Flags of links, and the lists of flags that other objects have.
 *
 * @module
 */

import type { ValueNames } from "../../../messages/value_names.ts";
import {
  IFF_RUNNING,
  IFF_UP,
  LINK_FLAGS,
} from "../../../messages/link/constants.ts";
import type { Printer } from "../../print/printer.ts";

// What shows whether a link runs is M-DOWN and NO-CARRIER.
const { RUNNING: _, ...SHOWN } = LINK_FLAGS;

/**
 * Writes the flags of a link.
 *
 * @param printer Where to.
 * @param flags The flags (`IFF_*`).
 * @param lowerDown Whether the lower device is down.
 */
export function printLinkFlags(
  printer: Printer,
  flags: number,
  lowerDown: boolean,
): void {
  printer.array(
    "flags",
    () => {
      if ((flags & IFF_UP) && !(flags & IFF_RUNNING)) {
        printer.value(null, "NO-CARRIER", "NO-CARRIER,");
      }
      printFlags(printer, (flags & ~IFF_RUNNING) >>> 0, SHOWN);
      if (lowerDown) printer.value(null, "M-DOWN", ",M-DOWN");
    },
    "<",
    "> ",
  );
}

/**
 * Writes flags, with commas between them as text.
 *
 * @param printer Where to.
 * @param flags The flags.
 * @param names Their names, in the order of writing.
 */
export function printFlags(
  printer: Printer,
  flags: number,
  names: ValueNames,
): void {
  let left = flags;
  for (const [name, flag] of Object.entries(names)) {
    if (!(left & flag)) continue;
    left = (left & ~flag) >>> 0;
    printer.value(null, name, left ? `${name},` : name);
  }
  if (left) printer.value(null, left.toString(16), left.toString(16));
}
