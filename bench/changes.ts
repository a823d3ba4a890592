/**
 * Changing the kernel's state, with this library.
 *
 * @module
 */

import type { AnyRequest, Connection, Request } from "../api/connection.ts";
import { linkMessage } from "../messages/link/mod.ts";
import { type RouteMessage, routeMessage } from "../messages/route/mod.ts";
import { NetlinkSocket } from "../socket.ts";
import type { Sample } from "./support/contender.ts";

const AF_INET = 2;
const RTM_GETLINK = 18;
const RTM_NEWROUTE = 24;
const RTM_DELROUTE = 25;
const RTNLGRP_IPV4_ROUTE = 7;
const RTPROT_STATIC = 4;
const RT_SCOPE_LINK = 253;
const RTN_UNICAST = 1;
const NLM_F_EXCL_CREATE = 0x600;
const TABLE = 1000;

/** What to do with routes. */
export interface RouteChange {
  /** Whether to delete them. */
  remove: boolean;
  /** How many. */
  count: number;
  /** How many to send at once. */
  atOnce: number;
  /** Name of the device they go through. */
  device: string;
}

async function indexOf(connection: Connection, name: string): Promise<number> {
  const link = await connection.get({
    type: RTM_GETLINK,
    codec: linkMessage,
    message: {
      family: 0,
      type: 0,
      index: 0,
      flags: 0,
      change: 0,
      attributes: { name },
    },
  });
  return link.index;
}

function routeRequest(
  remove: boolean,
  number: number,
  device: number,
): Request<RouteMessage> {
  return {
    type: remove ? RTM_DELROUTE : RTM_NEWROUTE,
    flags: remove ? 0 : NLM_F_EXCL_CREATE,
    codec: routeMessage,
    message: {
      family: AF_INET,
      destinationLength: 32,
      sourceLength: 0,
      tos: 0,
      table: 0,
      protocol: RTPROT_STATIC,
      scope: RT_SCOPE_LINK,
      type: RTN_UNICAST,
      flags: 0,
      attributes: {
        destination: `10.${128 + (number >> 16)}.${number >> 8 & 255}.${
          number & 255
        }`,
        table: TABLE,
        outputDevice: device,
      },
    },
  };
}

function* routes(
  remove: boolean,
  count: number,
  device: number,
): Generator<AnyRequest> {
  for (let i = 0; i < count; i++) yield routeRequest(remove, i, device);
}

/** Adds or deletes routes, one by one or in batches. */
export async function changeRoutes(
  connection: Connection,
  { remove, count, atOnce, device }: RouteChange,
): Promise<Sample> {
  const index = await indexOf(connection, device);
  const start = performance.now();
  if (atOnce === 1) {
    for (const request of routes(remove, count, index)) {
      await connection.request(request as Request<RouteMessage>);
    }
  } else await connection.batch(routes(remove, count, index));
  return { ns: Math.round((performance.now() - start) * 1e6), count };
}

/** Receives and decodes notifications that have been made before. */
export async function drain(
  connection: Connection,
  count: number,
  device: string,
): Promise<Sample> {
  using monitor = new NetlinkSocket(0, {
    groups: [RTNLGRP_IPV4_ROUTE],
    receiveBuffer: 2 ** 30 - 1,
  });
  const index = await indexOf(connection, device);
  for (const remove of [false, true]) {
    await connection.batch(routes(remove, count / 2, index));
  }
  const start = performance.now();
  let seen = 0;
  let view: DataView | undefined;
  while (seen < count) {
    const datagram = monitor.tryReceive();
    if (datagram === undefined) {
      throw new Error("Cannot receive: some are lost");
    }
    const { buffer, byteOffset, length } = datagram.bytes;
    if (view?.buffer !== buffer) view = new DataView(buffer);
    routeMessage.decode(view, byteOffset + 16, byteOffset + length);
    seen++;
  }
  return { ns: Math.round((performance.now() - start) * 1e6), count: seen };
}
