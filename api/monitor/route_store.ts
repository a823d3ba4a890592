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

import { RTPROT_RA } from "../../messages/constants.ts";
import { AF_INET, AF_INET6 } from "../../messages/families.ts";
import { NLM_F_APPEND, NLM_F_REPLACE } from "../../messages/header.ts";
import type { RouteMessage } from "../../messages/route/route.ts";
import { type Item, keptLike, messageIn, sameItems } from "./kept_message.ts";
import type { Name } from "./name_index.ts";
import { isMultipath, joinNextHops, removeNextHops } from "./next_hops.ts";
import { type Destination, ipv4Number, type RouteKey } from "./route_key.ts";
import { RouteTable } from "./route_table.ts";
import type { Difference, Report, Store } from "./store.ts";

/** What changes all the time, or with the age of a route. */
const VOLATILE: ReadonlySet<string> = new Set(["cacheInfo", "expires"]);
/** What may be different although it is the same route. */
const IDENTITY: ReadonlySet<string> = new Set([...VOLATILE, "flags"]);

type Route = Item<RouteMessage>;
type Differences<T> = readonly Difference<T>[] | undefined;

/**
 * What is known about routes.
 *
 * @typeParam T How their messages are kept.
 */
export class RouteStore<T extends Route = RouteMessage> implements Store<T> {
  readonly #table = new RouteTable<T>();
  #size = 0;

  /** How many routes there are. */
  get size(): number {
    return this.#size;
  }

  /**
   * Takes over a route of a dump.
   *
   * @param route The route.
   */
  fill(route: T): void {
    this.#size++;
    if (!this.#table.addOnly(route)) this.#table.list(route).routes.push(route);
  }

  /**
   * Takes over a notification.
   *
   * @param report The notification.
   * @returns What has changed; `undefined` if it contradicts what is known.
   */
  apply(report: Report<T>): Differences<T> {
    const { deleted, message } = report;
    if (deleted) {
      // Most routes are alone, and go as they came.
      const old = this.#table.deleteOnly(message, isSameRoute);
      if (old !== undefined) {
        this.#size--;
        return [{ old }];
      }
    } else if (this.#table.addOnly(message)) {
      this.#size++;
      return [{ now: message }];
    }
    const list = this.#table.list(message);
    const { routes } = list;
    const before = routes.length;
    const differences = deleted
      ? remove(routes, message)
      : before === 0
      ? addFirst(routes, message)
      : add(routes, report);
    this.#size += routes.length - before;
    this.#table.settle(list);
    return differences;
  }

  /**
   * Returns what is different in another store.
   *
   * @param newer The other store.
   */
  *differences(newer: this): Generator<Difference<T>> {
    for (const routes of this.#table.lists()) {
      yield* listDifferences(routes, newer.#table.find(routes[0]!));
    }
    for (const routes of newer.#table.lists()) {
      if (this.#table.find(routes[0]!).length === 0) {
        yield* listDifferences([], routes);
      }
    }
  }

  /** Lists the routes. */
  values(): Iterable<T> {
    return this.#table.values();
  }

  /**
   * Finds the routes to the same destination with the same metric.
   *
   * @param route A route.
   * @returns The routes.
   */
  find(route: T): readonly T[] {
    return this.#table.find(route);
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
  named(name: Name): readonly T[] {
    const text = `${name}`;
    if (text === "default") {
      return [...this.#defaults(AF_INET), ...this.#table.to("", () => true)];
    }
    const slash = text.indexOf("/");
    const ipv4 = ipv4Number(text, slash < 0 ? text.length : slash);
    if (slash < 0) return this.#to(ipv4 ?? text, ({ length }) => length > 0);
    const family = ipv4 !== undefined
      ? AF_INET
      : text.includes(":")
      ? AF_INET6
      : undefined;
    // Labels have slashes, too.
    if (family === undefined) return this.#to(text, () => true);
    const length = Number(text.slice(slash + 1));
    if (length === 0) return this.#defaults(family);
    return this.#to(
      ipv4 ?? text.slice(0, slash),
      (key) => key.length === length && key.family === family,
    );
  }

  #defaults(family: number): readonly T[] {
    return this.#table.to(
      family === AF_INET ? 0 : "",
      (key) => key.length === 0 && key.family === family,
    );
  }

  #to(
    destination: Destination,
    accepts: (key: RouteKey) => boolean,
  ): readonly T[] {
    return this.#table.to(destination, accepts);
  }
}

function isSameRoute(a: Route, b: Route): boolean {
  return sameItems(a, b, IDENTITY);
}

function listDifferences<T extends Route>(
  olds: readonly T[],
  nows: readonly T[],
): Difference<T>[] {
  const differences: Difference<T>[] = [];
  const gone = [...olds];
  const come: T[] = [];
  for (const now of nows) {
    const i = gone.findIndex((old) => isSameRoute(old, now));
    if (i < 0) come.push(now);
    else {
      const [old] = gone.splice(i, 1);
      if (!sameItems(old!, now, VOLATILE)) differences.push({ now, old: old! });
    }
  }
  for (const now of come) {
    const old = gone.shift();
    differences.push(old === undefined ? { now } : { now, old });
  }
  return [...gone.map((old) => ({ old })), ...differences];
}

function addFirst<T extends Route>(list: T[], now: T): Differences<T> {
  list.push(now);
  return [{ now }];
}

function add<T extends Route>(list: T[], report: Report<T>): Differences<T> {
  const { message: route, flags } = report;
  const known = list.findIndex((other) => isSameRoute(other, route));
  if (known >= 0) return put(list, known, route);
  const ipv6 = messageOf(route).family === AF_INET6;
  if (flags & NLM_F_REPLACE) {
    const alike = ipv6
      ? list.findIndex((other) => joins(other) === joins(route))
      : 0;
    const differences = put(list, Math.max(0, alike), route);
    // A dump may show what has become of the list since: which route it was
    // that is replaced cannot be found then.
    return report.replayed && list.length > 1 ? undefined : differences;
  }
  if (ipv6) return addIpv6(list, route);
  if (flags & NLM_F_APPEND) list.push(route);
  else list.unshift(route);
  return [{ now: route }];
}

function addIpv6<T extends Route>(list: T[], route: T): Differences<T> {
  const known = joins(route) ? list.findIndex(joins) : -1;
  if (known < 0) {
    list.push(route);
    return [{ now: route }];
  }
  const [old, now] = [list[known]!, route].map(messageOf);
  const joined = joinNextHops(old!, now!);
  return put(list, known, joined === now ? route : keptLike(route, joined));
}

function put<T extends Route>(list: T[], i: number, now: T): Differences<T> {
  const old = list[i]!;
  list[i] = now;
  return sameItems(old, now, VOLATILE) ? [] : [{ now, old }];
}

function remove<T extends Route>(list: T[], route: T): Differences<T> {
  const known = list.findIndex((other) => isSameRoute(other, route));
  if (known >= 0) return [{ old: list.splice(known, 1)[0]! }];
  if (messageOf(route).family !== AF_INET6) return undefined;
  const joined = list.findIndex(joins);
  if (joined < 0) return undefined;
  const old = list[joined]!;
  const before = messageOf(old);
  const now = removeNextHops(before, messageOf(route));
  if (now === before) return undefined;
  if (now !== undefined) return put(list, joined, keptLike(old, now));
  list.splice(joined, 1);
  return [{ old }];
}

function messageOf(route: Route): RouteMessage {
  return messageIn<RouteMessage>(route);
}

/**
 * Whether an IPv6 route is one next hop of several to its destination: those
 * through gateways are, unless a router has advertised them.
 */
function joins(route: Route): boolean {
  const message = messageOf(route);
  const { attributes: { gateway, via, nexthopId }, protocol } = message;
  if (nexthopId !== undefined || protocol === RTPROT_RA) return false;
  return gateway !== undefined || via !== undefined || isMultipath(message);
}
