/**
 * Many routes at once.
 *
 * @module
 */

import { Writer } from "../../messages/codec/mod.ts";
import { RTN_UNREACHABLE } from "../../messages/constants.ts";
import { AF_INET6 } from "../../messages/families.ts";
import { RTM_DELROUTE } from "../../messages/route/constants.ts";
import { type RouteMessage, routeMessage } from "../../messages/route/route.ts";
import type { BatchFailure } from "../connection/batch_error.ts";
import type {
  AnyRequest,
  BatchOptions,
  Connection,
  RequestOptions,
} from "../connection/connection.ts";
import { directOf, type EncodedRequests } from "../connection/direct.ts";
import { BatchError, NetlinkError } from "../connection/errors.ts";
import { Lookup } from "../mapping/lookup.ts";
import type { Place } from "../mapping/field_path.ts";
import { writeMessage } from "../connection/request.ts";
import { trial } from "../mapping/writing.ts";
import { nextTurn, turnIsDue } from "../connection/event_loop.ts";
import type { Verb } from "../verbs.ts";

/** How many routes are put into messages before they are sent. */
const CHUNK = 512;

/**
 * Sends a request for each of many routes. Names of devices are looked up once.
 *
 * @typeParam S What describes a route.
 * @param connection Where to.
 * @param specs The routes.
 * @param verb What to do with them.
 * @param flags `NLM_F_*` besides those that all requests have.
 * @param options How to send them.
 * @throws {BatchError} If some were refused.
 */
export async function batchRoutes<S>(
  connection: Connection,
  specs: Iterable<S>,
  verb: Verb<S, RouteMessage>,
  flags: number,
  options: BatchOptions,
): Promise<void> {
  using lookup = new Lookup(connection, options);
  const direct = directOf(connection);
  const writer = new Writer();
  const failures: BatchFailure[] = [];
  let done = 0;
  for (const chunk of chunksOf(specs)) {
    if (turnIsDue()) await nextTurn();
    const from = done;
    const encoded = direct.takesEncoded(options)
      ? encode(chunk, verb, flags, writer, lookup)
      : undefined;
    done += chunk.length;
    if (encoded !== undefined) {
      for (const { index, error } of await direct.sendAll(encoded, options)) {
        failures.push({ index: from + index, error });
      }
      continue;
    }
    const { type, codec, write } = verb;
    const requests = await lookup.build((place) =>
      chunk.map((spec, at): AnyRequest => ({
        type,
        flags,
        codec,
        message: write(spec, place.at(from + at)),
      }))
    );
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

/**
 * Encodes the requests for some routes, if all are right and there is nothing to
 * look up.
 */
function encode<S>(
  specs: readonly S[],
  { type, codec, write }: Verb<S, RouteMessage>,
  flags: number,
  writer: Writer,
  { indices }: Lookup,
): EncodedRequests | undefined {
  writer.reset();
  const starts: number[] = [];
  const messages: RouteMessage[] = [];
  function writeAll(specs: readonly S[], place: Place): true {
    for (let i = 0; i < specs.length; i++) {
      const message = write(specs[i]!, place);
      messages.push(message);
      starts.push(writeMessage(writer, type, flags, codec, message));
    }
    return true;
  }
  if (trial(writeAll, specs, indices) === undefined) return undefined;
  const request = (index: number): AnyRequest => ({
    type,
    flags,
    codec,
    message: messages[index],
  });
  return { writer, starts, request };
}

function* chunksOf<T>(items: Iterable<T>): Generator<readonly T[]> {
  if (Array.isArray(items)) {
    for (let from = 0; from < items.length; from += CHUNK) {
      yield items.slice(from, from + CHUNK);
    }
    return;
  }
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
