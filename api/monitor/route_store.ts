/**
 * Routes, which the kernel keys in a way of its own.
 *
 * Routes to one destination with one metric stand in a list. In IPv4, "append"
 * adds to its end and everything else to its front, and "replace" changes the
 * first one. In IPv6, routes through gateways are next hops of one route, which
 * each notification shows as a whole, while others stand side by side; deleting
 * a next hop shows nothing but that.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/net/ipv4/fib_trie.c | net/ipv4/fib_trie.c}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/net/ipv6/ip6_fib.c | net/ipv6/ip6_fib.c}
 *
 * @module
 */

import { AF_INET, AF_INET6 } from "../../messages/families.ts";
import { NLM_F_APPEND, NLM_F_REPLACE } from "../../messages/header.ts";
import type { RouteMessage } from "../../messages/route/mod.ts";
import { same } from "./compare.ts";
import type { Name } from "./name_index.ts";
import { isMultipath, joinNextHops, removeNextHops } from "./next_hops.ts";
import { type RouteList, RouteTable } from "./route_table.ts";
import type { Difference, Report, Store } from "./store.ts";

/** What changes all the time, or with the age of a route. */
const VOLATILE: ReadonlySet<string> = new Set(["cacheInfo", "expires"]);
/** What may be different although it is the same route. */
const IDENTITY: ReadonlySet<string> = new Set([...VOLATILE, "flags"]);

type List = RouteMessage[];
type Differences = readonly Difference<RouteMessage>[] | undefined;

/** What is known about routes. */
export class RouteStore implements Store<RouteMessage> {
  readonly #table = new RouteTable();
  #size = 0;

  /** How many routes there are. */
  get size(): number {
    return this.#size;
  }

  /**
   * Takes over a route of a dump.
   *
   * @param message The route.
   */
  fill(message: RouteMessage): void {
    this.#size++;
    const list = this.#table.find(message);
    if (list === undefined) this.#table.add(message);
    else list.routes.push(message);
  }

  /**
   * Takes over a notification.
   *
   * @param report The notification.
   * @returns What has changed; `undefined` if it contradicts what is known.
   */
  apply(report: Report<RouteMessage>): Differences {
    const { deleted, message } = report;
    const list = this.#table.find(message);
    if (list === undefined) {
      if (deleted) return undefined;
      this.#table.add(message);
      this.#size++;
      return [{ now: message }];
    }
    const { routes } = list;
    const before = routes.length;
    const differences = deleted ? remove(routes, message) : add(routes, report);
    this.#size += routes.length - before;
    if (routes.length === 0) this.#table.delete(list);
    return differences;
  }

  /**
   * Says what is different in another store.
   *
   * @param newer The other store.
   */
  *differences(newer: this): Generator<Difference<RouteMessage>> {
    for (const { routes } of this.#table.values()) {
      const list = newer.#table.find(routes[0]!);
      yield* listDifferences(routes, list?.routes ?? []);
    }
    for (const { routes } of newer.#table.values()) {
      if (this.#table.find(routes[0]!) === undefined) {
        yield* listDifferences([], routes);
      }
    }
  }

  /** Lists the routes. */
  *values(): Generator<RouteMessage> {
    for (const { routes } of this.#table.values()) yield* routes;
  }

  /**
   * Finds the routes to the same destination with the same metric.
   *
   * @param message A route.
   * @returns The routes.
   */
  find(message: RouteMessage): readonly RouteMessage[] {
    return this.#table.find(message)?.routes ?? [];
  }

  /**
   * Finds the routes to a destination, in whatever table and with whatever
   * metric.
   *
   * @param name A prefix such as `10.0.0.0/8`, `default`, labels that are
   * parted by slashes, or an address, which is that of routes to it alone or of
   * prefixes that begin with it.
   * @returns The routes.
   */
  named(name: Name): readonly RouteMessage[] {
    const text = `${name}`;
    if (text === "default") return this.#to("");
    const slash = text.indexOf("/");
    // Labels have slashes, too, but no dots and colons.
    const isPrefix = slash > 0 && /[.:]/.test(text);
    if (!isPrefix) return this.#to(text);
    const length = Number(text.slice(slash + 1));
    const address = length === 0 ? "" : text.slice(0, slash);
    const family = text.includes(":") ? AF_INET6 : AF_INET;
    return this.#to(
      address,
      (list) => list.length === length && list.family === family,
    );
  }

  #to(
    destination: string,
    accepts: (list: RouteList) => boolean = () => true,
  ): readonly RouteMessage[] {
    const lists = this.#table.to(destination).filter(accepts);
    if (lists.length === 1) return lists[0]!.routes;
    return lists.sort((a, b) => b.length - a.length)
      .flatMap(({ routes }) => routes);
  }
}

function isSameRoute(a: RouteMessage, b: RouteMessage): boolean {
  return same(a, b, IDENTITY);
}

function listDifferences(
  olds: readonly RouteMessage[],
  nows: readonly RouteMessage[],
): Difference<RouteMessage>[] {
  const differences: Difference<RouteMessage>[] = [];
  const gone = [...olds];
  const come: RouteMessage[] = [];
  for (const now of nows) {
    const i = gone.findIndex((old) => isSameRoute(old, now));
    if (i < 0) come.push(now);
    else {
      const [old] = gone.splice(i, 1);
      if (!same(old, now, VOLATILE)) differences.push({ now, old: old! });
    }
  }
  for (const now of come) {
    const old = gone.shift();
    differences.push(old === undefined ? { now } : { now, old });
  }
  return [...gone.map((old) => ({ old })), ...differences];
}

function add(list: List, report: Report<RouteMessage>): Differences {
  const { message, flags } = report;
  const known = list.findIndex((route) => isSameRoute(route, message));
  if (known >= 0) return put(list, known, message);
  const ipv6 = message.family === AF_INET6;
  if (flags & NLM_F_REPLACE) {
    const alike = ipv6
      ? list.findIndex((route) => joins(route) === joins(message))
      : 0;
    const differences = put(list, Math.max(0, alike), message);
    // A dump may show what has become of the list since: which route it was
    // that is replaced cannot be told then.
    return report.replayed && list.length > 1 ? undefined : differences;
  }
  if (ipv6) return addIpv6(list, message);
  if (flags & NLM_F_APPEND) list.push(message);
  else list.unshift(message);
  return [{ now: message }];
}

function addIpv6(list: List, message: RouteMessage): Differences {
  const known = joins(message) ? list.findIndex(joins) : -1;
  if (known >= 0) {
    return put(list, known, joinNextHops(list[known]!, message));
  }
  list.push(message);
  return [{ now: message }];
}

function put(list: List, i: number, now: RouteMessage): Differences {
  const old = list[i]!;
  list[i] = now;
  return same(old, now, VOLATILE) ? [] : [{ now, old }];
}

function remove(list: List, message: RouteMessage): Differences {
  const known = list.findIndex((route) => isSameRoute(route, message));
  if (known >= 0) return [{ old: list.splice(known, 1)[0]! }];
  if (message.family !== AF_INET6) return undefined;
  const joined = list.findIndex(joins);
  if (joined < 0) return undefined;
  const old = list[joined]!;
  const now = removeNextHops(old, message);
  if (now === old) return undefined;
  if (now !== undefined) return put(list, joined, now);
  list.splice(joined, 1);
  return [{ old }];
}

/** Router advertisements (`RTPROT_RA`). */
const RTPROT_RA = 9;

/**
 * Whether an IPv6 route is one next hop of several to its destination: those
 * through gateways are, unless a router has advertised them.
 */
function joins(route: RouteMessage): boolean {
  const { attributes: { gateway, via, nexthopId }, protocol } = route;
  if (nexthopId !== undefined || protocol === RTPROT_RA) return false;
  return gateway !== undefined || via !== undefined || isMultipath(route);
}
