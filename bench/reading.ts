/**
 * Reading from the kernel, with this library, as its users do.
 *
 * @module
 */

import type { AnyRequest, Request } from "../api/connection/connection.ts";
import type { Listing } from "../api/connection/listing.ts";
import type { Rtnetlink } from "../mod.ts";
import { NetlinkSocket } from "../socket.ts";
import type { Sample } from "./support/contender.ts";
import { type KindName, KINDS } from "./support/kinds.ts";
import { quantile } from "./support/statistics.ts";

const NLMSG_DONE = 3;

/** Objects of a kind, as the friendly layer lists them. */
export function listing(
  net: Rtnetlink,
  name: KindName,
  streaming = false,
): Listing<unknown> {
  const filter = { family: "inet" } as const;
  const options = { streaming };
  switch (name) {
    case "routes":
      return net.route.list(filter, options);
    case "neighbors":
      return net.neighbor.list(filter, options);
    case "addresses":
      return net.address.list(filter, options);
    case "links":
      return net.link.list({}, options);
  }
}

/**
 * Dumps all objects of a kind.
 *
 * @param net The friendly layer.
 * @param name The kind.
 * @param how `keep` all objects, `stream` them, keep their `messages`, or only
 * `count` what is received.
 * @returns The measurement.
 */
export async function dump(
  net: Rtnetlink,
  name: KindName,
  how: string,
): Promise<Sample> {
  if (how === "count") return receive(name);
  const start = performance.now();
  let count = 0;
  if (how === "keep") count = (await listing(net, name).toArray()).length;
  else if (how === "stream") {
    for await (const _ of listing(net, name, true)) count++;
  } else {
    const request = KINDS[name] as unknown as Request<unknown>;
    count = (await net.connection.dumpAll(request)).length;
  }
  return { ns: nanoseconds(start), count };
}

function nanoseconds(start: number): number {
  return Math.round((performance.now() - start) * 1e6);
}

function ask(
  socket: NetlinkSocket,
  { type, message }: AnyRequest,
  size: number,
): void {
  const bytes = new Uint8Array(size);
  new Uint32Array(bytes.buffer, 0, 1)[0] = size;
  new Uint16Array(bytes.buffer).set([type, 0x301], 2);
  bytes[16] = (message as { family: number }).family;
  socket.send(bytes);
}

/** Receives everything and only counts. */
function receive(name: KindName): Sample {
  let count = 0;
  const start = performance.now();
  using socket = new NetlinkSocket(0);
  ask(socket, KINDS[name], KINDS[name].size);
  for (;;) {
    const datagram = socket.tryReceive();
    if (datagram === undefined) throw new Error("Cannot read: no end");
    const { buffer, byteOffset, length } = datagram.bytes;
    const words = new Uint32Array(buffer, byteOffset, length >> 2);
    for (let at = 0; at < length;) {
      const size = words[at >> 2]!;
      if ((words[(at >> 2) + 1]! & 0xffff) === NLMSG_DONE) {
        return { ns: nanoseconds(start), count };
      }
      count++;
      at += (size + 3) & ~3;
    }
  }
}

/**
 * Gets a link by name, many times.
 *
 * @param net The friendly layer.
 * @param name Its name.
 * @param count How often.
 * @returns The measurement.
 */
export async function get(
  net: Rtnetlink,
  name: string,
  count: number,
): Promise<Sample> {
  const times = new Float64Array(count);
  const start = performance.now();
  let before = start;
  for (let i = 0; i < count; i++) {
    const found = await net.link.get(name);
    if (found.name !== name) throw new Error(`Cannot get ${name}`);
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

/**
 * Measures for how long the event loop does not turn during a dump.
 *
 * @param net The friendly layer.
 * @param name The kind that is dumped.
 * @returns The longest such time, and how often the loop turned.
 */
export async function stall(net: Rtnetlink, name: KindName): Promise<Sample> {
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
  await listing(net, name).toArray();
  longest = Math.max(longest, performance.now() - last);
  going = false;
  return { ns: longest * 1e6, count: turns };
}
