/**
 * How devices and peers of WireGuard are read and written.
 *
 * @module
 */

import { toBase64 } from "../../messages/codec/text.ts";
import { SecretBytes } from "../../messages/codec/secret.ts";
import { AF_INET, AF_INET6 } from "../../messages/families.ts";
import {
  WG_KEY_LEN,
  type WgAllowedIp,
  WGALLOWEDIP_F_REMOVE_ME,
  type WgDevice,
  wgDevice,
  WGDEVICE_F_REPLACE_PEERS,
  type WgMessage,
  type WgPeer,
  wgPeer,
  WGPEER_F_REMOVE_ME,
  WGPEER_F_REPLACE_ALLOWEDIPS,
  WGPEER_F_UPDATE_ONLY,
} from "../../messages/generic/wireguard.ts";
import { isIpv6 } from "../../messages/codec/address.ts";
import { parsePrefix } from "../mapping/address_conversions.ts";
import {
  boolean,
  integer,
  listOf,
  orNull,
  text,
  uint16,
  uint32,
  uint64,
} from "../mapping/conversions.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import { checkNames } from "../mapping/filter.ts";
import {
  type Conversion,
  type Field,
  mapping,
  originalMessage,
  readFrom,
  readOnly,
} from "../mapping/mapping.ts";
import { checkRequired } from "../mapping/properties.ts";
import { endpoint } from "./endpoint.ts";
import { hiding } from "./hidden.ts";
import { readWireguardKey } from "./key.ts";
import type {
  WireguardDevice,
  WireguardNetworkChange,
  WireguardPeer,
  WireguardPeerSpec,
  WireguardSettings,
} from "./spec.ts";

const EXPECTED = "a key of 32 bytes in base64 is expected";

/** A public key. */
export const publicKey: Conversion<string, Uint8Array> = {
  fromKernel: (key) => toBase64(key),
  toKernel: (value, fieldPath) => {
    const key = readWireguardKey(value);
    // People mistake private keys for public ones: it may be secret, too.
    if (key === undefined) throw fieldPath.wrong("…", EXPECTED);
    return key;
  },
};

/** A key that is secret; zeros are none, which is `null`. */
const secretKey: Conversion<string | null, Uint8Array> = {
  fromKernel: (key) => isNone(key) ? null : toBase64(key),
  toKernel: (value, fieldPath) => {
    if (value === null) return new SecretBytes(WG_KEY_LEN);
    const key = readWireguardKey(value);
    if (key === undefined) throw fieldPath.wrong("…", EXPECTED);
    return new SecretBytes(key);
  },
};

function isNone(key: Uint8Array): boolean {
  return key.every((byte) => byte === 0);
}

/** A network in CIDR notation. */
const network: Conversion<string, WgAllowedIp> = {
  fromKernel: ({ ipaddr = "", cidrMask = 0 }) => `${ipaddr}/${cidrMask}`,
  toKernel: (value, fieldPath) => {
    const { address, length } = parsePrefix(value, fieldPath);
    const family = isIpv6(address) ? AF_INET6 : AF_INET;
    return { family, ipaddr: address, cidrMask: length };
  },
};

const networks = listOf(network);
const changeNames: ReadonlySet<string> = new Set<keyof WireguardNetworkChange>([
  "add",
  "remove",
]);

/** A flag of a request, which is never reported. */
function requestFlag<D extends { flags?: number }>(
  flag: number,
): Field<boolean, D> {
  return {
    from: [],
    read: () => undefined,
    write: (data, value, fieldPath) => {
      if (boolean.toKernel(value, fieldPath) === 1) setFlag(data, flag);
    },
  };
}

function setFlag(data: { flags?: number }, flag: number): void {
  data.flags = (data.flags ?? 0) | flag;
}

function writeNetworks(
  peer: WgPeer,
  change: string[] | WireguardNetworkChange,
  fieldPath: FieldPath,
): void {
  if (Array.isArray(change)) {
    peer.allowedIps = networks.toKernel(change, fieldPath)!;
    setFlag(peer, WGPEER_F_REPLACE_ALLOWEDIPS);
    return;
  }
  if (typeof change !== "object" || change === null) {
    throw fieldPath.wrong(change, "an array, or { add, remove }, is expected");
  }
  checkNames(change, changeNames, fieldPath);
  const { add = [], remove = [] } = change;
  peer.allowedIps = [
    ...networks.toKernel(remove, fieldPath.at("remove"))!.map((network) => ({
      ...network,
      flags: WGALLOWEDIP_F_REMOVE_ME,
    })),
    ...networks.toKernel(add, fieldPath.at("add"))!,
  ];
}

type MappedPeer =
  & Omit<Partial<WireguardPeer>, "allowedIps">
  & Partial<WireguardPeerSpec>;

/** Peers. */
const peerFields = mapping<MappedPeer, WgPeer>(
  () => ({
    publicKey: publicKey,
    presharedKey: secretKey,
    endpoint: endpoint,
    keepalive: ["persistentKeepaliveInterval", orNull(integer(0, 0xffff), 0)],
    allowedIps: readFrom(
      "allowedIps",
      (list) => networks.fromKernel(list),
      writeNetworks,
    ),
    latestHandshake: readOnly("lastHandshakeTime", {
      fromKernel: ({ sec, nsec }) =>
        sec === 0n && nsec === 0n
          ? undefined
          : new Date(Number(sec) * 1000 + Number(nsec / 1_000_000n)),
    }),
    receivedBytes: readOnly("rxBytes", uint64),
    sentBytes: readOnly("txBytes", uint64),
    protocolVersion: readOnly("protocolVersion", uint32),
    remove: requestFlag(WGPEER_F_REMOVE_ME),
    updateOnly: requestFlag(WGPEER_F_UPDATE_ONLY),
  }),
  wgPeer,
  { secret: true },
);

const peerPrototype = hiding(["presharedKey"]);
const devicePrototype = hiding(["privateKey"]);

const noPeer = {
  presharedKey: null,
  keepalive: null,
  allowedIps: [],
  receivedBytes: 0n,
  sentBytes: 0n,
};

/** A peer, which has to have a public key. */
const peer: Conversion<WireguardPeer | WireguardPeerSpec, WgPeer> = {
  fromKernel: (data) =>
    Object.assign(
      Object.create(peerPrototype),
      noPeer,
      { allowedIps: [] },
      peerFields.fromKernel(data),
    ),
  toKernel: (value, fieldPath) => {
    const data = peerFields.toKernel(value, fieldPath);
    checkRequired(value, ["publicKey"], fieldPath);
    return data;
  },
};

const peerList = listOf(peer);

/** Peers; an error does not have what is not a list, as keys may be in it. */
const peers: Conversion<(WireguardPeer | WireguardPeerSpec)[], WgPeer[]> = {
  fromKernel: peerList.fromKernel,
  toKernel: (value, fieldPath) => {
    if (Array.isArray(value)) return peerList.toKernel(value, fieldPath);
    throw fieldPath.wrong("…", "an array is expected");
  },
};

type MappedDevice =
  & Omit<Partial<WireguardDevice>, "peers" | "message">
  & Omit<WireguardSettings, "peers">
  & { peers?: (WireguardPeer | WireguardPeerSpec)[]; message?: unknown };

/** Devices. */
const deviceFields = mapping<MappedDevice, WgDevice>(
  () => ({
    index: readOnly("ifindex", uint32),
    name: readOnly("ifname", text),
    privateKey: secretKey,
    publicKey: readOnly("publicKey", secretKey),
    listenPort: uint16,
    firewallMark: ["fwmark", orNull(uint32, 0)],
    peers: peers,
    replacePeers: requestFlag(WGDEVICE_F_REPLACE_PEERS),
    message: originalMessage,
  }),
  wgDevice,
  { secret: true },
);

/**
 * Reads a device.
 *
 * @param message The message.
 * @returns The device.
 */
export function toWireguardDevice(message: WgMessage): WireguardDevice {
  const device = Object.assign(
    Object.create(devicePrototype),
    {
      index: 0,
      name: "",
      privateKey: null,
      publicKey: null,
      listenPort: 0,
      firewallMark: null,
      peers: [],
    },
    deviceFields.fromKernel(message.attributes),
  );
  return Object.defineProperty(device, "message", { value: message });
}

/**
 * Writes what to change about a device.
 *
 * @param settings What to change.
 * @param fieldPath Where it stands, for error messages.
 * @returns The same in the kernel's terms.
 * @throws {TypeError} If a value is not of the right sort.
 * @throws {RangeError} If a value is too small or too large.
 */
export function fromWireguardSettings(
  settings: WireguardSettings,
  fieldPath: FieldPath,
): WgDevice {
  return deviceFields.toKernel(settings, fieldPath);
}

/** Mark of packets; `null` for none. */
export const firewallMark: Conversion<number | null, number> = orNull(
  uint32,
  0,
);
