/**
 * Many routes at once.
 *
 * @module
 */

import { RTN_UNREACHABLE } from "../../messages/constants.ts";
import { AF_INET6 } from "../../messages/families.ts";
import { RTM_DELROUTE } from "../../messages/route/constants.ts";
import { type RouteMessage, routeMessage } from "../../messages/route/route.ts";
import type { BatchFailure } from "../batch_error.ts";
import type {
  AnyRequest,
  BatchOptions,
  Connection,
  RequestOptions,
} from "../connection.ts";
import { BatchError, NetlinkError } from "../error.ts";
import { Lookup } from "../lookup.ts";
import type { Place } from "../place.ts";
import { nextTurn, turnIsDue } from "../turn.ts";

/** How many routes are put into messages before they are sent. */
const CHUNK = 512;

/**
 * Sends a request for each of many routes. Names of devices are looked up once.
 *
 * @typeParam S What describes a route.
 * @param connection Where to.
 * @param specs The routes.
 * @param toRequest Makes the request.
 * @param options How to send them.
 * @throws {BatchError} If some were refused.
 */
export async function batchRoutes<S>(
  connection: Connection,
  specs: Iterable<S>,
  toRequest: (spec: S, place: Place) => AnyRequest,
  options: BatchOptions,
): Promise<void> {
  using lookup = new Lookup(connection, options);
  const failures: BatchFailure[] = [];
  let done = 0;
  for (const chunk of chunksOf(specs)) {
    if (turnIsDue()) await nextTurn();
    const from = done;
    const requests = await lookup.build((place) =>
      chunk.map((spec, at) => toRequest(spec, place.at(from + at)))
    );
    done += chunk.length;
    try {
      await connection.batch(requests, options);
    } catch (error) {
      if (!(error instanceof BatchError)) throw error;
      for (const { index, error: reason } of error.failures) {
        failures.push({ index: from + index, error: reason });
      }
      if (options.stopOnError) {
        throw new BatchError(
          failures,
          done - failures.length - error.unsent,
          error.unsent,
        );
      }
    }
  }
  if (failures.length > 0) {
    throw new BatchError(failures, done - failures.length);
  }
}

function* chunksOf<T>(items: Iterable<T>): Generator<T[]> {
  let chunk: T[] = [];
  for (const item of items) {
    chunk.push(item);
    if (chunk.length === CHUNK) {
      yield chunk;
      chunk = [];
    }
  }
  if (chunk.length > 0) yield chunk;
}

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
  return { ...message, flags: 0, attributes };
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
