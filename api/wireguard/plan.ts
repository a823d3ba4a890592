/**
 * What has to be changed about a device of WireGuard to make it what it is to
 * be: nothing else is sent, so that sessions of other peers go on.
 *
 * @module
 */

import { toBase64 } from "../../messages/codec/text.ts";
import { ipAddress, Writer } from "../../messages/codec/mod.ts";
import {
  WG_KEY_LEN,
  type WgAllowedIp,
  type WgDevice,
  type WgPeer,
  WGPEER_F_REMOVE_ME,
  WGPEER_F_REPLACE_ALLOWEDIPS,
} from "../../messages/generic/wireguard.ts";
import type { SocketAddress } from "../../messages/codec/socket_address.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import { endpointText } from "./endpoint.ts";
import { fromWireguardSettings } from "./mapping.ts";
import type { WireguardConfig } from "./spec.ts";

/** What was different, and has been changed. */
export interface WireguardDifferences {
  /** Properties of the device, without its peers. */
  readonly device: readonly ("privateKey" | "listenPort" | "firewallMark")[];
  /** Public keys of peers that were added. */
  readonly added: readonly string[];
  /** Public keys of peers that were changed. */
  readonly changed: readonly string[];
  /** Public keys of peers that were removed. */
  readonly removed: readonly string[];
}

/** What to send, and what it changes. */
export interface WireguardPlan {
  /** What to send; nothing if there is no difference. */
  readonly request: WgDevice | undefined;
  /** What it changes. */
  readonly differences: WireguardDifferences;
}

/**
 * Writes what a device is to be.
 *
 * @param config What it is to be.
 * @param fieldPath Where it stands, for error messages.
 * @returns The same in the kernel's terms, with all that peers can have.
 * @throws {TypeError} If a value is not of the right sort, or two peers have
 * the same key.
 * @throws {RangeError} If a value is too small or too large.
 */
export function fromWireguardConfig(
  config: WireguardConfig,
  fieldPath: FieldPath,
): WgDevice {
  const device = fromWireguardSettings(config, fieldPath);
  const seen = new Map<string, number>();
  // Of peers with the same network, the last one gets it.
  const owners = new Map<string, WgPeer>();
  for (const [i, peer] of (device.peers ?? []).entries()) {
    const key = keyOf(peer);
    const first = seen.get(key);
    if (first !== undefined) {
      throw fieldPath.at("peers").at(i).at("publicKey").wrong(
        key,
        `peers[${first}] has it, too`,
      );
    }
    seen.set(key, i);
    peer.presharedKey ??= new Uint8Array(WG_KEY_LEN);
    peer.persistentKeepaliveInterval ??= 0;
    peer.allowedIps = (peer.allowedIps ?? []).map(withoutHostBits);
    for (const network of peer.allowedIps) owners.set(nameOf(network), peer);
  }
  for (const peer of device.peers ?? []) {
    const own = new Set<string>();
    peer.allowedIps = peer.allowedIps!.filter((network) => {
      const name = nameOf(network);
      const isFirst = !own.has(name);
      own.add(name);
      return isFirst && owners.get(name) === peer;
    });
  }
  return device;
}

/**
 * Compares what a device is with what it is to be.
 *
 * @param current What it is.
 * @param wanted What it is to be, as {@linkcode fromWireguardConfig} returns it.
 * @returns What to send.
 */
export function planWireguard(
  current: WgDevice,
  wanted: WgDevice,
): WireguardPlan {
  const { privateKey, listenPort, fwmark = 0 } = current;
  const request: WgDevice = {};
  const device: WireguardDifferences["device"][number][] = [];
  if (
    wanted.privateKey !== undefined &&
    !isSameKey(wanted.privateKey, privateKey)
  ) {
    request.privateKey = wanted.privateKey;
    device.push("privateKey");
  }
  if (wanted.listenPort !== undefined && wanted.listenPort !== listenPort) {
    request.listenPort = wanted.listenPort;
    device.push("listenPort");
  }
  if (wanted.fwmark !== undefined && wanted.fwmark !== fwmark) {
    request.fwmark = wanted.fwmark;
    device.push("firewallMark");
  }
  const { peers, ...changes } = planPeers(current, wanted);
  if (peers.length > 0) request.peers = peers;
  const differs = device.length > 0 || peers.length > 0;
  return {
    request: differs ? request : undefined,
    differences: { device, ...changes },
  };
}

function planPeers(current: WgDevice, wanted: WgDevice) {
  const peers: WgPeer[] = [];
  const added: string[] = [];
  const changed: string[] = [];
  const removed: string[] = [];
  if (wanted.peers === undefined) return { peers, added, changed, removed };
  const present = new Map<string, WgPeer>();
  for (const peer of current.peers ?? []) present.set(keyOf(peer), peer);
  const kept = new Set(wanted.peers.map(keyOf));
  for (const [key, { publicKey }] of present) {
    if (kept.has(key)) continue;
    peers.push({ publicKey: publicKey!, flags: WGPEER_F_REMOVE_ME });
    removed.push(key);
  }
  // The kernel ignores a peer that is the device itself.
  const self = wanted.privateKey === undefined ? keyOf(current) : "";
  for (const peer of wanted.peers) {
    const key = keyOf(peer);
    if (key === self) continue;
    const before = present.get(key);
    if (before === undefined) {
      peers.push(peer);
      added.push(key);
      continue;
    }
    const change = changeOf(before, peer);
    if (change === undefined) continue;
    peers.push(change);
    changed.push(key);
  }
  return { peers, added, changed, removed };
}

/** What differs about a peer. */
function changeOf(before: WgPeer, wanted: WgPeer): WgPeer | undefined {
  const change: WgPeer = { publicKey: wanted.publicKey! };
  if (!isSameKey(wanted.presharedKey, before.presharedKey)) {
    change.presharedKey = wanted.presharedKey!;
  }
  if (
    wanted.endpoint !== undefined &&
    !isSameEndpoint(wanted.endpoint, before.endpoint)
  ) change.endpoint = wanted.endpoint;
  const { persistentKeepaliveInterval: keepalive = 0 } = before;
  if (wanted.persistentKeepaliveInterval !== keepalive) {
    change.persistentKeepaliveInterval = wanted.persistentKeepaliveInterval!;
  }
  const has = new Set((before.allowedIps ?? []).map(nameOf));
  const gets = wanted.allowedIps ?? [];
  const more = gets.filter((network) => !has.has(nameOf(network)));
  if (has.size + more.length > gets.length) {
    // Some are to go, which older kernels do only with all of them.
    change.allowedIps = gets;
    change.flags = WGPEER_F_REPLACE_ALLOWEDIPS;
  } else if (more.length > 0) change.allowedIps = more;
  return Object.keys(change).length > 1 ? change : undefined;
}

function isSameEndpoint(
  a: SocketAddress,
  b: SocketAddress | undefined,
): boolean {
  return b !== undefined && canonical(a) === canonical(b);
}

/** An endpoint as text, whose address is as the kernel's is. */
function canonical(endpoint: SocketAddress): string {
  const address = addressText(endpoint.address, Infinity);
  return endpointText({ ...endpoint, address });
}

function isSameKey(a?: Uint8Array, b?: Uint8Array): boolean {
  for (let i = 0; i < WG_KEY_LEN; i++) {
    if ((a?.[i] ?? 0) !== (b?.[i] ?? 0)) return false;
  }
  return true;
}

function keyOf({ publicKey }: { publicKey?: Uint8Array }): string {
  return publicKey === undefined ? "" : toBase64(publicKey);
}

function nameOf({ ipaddr, cidrMask }: WgAllowedIp): string {
  return `${ipaddr}/${cidrMask}`;
}

/** A network as the kernel keeps it. */
function withoutHostBits(network: WgAllowedIp): WgAllowedIp {
  const { ipaddr = "", cidrMask = 0 } = network;
  return { ...network, ipaddr: addressText(ipaddr, cidrMask) };
}

const writer: Writer = new Writer();

/** An address as codecs write it, without the bits behind a prefix. */
function addressText(address: string, length: number): string {
  writer.reset();
  ipAddress.encode(writer, address);
  const { view } = writer;
  for (let at = 0; at < writer.length; at++) {
    const rest = 0xff >> Math.min(Math.max(length - 8 * at, 0), 8);
    view.setUint8(at, view.getUint8(at) & ~rest);
  }
  return ipAddress.decode(view, 0, writer.length);
}
