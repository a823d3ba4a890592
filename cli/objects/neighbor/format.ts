/**
 * Shows neighbors.
 *
 * @module
 */

import { USER_HZ } from "../../../messages/constants.ts";
import * as c from "../../../messages/neighbor/constants.ts";
import type {
  NeighborCacheInfo,
  NeighborMessage,
} from "../../../messages/neighbor/neighbor.ts";
import type { Context } from "../../runtime/context.ts";
import { padBytes } from "../../print/format.ts";
import { hardwareAddress } from "../link/addresses.ts";
import type { ColorUse, Printer } from "../../print/printer.ts";
import { STATE_NAMES } from "./states.ts";

/** How a neighbor is shown. */
export interface NeighborView {
  /** Whether the device is left out. */
  hideDevice?: boolean;
  /** Type of the message, where it is not `RTM_NEWNEIGH`. */
  type?: number;
}

/**
 * Writes one neighbor.
 *
 * @param message The neighbor.
 * @param view How it is shown.
 */
export function formatNeighbor(
  context: Context,
  message: NeighborMessage,
  view: NeighborView = {},
): void {
  const { printer, options } = context;
  printer.object(null, () => {
    if (view.type === c.RTM_DELNEIGH) {
      printer.value("deleted", true, "Deleted ");
    } else if (view.type === c.RTM_GETNEIGH) {
      printer.value("miss", null, "miss ");
    }
    if (options.brief) formatBrief(context, message, view);
    else formatWhole(context, message, view);
  });
}

/** The color of an address, by its family. */
function colorOf(address: string): ColorUse {
  return address.includes(":") ? "inet6" : "inet";
}

function formatBrief(
  { printer, links }: Context,
  { index, attributes: { destination, linkAddress } }: NeighborMessage,
  { hideDevice }: NeighborView,
): void {
  if (destination !== undefined) {
    const text = `${destination.padEnd(39)} `;
    printer.colored(colorOf(destination), "dst", destination, text);
  }
  if (!hideDevice && index !== 0) {
    const name = links.nameOf(index);
    printer.colored("ifname", "dev", name, `${padBytes(name, 16)} `);
  }
  if (linkAddress !== undefined) {
    const address = hardwareAddress(linkAddress, links.typeOf(index));
    printer.colored("mac", "lladdr", address, address);
  }
  printer.text("\n");
}

function formatWhole(
  context: Context,
  message: NeighborMessage,
  { hideDevice }: NeighborView,
): void {
  const { printer, links, names, options } = context;
  const { index, attributes } = message;
  const { destination, linkAddress, protocol = 0 } = attributes;
  if (destination !== undefined) {
    const color = colorOf(destination);
    printer.colored(color, "dst", destination, `${destination} `);
  }
  if (!hideDevice && index !== 0) {
    const name = links.nameOf(index);
    printer.text("dev ");
    printer.colored("ifname", "dev", name, `${name} `);
  }
  if (linkAddress !== undefined) {
    const address = hardwareAddress(linkAddress, links.typeOf(index));
    printer.text("lladdr ");
    printer.colored("mac", "lladdr", address, `${address} `);
  }
  formatFlags(printer, message);
  if (options.stats > 0) {
    if (attributes.cacheInfo !== undefined) {
      formatAges(printer, attributes.cacheInfo);
    }
    printer.named("probes", attributes.probes);
  }
  if (message.state !== 0) formatState(printer, message.state);
  if (protocol !== 0) {
    const name = names.protocols.nameOf(protocol);
    printer.value("protocol", name, `proto ${name} `);
  }
  printer.text("\n");
}

function formatFlags(
  printer: Printer,
  { flags, attributes: { flagsExtended = 0 } }: NeighborMessage,
): void {
  const table = [
    ["router", flags & c.NTF_ROUTER],
    ["proxy", flags & c.NTF_PROXY],
    ["managed", flagsExtended & c.NTF_EXT_MANAGED],
    ["extern_learn", flags & c.NTF_EXT_LEARNED],
    ["offload", flags & c.NTF_OFFLOADED],
    ["extern_valid", flagsExtended & c.NTF_EXT_EXT_VALIDATED],
  ] as const;
  for (const [word, bit] of table) {
    if (bit !== 0) printer.value(word, null, `${word} `);
  }
}

function formatAges(
  printer: Printer,
  { references, used, confirmed, updated }: NeighborCacheInfo,
): void {
  if (references !== 0) {
    printer.value("refcnt", references, ` ref ${references}`);
  }
  const [u, cf, up] = [used, confirmed, updated].map((ticks) =>
    Math.trunc(ticks / USER_HZ)
  ) as [number, number, number];
  printer.spaced("used", u);
  printer.value("confirmed", cf, `/${cf}`);
  printer.value("updated", up, `/${up}`);
}

function formatState(printer: Printer, state: number): void {
  printer.array("state", () => {
    for (const [name, bit] of STATE_NAMES) {
      if ((state & bit) !== 0) printer.value(null, name, `${name} `);
    }
  });
}
