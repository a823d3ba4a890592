/**
 * Fields of devices as `wg show` writes them for scripts.
 *
 * @module
 */

import { valueOf } from "../../messages/value_names.ts";
import type { WgDevice, WgPeer } from "../../messages/generic/wireguard.ts";
import { endpointText, keyOrNone, keyText, networkTexts } from "./text.ts";

/** Finds the name of a link by its index. */
type NameOf = (index: number) => string | undefined;

/** A field of a device. */
interface DeviceField {
  readonly ofDevice: (device: WgDevice) => string;
}

/** A field of each peer, behind its public key. */
interface PeerField {
  readonly ofPeer: (peer: WgPeer, nameOf: NameOf) => string | undefined;
  /** Whether the name of the device is written once, and not for each peer. */
  readonly namesOnce?: boolean;
}

/** All fields: one line for the device, and one for each peer. */
interface Dump {
  readonly all: true;
}

const mark = ({ fwmark }: WgDevice) =>
  fwmark ? `0x${fwmark.toString(16)}` : "off";
const keepalive = ({ persistentKeepaliveInterval }: WgPeer) =>
  `${persistentKeepaliveInterval || "off"}`;
const handshake = ({ lastHandshakeTime }: WgPeer) =>
  `${lastHandshakeTime?.sec ?? 0n}`;
const transfer = ({ rxBytes = 0n, txBytes = 0n }: WgPeer) =>
  `${rxBytes}\t${txBytes}`;
const networks = (peer: WgPeer, separator: string) =>
  networkTexts(peer).join(separator) || "(none)";
const endpoint = (peer: WgPeer, nameOf: NameOf) =>
  endpointText(peer.endpoint, nameOf) ?? "(none)";

/** The fields by name, in the order in which usages have them. */
export const FIELDS: Readonly<Record<string, DeviceField | PeerField | Dump>> =
  {
    "public-key": { ofDevice: ({ publicKey }) => keyOrNone(publicKey) },
    "private-key": { ofDevice: ({ privateKey }) => keyOrNone(privateKey) },
    "listen-port": { ofDevice: ({ listenPort = 0 }) => `${listenPort}` },
    "fwmark": { ofDevice: mark },
    "peers": { ofPeer: () => undefined },
    "preshared-keys": { ofPeer: ({ presharedKey }) => keyOrNone(presharedKey) },
    "endpoints": { ofPeer: endpoint, namesOnce: true },
    "allowed-ips": { ofPeer: (peer) => networks(peer, " ") },
    "latest-handshakes": { ofPeer: handshake },
    "transfer": { ofPeer: transfer },
    "persistent-keepalive": { ofPeer: keepalive },
    "dump": { all: true },
  };

/**
 * Formats a field.
 *
 * @param device The device.
 * @param name Name of the field.
 * @param withName Whether lines begin with the name of the device.
 * @param nameOf Finds the name of a link by its index.
 * @returns Lines; `undefined` if there is no such field.
 */
export function formatField(
  device: WgDevice,
  name: string,
  withName: boolean,
  nameOf: NameOf,
): string | undefined {
  const field = valueOf(FIELDS, name);
  if (field === undefined) return undefined;
  const { ifname = "", peers = [] } = device;
  const start = withName ? `${ifname}\t` : "";
  if ("ofDevice" in field) return `${start}${field.ofDevice(device)}\n`;
  if ("all" in field) {
    return [deviceLine(device), ...peers.map((peer) => peerLine(peer, nameOf))]
      .map((line) => `${start}${line}\n`).join("");
  }
  const { ofPeer, namesOnce = false } = field;
  const lines = peers.map((peer) => {
    const key = keyText(peer.publicKey ?? new Uint8Array());
    const value = ofPeer(peer, nameOf);
    return value === undefined ? `${key}\n` : `${key}\t${value}\n`;
  });
  return namesOnce
    ? start + lines.join("")
    : lines.map((line) => start + line).join("");
}

function deviceLine(device: WgDevice): string {
  const { privateKey, publicKey, listenPort = 0 } = device;
  return [
    keyOrNone(privateKey),
    keyOrNone(publicKey),
    listenPort,
    mark(device),
  ].join("\t");
}

function peerLine(peer: WgPeer, nameOf: NameOf): string {
  return [
    keyText(peer.publicKey ?? new Uint8Array()),
    keyOrNone(peer.presharedKey),
    endpoint(peer, nameOf),
    networks(peer, ","),
    handshake(peer),
    transfer(peer),
    keepalive(peer),
  ].join("\t");
}
