/**
 * How clones of routes in the cache are shown.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/in_route.h | linux/in_route.h}
 *
 * @module
 */

import { USER_HZ } from "../../../messages/constants.ts";
import type { Context } from "../../runtime/context.ts";
import { hex } from "../../print/format.ts";
import type { Printer } from "../../print/printer.ts";
import type { RouteCacheInfo } from "../../../messages/route/route.ts";

/** Flags of clones (`RTCF_*`), in the order in which they are written. */
const FLAGS: readonly (readonly [flag: number, name: string])[] = [
  [0x80000000, "local"],
  [0x40000000, "reject"],
  [0x20000000, "mc"],
  [0x10000000, "brd"],
  [0x08000000, "dst-nat"],
  [0x00800000, "src-nat"],
  [0x00400000, "masq"],
  [0x00020000, "dst-direct"],
  [0x04000000, "src-direct"],
  [0x00040000, "redirected"],
  [0x01000000, "redirect"],
  [0x00200000, "fastroute"],
  [0x00010000, "notify"],
  [0x00080000, "proxy"],
];

/**
 * Writes the flags of a clone.
 *
 * @param printer Where to.
 * @param flags All flags of the route.
 */
export function formatCacheFlags(printer: Printer, flags: number): void {
  let rest = (flags & ~0xffff) >>> 0;
  printer.newline();
  printer.text(`    cache ${rest === 0 ? "" : "<"}`);
  printer.openArray("cache");
  for (const [flag, name] of FLAGS) {
    if ((rest & flag) === 0) continue;
    rest = (rest & ~flag) >>> 0;
    printer.value(null, name, `${name}${rest === 0 ? "> " : ","}`);
  }
  if (rest !== 0) {
    const text = rest.toString(16);
    printer.value("flags", text, `${text}>`);
  }
  printer.closeArray();
}

/**
 * Writes how a route is used, and how long it stays.
 *
 * @param info What the kernel reports.
 */
export function formatCacheInfo(
  { printer, options: { stats } }: Context,
  info: RouteCacheInfo,
): void {
  if (info.expires !== 0) {
    const seconds = Math.trunc(info.expires / USER_HZ);
    printer.value("expires", seconds, `expires ${seconds}sec `);
  }
  if (info.error !== 0) {
    printer.named("error", info.error);
  }
  if (stats > 0) {
    const { references, used, lastUse } = info;
    if (references !== 0) {
      printer.named("users", references);
    }
    if (used !== 0) printer.named("used", used);
    if (lastUse !== 0) {
      const age = Math.trunc(lastUse / USER_HZ);
      printer.value("age", age, `age ${age}sec `);
    }
  }
  const { id, timestamp, timestampAge } = info;
  if (id !== 0) {
    const text = id.toString(16).padStart(4, "0");
    printer.value("ipid", hex(id), `ipid 0x${text} `);
  }
  if (timestamp !== 0 || timestampAge !== 0) {
    printer.value("ts", hex(timestamp), `ts 0x${timestamp.toString(16)}`);
    printer.value("tsage", timestampAge, `tsage ${timestampAge}sec `);
  }
}
