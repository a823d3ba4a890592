/**
 * Devices of WireGuard that take several messages: how they are put together,
 * and how they are divided.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/Documentation/netlink/specs/wireguard.yaml | netlink/specs/wireguard.yaml}
 *
 * @module
 */

import { type Codec, Writer } from "../codec/mod.ts";
import {
  type WgAllowedIp,
  wgAllowedIp,
  type WgDevice,
  type WgPeer,
  wgPeer,
  WGPEER_F_UPDATE_ONLY,
} from "./wireguard.ts";

/**
 * Bytes of peers in a request: well below the 64 KiB that the length of an
 * attribute can be, and what sockets take.
 */
export const longestWireguardRequest = 0x8000;

/** Bytes in front of the payload of an attribute. */
const HEADER = 4;

/**
 * Puts a device together of the messages of a dump: peers that do not fit into
 * one message are in the next, and so are the networks of a peer, whose public
 * key is then repeated.
 *
 * @param parts The device in each message, in their order.
 * @returns The device; `undefined` if there are none.
 */
export function joinWgDevice(
  parts: readonly WgDevice[],
): WgDevice | undefined {
  const [first, ...rest] = parts;
  if (first === undefined) return undefined;
  const peers: WgPeer[] = [];
  for (const { peers: some = [] } of parts) {
    for (const peer of some) {
      const last = peers.at(-1);
      if (last === undefined || !isSame(last, peer)) peers.push({ ...peer });
      else if (peer.allowedIps !== undefined) {
        last.allowedIps ??= [];
        last.allowedIps = appended(last.allowedIps, peer.allowedIps);
      }
    }
  }
  if (rest.length === 0 && peers.length === (first.peers ?? []).length) {
    return first;
  }
  return { ...first, peers };
}

/** Networks of a peer that were put together, which may be added to. */
const own = new WeakSet<WgAllowedIp[]>();

/** Adds to an array; that of a message is copied before, and only once. */
function appended(
  to: WgAllowedIp[],
  more: readonly WgAllowedIp[],
): WgAllowedIp[] {
  const array = own.has(to) ? to : to.slice();
  own.add(array);
  for (const item of more) array.push(item);
  return array;
}

function isSame({ publicKey: a }: WgPeer, { publicKey: b }: WgPeer): boolean {
  return a !== undefined && b !== undefined && a.length === b.length &&
    a.every((byte, i) => byte === b[i]);
}

/**
 * Divides a device that is to be changed into requests that are small enough.
 * Each of them goes on where the one before it has ended: only the first has
 * settings of the device and flags, and only the first part of a peer has the
 * peer's.
 *
 * @param device The device, and what to change.
 * @param size Most bytes of peers in a request.
 * @returns The requests, in the order in which they have to be sent.
 */
export function splitWgDevice(
  device: WgDevice,
  size: number = longestWireguardRequest,
): WgDevice[] {
  const { peers, ifindex, ifname } = device;
  if (peers === undefined) return [device];
  const name = {
    ...ifindex !== undefined && { ifindex },
    ...ifname !== undefined && { ifname },
  };
  const requests: WgDevice[] = [];
  let room = size;
  let some: WgPeer[] = [];
  const finish = () => {
    const head = requests.length === 0 ? device : name;
    requests.push({ ...head, peers: some });
    some = [];
    room = size;
  };
  for (const peer of peers) {
    const { allowedIps, ...settings } = peer;
    const own = HEADER + sizeOf(wgPeer, settings) + HEADER;
    if (own > room && some.length > 0) finish();
    room -= own;
    if (allowedIps === undefined) {
      some.push(peer);
      continue;
    }
    let networks: WgAllowedIp[] = [];
    let head: WgPeer = settings;
    for (const network of allowedIps) {
      const needed = HEADER + sizeOf(wgAllowedIp, network);
      if (needed > room && (networks.length > 0 || some.length > 0)) {
        some.push({
          ...head,
          ...networks.length > 0 && { allowedIps: networks },
        });
        finish();
        head = rest(peer);
        networks = [];
        room -= HEADER + sizeOf(wgPeer, head) + HEADER;
      }
      room -= needed;
      networks.push(network);
    }
    some.push({ ...head, allowedIps: networks });
  }
  if (some.length > 0 || requests.length === 0) finish();
  return requests;
}

/** What the later parts of a peer begin with. */
function rest({ publicKey, flags = 0 }: WgPeer): WgPeer {
  // Networks of a peer that is not there must not add it.
  const kept = flags & WGPEER_F_UPDATE_ONLY;
  return {
    ...publicKey !== undefined && { publicKey },
    ...kept !== 0 && { flags: kept },
  };
}

const writer: Writer = new Writer();

/** Bytes that a value takes, its padding included. */
function sizeOf<T>(codec: Codec<T>, value: T): number {
  writer.reset();
  codec.encode(writer, value);
  return (writer.length + 3) & ~3;
}
