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

import { AF_INET6 } from "../../messages/families.ts";
import { NLM_F_APPEND, NLM_F_REPLACE } from "../../messages/header.ts";
import type { RouteMessage } from "../../messages/route/mod.ts";
import { same } from "./compare.ts";
import { type Name, NameIndex } from "./name_index.ts";
import { isMultipath, joinNextHops, removeNextHops } from "./next_hops.ts";
import type { Difference, Report, Store } from "./store.ts";

/** What changes all the time, or with the age of a route. */
const VOLATILE: ReadonlySet<string> = new Set(["cacheInfo", "expires"]);
/** What may be different although it is the same route. */
const IDENTITY: ReadonlySet<string> = new Set([...VOLATILE, "flags"]);

type List = RouteMessage[];
type Differences = readonly Difference<RouteMessage>[] | undefined;

/** What is known about routes. */
export class RouteStore implements Store<RouteMessage> {
  readonly #lists = new Map<string, List>();
  /** The lists of each prefix; made when somebody asks for one. */
  #index: NameIndex<string> | undefined;
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
    const key = listKey(message);
    const list = this.#lists.get(key);
    if (list === undefined) {
      this.#lists.set(key, [message]);
      this.#index?.add(prefixOf(message), key);
    } else list.push(message);
  }

  /**
   * Takes over a notification.
   *
   * @param report The notification.
   * @returns What has changed; `undefined` if it contradicts what is known.
   */
  apply(report: Report<RouteMessage>): Differences {
    const key = listKey(report.message);
    const list = this.#lists.get(key);
    if (list === undefined) {
      if (report.deleted) return undefined;
      this.fill(report.message);
      return [{ now: report.message }];
    }
    const before = list.length;
    const differences = report.deleted
      ? remove(list, report.message)
      : add(list, report);
    this.#size += list.length - before;
    if (list.length === 0) {
      this.#lists.delete(key);
      this.#index?.remove(prefixOf(report.message), key);
    }
    return differences;
  }

  /**
   * Tells what is different in another store.
   *
   * @param newer The other store.
   */
  *differences(newer: this): Generator<Difference<RouteMessage>> {
    for (const [key, olds] of this.#lists) {
      yield* listDifferences(olds, newer.#lists.get(key) ?? []);
    }
    for (const [key, nows] of newer.#lists) {
      if (!this.#lists.has(key)) yield* listDifferences([], nows);
    }
  }

  /** Lists the routes. */
  *values(): Generator<RouteMessage> {
    for (const list of this.#lists.values()) yield* list;
  }

  /**
   * Finds the routes to the same destination with the same metric.
   *
   * @param message A route.
   * @returns The routes.
   */
  find(message: RouteMessage): readonly RouteMessage[] {
    return this.#lists.get(listKey(message)) ?? [];
  }

  /**
   * Finds the routes to a prefix, in whatever table and with whatever metric.
   *
   * @param prefix The prefix, such as `10.0.0.0/8`; labels are parted by
   * slashes.
   * @returns The routes.
   */
  named(prefix: Name): readonly RouteMessage[] {
    if (this.#index === undefined) {
      this.#index = new NameIndex();
      for (const [key, [first]] of this.#lists) {
        this.#index.add(prefixOf(first!), key);
      }
    }
    const keys = this.#index.find(prefix);
    // Most prefixes have one list.
    return keys.length === 1
      ? this.#lists.get(keys[0]!)!
      : keys.flatMap((key) => this.#lists.get(key)!);
  }
}

/** Where a route leads; the kernel leaves out the address of a default route. */
function prefixOf(
  { attributes, family, destinationLength }: RouteMessage,
): string {
  const { destination, destinationLabels } = attributes;
  if (destinationLabels !== undefined) return destinationLabels.join("/");
  const any = family === AF_INET6 ? "::" : "0.0.0.0";
  return `${destination ?? any}/${destinationLength}`;
}

/** What the routes that stand in one list have in common. */
function listKey(message: RouteMessage): string {
  const { attributes } = message;
  const { destinationLabels, source = "" } = attributes;
  const to = message.destinationLength === 0
    ? ""
    : attributes.destination ?? destinationLabels?.join("/") ?? "";
  const table = attributes.table ?? message.table;
  const key = `${to}/${message.destinationLength} ${table} ` +
    `${attributes.priority ?? 0} ${message.family} ${message.tos}`;
  return message.sourceLength === 0 && source === ""
    ? key
    : `${key} ${source}/${message.sourceLength}`;
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
