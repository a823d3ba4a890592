/**
 * Neighbor tables and their parameters: `ip ntable`.
 *
 * @module
 */

import {
  RTM_GETNEIGHTBL,
  RTM_SETNEIGHTBL,
} from "../../messages/neighbor_table/constants.ts";
import {
  type NeighborTableMessage,
  neighborTableMessage,
} from "../../messages/neighbor_table/neighbor_table.ts";
import { NLM_F_REPLACE } from "../../messages/header.ts";
import type {
  Connection,
  DumpOptions,
  RequestOptions,
} from "../connection/connection.ts";
import { type Listing, listingOf } from "../connection/listing.ts";
import { text } from "../mapping/conversions.ts";
import { type Device, deviceOrNull } from "../mapping/device.ts";
import { conditions } from "../mapping/conditions.ts";
import { type Filter, filter } from "../mapping/filter.ts";
import { type IsMissing, missing } from "../object/existence.ts";
import { notFound } from "../connection/not_found.ts";
import { describing } from "../connection/request_names.ts";
import { Lookup } from "../object/lookup.ts";
import {
  fromNeighborTable,
  type NeighborTable,
  type NeighborTableKey,
  type NeighborTableSpec,
  toNeighborTable,
} from "./spec.ts";
import { firstTime } from "./repeats.ts";
import { type RouteFamily, routeFamily } from "../mapping/routing_names.ts";
import { Finder } from "../object/requester.ts";

export * from "./spec.ts";

/** Which tables to list; what is not given does not matter. */
export interface NeighborTableFilter {
  /** Tables of this family. */
  family?: RouteFamily;
  /** Tables of this name. */
  name?: string;
  /** Parameters of this device; `null` for tables with their defaults. */
  device?: Device | null;
}

const { equal, where } = conditions<NeighborTableMessage>();

const neighborTableFilter: Filter<NeighborTableFilter, NeighborTableMessage> =
  filter({
    family: equal("family", routeFamily, { sent: true }),
    name: equal("attributes.name", text),
    device: where({
      value: deviceOrNull,
      reads: ["attributes.parameters"],
      accepts: (wanted) => (parameters) => (parameters?.index ?? 0) === wanted,
    }),
  }, () => ({ family: 0, attributes: {} }));

/**
 * Neighbor tables: `ip ntable`.
 *
 * @example Wait less for answers on one device
 * ```ts ignore
 * using net = Rtnetlink.open();
 * await net.neighborTable.change({
 *   name: "arp_cache",
 *   device: "eth0",
 *   retransmitTime: 0.5,
 * });
 * ```
 */
export class NeighborTables
  extends Finder<Connection, NeighborTableKey, NeighborTable> {
  /** There is no such table. */
  protected override readonly isMissing: IsMissing = missing("ENOENT");
  /**
   * Lists tables with their default parameters, and after each one the
   * parameters of devices.
   *
   * @param filter Which ones; all of them if it is missing.
   * @param options How to dump them.
   * @returns The tables.
   * @throws {UnknownDeviceError} If the filter names a device that is not
   * there.
   */
  list(
    filter: NeighborTableFilter = {},
    options: DumpOptions = {},
  ): Listing<NeighborTable> {
    return listingOf(() => this.#tables(filter, options));
  }

  async *#tables(
    filter: NeighborTableFilter,
    options: DumpOptions,
  ): AsyncGenerator<NeighborTable, void> {
    using lookup = new Lookup(this.requests, options);
    const { message, test = () => true } = await lookup.select(
      neighborTableFilter,
      filter,
      RTM_GETNEIGHTBL,
    );
    const messages = this.requests.dump({
      type: RTM_GETNEIGHTBL,
      codec: neighborTableMessage,
      message,
    }, options);
    const isFirst = firstTime();
    for await (const message of messages) {
      if (isFirst(message) && test(message)) yield toNeighborTable(message);
    }
  }

  /**
   * Gets a table with its default parameters, or the parameters of one device.
   *
   * @param key Which one.
   * @param options How to ask.
   * @returns The table.
   * @throws {UnknownDeviceError} If there is no such device.
   * @throws {NetlinkError} If there is no such table, or it has no parameters
   * of the device (`ENOENT`).
   */
  override async get(
    key: NeighborTableKey,
    options: RequestOptions = {},
  ): Promise<NeighborTable> {
    using lookup = new Lookup(this.requests, options);
    const named = await lookup.build(
      (fieldPath) => fromNeighborTable(key, fieldPath),
      describing(RTM_GETNEIGHTBL),
    );
    const { name, family } = key;
    const filter = {
      name,
      ...family !== undefined && { family },
      device: named.attributes.parameters?.index ?? null,
    };
    const [table] = await this.list(filter, options).toArray();
    if (table !== undefined) return table;
    throw notFound("ENOENT", RTM_GETNEIGHTBL, named, lookup.nameOf);
  }

  /**
   * Changes a table, or the parameters of one device. What is not of one device
   * is the whole machine's: it can be changed in the first network namespace
   * only. Of a table that was read, only what differs is sent.
   *
   * @param spec The table, and what to change.
   * @param options How to ask.
   * @throws {NetlinkError} If there is no such table or device (`ENOENT`), or
   * the kernel refuses.
   */
  async change(
    spec: NeighborTableSpec,
    options: RequestOptions = {},
  ): Promise<void> {
    using lookup = new Lookup(this.requests, options);
    const message = await lookup.build(
      (fieldPath) => fromNeighborTable(spec, fieldPath),
      describing(RTM_SETNEIGHTBL, NLM_F_REPLACE),
    );
    await this.#leaveOutSame(message, spec, options);
    await this.requests.request({
      type: RTM_SETNEIGHTBL,
      flags: NLM_F_REPLACE,
      codec: neighborTableMessage,
      message,
    }, options);
  }

  /** Leaves out what a table has already that a changed copy of it mentions. */
  async #leaveOutSame(
    { attributes }: NeighborTableMessage,
    spec: NeighborTableSpec,
    options: RequestOptions,
  ): Promise<void> {
    // Only tables that were read have it, and not the parameters of devices.
    if (!("config" in spec)) return;
    const { name, family } = spec;
    const filter = {
      name,
      device: null,
      ...family !== undefined && { family },
    };
    const [table] = await this.list(filter, options).toArray();
    if (table === undefined) return;
    const present = table.message.attributes;
    omitSame(attributes, present, ["name"]);
    if (attributes.parameters === undefined) return;
    omitSame(attributes.parameters, present.parameters ?? {});
    if (Object.keys(attributes.parameters).length === 0) {
      delete attributes.parameters;
    }
  }
}

/** Deletes the properties that another object has the same values of. */
function omitSame<T extends object>(
  object: T,
  other: T,
  kept: readonly (keyof T)[] = [],
): void {
  for (const name of Object.keys(object) as (keyof T)[]) {
    if (object[name] === other[name] && !kept.includes(name)) {
      delete object[name];
    }
  }
}
