/**
 * Entries of multicast databases, as `bridge mdb` writes them.
 *
 * @module
 */

import { ETH_P_IP } from "../../../messages/link/constants_hardware.ts";
import * as c from "../../../messages/mdb/constants.ts";
import type { MdbEntryInfo, MdbMessage } from "../../../messages/mdb/mdb.ts";
import { centiseconds } from "../../print/format.ts";
import type { ColorUse, Printer } from "../../print/printer.ts";
import type { Context } from "../../runtime/context.ts";
import { printRouterPort, printTimer } from "./format_router.ts";

/** `MCAST_INCLUDE`. */
const INCLUDE = 1;

/** Flags of entries (`MDB_FLAGS_*`), in the order of writing. */
const FLAGS: readonly (readonly [bit: number, name: string])[] = [
  [c.MDB_FLAGS_OFFLOAD, "offload"],
  [c.MDB_FLAGS_FAST_LEAVE, "fast_leave"],
  [c.MDB_FLAGS_STAR_EXCL, "added_by_star_ex"],
  [c.MDB_FLAGS_BLOCKED, "blocked"],
  [c.MDB_FLAGS_OFFLOAD_FAILED, "offload_failed"],
];

/**
 * Writes the entries of a message.
 *
 * @param message The message.
 * @param vlan Number of the only VLAN, or 0 for all.
 */
export function formatEntries(
  context: Context,
  { index, attributes: { groups = [] } }: MdbMessage,
  vlan: number,
): void {
  for (const entries of groups) {
    for (const entry of entries) {
      if (vlan !== 0 && entry.vlan !== vlan) continue;
      formatEntry(context, index, entry);
    }
  }
}

function colorOf(protocol: number): ColorUse {
  if (protocol === 0) return undefined;
  return protocol === ETH_P_IP ? "inet" : "inet6";
}

function formatEntry(
  context: Context,
  index: number,
  entry: MdbEntryInfo,
): void {
  const { printer, links, options } = context;
  const { group, state, flags, vlan, attributes } = entry;
  const { source, timer } = attributes;
  printer.object(null, () => {
    printer.field("index", index | 0);
    const device = links.nameOf(index);
    printer.colored("ifname", "dev", device, `dev ${device}`);
    const port = links.nameOf(entry.port);
    printer.spaced("port", port);
    const color = colorOf(group.protocol);
    printer.colored(color, "grp", group.address, ` grp ${group.address}`);
    if (source !== undefined) {
      printer.colored(color, "src", source, ` src ${source}`);
    }
    const name = state & c.MDB_PERMANENT ? "permanent" : "temp";
    printer.value("state", name, ` ${name}`);
    if (options.details) printDetails(context, entry);
    printer.array("flags", () => {
      for (const [bit, name] of FLAGS) {
        if (flags & bit) printer.value(null, name, ` ${name}`);
      }
    });
    if (vlan !== 0) printer.spaced("vid", vlan);
    printTunnel(context, entry);
    if (options.stats > 0 && timer !== undefined) printTimer(printer, timer);
    printer.newline();
  });
}

function printDetails(
  { printer, names }: Context,
  { group, attributes: { groupMode, sources, protocol } }: MdbEntryInfo,
): void {
  if (groupMode !== undefined) {
    const mode = groupMode === INCLUDE ? "include" : "exclude";
    printer.spaced("filter_mode", mode);
  }
  if (sources !== undefined) {
    let separator = " ";
    printer.openArray("source_list", " source_list");
    for (const { address, timer } of sources) {
      if (address === undefined || timer === undefined) continue;
      const before = separator;
      separator = ",";
      printer.object(null, () => {
        printer.text(before);
        printer.colored(colorOf(group.protocol), "address", address, address);
        const text = centiseconds(timer);
        printer.value("timer", text, `/${text}`);
      });
    }
    printer.closeArray();
  }
  if (protocol !== undefined) {
    const name = names.protocols.nameOf(protocol);
    printer.value("protocol", name, ` proto ${name}`);
  }
}

function printTunnel(
  { printer, links }: Context,
  { attributes }: MdbEntryInfo,
): void {
  const { destination, destinationPort, vni, sourceVni } = attributes;
  const { outputDevice } = attributes;
  if (destination !== undefined) {
    const color = destination.includes(":") ? "inet6" : "inet";
    printer.colored(color, "dst", destination, ` dst ${destination}`);
  }
  printer.spaced("dst_port", destinationPort);
  printer.spaced("vni", vni);
  printer.spaced("src_vni", sourceVni);
  if (outputDevice !== undefined) {
    const name = links.nameOf(outputDevice);
    printer.spaced("via", name);
  }
}

/**
 * Writes the ports with multicast routers that a list has.
 *
 * @param message The message.
 */
export function formatRouterPorts(
  context: Context,
  { index, attributes: { routerPorts } }: MdbMessage,
): void {
  const { printer, links, options } = context;
  if (routerPorts === undefined || !options.details) return;
  const heading = `router ports on ${links.nameOf(index)}: `;
  const isLine = options.stats === 0;
  printer.openArray(links.nameOf(index), isLine ? heading : "");
  for (const port of routerPorts) {
    const name = links.nameOf(port.port);
    printer.object(null, () => {
      if (isLine) printer.value("port", name, `${name} `);
      else {
        printer.value("port", name, `${heading}${name}`);
        printRouterPort(printer, port);
        printer.text("\n");
      }
    });
  }
  if (isLine) printer.newline();
  printer.closeArray();
}

/**
 * Writes the port with a multicast router that a notification is about.
 *
 * @param printer Where to.
 * @param port Name of the port.
 * @param bridge Name of the bridge.
 */
export function formatRouterPort(
  printer: Printer,
  port: string,
  bridge: string,
): void {
  printer.text(`router port dev ${port} master ${bridge}\n`);
}
