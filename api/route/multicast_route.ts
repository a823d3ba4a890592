/**
 * Multicast routes, which programs for multicast routing make: `ip mroute`.
 *
 * @module
 */

import {
  RTNH_F_OFFLOAD,
  RTNH_F_UNRESOLVED,
  USER_HZ,
} from "../../messages/constants.ts";
import {
  RTNL_FAMILY_IP6MR,
  RTNL_FAMILY_IPMR,
} from "../../messages/families.ts";
import { RTM_GETROUTE } from "../../messages/route/constants.ts";
import {
  type MulticastRouteStats,
  type RouteMessage,
  routeMessage,
} from "../../messages/route/route.ts";
import type {
  Connection,
  DumpOptions,
  Request,
} from "../connection/connection.ts";
import { type Device, device } from "../mapping/device.ts";
import { conditions } from "../mapping/conditions.ts";
import { type Filter, filter } from "../mapping/filter.ts";
import { listDump } from "../object/list_dump.ts";
import type { Listing } from "../connection/listing.ts";
import type { Lookup } from "../object/lookup.ts";
import { choice } from "../mapping/enumerations.ts";
import { readingOf } from "../reading/reading.ts";
import { type RouteTable, routeTable } from "../mapping/routing_names.ts";
import { withMessage } from "../mapping/origin.ts";
import { blank } from "../../messages/codec/mod.ts";
import { Requester } from "../object/requester.ts";

/** A device that packets of a multicast route are sent by. */
export interface MulticastOutput {
  /** Index of the device. */
  device: number;
  /** Packets with a time to live that is not greater are not sent. */
  threshold: number;
}

/** A multicast route. */
export interface MulticastRoute {
  /** Address family. */
  family: "inet" | "inet6";
  /** Who sends; any if it is missing (`RTA_SRC`). */
  source?: string;
  /** The group that is sent to (`RTA_DST`). */
  group?: string;
  /** Index of the device that packets come by (`RTA_IIF`). */
  inputDevice?: number;
  /** Devices that packets are sent by (`RTA_MULTIPATH`). */
  outputs: MulticastOutput[];
  /** Table. */
  table: RouteTable;
  /** Whether no program has set yet where packets go (`RTNH_F_UNRESOLVED`). */
  unresolved: boolean;
  /** Whether hardware does the work (`RTNH_F_OFFLOAD`). */
  offloaded: boolean;
  /** Counters (`RTA_MFC_STATS`). */
  statistics?: MulticastRouteStats;
  /** Seconds since it was last used (`RTA_EXPIRES`). */
  age?: number;
  /** The message that this was read from. */
  readonly message: RouteMessage;
}

/** Which multicast routes to list; what is not given does not matter. */
export interface MulticastRouteFilter {
  /** Address family; IPv4 if it is missing. */
  family?: "inet" | "inet6";
  /** Routes of this table. */
  table?: RouteTable;
  /** Routes of packets that come by this device. */
  inputDevice?: Device;
}

const { equal, where } = conditions<RouteMessage>();

const multicastRouteFilter: Filter<MulticastRouteFilter, RouteMessage> = filter(
  {
    // Kernels without multicast routing send all the routes there are.
    family: where({
      value: choice({ inet: RTNL_FAMILY_IPMR, inet6: RTNL_FAMILY_IP6MR }),
      send: (request, family) => request.family = family,
      reads: ["family"],
      accepts: (wanted) => (family) => family === wanted,
      absent: "inet",
    }),
    table: where({
      value: routeTable,
      send: ({ attributes }, table) => attributes.table = table,
      reads: ["table", "attributes.table"],
      accepts: (wanted) => (short, table = short) => table === wanted,
    }),
    inputDevice: equal("attributes.inputDevice", device),
  },
  () => blank(routeMessage),
);

/** Multicast routes: `ip mroute`. */
export class MulticastRoutes extends Requester<Connection> {
  /**
   * Lists multicast routes.
   *
   * @param filter Which ones.
   * @param options How to ask.
   * @returns The routes.
   * @throws {UnknownDeviceError} If the filter names a device that is not
   * there.
   * @throws {NetlinkError} If there is no such table (`ENOENT`).
   */
  list(
    filter: MulticastRouteFilter = {},
    options: DumpOptions = {},
  ): Listing<MulticastRoute> {
    return listDump(
      this.requests,
      (lookup) => this.#request(filter, lookup),
      options,
    );
  }

  async #request(
    filter: MulticastRouteFilter,
    lookup: Lookup,
  ): Promise<Request<RouteMessage, MulticastRoute>> {
    const type = RTM_GETROUTE;
    const selection = await lookup.select(multicastRouteFilter, filter, type);
    const { message } = selection;
    const reply = reading.replies(selection);
    return { type, codec: routeMessage, message, reply };
  }
}

/**
 * Converts a multicast route to people's terms.
 *
 * @param message The route's message.
 * @returns The route.
 */
export function toMulticastRoute(message: RouteMessage): MulticastRoute {
  const { attributes, flags } = message;
  const { source, inputDevice, multicastStats, expires } = attributes;
  const { destination } = attributes as { destination?: string };
  return withMessage({
    family: message.family === RTNL_FAMILY_IP6MR ? "inet6" : "inet",
    ...source !== undefined && { source },
    ...destination !== undefined && { group: destination },
    ...inputDevice !== undefined && { inputDevice },
    outputs: (attributes.multipath ?? []).map(({ outputDevice, hops }) => ({
      device: outputDevice,
      threshold: hops,
    })),
    table: routeTable.fromKernel(attributes.table ?? message.table),
    unresolved: (flags & RTNH_F_UNRESOLVED) !== 0,
    offloaded: (flags & RTNH_F_OFFLOAD) !== 0,
    ...multicastStats !== undefined && { statistics: multicastStats },
    ...expires !== undefined && { age: Number(expires) / USER_HZ },
  }, message);
}

const reading = readingOf(routeMessage, toMulticastRoute);
