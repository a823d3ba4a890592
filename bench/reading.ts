/**
 * Reading from the kernel, with this library.
 *
 * @module
 */

import type { Connection, Request } from "../api/connection.ts";
import type { Codec } from "../messages/codec/mod.ts";
import { addressMessage } from "../messages/address/mod.ts";
import { linkMessage } from "../messages/link/mod.ts";
import { neighborMessage } from "../messages/neighbor/mod.ts";
import { routeMessage } from "../messages/route/mod.ts";
import { NetlinkSocket } from "../socket.ts";
import type { Sample } from "./support/contender.ts";
import { quantile } from "./support/statistics.ts";

const AF_INET = 2;
const NLMSG_DONE = 3;
const NLM_F_DUMP = 0x300;
const RTM_GETLINK = 18;
const RTM_GETADDR = 22;
const RTM_GETROUTE = 26;
const RTM_GETNEIGH = 30;

const link = {
  family: 0,
  type: 0,
  index: 0,
  flags: 0,
  change: 0,
  attributes: {},
};

const KINDS: Readonly<Record<string, Request<unknown>>> = {
  routes: request(RTM_GETROUTE, routeMessage, {
    family: AF_INET,
    destinationLength: 0,
    sourceLength: 0,
    tos: 0,
    table: 0,
    protocol: 0,
    scope: 0,
    type: 0,
    flags: 0,
    attributes: {},
  }),
  links: request(RTM_GETLINK, linkMessage, link),
  neighbors: request(RTM_GETNEIGH, neighborMessage, {
    family: AF_INET,
    index: 0,
    state: 0,
    flags: 0,
    type: 0,
    attributes: {},
  }),
  addresses: request(RTM_GETADDR, addressMessage, {
    family: AF_INET,
    prefixLength: 0,
    flags: 0,
    scope: 0,
    index: 0,
    attributes: {},
  }),
};

function request<T>(
  type: number,
  codec: Codec<T>,
  message: T,
): Request<unknown> {
  return { type, codec, message } as Request<unknown>;
}

function kind(name: string): Request<unknown> {
  const found = KINDS[name];
  if (found === undefined) throw new Error(`Cannot dump ${name}`);
  return found;
}

function nanoseconds(start: number): number {
  return Math.round((performance.now() - start) * 1e6);
}

/** Dumps all objects of a kind: keeps them, or looks at them and no more. */
export async function dump(
  connection: Connection,
  name: string,
  how: string,
): Promise<Sample> {
  const request = kind(name);
  if (how === "count") return receive(name);
  const start = performance.now();
  if (how === "keep") {
    const objects = await connection.dumpAll(request);
    return { ns: nanoseconds(start), count: objects.length };
  }
  let count = 0;
  const chunks = connection.dumpChunks(request, { streaming: true });
  for await (const chunk of chunks) count += chunk.length;
  return { ns: nanoseconds(start), count };
}

function ask(socket: NetlinkSocket, { type, message }: Request<unknown>): void {
  const bytes = new Uint8Array(44);
  const words = new Uint32Array(bytes.buffer);
  const sizes: Record<number, number> = {
    [RTM_GETLINK]: 32,
    [RTM_GETADDR]: 24,
    [RTM_GETNEIGH]: 28,
    [RTM_GETROUTE]: 28,
  };
  words[0] = sizes[type]!;
  new Uint16Array(bytes.buffer).set([type, NLM_F_DUMP | 1], 2);
  bytes[16] = (message as { family: number }).family;
  socket.send(bytes.subarray(0, words[0]));
}

/** Calls `take` with each datagram of a dump, until the last. */
function receiveAll(
  request: Request<unknown>,
  take: (bytes: Uint8Array<ArrayBuffer>) => boolean,
): void {
  using socket = new NetlinkSocket(0);
  ask(socket, request);
  for (;;) {
    const datagram = socket.tryReceive();
    if (datagram === undefined) throw new Error("Cannot read: no end");
    if (!take(datagram.bytes)) return;
  }
}

/** Walks the messages of a datagram; false if the dump ends in it. */
function walk(
  bytes: Uint8Array<ArrayBuffer>,
  message: (start: number, end: number) => void,
): boolean {
  const { buffer, byteOffset, length } = bytes;
  const words = new Uint32Array(buffer, byteOffset, length >> 2);
  for (let at = 0; at < length;) {
    const size = words[at >> 2]!;
    if ((words[(at >> 2) + 1]! & 0xffff) === NLMSG_DONE) return false;
    message(at, at + size);
    at += (size + 3) & ~3;
  }
  return true;
}

/** Receives everything and only counts. */
function receive(name: string): Sample {
  const request = kind(name);
  let count = 0;
  const start = performance.now();
  receiveAll(request, (bytes) => walk(bytes, () => count++));
  return { ns: nanoseconds(start), count };
}

/** Decodes what was received before. */
export function decode(name: string): Sample {
  const request = kind(name);
  const datagrams: Uint8Array<ArrayBuffer>[] = [];
  receiveAll(request, (bytes) => {
    datagrams.push(bytes.slice());
    return walk(bytes, () => {});
  });
  const objects: unknown[] = [];
  const start = performance.now();
  for (const bytes of datagrams) {
    const view = new DataView(bytes.buffer);
    walk(bytes, (from, to) => {
      objects.push(request.codec.decode(view, from + 16, to));
    });
  }
  return { ns: nanoseconds(start), count: objects.length };
}

/** Asks for a link by name, many times. */
export async function get(
  connection: Connection,
  name: string,
  count: number,
): Promise<Sample> {
  const times = new Float64Array(count);
  const start = performance.now();
  let before = start;
  for (let i = 0; i < count; i++) {
    const request: Request<unknown> = {
      type: RTM_GETLINK,
      codec: linkMessage as Codec<unknown>,
      message: { ...link, attributes: { name } },
    };
    const found = await connection.get(request) as typeof link;
    if ((found.attributes as { name?: string }).name !== name) {
      throw new Error(`Cannot get ${name}`);
    }
    const after = performance.now();
    times[i] = 1e6 * (after - before);
    before = after;
  }
  const values = [...times];
  return {
    ns: nanoseconds(start),
    count,
    median: quantile(values, 0.5),
    p99: quantile(values, 0.99),
  };
}

/** The longest time that the event loop does not turn during a dump. */
export async function stall(
  connection: Connection,
  name: string,
): Promise<Sample> {
  let longest = 0;
  let turns = 0;
  let going = true;
  let last = performance.now();
  function turn(): void {
    const time = performance.now();
    longest = Math.max(longest, time - last);
    last = time;
    turns++;
    if (going) setImmediate(turn);
  }
  setImmediate(turn);
  await connection.dumpAll(kind(name));
  longest = Math.max(longest, performance.now() - last);
  going = false;
  return { ns: longest * 1e6, count: turns };
}
