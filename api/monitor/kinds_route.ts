/**
 * Routes, as kinds of objects that can be watched.
 *
 * @module
 */

import { objects } from "../../messages/objects.ts";
import * as families from "../../messages/families.ts";
import { type RouteMessage, routeMessage } from "../../messages/route/route.ts";
import { RTM_F_CLONED } from "../../messages/route/constants.ts";
import { toMulticastRoute } from "../route/multicast_route.ts";
import { readingOf } from "../reading/reading.ts";
import { routes } from "../route/spec.ts";
import type { DumpRequest, Kind } from "./kind.ts";
import { RouteStore } from "./route_store.ts";
import { KeyedStore } from "./store.ts";
import { blank } from "../../messages/codec/mod.ts";

function isMulticast({ family }: Pick<RouteMessage, "family">): boolean {
  return family === families.RTNL_FAMILY_IPMR ||
    family === families.RTNL_FAMILY_IP6MR;
}

function dump(family: number, optional = false): DumpRequest<RouteMessage> {
  return {
    message: blank(routeMessage, {
      family,
    }),
    optional,
  };
}

/** Routes of IPv4, IPv6 and MPLS. */
export const route: Kind<RouteMessage> = {
  object: objects.route,
  codec: routeMessage,
  reading: routes,
  check: {
    reads: ["family", "flags"],
    accepts: (family: number, flags: number) =>
      !isMulticast({ family }) && (flags & RTM_F_CLONED) === 0,
  },
  known: {
    makeStore: () => new RouteStore(),
    // The kernel takes the families together for those that it has.
    dumps: [dump(families.AF_UNSPEC)],
  },
};

/** Multicast routes of IPv4 and IPv6. */
export const multicastRoute: Kind<RouteMessage> = {
  object: objects.route,
  codec: routeMessage,
  reading: readingOf(routeMessage, toMulticastRoute),
  accepts: isMulticast,
  known: {
    makeStore: () =>
      new KeyedStore<RouteMessage>({
        key: ({ family, table: low, attributes }) => {
          const { table = low, source, destination } = attributes;
          return `${family} ${table} ${source} ${destination}`;
        },
        ignored: new Set(["cacheInfo", "expires", "multicastStats"]),
        names: ({ attributes: { destination = "" } }) => [destination],
      }),
    dumps: [
      dump(families.RTNL_FAMILY_IPMR, true),
      dump(families.RTNL_FAMILY_IP6MR, true),
    ],
  },
};
