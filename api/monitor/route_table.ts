/**
 * Finds routes by what the kernel keys them by.
 *
 * Routes to one destination, in one table, with one metric, for one source and
 * type of service stand in one list. The lists are found by the address of the
 * destination, and then by numbers: a key made of all of these would cost more
 * than everything else. Most addresses have one route, which takes no list.
 *
 * @module
 */

import type { RouteMessage } from "../../messages/route/route.ts";
import { type Item, sameBytes } from "./kept_message.ts";
import { type Destination, RouteKey } from "./route_key.ts";

/** Routes that stand in one list. */
export interface RouteList<T> {
  /** What they have in common. */
  readonly key: RouteKey;
  /** The routes, in the kernel's order. */
  readonly routes: T[];
}

/** From how many lists for one address on they are found by a text. */
const MANY = 8;

/** The lists for one address. */
class Bucket<T> {
  readonly lists = new Set<RouteList<T>>();
  /** The same, if there are many. */
  #byText: Map<string, RouteList<T>> | undefined;

  find(key: RouteKey): RouteList<T> | undefined {
    if (this.#byText !== undefined) return this.#byText.get(key.text);
    for (const list of this.lists) if (list.key.equals(key)) return list;
    return undefined;
  }

  add(list: RouteList<T>): void {
    this.lists.add(list);
    if (this.#byText !== undefined) this.#byText.set(list.key.text, list);
    else if (this.lists.size > MANY) {
      this.#byText = new Map();
      for (const list of this.lists) this.#byText.set(list.key.text, list);
    }
  }

  delete(list: RouteList<T>): void {
    this.lists.delete(list);
    this.#byText?.delete(list.key.text);
  }
}

/** The routes, however they are kept. */
export class RouteTable<T extends Item<RouteMessage>> {
  readonly #byDestination = new Map<Destination, T | Bucket<T>>();
  readonly #key = new RouteKey();
  readonly #other = new RouteKey();

  /**
   * Adds a route, if it is the only one with its destination.
   *
   * @param route The route.
   * @returns Whether it was added.
   */
  addOnly(route: T): boolean {
    const { destination } = this.#key.of(route);
    if (this.#byDestination.has(destination)) return false;
    this.#byDestination.set(destination, route);
    return true;
  }

  /**
   * Takes away a route that is the only one with its destination.
   *
   * @param route A route with its key.
   * @param isSame Whether two routes are the same.
   * @returns The route that was there; `undefined` if there are several or
   * none, or it is another one.
   */
  deleteOnly(
    route: T,
    isSame: (a: Item<RouteMessage>, b: Item<RouteMessage>) => boolean,
  ): T | undefined {
    const key = this.#key.of(route);
    const there = this.#byDestination.get(key.destination);
    if (there === undefined || there instanceof Bucket) return undefined;
    const isThere = sameBytes(there, route) ||
      this.#other.of(there).equals(key) && isSame(there, route);
    if (!isThere) return undefined;
    this.#byDestination.delete(key.destination);
    return there;
  }

  /**
   * Finds the routes that have the key of another one.
   *
   * @param route The other one.
   * @returns The routes.
   */
  find(route: T): readonly T[] {
    const key = this.#key.of(route);
    const there = this.#byDestination.get(key.destination);
    if (there === undefined) return [];
    if (there instanceof Bucket) return there.find(key)?.routes ?? [];
    return this.#other.of(there).equals(key) ? [there] : [];
  }

  /**
   * The list that a route stands in, or that it would stand in; it has to be
   * settled after it was changed.
   *
   * @param route The route.
   * @returns The list.
   */
  list(route: T): RouteList<T> {
    const key = new RouteKey().of(route);
    const bucket = this.#bucket(key.destination);
    const known = bucket.find(key);
    if (known !== undefined) return known;
    const list = { key, routes: [] };
    bucket.add(list);
    return list;
  }

  #bucket(destination: Destination): Bucket<T> {
    const there = this.#byDestination.get(destination);
    if (there instanceof Bucket) return there;
    const bucket = new Bucket<T>();
    if (there !== undefined) {
      bucket.add({ key: new RouteKey().of(there), routes: [there] });
    }
    this.#byDestination.set(destination, bucket);
    return bucket;
  }

  /**
   * Takes away a list that is empty, and one that is not needed any more.
   *
   * @param list The list.
   */
  settle(list: RouteList<T>): void {
    const { destination } = list.key;
    const bucket = this.#byDestination.get(destination) as Bucket<T>;
    if (list.routes.length === 0) bucket.delete(list);
    if (bucket.lists.size > 1) return;
    const [last] = bucket.lists;
    if (last === undefined) this.#byDestination.delete(destination);
    else if (last.routes.length === 1) {
      this.#byDestination.set(destination, last.routes[0]!);
    }
  }

  /** Lists the routes. */
  *values(): Generator<T> {
    for (const there of this.#byDestination.values()) {
      if (!(there instanceof Bucket)) yield there;
      else for (const { routes } of there.lists) yield* routes;
    }
  }

  /** Lists the routes, those together that stand in one list. */
  *lists(): Generator<readonly T[]> {
    for (const there of this.#byDestination.values()) {
      if (!(there instanceof Bucket)) yield [there];
      else for (const { routes } of there.lists) yield routes;
    }
  }

  /**
   * Lists the routes to one address.
   *
   * @param destination The address.
   * @param accepts Which, by their keys.
   * @returns The routes, those with the longest prefixes first.
   */
  to(
    destination: Destination,
    accepts: (key: RouteKey) => boolean,
  ): readonly T[] {
    const there = this.#byDestination.get(destination);
    if (there === undefined) return [];
    if (!(there instanceof Bucket)) {
      return accepts(this.#key.of(there)) ? [there] : [];
    }
    return Array.from(there.lists)
      .filter(({ key }) => accepts(key))
      .sort((a, b) => b.key.length - a.key.length)
      .flatMap(({ routes }) => routes);
  }
}
