/**
 * Flags of links, and the lists of flags that other objects have.
 *
 * @module
 */

import type { Printer } from "../../print/printer.ts";

const IFF_UP = 0x1;
const IFF_RUNNING = 0x40;

/** Flags of links (`IFF_*`) in the order in which they are written. */
const LINK_FLAGS: readonly (readonly [flag: number, name: string])[] = [
  [0x8, "LOOPBACK"],
  [0x2, "BROADCAST"],
  [0x10, "POINTOPOINT"],
  [0x1000, "MULTICAST"],
  [0x80, "NOARP"],
  [0x200, "ALLMULTI"],
  [0x100, "PROMISC"],
  [0x400, "MASTER"],
  [0x800, "SLAVE"],
  [0x4, "DEBUG"],
  [0x8000, "DYNAMIC"],
  [0x4000, "AUTOMEDIA"],
  [0x2000, "PORTSEL"],
  [0x20, "NOTRAILERS"],
  [0x1, "UP"],
  [0x10000, "LOWER_UP"],
  [0x20000, "DORMANT"],
  [0x40000, "ECHO"],
];

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
      printFlags(printer, (flags & ~IFF_RUNNING) >>> 0, LINK_FLAGS);
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
  names: readonly (readonly [flag: number, name: string])[],
): void {
  let left = flags;
  for (const [flag, name] of names) {
    if (!(left & flag)) continue;
    left = (left & ~flag) >>> 0;
    printer.value(null, name, left ? `${name},` : name);
  }
  if (left) printer.value(null, left.toString(16), left.toString(16));
}
