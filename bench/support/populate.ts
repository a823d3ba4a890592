/**
 * Fills a network namespace with links, addresses, neighbors and routes.
 *
 * @module
 */

import type {
  AnyRequest,
  Connection,
} from "../../api/connection/connection.ts";
import { addressMessage } from "../../messages/address/mod.ts";
import { type LinkAttributes, linkMessage } from "../../messages/link/mod.ts";
import { neighborMessage } from "../../messages/neighbor/mod.ts";
import { routeMessage } from "../../messages/route/mod.ts";
import { blank } from "../../messages/codec/mod.ts";

const AF_INET = 2;
const IFF_UP = 1;
const NLM_F_CREATE = 0x400;
const RTM_NEWLINK = 16;
const RTM_GETLINK = 18;
const RTM_NEWADDR = 20;
const RTM_NEWROUTE = 24;
const RTM_NEWNEIGH = 28;
const RTPROT_STATIC = 4;
const RT_TABLE_MAIN = 254;
const RTN_UNICAST = 1;
const NUD_PERMANENT = 0x80;

/** The device that everything belongs to. */
export const DEVICE = "bench0";

function linkRequest(
  attributes: LinkAttributes,
  type: number,
  flags = 0,
): AnyRequest {
  return {
    type,
    flags: flags === 0 && type === RTM_NEWLINK ? NLM_F_CREATE : 0,
    codec: linkMessage,
    message: blank(linkMessage, { flags, change: flags, attributes }),
  };
}

function veth(name: string, peer: string): AnyRequest {
  const end = blank(linkMessage, {
    attributes: { name: peer },
  });
  const info = { kind: "veth", veth: { peer: end } };
  return linkRequest({ name, info }, RTM_NEWLINK);
}

/** Makes the device, sets it up and gives it an address. */
export async function makeDevice(connection: Connection): Promise<void> {
  await connection.batch([
    veth(DEVICE, `${DEVICE}-peer`),
    linkRequest({ name: DEVICE }, RTM_NEWLINK, IFF_UP),
    linkRequest({ name: `${DEVICE}-peer` }, RTM_NEWLINK, IFF_UP),
  ]);
  const index = await deviceIndex(connection);
  await connection.batch([addressRequest("192.0.2.1", 24, index)]);
}

async function deviceIndex(connection: Connection): Promise<number> {
  const { index } = await connection.get({
    type: RTM_GETLINK,
    codec: linkMessage,
    message: blank(linkMessage, {
      attributes: { name: DEVICE },
    }),
  });
  return index;
}

function addressRequest(
  address: string,
  prefixLength: number,
  index: number,
): AnyRequest {
  const attributes = { local: address, address };
  return {
    type: RTM_NEWADDR,
    flags: NLM_F_CREATE,
    codec: addressMessage,
    message: blank(addressMessage, {
      family: AF_INET,
      prefixLength,
      index,
      attributes,
    }),
  };
}

function* numbers(from: number, to: number): Generator<[number, string]> {
  for (let n = from; n < to; n++) {
    yield [n, `${n >> 16}.${n >> 8 & 255}.${n & 255}`];
  }
}

/** Makes links of several kinds, so that there are so many of them. */
export async function addLinks(
  connection: Connection,
  count: number,
): Promise<void> {
  const requests: AnyRequest[] = [];
  for (let n = 0; 3 * n < count; n++) {
    const vxlan = { id: n + 1, port: 4789, local: "192.0.2.1" };
    requests.push(
      veth(`veth${n}`, `peer${n}`),
      linkRequest(
        { name: `vxlan${n}`, info: { kind: "vxlan", vxlan } },
        RTM_NEWLINK,
      ),
    );
  }
  await connection.batch(requests);
}

/** Adds addresses to the device. */
export async function addAddresses(
  connection: Connection,
  count: number,
): Promise<void> {
  const index = await deviceIndex(connection);
  const requests = numbers(0, count).map(([, host]) =>
    addressRequest(`11.${host}`, 32, index)
  );
  await connection.batch(requests);
}

/** Adds permanent neighbors to the device. */
export async function addNeighbors(
  connection: Connection,
  count: number,
): Promise<void> {
  const index = await deviceIndex(connection);
  const requests = numbers(0, count).map(([n, host]): AnyRequest => ({
    type: RTM_NEWNEIGH,
    flags: NLM_F_CREATE,
    codec: neighborMessage,
    message: blank(neighborMessage, {
      family: AF_INET,
      index,
      state: NUD_PERMANENT,
      attributes: {
        destination: `12.${host}`,
        linkAddress: `02:00:00:00:${hex(n >> 8)}:${hex(n & 255)}`,
      },
    }),
  }));
  await connection.batch(requests);
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, "0");
}

/** How many routes there are of those that {@linkcode addRoutes} adds. */
const routesAdded = new WeakMap<Connection, number>();

/** Adds routes of seven attributes each, until there are so many. */
export async function addRoutes(
  connection: Connection,
  to: number,
): Promise<void> {
  const from = routesAdded.get(connection) ?? 0;
  if (from >= to) return;
  routesAdded.set(connection, to);
  const index = await deviceIndex(connection);
  const requests = numbers(from, to).map(([, host]): AnyRequest => ({
    type: RTM_NEWROUTE,
    flags: NLM_F_CREATE,
    codec: routeMessage,
    message: blank(routeMessage, {
      family: AF_INET,
      destinationLength: 32,
      table: RT_TABLE_MAIN,
      protocol: RTPROT_STATIC,
      type: RTN_UNICAST,
      attributes: {
        destination: `1.${host}`,
        priority: 100,
        gateway: "192.0.2.254",
        preferredSource: "192.0.2.1",
        metrics: { mtu: 1400 },
        outputDevice: index,
      },
    }),
  }));
  await connection.batch(requests);
}
