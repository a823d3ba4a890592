/**
 * How the next hops of routes are shown.
 *
 * @module
 */

import type { Context } from "../../runtime/context.ts";
import { hostName } from "../../names/hosts.ts";
import { familyName } from "../../parse/prefixes.ts";
import type { ColorUse } from "../../print/printer.ts";
import { RTN_MULTICAST } from "../../../messages/constants.ts";
import { ipv6Address } from "../../../messages/codec/address.ts";
import {
  AF_INET,
  AF_INET6,
  AF_MPLS,
  AF_PACKET,
} from "../../../messages/families.ts";
import { RTM_F_CLONED } from "../../../messages/route/constants.ts";
import type { RouteNextHop } from "../../../messages/route/next_hop.ts";
import type { RouteMessage } from "../../../messages/route/route.ts";
import type { RouteVia } from "../../../messages/route/via.ts";
import { formatEncapsulation } from "./encap/kinds.ts";
import { formatFlags } from "./format_flags.ts";
import { labels } from "../../print/format.ts";

/**
 * The color of addresses of a family.
 *
 * @param family The family, `AF_*`.
 * @returns The color.
 */
export function familyColor(family: number): ColorUse {
  if (family === AF_INET) return "inet";
  return family === AF_INET6 ? "inet6" : undefined;
}

/**
 * Writes the name of a device.
 *
 * @param index The device's index.
 * @param key What the device is for.
 */
export function formatDevice(
  { printer, links }: Context,
  index: number,
  key: string,
): void {
  const name = links.nameOf(index);
  printer.text(`${key} `);
  printer.colored("ifname", key, name, `${name} `);
}

/**
 * Writes a gateway.
 *
 * @param family Its family, `AF_*`.
 * @param address Its address.
 */
export function formatGateway(
  context: Context,
  family: number,
  address: string,
): void {
  const { printer } = context;
  const host = hostName(context, address);
  printer.text("via ");
  printer.colored(familyColor(family), "gateway", host, `${host} `);
}

/**
 * Writes a gateway that is of another family than the route.
 *
 * @param via The gateway.
 */
export function formatVia(
  context: Context,
  { family, address }: RouteVia,
): void {
  const { printer } = context;
  const known = family === AF_INET || family === AF_INET6 ||
    family === AF_PACKET;
  const host = known ? hostName(context, address) : "???";
  printer.object("via", () => {
    const name = familyName(family);
    printer.value("family", name, `via ${name} `);
    printer.colored(familyColor(family), "host", host, `${host} `);
  });
}

/**
 * Writes the destination that replaces that of the packets.
 *
 * @param family The family of the route, `AF_*`.
 * @param words The destination, as MPLS labels or in units of four bytes.
 */
export function formatNewDestination(
  context: Context,
  family: number,
  words: readonly number[],
): void {
  const { printer } = context;
  const text = family === AF_MPLS
    ? labels(words)
    : hostName(context, addressOf(words));
  printer.text("as to ");
  printer.colored(familyColor(family), "to", text, `${text} `);
}

function addressOf(words: readonly number[]): string {
  const view = new DataView(new ArrayBuffer(4 * words.length));
  words.forEach((word, at) => view.setUint32(4 * at, word));
  return view.byteLength === 16
    ? ipv6Address.decode(view, 0, 16)
    : new Uint8Array(view.buffer).join(".");
}

/**
 * Writes realms.
 *
 * @param flow The realms, that of the source in the upper 16 bits.
 */
export function formatRealms({ printer, names }: Context, flow: number): void {
  const from = flow >>> 16;
  printer.object("flow", () => {
    printer.text(from === 0 ? "realm " : "realms ");
    if (from !== 0) {
      const name = names.realms.nameOf(from);
      printer.value("from", name, `${name}/`);
    }
    const name = names.realms.nameOf(flow & 0xffff);
    printer.value("to", name, `${name} `);
  });
}

/**
 * Writes the next hops of a route that has several.
 *
 * @param message The route.
 */
export function formatNextHops(context: Context, message: RouteMessage): void {
  const { printer } = context;
  const { flags, type, attributes: { multipath = [] } } = message;
  const multicast = (flags & RTM_F_CLONED) !== 0 && type === RTN_MULTICAST;
  printer.array("nexthops", () => {
    for (const [at, hop] of multipath.entries()) {
      printer.object(null, () => {
        if (multicast) printer.text(at === 0 ? "Oifs: " : " ");
        else printer.text(`${printer.line}\tnexthop `);
        formatHopAttributes(context, message.family, hop);
        if (multicast) formatMulticastHop(context, hop);
        else formatHopDevice(context, message.family, hop);
        formatFlags(printer, hop.flags);
      });
    }
  });
}

function formatHopAttributes(
  context: Context,
  family: number,
  { attributes }: RouteNextHop,
): void {
  formatEncapsulation(context, attributes);
  const { newLabels, gateway, via, flow } = attributes;
  if (newLabels !== undefined) formatNewDestination(context, family, newLabels);
  if (gateway !== undefined) formatGateway(context, family, gateway);
  if (via !== undefined) formatVia(context, via);
  if (flow !== undefined) formatRealms(context, flow);
}

function formatHopDevice(
  { printer, links }: Context,
  family: number,
  { outputDevice, hops }: RouteNextHop,
): void {
  const name = links.nameOf(outputDevice);
  printer.named("dev", name);
  if (family !== AF_MPLS) {
    printer.value("weight", hops + 1, `weight ${hops + 1} `);
  }
}

function formatMulticastHop(
  { printer, links }: Context,
  { outputDevice, hops }: RouteNextHop,
): void {
  const name = links.nameOf(outputDevice);
  printer.value("dev", name, name);
  if (hops !== 1) printer.value("ttl", hops, `(ttl>${hops})`);
  printer.text(" ");
}
