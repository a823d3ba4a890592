/**
 * One forwarding entry, as `bridge fdb` writes it.
 *
 * @module
 */

import { USER_HZ } from "../../../messages/constants.ts";
import { AF_BRIDGE } from "../../../messages/families.ts";
import * as c from "../../../messages/neighbor/constants.ts";
import type { NeighborMessage } from "../../../messages/neighbor/neighbor.ts";
import { hardwareAddress } from "../../objects/link/addresses.ts";
import { hex } from "../../print/format.ts";
import type { Printer } from "../../print/printer.ts";
import type { Context } from "../../runtime/context.ts";

/** Which entries are written. */
export interface EntryFilter {
  /** Index of the only device, or 0 for all; it is not written then. */
  index: number;
  /** States (`NUD_*`) one of which an entry has; 0 for all. */
  states: number;
  /** Number of the only VLAN, or 0 for all. */
  vlan: number;
  /** Whether entries that stay are left out. */
  dynamic: boolean;
}

/**
 * Whether an entry is written.
 *
 * @param filter Which entries are.
 * @param entry The entry.
 * @returns Whether this one is.
 */
export function passes(
  { index, states, vlan, dynamic }: EntryFilter,
  entry: NeighborMessage,
): boolean {
  return entry.family === AF_BRIDGE &&
    (index === 0 || index === entry.index) &&
    (states === 0 || (entry.state & states) !== 0) &&
    (vlan === 0 || vlan === (entry.attributes.vlan ?? 0)) &&
    !(dynamic && entry.state & c.NUD_PERMANENT);
}

/**
 * Writes an entry.
 *
 * @param entry The entry.
 * @param hideDevice Whether the device is left out.
 * @param deleted Whether the entry was deleted.
 */
export function formatForwarding(
  context: Context,
  entry: NeighborMessage,
  hideDevice: boolean,
  deleted = false,
): void {
  const { printer, links } = context;
  const { index, state, attributes } = entry;
  const { linkAddress, destination, master } = attributes;
  printer.object(null, () => {
    if (deleted) printer.value("deleted", true, "Deleted ");
    if (linkAddress !== undefined) {
      const address = hardwareAddress(linkAddress, links.typeOf(index));
      printer.colored("mac", "mac", address, `${address} `);
    }
    if (!hideDevice && index !== 0) {
      const name = links.nameOf(index);
      printer.text("dev ");
      printer.colored("ifname", "ifname", name, `${name} `);
    }
    if (destination !== undefined) {
      const color = destination.includes(":") ? "inet6" : "inet";
      printer.text("dst ");
      printer.colored(color, "dst", destination, `${destination} `);
    }
    printNumbers(context, entry);
    printMore(context, entry);
    printFlags(printer, entry);
    if (master !== undefined) printer.named("master", links.nameOf(master));
    const name = stateName(printer, state);
    printer.value("state", name, `${name}\n`);
  });
}

function printNumbers(
  { printer, links }: Context,
  { attributes }: NeighborMessage,
): void {
  const { vlan = 0, port, vni, sourceVni, outputDevice } = attributes;
  const { linkNetnsid, nexthopId } = attributes;
  if (vlan !== 0) printer.named("vlan", vlan);
  printer.named("port", port);
  printer.named("vni", vni);
  printer.named("src_vni", sourceVni);
  if (outputDevice !== undefined && linkNetnsid !== undefined) {
    const text = `via ifindex ${outputDevice} `;
    printer.value("viaIfIndex", outputDevice, text);
  } else if (outputDevice !== undefined) {
    const name = links.nameOf(outputDevice);
    printer.value("viaIf", name, `via ${name} `);
  }
  printer.named("nhid", nexthopId);
  if (linkNetnsid !== undefined) {
    const text = `link-netnsid ${linkNetnsid} `;
    printer.value("linkNetNsId", linkNetnsid >>> 0, text);
  }
}

function printMore(
  { printer, options }: Context,
  { attributes: { forwarding, cacheInfo } }: NeighborMessage,
): void {
  const { activityNotify = 0 } = forwarding ?? {};
  if (options.details && activityNotify & c.FDB_NOTIFY_BIT) {
    printer.value("activity_notify", true, "activity_notify ");
  }
  if (options.details && activityNotify & c.FDB_NOTIFY_INACTIVE_BIT) {
    printer.value("inactive", true, "inactive ");
  }
  if (options.stats > 0 && cacheInfo !== undefined) {
    const [used, updated] = [cacheInfo.used, cacheInfo.updated].map((ticks) =>
      Math.trunc(ticks / USER_HZ)
    ) as [number, number];
    printer.value("used", used, `used ${used}`);
    printer.value("updated", updated, `/${updated} `);
  }
}

function printFlags(
  printer: Printer,
  { flags, attributes: { flagsExtended = 0 } }: NeighborMessage,
): void {
  const table = [
    ["self", flags & c.NTF_SELF],
    ["router", flags & c.NTF_ROUTER],
    ["extern_learn", flags & c.NTF_EXT_LEARNED],
    ["offload", flags & c.NTF_OFFLOADED],
    ["master", flags & c.NTF_MASTER],
    ["sticky", flags & c.NTF_STICKY],
    ["locked", flagsExtended & c.NTF_EXT_LOCKED],
  ] as const;
  printer.array("flags", () => {
    for (const [name, bit] of table) {
      if (bit !== 0) printer.value(null, name, `${name} `);
    }
  });
}

function stateName({ json }: Printer, state: number): string {
  if (state & c.NUD_PERMANENT) return "permanent";
  if (state & c.NUD_NOARP) return "static";
  if (state & c.NUD_STALE) return "stale";
  if (state & c.NUD_REACHABLE) return "";
  return json ? hex(state) : `state=${hex(state)}`;
}
