/**
 * Routes: `ip route`.
 *
 * @module
 */

import { objects } from "../../messages/objects.ts";
import * as constants from "../../messages/constants.ts";
import { AF_INET6, AF_MPLS } from "../../messages/families.ts";
import {
  NLM_F_APPEND,
  NLM_F_CREATE,
  NLM_F_EXCL,
  NLM_F_REPLACE,
} from "../../messages/header.ts";
import {
  RTM_DELROUTE,
  RTM_GETROUTE,
  RTM_NEWROUTE,
} from "../../messages/route/constants.ts";
import { type RouteMessage, routeMessage } from "../../messages/route/route.ts";
import type {
  BatchOptions,
  Connection,
  RequestOptions,
} from "../connection/connection.ts";
import { checkBoolean } from "../mapping/conversions.ts";
import { NetlinkError } from "../connection/errors.ts";
import type { All } from "../mapping/filter.ts";
import { missing } from "../object/existence.ts";
import { describing } from "../connection/request_names.ts";
import { Lookup } from "../object/lookup.ts";
import { batchObjects } from "../object/batch.ts";
import { Objects } from "../object/objects.ts";
import { checkObject, FieldPath } from "../mapping/field_path.ts";
import { deleteRoutes, withoutNexthopType } from "./batch.ts";
import { type RouteFilter, routeFilter } from "./filter.ts";
import { isAsListed, matchRequest } from "./match.ts";
import { fromQuery, type RouteQuery } from "./resolve.ts";
import {
  fromRoute,
  type Route,
  routes,
  type RouteSpec,
  toRoute,
} from "./spec.ts";
import type { Verb } from "../object/verbs.ts";

export type * from "./encap/mod.ts";
export type { RouteFilter } from "./filter.ts";
export type * from "./metrics.ts";
export type {
  RouteNextHopSpec,
  RouteState,
  WeightedRouteNextHopSpec,
} from "./next_hop.ts";
export type { RouteQuery } from "./resolve.ts";
export { fromRoute, type Route, type RouteSpec, toRoute };

/** How routes are added in one go. */
export interface AddRoutesOptions extends BatchOptions {
  /**
   * Whether routes that are there are replaced; otherwise they fail with
   * `EEXIST`.
   *
   * @default {false}
   */
  replace?: boolean;
}

/** Options of {@linkcode Routes.deleteAll}. */
export interface DeleteRoutesOptions extends BatchOptions {
  /**
   * Whether it is all right if some of the routes, or their devices, are not
   * there.
   *
   * @default {false}
   */
  ifExists?: boolean;
}

const { RTN_LOCAL, RTN_NAT, RTN_BROADCAST, RTN_ANYCAST } = constants;
const { RTN_MULTICAST, RTN_UNICAST } = constants;

/** The message that creates a route, with what is not given filled in. */
function toAdd(spec: RouteSpec, fieldPath: FieldPath): RouteMessage {
  const message = fromRoute(spec, fieldPath);
  if (spec.type === undefined) message.type = RTN_UNICAST;
  if (spec.protocol === undefined) message.protocol = constants.RTPROT_BOOT;
  if (spec.table === undefined) message.table = tableFor(message.type);
  if (spec.scope === undefined) message.scope = scopeFor(message);
  return message;
}

/** The message that names a route. */
function toName(key: RouteSpec, fieldPath: FieldPath): RouteMessage {
  const message = fromRoute(key, fieldPath);
  if (key.table === undefined) message.table = tableFor(message.type);
  if (key.type === undefined && message.family === AF_MPLS) {
    message.type = RTN_UNICAST;
  }
  if (key.scope === undefined && message.family !== AF_MPLS) {
    message.scope = constants.RT_SCOPE_NOWHERE;
  }
  return withoutNexthopType(message);
}

function tableFor(type: number): number {
  switch (type) {
    case RTN_LOCAL:
    case RTN_BROADCAST:
    case RTN_NAT:
    case RTN_ANYCAST:
      return constants.RT_TABLE_LOCAL;
    default:
      return constants.RT_TABLE_MAIN;
  }
}

function scopeFor({ family, type, attributes }: RouteMessage): number {
  if (family === AF_INET6 || family === AF_MPLS) {
    return constants.RT_SCOPE_UNIVERSE;
  }
  switch (type) {
    case RTN_LOCAL:
    case RTN_NAT:
      return constants.RT_SCOPE_HOST;
    case RTN_BROADCAST:
    case RTN_MULTICAST:
    case RTN_ANYCAST:
      return constants.RT_SCOPE_LINK;
  }
  const { gateway, via, multipath, nexthopId } = attributes;
  const isDirect = type === RTN_UNICAST && gateway === undefined &&
    via === undefined && multipath === undefined && nexthopId === undefined;
  return isDirect ? constants.RT_SCOPE_LINK : constants.RT_SCOPE_UNIVERSE;
}

/** Recognizes the errors of a batch that mean that a route is not there. */
const isMissing = missing("ESRCH", "ENOENT", "ENODEV");

/** How routes are added, and how they are deleted. */
const ADDING: Verb<RouteSpec, RouteMessage> = {
  type: RTM_NEWROUTE,
  codec: routeMessage,
  write: toAdd,
};
const DELETING: Verb<RouteSpec, RouteMessage> = {
  type: RTM_DELROUTE,
  codec: routeMessage,
  write: toName,
};

/**
 * Routes: `ip route`. Listings have the routes of all families and tables, if
 * the filter names none; those of a table that does not exist are empty.
 */
export class Routes
  extends Objects<RouteMessage, Route, RouteSpec, RouteSpec, RouteFilter> {
  /**
   * Makes the object.
   *
   * @param connection Where to send requests.
   */
  constructor(connection: Connection) {
    super(connection, {
      object: objects.route,
      codec: routeMessage,
      reading: routes,
      write: toAdd,
      name: toName,
      filter: routeFilter,
      missing: ["ESRCH", "ENOENT"],
      // The kernel makes tables when they are first used.
      isNone: ({ code }, { table }) => code === "ENOENT" && table !== undefined,
      changeFlags: NLM_F_REPLACE,
    });
  }

  /**
   * Gets a route that is in a table; for the one that a packet takes, see
   * {@linkcode Routes.resolve}.
   *
   * @param key The route's destination, and whatever else is to be equal: its
   * table (`main` by default), metric, protocol, type, scope, type of service,
   * source prefix, gateway, device, source or next hop object.
   * @param options How to ask.
   * @returns The first such route; of several, the one that packets take, if
   * the kernel reports which.
   * @throws {NetlinkError} If there is none (`ESRCH`).
   */
  override async get(
    key: RouteSpec,
    options: RequestOptions = {},
  ): Promise<Route> {
    const filter = routeFilter.pick({ table: "main", ...key });
    return await this.#match(key, filter, options) ??
      await this.search(key, () => filter, options);
  }

  /**
   * Gets a route without a look at the others of its table; `undefined` if the
   * kernel does not report it, which does not mean that it is not there.
   */
  async #match(
    key: RouteSpec,
    filter: RouteFilter,
    options: RequestOptions,
  ): Promise<Route | undefined> {
    using lookup = new Lookup(this.connection, options);
    const describe = describing(RTM_GETROUTE);
    const { message, test } = await lookup.build((fieldPath) => {
      const named = toName(key, fieldPath);
      const { test } = routeFilter.select(filter, fieldPath);
      return { named, message: matchRequest(named), test };
    }, ({ named }, nameOf) => describe(named, nameOf));
    if (message === undefined) return undefined;
    const request = { type: RTM_GETROUTE, codec: routeMessage, message };
    try {
      const answer = await this.connection.get(request, options);
      if (!isAsListed(answer) || test?.(answer) === false) return undefined;
      const route = toRoute(answer);
      return await this.#isLocal(route, options) ? undefined : route;
    } catch (error) {
      if (error instanceof NetlinkError) return undefined;
      throw error;
    }
  }

  /**
   * Whether a route may be one of the table `local` after all. Until there are
   * rules, the kernel keeps its routes together with those of `main`, and does
   * not report which is which when it is asked for one.
   */
  async #isLocal(
    { family, table, type, protocol, to }: Route,
    options: RequestOptions,
  ): Promise<boolean> {
    if (family !== "inet" || table !== "main") return false;
    const filter = { family, table: "local", type, protocol, to } as const;
    return (await this.list(filter, options).toArray()).length > 0;
  }

  /**
   * Asks which way a packet goes: `ip route get`.
   *
   * @param packet The packet, or its destination.
   * @param options How to ask.
   * @returns The way.
   * @throws {NetlinkError} If there is none, or the route is one that refuses
   * packets.
   */
  async resolve(
    packet: RouteQuery | string,
    options: RequestOptions = {},
  ): Promise<Route> {
    const query = typeof packet === "string" ? { to: packet } : packet;
    using lookup = new Lookup(this.connection, options);
    const message = await lookup.build(
      (fieldPath) => fromQuery(query, fieldPath),
      describing(RTM_GETROUTE),
    );
    return toRoute(
      await this.connection.get(
        { type: RTM_GETROUTE, codec: routeMessage, message },
        options,
      ),
    );
  }

  /**
   * Adds a route behind others to the same destination.
   *
   * @param spec The route.
   * @param options How to ask.
   * @throws {NetlinkError} If the kernel refuses it.
   */
  async append(spec: RouteSpec, options: RequestOptions = {}): Promise<void> {
    await this.create(spec, NLM_F_CREATE | NLM_F_APPEND, options);
  }

  /**
   * Adds a route before others to the same destination.
   *
   * @param spec The route.
   * @param options How to ask.
   * @throws {NetlinkError} If the kernel refuses it.
   */
  async prepend(spec: RouteSpec, options: RequestOptions = {}): Promise<void> {
    await this.create(spec, NLM_F_CREATE, options);
  }

  /**
   * Adds many routes, hundreds with each datagram; all of them are tried.
   *
   * @param specs The routes.
   * @param options How to send them.
   * @throws {BatchError} If some were refused; it has which, and why.
   */
  async addAll(
    specs: Iterable<RouteSpec>,
    options: AddRoutesOptions = {},
  ): Promise<void> {
    checkObject(options, FieldPath.root.at("options"));
    const { replace = false, ...rest } = options;
    checkBoolean(replace, FieldPath.root.at("replace"));
    const flags = NLM_F_CREATE | (replace ? NLM_F_REPLACE : NLM_F_EXCL);
    await batchObjects(this.connection, specs, ADDING, flags, rest);
  }

  /**
   * Deletes many routes, hundreds with each datagram; all of them are tried.
   *
   * @param keys The routes.
   * @param options How to send them, and whether all have to be there.
   * @returns How many were deleted: all of them, unless they need not be there.
   * @throws {UnknownDeviceError} If one refers to a device that is not there.
   * @throws {BatchError} If some were refused; it has which, and why.
   */
  async deleteAll(
    keys: Iterable<RouteSpec>,
    options: DeleteRoutesOptions = {},
  ): Promise<number> {
    checkObject(options, FieldPath.root.at("options"));
    const { ifExists = false, ...rest } = options;
    checkBoolean(ifExists, FieldPath.root.at("ifExists"));
    return await batchObjects(
      this.connection,
      keys,
      DELETING,
      0,
      rest,
      ifExists ? isMissing : undefined,
    );
  }

  /**
   * Deletes all routes that a filter lets pass.
   *
   * @param filter Which ones; `{ all: true }` for all of all tables.
   * @param options How to ask.
   * @returns How many were deleted; those that others deleted meanwhile do not
   * count.
   * @throws {TypeError} If the filter has no condition.
   * @throws {BatchError} If the kernel refuses some.
   */
  async flush(
    filter: RouteFilter | All,
    options: RequestOptions = {},
  ): Promise<number> {
    const wanted = routeFilter.demand(filter, FieldPath.root);
    const messages = await this.messages(wanted, options).toArray();
    return await deleteRoutes(this.connection, messages, options);
  }
}
