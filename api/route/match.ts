/**
 * Asking the kernel for one route of a table.
 *
 * The kernel finds the route that a packet takes, and reports which one that is
 * (`RTM_F_FIB_MATCH`). It has no way to ask for a route by its prefix, but most
 * routes have addresses that are theirs alone.
 *
 * @module
 */

import { AF_INET, AF_INET6 } from "../../messages/families.ts";
import {
  RTM_F_CLONED,
  RTM_F_FIB_MATCH,
  RTM_F_LOOKUP_TABLE,
} from "../../messages/route/constants.ts";
import { type RouteMessage, routeMessage } from "../../messages/route/route.ts";
import { blank, ipAddress, Writer } from "../../messages/codec/mod.ts";

/**
 * Host bits of the addresses that are asked for. Neither the first addresses of
 * a prefix nor the last one: routes of their own often lead to those.
 */
const HOST = 0xaa;

/** Addresses that hardly any route leads to but the default one. */
const ELSEWHERE: Readonly<Record<number, string>> = {
  [AF_INET]: "240.0.0.170",
  [AF_INET6]: "4000::aa",
};

/**
 * Makes the request for a route.
 *
 * @param key A message that names the route.
 * @returns The request; `undefined` if the kernel cannot be asked.
 */
export function matchRequest(key: RouteMessage): RouteMessage | undefined {
  const { family, destinationLength, sourceLength, tos, attributes } = key;
  const elsewhere = ELSEWHERE[family];
  if (elsewhere === undefined || sourceLength > 0) return undefined;
  const destination = destinationLength === 0
    ? elsewhere
    : addressIn(attributes.destination, destinationLength);
  if (destination === undefined) return undefined;
  return blank(routeMessage, {
    family,
    destinationLength: family === AF_INET ? 32 : 128,
    tos,
    // IPv4 would report that it is in `main`, and IPv6 takes no such flag.
    flags: RTM_F_FIB_MATCH | (family === AF_INET ? RTM_F_LOOKUP_TABLE : 0),
    attributes: { destination },
  });
}

/** An address in a prefix. */
function addressIn(
  prefix: string | undefined,
  length: number,
): string | undefined {
  if (prefix === undefined) return undefined;
  const writer = new Writer();
  ipAddress.encode(writer, prefix);
  const { view } = writer;
  for (let i = 0; i < writer.length; i++) {
    const bits = Math.min(Math.max(8 * (i + 1) - length, 0), 8);
    const mask = (1 << bits) - 1;
    view.setUint8(i, view.getUint8(i) & ~mask | HOST & mask);
  }
  return ipAddress.decode(view, 0, writer.length, {});
}

/**
 * Whether an answer is a route as lists have it. Kernels before Linux 4.13
 * answer with what they make of a route for a packet, and of several next hops
 * of IPv6 the one that the packet takes comes first.
 *
 * @param answer The answer.
 * @returns Whether it is.
 */
export function isAsListed(
  { family, flags, attributes }: RouteMessage,
): boolean {
  return (flags & RTM_F_CLONED) === 0 &&
    (family === AF_INET || attributes.multipath === undefined);
}
