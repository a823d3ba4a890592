/**
 * Devices and peers of WireGuard, family `wireguard`: `WG_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/wireguard.h | linux/wireguard.h}
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/Documentation/netlink/specs/wireguard.yaml | netlink/specs/wireguard.yaml}
 * @see {@link https://man7.org/linux/man-pages/man8/wg.8.html | wg(8)}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  fixedBytes,
  ipAddress,
  list,
  s64,
  string,
  struct,
  u16,
  u32,
  u64,
  u8,
} from "../codec/mod.ts";
import { fixedSecretBytes } from "../codec/secret.ts";
import { type SocketAddress, socketAddress } from "../codec/socket_address.ts";
import { type GenericMessage, genericMessage } from "./header.ts";

/** Name of the family. */
export const WG_GENL_NAME = "wireguard";
/** Version of the family's interface. */
export const WG_GENL_VERSION = 1;
/** Bytes of a key. */
export const WG_KEY_LEN = 32;

/** Asks for a device with its peers, which the kernel dumps. */
export const WG_CMD_GET_DEVICE = 0;
/** Changes a device and its peers. */
export const WG_CMD_SET_DEVICE = 1;

/** All peers are removed before those of the request are added. */
export const WGDEVICE_F_REPLACE_PEERS = 0x1;

/** The peer is removed. */
export const WGPEER_F_REMOVE_ME = 0x1;
/** The networks of the peer are removed before those of the request are added. */
export const WGPEER_F_REPLACE_ALLOWEDIPS = 0x2;
/** The peer is changed if it is there, and not added otherwise. */
export const WGPEER_F_UPDATE_ONLY = 0x4;

/** The network is removed from the peer. */
export const WGALLOWEDIP_F_REMOVE_ME = 0x1;

/** A point in time (`struct __kernel_timespec`). */
export interface KernelTimespec {
  /** Seconds since 1970 (`tv_sec`). */
  sec: bigint;
  /** Nanoseconds after that second (`tv_nsec`). */
  nsec: bigint;
}

/** A network that a peer may use, in both directions: `WGALLOWEDIP_A_*`. */
export interface WgAllowedIp extends Attributes {
  /** Address family, `AF_INET` or `AF_INET6` (`WGALLOWEDIP_A_FAMILY`). */
  family?: number;
  /** Address of the network (`WGALLOWEDIP_A_IPADDR`). */
  ipaddr?: string;
  /** Length of its prefix in bits (`WGALLOWEDIP_A_CIDR_MASK`). */
  cidrMask?: number;
  /** `WGALLOWEDIP_F_*`; requests only (`WGALLOWEDIP_A_FLAGS`). */
  flags?: number;
}

/** A peer: `WGPEER_A_*`. */
export interface WgPeer extends Attributes {
  /** Public key, by which it is named (`WGPEER_A_PUBLIC_KEY`). */
  publicKey?: Uint8Array;
  /**
   * Preshared key, zeros for none; what was decoded prints as `(hidden)`
   * (`WGPEER_A_PRESHARED_KEY`).
   */
  presharedKey?: Uint8Array;
  /** `WGPEER_F_*`; requests only (`WGPEER_A_FLAGS`). */
  flags?: number;
  /** Where it is reached (`WGPEER_A_ENDPOINT`). */
  endpoint?: SocketAddress;
  /**
   * Seconds after which a packet is sent if there is none, 0 for never
   * (`WGPEER_A_PERSISTENT_KEEPALIVE_INTERVAL`).
   */
  persistentKeepaliveInterval?: number;
  /**
   * When keys were agreed on last, zeros for never; replies only
   * (`WGPEER_A_LAST_HANDSHAKE_TIME`).
   */
  lastHandshakeTime?: KernelTimespec;
  /** Bytes received; replies only (`WGPEER_A_RX_BYTES`). */
  rxBytes?: bigint;
  /** Bytes sent; replies only (`WGPEER_A_TX_BYTES`). */
  txBytes?: bigint;
  /** Networks behind it (`WGPEER_A_ALLOWEDIPS`). */
  allowedIps?: WgAllowedIp[];
  /** Version of the protocol, 1 (`WGPEER_A_PROTOCOL_VERSION`). */
  protocolVersion?: number;
}

/** A device: `WGDEVICE_A_*`. */
export interface WgDevice extends Attributes {
  /** Index of the link (`WGDEVICE_A_IFINDEX`). */
  ifindex?: number;
  /** Name of the link (`WGDEVICE_A_IFNAME`). */
  ifname?: string;
  /**
   * Private key, zeros for none; what was decoded prints as `(hidden)`
   * (`WGDEVICE_A_PRIVATE_KEY`).
   */
  privateKey?: Uint8Array;
  /** Public key; replies only (`WGDEVICE_A_PUBLIC_KEY`). */
  publicKey?: Uint8Array;
  /** `WGDEVICE_F_*`; requests only (`WGDEVICE_A_FLAGS`). */
  flags?: number;
  /**
   * UDP port that it listens at; the kernel chooses one for 0
   * (`WGDEVICE_A_LISTEN_PORT`).
   */
  listenPort?: number;
  /** Mark of the packets that it sends, 0 for none (`WGDEVICE_A_FWMARK`). */
  fwmark?: number;
  /** Peers (`WGDEVICE_A_PEERS`). */
  peers?: WgPeer[];
}

/** A message of the family `wireguard`. */
export type WgMessage = GenericMessage<WgDevice>;

/** Codec of {@linkcode KernelTimespec}. */
export const kernelTimespec: Codec<KernelTimespec> = struct({
  sec: s64,
  nsec: s64,
});

/** Codec of {@linkcode WgAllowedIp}. */
export const wgAllowedIp: Codec<WgAllowedIp> = attributes({
  family: ["WGALLOWEDIP_A_FAMILY", 1, u16],
  ipaddr: ["WGALLOWEDIP_A_IPADDR", 2, ipAddress],
  cidrMask: ["WGALLOWEDIP_A_CIDR_MASK", 3, u8],
  flags: ["WGALLOWEDIP_A_FLAGS", 4, u32],
});

/** Codec of {@linkcode WgPeer}. */
export const wgPeer: Codec<WgPeer> = attributes({
  publicKey: ["WGPEER_A_PUBLIC_KEY", 1, fixedBytes(WG_KEY_LEN)],
  presharedKey: ["WGPEER_A_PRESHARED_KEY", 2, fixedSecretBytes(WG_KEY_LEN)],
  flags: ["WGPEER_A_FLAGS", 3, u32],
  endpoint: ["WGPEER_A_ENDPOINT", 4, socketAddress],
  persistentKeepaliveInterval: [
    "WGPEER_A_PERSISTENT_KEEPALIVE_INTERVAL",
    5,
    u16,
  ],
  lastHandshakeTime: ["WGPEER_A_LAST_HANDSHAKE_TIME", 6, kernelTimespec],
  rxBytes: ["WGPEER_A_RX_BYTES", 7, u64],
  txBytes: ["WGPEER_A_TX_BYTES", 8, u64],
  // Neither side counts the entries of its lists: all have the type 0.
  allowedIps: [
    "WGPEER_A_ALLOWEDIPS",
    9,
    list(wgAllowedIp, ["WGALLOWEDIP_A_UNSPEC", 0]),
  ],
  protocolVersion: ["WGPEER_A_PROTOCOL_VERSION", 10, u32],
});

/** Codec of {@linkcode WgDevice}. */
export const wgDevice: Codec<WgDevice> = attributes({
  ifindex: ["WGDEVICE_A_IFINDEX", 1, u32],
  ifname: ["WGDEVICE_A_IFNAME", 2, string],
  privateKey: ["WGDEVICE_A_PRIVATE_KEY", 3, fixedSecretBytes(WG_KEY_LEN)],
  publicKey: ["WGDEVICE_A_PUBLIC_KEY", 4, fixedBytes(WG_KEY_LEN)],
  flags: ["WGDEVICE_A_FLAGS", 5, u32],
  listenPort: ["WGDEVICE_A_LISTEN_PORT", 6, u16],
  fwmark: ["WGDEVICE_A_FWMARK", 7, u32],
  peers: ["WGDEVICE_A_PEERS", 8, list(wgPeer, ["WGPEER_A_UNSPEC", 0])],
});

/** Codec of {@linkcode WgMessage}. */
export const wgMessage: Codec<WgMessage> = genericMessage(wgDevice);
