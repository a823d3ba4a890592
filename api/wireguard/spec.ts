/**
 * Devices and peers of WireGuard in people's terms.
 *
 * @see {@link https://man7.org/linux/man-pages/man8/wg.8.html | wg(8)}
 *
 * @module
 */

import type { WgMessage } from "../../messages/generic/wireguard.ts";

/** Networks that are given to a peer and taken from it; others stay. */
export interface WireguardNetworkChange {
  /** Networks to add, in CIDR notation; they are taken from other peers. */
  add?: string[];
  /** Networks to remove, in CIDR notation; Linux 6.17 or newer. */
  remove?: string[];
}

/** What of a peer can be set. */
export interface WireguardPeerSettings {
  /** Preshared key in base64; `null` for none (`WGPEER_A_PRESHARED_KEY`). */
  presharedKey?: string | null;
  /**
   * Where it is reached: an IP address and a port, such as `192.0.2.1:51820`,
   * `[2001:db8::1]:51820` or `[fe80::1%eth0]:51820` (`WGPEER_A_ENDPOINT`).
   */
  endpoint?: string;
  /**
   * Seconds after which a packet is sent to it if there is none, 1 to 65535;
   * `null` for never (`WGPEER_A_PERSISTENT_KEEPALIVE_INTERVAL`).
   */
  keepalive?: number | null;
  /**
   * Networks behind it in CIDR notation, instead of those that it has, or how
   * these change (`WGPEER_A_ALLOWEDIPS`).
   */
  allowedIps?: string[] | WireguardNetworkChange;
}

/** A peer to be added, changed or removed. */
export interface WireguardPeerSpec extends WireguardPeerSettings {
  /** Public key in base64, which names it (`WGPEER_A_PUBLIC_KEY`). */
  publicKey: string;
  /** Removes it (`WGPEER_F_REMOVE_ME`). */
  remove?: boolean;
  /** Changes it only if it is there (`WGPEER_F_UPDATE_ONLY`). */
  updateOnly?: boolean;
}

/** What of a device can be set, without its peers. */
export interface WireguardDeviceSettings {
  /** Private key in base64; `null` for none (`WGDEVICE_A_PRIVATE_KEY`). */
  privateKey?: string | null;
  /**
   * UDP port that it listens at; the kernel chooses one for 0
   * (`WGDEVICE_A_LISTEN_PORT`).
   */
  listenPort?: number;
  /** Mark of the packets that it sends; `null` for none (`WGDEVICE_A_FWMARK`). */
  firewallMark?: number | null;
}

/** What to change about a device; what is missing stays as it is. */
export interface WireguardSettings extends WireguardDeviceSettings {
  /** Peers to add, change or remove (`WGDEVICE_A_PEERS`). */
  peers?: WireguardPeerSpec[];
  /** Removes all peers that are not among these (`WGDEVICE_F_REPLACE_PEERS`). */
  replacePeers?: boolean;
}

/**
 * A peer of a {@linkcode WireguardConfig}: a preshared key, a keepalive and
 * networks that are missing are none.
 */
export interface WireguardPeerConfig {
  /** Public key in base64, which names it. */
  publicKey: string;
  /** Preshared key in base64. */
  presharedKey?: string | null;
  /** Where it is reached; if it is missing, the kernel's stays. */
  endpoint?: string;
  /** Seconds after which a packet is sent to it if there is none. */
  keepalive?: number | null;
  /** Networks behind it in CIDR notation. */
  allowedIps?: string[];
}

/** What a device is to be: with these peers, and no others. */
export interface WireguardConfig extends WireguardDeviceSettings {
  /** The peers; if they are missing, those that there are stay. */
  peers?: WireguardPeerConfig[];
}

/** A peer; in the console and in JSON, its preshared key is `(hidden)`. */
export interface WireguardPeer extends WireguardPeerConfig {
  /** Preshared key in base64; `null` for none. */
  presharedKey: string | null;
  /** Seconds after which a packet is sent to it; `null` for never. */
  keepalive: number | null;
  /** Networks behind it in CIDR notation. */
  allowedIps: string[];
  /**
   * When keys were agreed on last; missing if that has not happened
   * (`WGPEER_A_LAST_HANDSHAKE_TIME`).
   */
  readonly latestHandshake?: Date;
  /** Bytes received from it (`WGPEER_A_RX_BYTES`). */
  readonly receivedBytes: bigint;
  /** Bytes sent to it (`WGPEER_A_TX_BYTES`). */
  readonly sentBytes: bigint;
  /** Version of the protocol (`WGPEER_A_PROTOCOL_VERSION`). */
  readonly protocolVersion?: number;
}

/** A device; in the console and in JSON, its private key is `(hidden)`. */
export interface WireguardDevice extends WireguardConfig {
  /** Index of the link (`WGDEVICE_A_IFINDEX`). */
  readonly index: number;
  /** Name of the link (`WGDEVICE_A_IFNAME`). */
  readonly name: string;
  /** Private key in base64; `null` for none. */
  privateKey: string | null;
  /** Public key in base64; `null` for none (`WGDEVICE_A_PUBLIC_KEY`). */
  readonly publicKey: string | null;
  /** UDP port that it listens at; 0 before it was up. */
  listenPort: number;
  /** Mark of the packets that it sends; `null` for none. */
  firewallMark: number | null;
  /** Its peers. */
  peers: WireguardPeer[];
  /** The message that this was read from; several are joined. */
  readonly message: WgMessage;
}

/** Which devices to list; what is not given does not matter. */
export interface WireguardFilter {
  /** Devices that listen at this UDP port. */
  listenPort?: number;
  /** Devices with this mark; `null` for none. */
  firewallMark?: number | null;
  /** Devices with this public key, in base64. */
  publicKey?: string;
  /** Devices that have a peer with this public key, in base64. */
  peer?: string;
}
