/**
 * Many routes at once.
 *
 * @module
 */

import {
  RTN_BLACKHOLE,
  RTN_UNREACHABLE,
  RTN_UNSPEC,
} from "../../messages/constants.ts";
import { AF_INET6 } from "../../messages/families.ts";
import { RTM_DELROUTE } from "../../messages/route/constants.ts";
import { type RouteMessage, routeMessage } from "../../messages/route/route.ts";
import type { Connection, RequestOptions } from "../connection/connection.ts";
import { BatchError, NetlinkError } from "../connection/errors.ts";

/**
 * Deletes routes, which others may have deleted meanwhile.
 *
 * @param connection Where to send requests.
 * @param messages The routes.
 * @param options How to ask.
 * @returns How many were deleted.
 * @throws {BatchError} If the kernel refuses some.
 */
export async function deleteRoutes(
  connection: Connection,
  messages: readonly RouteMessage[],
  options: RequestOptions,
): Promise<number> {
  const requests = messages.filter((message) => !isFallback(message)).map(
    (message) => ({
      type: RTM_DELROUTE,
      codec: routeMessage,
      message: withoutNexthop(message),
    }),
  );
  try {
    await connection.batch(requests, options);
    return requests.length;
  } catch (error) {
    if (!(error instanceof BatchError)) throw error;
    const { failures, succeeded } = error;
    if (!failures.every(({ error: reason }) => isGone(reason))) throw error;
    return succeeded;
  }
}

/**
 * The kernel reports what a next hop object stands for, but takes one of both.
 */
function withoutNexthop(message: RouteMessage): RouteMessage {
  if (message.attributes.nexthopId === undefined) return message;
  const attributes = Object.fromEntries(
    Object.entries(message.attributes).filter(([name]) =>
      !FROM_NEXTHOP.has(name) && !name.startsWith("encap")
    ),
  );
  // The flags are those of the next hop.
  return withoutNexthopType({ ...message, flags: 0, attributes });
}

/**
 * Takes the type from what names a route through a next hop object: the kernel
 * reports `blackhole` if the object is one, and compares with the type that the
 * route was added with.
 *
 * @param message The message that names the route.
 * @returns The message.
 */
export function withoutNexthopType(message: RouteMessage): RouteMessage {
  const { type, attributes: { nexthopId } } = message;
  return nexthopId !== undefined && type === RTN_BLACKHOLE
    ? { ...message, type: RTN_UNSPEC }
    : message;
}

const FROM_NEXTHOP: ReadonlySet<string> = new Set([
  "gateway",
  "via",
  "outputDevice",
  "multipath",
]);

function isGone(error: Error): boolean {
  return error instanceof NetlinkError && error.code === "ESRCH";
}

/** The route that the kernel itself keeps for what has no other one. */
function isFallback(
  { family, destinationLength, type, attributes }: RouteMessage,
): boolean {
  return family === AF_INET6 && destinationLength === 0 &&
    type === RTN_UNREACHABLE && attributes.priority === 0xffffffff;
}
