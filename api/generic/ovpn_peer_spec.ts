/**
 * Peers of the family `ovpn` in people's terms.
 *
 * @module
 */

import {
  type OvpnAttributes,
  ovpnAttributes,
  type OvpnMessage,
  type OvpnPeerAttributes,
  ovpnPeerAttributes,
} from "../../messages/generic/ovpn.ts";
import { eitherFamily, ipv4, ipv6 } from "../mapping/address_conversions.ts";
import { int32, integer, seconds, uint32 } from "../mapping/conversions.ts";
import { type Device, deviceIndex } from "../mapping/device.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import {
  type Field,
  type Fields,
  mapping,
  originalMessage,
  readOnly,
  unlessZero,
  within,
  writeOnly,
} from "../mapping/mapping.ts";
import { checkRequired } from "../mapping/properties.ts";
import type { ReadFrom } from "./family_object.ts";
import { ovpnPeerId, readOvpn } from "./ovpn_family.ts";

/** What identifies a peer. */
export interface OvpnPeerKey {
  /** The device of kind `ovpn` (`OVPN_A_IFINDEX`). */
  device: Device;
  /** Number of the peer, 0 to 16777215 (`OVPN_A_PEER_ID`). */
  id: number;
}

/** Signs of life. */
export interface OvpnKeepalive {
  /** Seconds after which one is sent (`OVPN_A_PEER_KEEPALIVE_INTERVAL`). */
  interval: number;
  /**
   * Seconds of silence after which the peer is deleted
   * (`OVPN_A_PEER_KEEPALIVE_TIMEOUT`).
   */
  timeout: number;
}

/** What can be set of a peer. */
export interface OvpnPeerSettings {
  /**
   * Its address; UDP needs one, TCP has that of its connection
   * (`OVPN_A_PEER_REMOTE_IPV4`).
   */
  remote?: string;
  /** Its port; needed with an address (`OVPN_A_PEER_REMOTE_PORT`). */
  remotePort?: number;
  /**
   * The link that its address belongs to, if that is one of IPv6 which has a
   * meaning only there (`OVPN_A_PEER_REMOTE_IPV6_SCOPE_ID`).
   */
  remoteScope?: Device;
  /**
   * Address of this end, of the same family as that of the peer, and set with
   * it (`OVPN_A_PEER_LOCAL_IPV4`).
   */
  local?: string;
  /**
   * Its IPv4 address in the tunnel, for devices with several peers
   * (`OVPN_A_PEER_VPN_IPV4`).
   */
  vpnIpv4?: string;
  /**
   * Its IPv6 address in the tunnel, for devices with several peers
   * (`OVPN_A_PEER_VPN_IPV6`).
   */
  vpnIpv6?: string;
  /** Signs of life; `null` for none. */
  keepalive?: OvpnKeepalive | null;
  /**
   * Number that the peer has for this end, if that is another one than that of
   * the peer here; older kernels do not have it (`OVPN_A_PEER_TX_ID`).
   */
  txId?: number;
}

/** A peer to be added. */
export interface OvpnPeerSpec extends OvpnPeerKey, OvpnPeerSettings {
  /**
   * Descriptor, in this process, of the socket of UDP or TCP that its packets
   * go through; it has to stay open (`OVPN_A_PEER_SOCKET`).
   */
  socket: number;
}

/** What was received and sent. */
export interface OvpnCounters {
  /** Bytes received. */
  rxBytes: bigint;
  /** Packets received. */
  rxPackets: bigint;
  /** Bytes sent. */
  txBytes: bigint;
  /** Packets sent. */
  txPackets: bigint;
}

/** A peer. */
export interface OvpnPeer
  extends OvpnPeerKey, OvpnPeerSettings, ReadFrom<OvpnAttributes> {
  /** Index of the device. */
  device: number;
  /** Index of the link that its address belongs to. */
  remoteScope?: number;
  /** Port of this end (`OVPN_A_PEER_LOCAL_PORT`). */
  readonly localPort?: number;
  /**
   * Number of the network namespace of the socket, if that is another one
   * (`OVPN_A_PEER_SOCKET_NETNSID`).
   */
  readonly socketNetnsId?: number;
  /** What was received and sent. */
  readonly statistics?: {
    /**
     * Inside of the tunnel (`OVPN_A_PEER_VPN_RX_BYTES` and others).
     */
    vpn: OvpnCounters;
    /**
     * Outside of it, encrypted (`OVPN_A_PEER_LINK_RX_BYTES` and others).
     */
    link: OvpnCounters;
  };
}

const port = integer(1, 0xffff);

/** Addresses of this end that are not set are those of any. */
const local = eitherFamily<OvpnPeerAttributes>("localIpv4", "localIpv6");

const keepaliveTimes = mapping<OvpnKeepalive, OvpnPeerAttributes>(() => ({
  interval: ["keepaliveInterval", seconds],
  timeout: ["keepaliveTimeout", seconds],
}));

const keepalive: Field<OvpnKeepalive | null, OvpnPeerAttributes> = {
  from: ["keepaliveInterval", "keepaliveTimeout"],
  read: ({ keepaliveInterval: interval, keepaliveTimeout: timeout }) =>
    interval === undefined || timeout === undefined
      ? undefined
      : interval === 0 && timeout === 0
      ? null
      : { interval, timeout },
  write: (data, value, fieldPath) => {
    const times = value ?? { interval: 0, timeout: 0 };
    keepaliveTimes.toKernel(times, fieldPath, data);
    checkRequired(times, ["interval", "timeout"], fieldPath);
  },
};

const COUNTERS = [
  "vpnRxBytes",
  "vpnRxPackets",
  "vpnTxBytes",
  "vpnTxPackets",
  "linkRxBytes",
  "linkRxPackets",
  "linkTxBytes",
  "linkTxPackets",
] as const;

const statistics: Field<
  NonNullable<OvpnPeer["statistics"]>,
  OvpnPeerAttributes
> = {
  from: COUNTERS,
  read: (data) => {
    if (COUNTERS.every((name) => data[name] === undefined)) return undefined;
    return {
      vpn: {
        rxBytes: data.vpnRxBytes ?? 0n,
        rxPackets: data.vpnRxPackets ?? 0n,
        txBytes: data.vpnTxBytes ?? 0n,
        txPackets: data.vpnTxPackets ?? 0n,
      },
      link: {
        rxBytes: data.linkRxBytes ?? 0n,
        rxPackets: data.linkRxPackets ?? 0n,
        txBytes: data.linkTxBytes ?? 0n,
        txPackets: data.linkTxPackets ?? 0n,
      },
    };
  },
  write: () => {},
  readOnly: true,
};

/** How the address of a peer is read and written. */
export const ovpnRemoteFields: Fields<
  Pick<OvpnPeer, "remote" | "remotePort" | "remoteScope">,
  OvpnPeerAttributes
> = {
  remote: eitherFamily<OvpnPeerAttributes>("remoteIpv4", "remoteIpv6"),
  remotePort: port,
  remoteScope: unlessZero("remoteIpv6ScopeId", deviceIndex),
};

type Settings = OvpnPeerSettings & { remoteScope?: number };

const settingFields: Fields<Settings, OvpnPeerAttributes> = {
  ...ovpnRemoteFields,
  local: {
    ...local,
    read: (data) => {
      const address = local.read(data);
      return address === "0.0.0.0" || address === "::" ? undefined : address;
    },
  },
  vpnIpv4: ipv4,
  vpnIpv6: ipv6,
  keepalive,
  txId: ovpnPeerId,
};

const settings = mapping<Settings, OvpnPeerAttributes>(
  () => settingFields,
  ovpnPeerAttributes,
);

type Mapped = OvpnPeer & Pick<Partial<OvpnPeerSpec>, "socket">;

const peer = mapping<Mapped, OvpnAttributes>(() => ({
  device: ["ifindex", deviceIndex],
  ...within<OvpnAttributes, "peer", Omit<Mapped, "device" | "message">>(
    "peer",
    {
      ...settingFields,
      id: ovpnPeerId,
      socket: writeOnly("socket", integer(0, 0x7fffffff)),
      socketNetnsId: readOnly("socketNetnsid", int32),
      localPort: readOnly("localPort", uint32),
      statistics,
    },
  ),
  message: originalMessage,
}), ovpnAttributes);

/**
 * Reads a peer.
 *
 * @param message The message.
 * @param device Index of the device that was asked about, as answers lack it.
 * @returns The peer.
 */
export function toOvpnPeer(message: OvpnMessage, device?: number): OvpnPeer {
  return readOvpn<OvpnPeer>(peer, message, device);
}

/**
 * Writes what names a peer.
 *
 * @param value The peer.
 * @param fieldPath Where it stands.
 * @returns Its attributes.
 * @throws {TypeError} If a value is not of the right sort.
 * @throws {RangeError} If a number is too small or too large.
 */
export function fromOvpnPeerKey(
  value: OvpnPeerKey,
  fieldPath: FieldPath,
): OvpnAttributes {
  // What was read can be handed back: only what names it is sent.
  const { ifindex, peer: found } = peer.toKernel(value as OvpnPeer, fieldPath);
  checkRequired(value, ["device", "id"], fieldPath);
  return { ifindex: ifindex!, peer: { id: found!.id! } };
}

/**
 * Writes a peer to be added.
 *
 * @param value The peer.
 * @param fieldPath Where it stands.
 * @returns Its attributes.
 * @throws {TypeError} If a value is not of the right sort.
 * @throws {RangeError} If a number is too small or too large.
 */
export function fromOvpnPeerSpec(
  value: OvpnPeerSpec,
  fieldPath: FieldPath,
): OvpnAttributes {
  const attributes = peer.toKernel(value as Mapped, fieldPath);
  checkRequired(value, ["device", "id", "socket"], fieldPath);
  checkEnds(attributes.peer!, fieldPath);
  return attributes;
}

/**
 * Writes what to set of a peer.
 *
 * @param key The peer.
 * @param value What to set.
 * @param fieldPath Where it stands.
 * @returns Its attributes.
 * @throws {TypeError} If a value is not of the right sort.
 * @throws {RangeError} If a number is too small or too large.
 */
export function fromOvpnPeerSettings(
  key: OvpnPeerKey,
  value: OvpnPeerSettings,
  fieldPath: FieldPath,
): OvpnAttributes {
  const { ifindex, peer } = fromOvpnPeerKey(key, fieldPath);
  const changes = settings.toKernel(value as Settings, fieldPath);
  checkEnds(changes, fieldPath);
  return { ifindex: ifindex!, peer: { ...peer, ...changes } };
}

/** What the kernel refuses without naming the attribute. */
function checkEnds(
  {
    remoteIpv4,
    remoteIpv6,
    remotePort,
    remoteIpv6ScopeId,
    localIpv4,
    localIpv6,
  }: OvpnPeerAttributes,
  fieldPath: FieldPath,
): void {
  const remote = remoteIpv4 ?? remoteIpv6;
  if (remote !== undefined && remotePort === undefined) {
    throw fieldPath.at("remotePort").wrong(
      remotePort,
      "it has to be given with remote",
    );
  }
  if (remote === undefined && remotePort !== undefined) {
    throw fieldPath.at("remote").wrong(
      remote,
      "it has to be given with remotePort",
    );
  }
  if (remoteIpv6ScopeId !== undefined && remoteIpv6 === undefined) {
    throw fieldPath.at("remoteScope").wrong(
      remoteIpv6ScopeId,
      "remote is no IPv6 address",
    );
  }
  const local = localIpv4 ?? localIpv6;
  const isAlike = (localIpv4 === undefined) === (remoteIpv4 === undefined) &&
    (localIpv6 === undefined) === (remoteIpv6 === undefined);
  if (local !== undefined && !isAlike) {
    throw fieldPath.at("local").wrong(
      local,
      "remote is no address of the same family",
    );
  }
}
