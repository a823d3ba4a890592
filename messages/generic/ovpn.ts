/**
 * Data channels of OpenVPN in the kernel, family `ovpn`: `OVPN_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/ovpn.h | linux/ovpn.h}
 * @see {@link https://docs.kernel.org/networking/netlink_spec/ovpn.html | ovpn netlink specification}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  be16,
  type Codec,
  ipv4Address,
  ipv6Address,
  s32,
  u16,
  u32,
  uint,
} from "../codec/mod.ts";
import { fixedSecretBytes, secretBytes } from "../codec/secret.ts";
import type { GenericMessage } from "./header.ts";

/** Name of the family. */
export const OVPN_FAMILY_NAME = "ovpn";
/** Version of the family's interface. */
export const OVPN_FAMILY_VERSION = 1;
/** Name of the multicast group of what happens to peers. */
export const OVPN_MCGRP_PEERS = "peers";
/** Bytes of the end of a nonce. */
export const OVPN_NONCE_TAIL_SIZE = 8;

/** Adds a peer. */
export const OVPN_CMD_PEER_NEW = 1;
/** Changes a peer. */
export const OVPN_CMD_PEER_SET = 2;
/** Asks for peers. */
export const OVPN_CMD_PEER_GET = 3;
/** Deletes a peer. */
export const OVPN_CMD_PEER_DEL = 4;
/** Reports that a peer is gone. */
export const OVPN_CMD_PEER_DEL_NTF = 5;
/** Adds a key. */
export const OVPN_CMD_KEY_NEW = 6;
/** Asks for a key. */
export const OVPN_CMD_KEY_GET = 7;
/** Exchanges the keys of a peer. */
export const OVPN_CMD_KEY_SWAP = 8;
/** Reports that a peer needs another key. */
export const OVPN_CMD_KEY_SWAP_NTF = 9;
/** Deletes a key. */
export const OVPN_CMD_KEY_DEL = 10;
/** Reports that a peer has another address. */
export const OVPN_CMD_PEER_FLOAT_NTF = 11;

/** Ciphers: `OVPN_CIPHER_ALG_*`. */
export const OVPN_CIPHER_ALGS = {
  /** None (`OVPN_CIPHER_ALG_NONE`). */
  "none": 0,
  /** AES in Galois/Counter Mode (`OVPN_CIPHER_ALG_AES_GCM`). */
  "aes-gcm": 1,
  /** ChaCha20 with Poly1305 (`OVPN_CIPHER_ALG_CHACHA20_POLY1305`). */
  "chacha20-poly1305": 2,
} as const;

/** Why a peer is gone: `OVPN_DEL_PEER_REASON_*`. */
export const OVPN_DEL_PEER_REASONS = {
  /** Its device is gone (`OVPN_DEL_PEER_REASON_TEARDOWN`). */
  "teardown": 0,
  /** A program has deleted it (`OVPN_DEL_PEER_REASON_USERSPACE`). */
  "userspace": 1,
  /** It was silent for too long (`OVPN_DEL_PEER_REASON_EXPIRED`). */
  "expired": 2,
  /** Its socket has failed (`OVPN_DEL_PEER_REASON_TRANSPORT_ERROR`). */
  "transport-error": 3,
  /**
   * Its socket is closed, or has lost the connection
   * (`OVPN_DEL_PEER_REASON_TRANSPORT_DISCONNECT`).
   */
  "transport-disconnect": 4,
} as const;

/** Where keys are stored: `OVPN_KEY_SLOT_*`. */
export const OVPN_KEY_SLOTS = {
  /** That which is encrypted with (`OVPN_KEY_SLOT_PRIMARY`). */
  "primary": 0,
  /** The one before, or the next one (`OVPN_KEY_SLOT_SECONDARY`). */
  "secondary": 1,
} as const;

/** A peer: `OVPN_A_PEER_*`. */
export interface OvpnPeerAttributes extends Attributes {
  /** Number of the peer, 24 bits (`OVPN_A_PEER_ID`). */
  id?: number;
  /** Its address, of IPv4 (`OVPN_A_PEER_REMOTE_IPV4`). */
  remoteIpv4?: string;
  /** Its address, of IPv6 (`OVPN_A_PEER_REMOTE_IPV6`). */
  remoteIpv6?: string;
  /**
   * Index of the link that its address belongs to
   * (`OVPN_A_PEER_REMOTE_IPV6_SCOPE_ID`).
   */
  remoteIpv6ScopeId?: number;
  /** Its port (`OVPN_A_PEER_REMOTE_PORT`). */
  remotePort?: number;
  /** Descriptor of the socket; requests only (`OVPN_A_PEER_SOCKET`). */
  socket?: number;
  /**
   * Number of the network namespace of the socket, if that is another one;
   * replies only (`OVPN_A_PEER_SOCKET_NETNSID`).
   */
  socketNetnsid?: number;
  /** Its IPv4 address in the tunnel (`OVPN_A_PEER_VPN_IPV4`). */
  vpnIpv4?: string;
  /** Its IPv6 address in the tunnel (`OVPN_A_PEER_VPN_IPV6`). */
  vpnIpv6?: string;
  /** Address of this end, of IPv4 (`OVPN_A_PEER_LOCAL_IPV4`). */
  localIpv4?: string;
  /** Address of this end, of IPv6 (`OVPN_A_PEER_LOCAL_IPV6`). */
  localIpv6?: string;
  /** Port of this end; replies only (`OVPN_A_PEER_LOCAL_PORT`). */
  localPort?: number;
  /**
   * Seconds after which a sign of life is sent
   * (`OVPN_A_PEER_KEEPALIVE_INTERVAL`).
   */
  keepaliveInterval?: number;
  /**
   * Seconds of silence after which the peer is deleted
   * (`OVPN_A_PEER_KEEPALIVE_TIMEOUT`).
   */
  keepaliveTimeout?: number;
  /**
   * One of {@linkcode OVPN_DEL_PEER_REASONS}; reports only
   * (`OVPN_A_PEER_DEL_REASON`).
   */
  delReason?: number;
  /** Bytes received through the tunnel (`OVPN_A_PEER_VPN_RX_BYTES`). */
  vpnRxBytes?: bigint;
  /** Bytes sent through the tunnel (`OVPN_A_PEER_VPN_TX_BYTES`). */
  vpnTxBytes?: bigint;
  /** Packets received through the tunnel (`OVPN_A_PEER_VPN_RX_PACKETS`). */
  vpnRxPackets?: bigint;
  /** Packets sent through the tunnel (`OVPN_A_PEER_VPN_TX_PACKETS`). */
  vpnTxPackets?: bigint;
  /** Bytes received from the socket (`OVPN_A_PEER_LINK_RX_BYTES`). */
  linkRxBytes?: bigint;
  /** Bytes sent to the socket (`OVPN_A_PEER_LINK_TX_BYTES`). */
  linkTxBytes?: bigint;
  /** Packets received from the socket (`OVPN_A_PEER_LINK_RX_PACKETS`). */
  linkRxPackets?: bigint;
  /** Packets sent to the socket (`OVPN_A_PEER_LINK_TX_PACKETS`). */
  linkTxPackets?: bigint;
  /**
   * Number that the peer has for this end, in packets that are sent to it
   * (`OVPN_A_PEER_TX_ID`).
   */
  txId?: number;
}

/** Key of one direction; requests only: `OVPN_A_KEYDIR_*`. */
export interface OvpnKeydir extends Attributes {
  /** The key; it prints as `(hidden)` (`OVPN_A_KEYDIR_CIPHER_KEY`). */
  cipherKey?: Uint8Array;
  /**
   * The end of nonces; it prints as `(hidden)` (`OVPN_A_KEYDIR_NONCE_TAIL`).
   */
  nonceTail?: Uint8Array;
}

/** A key of a peer: `OVPN_A_KEYCONF_*`. */
export interface OvpnKeyconf extends Attributes {
  /** Number of the peer (`OVPN_A_KEYCONF_PEER_ID`). */
  peerId?: number;
  /** One of {@linkcode OVPN_KEY_SLOTS} (`OVPN_A_KEYCONF_SLOT`). */
  slot?: number;
  /** Number of the key, 0 to 7 (`OVPN_A_KEYCONF_KEY_ID`). */
  keyId?: number;
  /** One of {@linkcode OVPN_CIPHER_ALGS} (`OVPN_A_KEYCONF_CIPHER_ALG`). */
  cipherAlg?: number;
  /** What is encrypted with (`OVPN_A_KEYCONF_ENCRYPT_DIR`). */
  encryptDir?: OvpnKeydir;
  /** What is decrypted with (`OVPN_A_KEYCONF_DECRYPT_DIR`). */
  decryptDir?: OvpnKeydir;
}

/** A peer or a key of a device: `OVPN_A_*`. */
export interface OvpnAttributes extends Attributes {
  /** Index of the link; requests and reports only (`OVPN_A_IFINDEX`). */
  ifindex?: number;
  /** The peer (`OVPN_A_PEER`). */
  peer?: OvpnPeerAttributes;
  /** The key (`OVPN_A_KEYCONF`). */
  keyconf?: OvpnKeyconf;
}

/** A message of the family `ovpn`. */
export type OvpnMessage = GenericMessage<OvpnAttributes>;

/** Codec of {@linkcode OvpnPeerAttributes}. */
export const ovpnPeerAttributes: Codec<OvpnPeerAttributes> = attributes({
  id: ["OVPN_A_PEER_ID", 1, u32],
  remoteIpv4: ["OVPN_A_PEER_REMOTE_IPV4", 2, ipv4Address],
  remoteIpv6: ["OVPN_A_PEER_REMOTE_IPV6", 3, ipv6Address],
  remoteIpv6ScopeId: ["OVPN_A_PEER_REMOTE_IPV6_SCOPE_ID", 4, u32],
  remotePort: ["OVPN_A_PEER_REMOTE_PORT", 5, be16],
  socket: ["OVPN_A_PEER_SOCKET", 6, u32],
  socketNetnsid: ["OVPN_A_PEER_SOCKET_NETNSID", 7, s32],
  vpnIpv4: ["OVPN_A_PEER_VPN_IPV4", 8, ipv4Address],
  vpnIpv6: ["OVPN_A_PEER_VPN_IPV6", 9, ipv6Address],
  localIpv4: ["OVPN_A_PEER_LOCAL_IPV4", 10, ipv4Address],
  localIpv6: ["OVPN_A_PEER_LOCAL_IPV6", 11, ipv6Address],
  localPort: ["OVPN_A_PEER_LOCAL_PORT", 12, be16],
  keepaliveInterval: ["OVPN_A_PEER_KEEPALIVE_INTERVAL", 13, u32],
  keepaliveTimeout: ["OVPN_A_PEER_KEEPALIVE_TIMEOUT", 14, u32],
  delReason: ["OVPN_A_PEER_DEL_REASON", 15, u32],
  vpnRxBytes: ["OVPN_A_PEER_VPN_RX_BYTES", 16, uint],
  vpnTxBytes: ["OVPN_A_PEER_VPN_TX_BYTES", 17, uint],
  vpnRxPackets: ["OVPN_A_PEER_VPN_RX_PACKETS", 18, uint],
  vpnTxPackets: ["OVPN_A_PEER_VPN_TX_PACKETS", 19, uint],
  linkRxBytes: ["OVPN_A_PEER_LINK_RX_BYTES", 20, uint],
  linkTxBytes: ["OVPN_A_PEER_LINK_TX_BYTES", 21, uint],
  linkRxPackets: ["OVPN_A_PEER_LINK_RX_PACKETS", 22, uint],
  linkTxPackets: ["OVPN_A_PEER_LINK_TX_PACKETS", 23, uint],
  txId: ["OVPN_A_PEER_TX_ID", 24, u32],
});

/** Codec of {@linkcode OvpnKeydir}. */
export const ovpnKeydir: Codec<OvpnKeydir> = attributes({
  cipherKey: ["OVPN_A_KEYDIR_CIPHER_KEY", 1, secretBytes],
  nonceTail: [
    "OVPN_A_KEYDIR_NONCE_TAIL",
    2,
    fixedSecretBytes(OVPN_NONCE_TAIL_SIZE),
  ],
});

function attributesWith(keyId: Codec<number>): Codec<OvpnAttributes> {
  return attributes<OvpnAttributes>({
    ifindex: ["OVPN_A_IFINDEX", 1, u32],
    peer: ["OVPN_A_PEER", 2, ovpnPeerAttributes],
    keyconf: [
      "OVPN_A_KEYCONF",
      3,
      attributes<OvpnKeyconf>({
        peerId: ["OVPN_A_KEYCONF_PEER_ID", 1, u32],
        slot: ["OVPN_A_KEYCONF_SLOT", 2, u32],
        keyId: ["OVPN_A_KEYCONF_KEY_ID", 3, keyId],
        cipherAlg: ["OVPN_A_KEYCONF_CIPHER_ALG", 4, u32],
        encryptDir: ["OVPN_A_KEYCONF_ENCRYPT_DIR", 5, ovpnKeydir],
        decryptDir: ["OVPN_A_KEYCONF_DECRYPT_DIR", 6, ovpnKeydir],
      }),
    ],
  });
}

/** Codec of {@linkcode OvpnAttributes}. */
export const ovpnAttributes: Codec<OvpnAttributes> = attributesWith(u32);

/**
 * Codec of {@linkcode OvpnAttributes} in reports that a peer needs another key,
 * where kernels have 16 bits for the number of the key.
 */
export const ovpnKeySwapAttributes: Codec<OvpnAttributes> = attributesWith(u16);

/** Attributes of requests, replies and reports, by command. */
export const ovpnCommands: ReadonlyMap<number, Codec<Attributes>> = new Map<
  number,
  Codec<Attributes>
>([
  [OVPN_CMD_PEER_NEW, ovpnAttributes],
  [OVPN_CMD_PEER_SET, ovpnAttributes],
  [OVPN_CMD_PEER_GET, ovpnAttributes],
  [OVPN_CMD_PEER_DEL, ovpnAttributes],
  [OVPN_CMD_PEER_DEL_NTF, ovpnAttributes],
  [OVPN_CMD_KEY_NEW, ovpnAttributes],
  [OVPN_CMD_KEY_GET, ovpnAttributes],
  [OVPN_CMD_KEY_SWAP, ovpnAttributes],
  [OVPN_CMD_KEY_SWAP_NTF, ovpnKeySwapAttributes],
  [OVPN_CMD_KEY_DEL, ovpnAttributes],
  [OVPN_CMD_PEER_FLOAT_NTF, ovpnAttributes],
]);
