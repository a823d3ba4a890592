/**
 * Next hops of IPv6 routes, which come and go one by one.
 *
 * @module
 */

import type { RouteMessage } from "../../messages/route/route.ts";
import type { RouteNextHop } from "../../messages/route/next_hop.ts";
import { same } from "./compare.ts";

/**
 * Returns whether a route has several next hops.
 *
 * @param route The route.
 * @returns Whether it has.
 */
export function isMultipath({ attributes }: RouteMessage): boolean {
  return attributes.multipath !== undefined;
}

/**
 * Puts the next hops of a route into the order in which they were added, which
 * is that of a dump. A notification begins with the one that is new.
 *
 * @param old The route before.
 * @param now The route with its new next hops.
 * @returns The route as a dump shows it.
 */
export function joinNextHops(
  old: RouteMessage,
  now: RouteMessage,
): RouteMessage {
  const { multipath } = now.attributes;
  if (multipath === undefined) return now;
  const before = nextHopsOf(old);
  const rank = (hop: RouteNextHop) => {
    const i = before.findIndex((other) => isSameHop(hop, other));
    return i < 0 ? before.length : i;
  };
  const ordered = multipath.toSorted((a, b) => rank(a) - rank(b));
  return { ...now, attributes: { ...now.attributes, multipath: ordered } };
}

/**
 * Takes next hops from a route.
 *
 * @param old The route.
 * @param gone A route with the next hops to take.
 * @returns The route without them; `old` itself if it has none of them, and
 * `undefined` if none is left.
 */
export function removeNextHops(
  old: RouteMessage,
  gone: RouteMessage,
): RouteMessage | undefined {
  const before = nextHopsOf(old);
  const taken = nextHopsOf(gone);
  const left = before.filter((hop) =>
    !taken.some((other) => isSameHop(hop, other))
  );
  if (left.length === before.length) return old;
  const [first] = left;
  if (first === undefined) return undefined;
  if (left.length > 1) {
    return { ...old, attributes: { ...old.attributes, multipath: left } };
  }
  const { multipath: _, ...attributes } = old.attributes;
  const { attributes: hop, outputDevice, flags } = first;
  return {
    ...old,
    flags: old.flags | flags,
    attributes: { ...attributes, ...hop, outputDevice },
  };
}

/** The next hops of a route, also if there is only one. */
function nextHopsOf({ attributes }: RouteMessage): readonly RouteNextHop[] {
  const { multipath, gateway, via, outputDevice = 0 } = attributes;
  if (multipath !== undefined) return multipath;
  return [{
    flags: 0,
    hops: 0,
    outputDevice,
    attributes: {
      ...(gateway === undefined ? {} : { gateway }),
      ...(via === undefined ? {} : { via }),
    },
  }];
}

/** The kernel has no two next hops of a route with the same gateway. */
function isSameHop(a: RouteNextHop, b: RouteNextHop): boolean {
  return a.outputDevice === b.outputDevice &&
    a.attributes.gateway === b.attributes.gateway &&
    same(a.attributes.via, b.attributes.via, NOTHING);
}

const NOTHING: ReadonlySet<string> = new Set();
