/**
 * Finds routes by what the kernel keys them by.
 *
 * Routes to one destination, in one table, with one metric, for one source and
 * type of service stand in one list. The lists are found by the address of the
 * destination, which is one text that the decoder has made already, and then by
 * numbers: a key made of all of these would cost more than everything else.
 *
 * @module
 */

import type { RouteMessage } from "../../messages/route/mod.ts";

/** Routes that stand in one list, and what they have in common. */
export interface RouteList {
  /** Address or labels of the destination; empty for none. */
  readonly destination: string;
  /** Length of its prefix. */
  readonly length: number;
  /** Address family. */
  readonly family: number;
  /** The table. */
  readonly table: number;
  /** The metric (`RTA_PRIORITY`). */
  readonly priority: number;
  /** Type of service. */
  readonly tos: number;
  /** Address of the source that they are for; empty for none. */
  readonly source: string;
  /** Length of its prefix. */
  readonly sourceLength: number;
  /** The routes, in the kernel's order. */
  readonly routes: RouteMessage[];
}

/** From how many lists for one address on they are found by a text. */
const MANY = 8;

/** The lists for one address. */
interface Bucket {
  readonly lists: Set<RouteList>;
  /** The same, if there are many. */
  byText: Map<string, RouteList> | undefined;
}

/** The lists of all routes. */
export class RouteTable {
  readonly #buckets = new Map<string, RouteList | Bucket>();
  #size = 0;

  /** How many lists there are. */
  get size(): number {
    return this.#size;
  }

  /**
   * Finds the list that a route stands in.
   *
   * @param route The route.
   * @returns The list, if there is one.
   */
  find(route: RouteMessage): RouteList | undefined {
    const bucket = this.#buckets.get(destinationOf(route));
    if (bucket === undefined) return undefined;
    if (!isBucket(bucket)) return fits(bucket, route) ? bucket : undefined;
    if (bucket.byText !== undefined) {
      return bucket.byText.get(textOf(listOf(route, [])));
    }
    for (const list of bucket.lists) if (fits(list, route)) return list;
    return undefined;
  }

  /**
   * Adds a list with a route for which there is none.
   *
   * @param route The route.
   */
  add(route: RouteMessage): void {
    const list = listOf(route, [route]);
    const known = this.#buckets.get(list.destination);
    this.#size++;
    if (known === undefined) {
      this.#buckets.set(list.destination, list);
      return;
    }
    const bucket = isBucket(known)
      ? known
      : { lists: new Set([known]), byText: undefined };
    if (bucket !== known) this.#buckets.set(list.destination, bucket);
    bucket.lists.add(list);
    if (bucket.byText !== undefined) bucket.byText.set(textOf(list), list);
    else if (bucket.lists.size > MANY) {
      const texts = Array.from(
        bucket.lists,
        (list): [string, RouteList] => [textOf(list), list],
      );
      bucket.byText = new Map(texts);
    }
  }

  /**
   * Takes away a list.
   *
   * @param list The list.
   */
  delete(list: RouteList): void {
    const bucket = this.#buckets.get(list.destination);
    if (bucket === undefined) return;
    this.#size--;
    if (isBucket(bucket)) {
      bucket.lists.delete(list);
      bucket.byText?.delete(textOf(list));
      if (bucket.lists.size > 0) return;
    }
    this.#buckets.delete(list.destination);
  }

  /** Lists the lists. */
  *values(): Generator<RouteList> {
    for (const bucket of this.#buckets.values()) {
      if (isBucket(bucket)) yield* bucket.lists;
      else yield bucket;
    }
  }

  /**
   * Lists the lists for one address, whatever the length of the prefix.
   *
   * @param destination The address, labels parted by slashes, or the empty text
   * for default routes.
   * @returns The lists.
   */
  to(destination: string): readonly RouteList[] {
    const bucket = this.#buckets.get(destination);
    if (bucket === undefined) return [];
    return isBucket(bucket) ? [...bucket.lists] : [bucket];
  }
}

function isBucket(bucket: RouteList | Bucket): bucket is Bucket {
  return "lists" in bucket;
}

function listOf(route: RouteMessage, routes: RouteMessage[]): RouteList {
  const { family, destinationLength, sourceLength, tos, attributes } = route;
  return {
    destination: destinationOf(route),
    length: destinationLength,
    family,
    table: attributes.table ?? route.table,
    priority: attributes.priority ?? 0,
    tos,
    source: attributes.source ?? "",
    sourceLength,
    routes,
  };
}

function textOf(list: RouteList): string {
  const { length, family, table, priority, tos, source, sourceLength } = list;
  return `${length} ${family} ${table} ${priority} ${tos} ` +
    `${source}/${sourceLength}`;
}

function fits(list: RouteList, route: RouteMessage): boolean {
  const { attributes } = route;
  return list.length === route.destinationLength &&
    list.family === route.family &&
    list.table === (attributes.table ?? route.table) &&
    list.priority === (attributes.priority ?? 0) &&
    list.tos === route.tos &&
    list.sourceLength === route.sourceLength &&
    list.source === (attributes.source ?? "");
}

function destinationOf(
  { destinationLength, attributes }: RouteMessage,
): string {
  if (destinationLength === 0) return "";
  return attributes.destination ?? attributes.destinationLabels?.join("/") ??
    "";
}
