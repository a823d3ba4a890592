/**
 * Handshakes of TLS that the kernel has programs do for its sockets, family
 * `handshake`: `HANDSHAKE_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/handshake.h | linux/handshake.h}
 * @see {@link https://docs.kernel.org/networking/netlink_spec/handshake.html | handshake netlink specification}
 * @see {@link https://docs.kernel.org/networking/tls-handshake.html | In-Kernel TLS Handshake}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  multi,
  s32,
  string,
  u32,
} from "../codec/mod.ts";

/** Name of the family. */
export const HANDSHAKE_FAMILY_NAME = "handshake";
/** Version of the family's interface. */
export const HANDSHAKE_FAMILY_VERSION = 1;
/** Name of the multicast group of handshakes that nobody is for. */
export const HANDSHAKE_MCGRP_NONE = "none";
/** Name of the multicast group of handshakes for tlshd. */
export const HANDSHAKE_MCGRP_TLSHD = "tlshd";

/** Reports that a handshake is wanted. */
export const HANDSHAKE_CMD_READY = 1;
/** Takes the next handshake. */
export const HANDSHAKE_CMD_ACCEPT = 2;
/** Reports how a handshake ended. */
export const HANDSHAKE_CMD_DONE = 3;

/** Who handshakes are for: `HANDSHAKE_HANDLER_CLASS_*`. */
export const HANDSHAKE_HANDLER_CLASSES = {
  /** Nobody (`HANDSHAKE_HANDLER_CLASS_NONE`). */
  none: 0,
  /** The program tlshd (`HANDSHAKE_HANDLER_CLASS_TLSHD`). */
  tlshd: 1,
} as const;

/** Which end a socket is: `HANDSHAKE_MSG_TYPE_*`. */
export const HANDSHAKE_MESSAGE_TYPES = {
  /** The client (`HANDSHAKE_MSG_TYPE_CLIENTHELLO`). */
  "client-hello": 1,
  /** The server (`HANDSHAKE_MSG_TYPE_SERVERHELLO`). */
  "server-hello": 2,
} as const;

/** How ends show who they are: `HANDSHAKE_AUTH_*`. */
export const HANDSHAKE_AUTH_MODES = {
  /** Not at all (`HANDSHAKE_AUTH_UNAUTH`). */
  unauthenticated: 1,
  /** By a preshared key (`HANDSHAKE_AUTH_PSK`). */
  "preshared-key": 2,
  /** By a certificate (`HANDSHAKE_AUTH_X509`). */
  x509: 3,
} as const;

/** A certificate: `HANDSHAKE_A_X509_*`. */
export interface HandshakeCertificate extends Attributes {
  /**
   * Serial number of the key that has the certificate
   * (`HANDSHAKE_A_X509_CERT`).
   */
  cert?: number;
  /**
   * Serial number of the key that has the private key
   * (`HANDSHAKE_A_X509_PRIVKEY`).
   */
  privkey?: number;
}

/** A handshake that is wanted: `HANDSHAKE_A_ACCEPT_*`. */
export interface HandshakeAccept extends Attributes {
  /** File descriptor of the socket (`HANDSHAKE_A_ACCEPT_SOCKFD`). */
  sockfd?: number;
  /**
   * One of {@linkcode HANDSHAKE_HANDLER_CLASSES}
   * (`HANDSHAKE_A_ACCEPT_HANDLER_CLASS`).
   */
  handlerClass?: number;
  /**
   * One of {@linkcode HANDSHAKE_MESSAGE_TYPES}
   * (`HANDSHAKE_A_ACCEPT_MESSAGE_TYPE`).
   */
  messageType?: number;
  /** Milliseconds that it may take (`HANDSHAKE_A_ACCEPT_TIMEOUT`). */
  timeout?: number;
  /**
   * One of {@linkcode HANDSHAKE_AUTH_MODES} (`HANDSHAKE_A_ACCEPT_AUTH_MODE`).
   */
  authMode?: number;
  /**
   * Serial numbers of the keys that have preshared keys
   * (`HANDSHAKE_A_ACCEPT_PEER_IDENTITY`).
   */
  peerIdentity?: number[];
  /** Certificates (`HANDSHAKE_A_ACCEPT_CERTIFICATE`). */
  certificate?: HandshakeCertificate[];
  /** Name of the peer (`HANDSHAKE_A_ACCEPT_PEERNAME`). */
  peername?: string;
  /** Serial number of a keyring (`HANDSHAKE_A_ACCEPT_KEYRING`). */
  keyring?: number;
}

/** How a handshake ended: `HANDSHAKE_A_DONE_*`. */
export interface HandshakeDone extends Attributes {
  /** Error number, 0 for success (`HANDSHAKE_A_DONE_STATUS`). */
  status?: number;
  /** File descriptor of the socket (`HANDSHAKE_A_DONE_SOCKFD`). */
  sockfd?: number;
  /**
   * Serial numbers of the keys that the peer is known by
   * (`HANDSHAKE_A_DONE_REMOTE_AUTH`).
   */
  remoteAuth?: number[];
}

/** Codec of {@linkcode HandshakeCertificate}. */
export const handshakeCertificate: Codec<HandshakeCertificate> = attributes({
  cert: ["HANDSHAKE_A_X509_CERT", 1, s32],
  privkey: ["HANDSHAKE_A_X509_PRIVKEY", 2, s32],
});

/** Codec of {@linkcode HandshakeAccept}. */
export const handshakeAccept: Codec<HandshakeAccept> = attributes({
  sockfd: ["HANDSHAKE_A_ACCEPT_SOCKFD", 1, s32],
  handlerClass: ["HANDSHAKE_A_ACCEPT_HANDLER_CLASS", 2, u32],
  messageType: ["HANDSHAKE_A_ACCEPT_MESSAGE_TYPE", 3, u32],
  timeout: ["HANDSHAKE_A_ACCEPT_TIMEOUT", 4, u32],
  authMode: ["HANDSHAKE_A_ACCEPT_AUTH_MODE", 5, u32],
  peerIdentity: ["HANDSHAKE_A_ACCEPT_PEER_IDENTITY", 6, multi(u32)],
  certificate: [
    "HANDSHAKE_A_ACCEPT_CERTIFICATE",
    7,
    multi(handshakeCertificate),
  ],
  peername: ["HANDSHAKE_A_ACCEPT_PEERNAME", 8, string],
  keyring: ["HANDSHAKE_A_ACCEPT_KEYRING", 9, u32],
});

/** Codec of {@linkcode HandshakeDone}. */
export const handshakeDone: Codec<HandshakeDone> = attributes({
  status: ["HANDSHAKE_A_DONE_STATUS", 1, u32],
  sockfd: ["HANDSHAKE_A_DONE_SOCKFD", 2, s32],
  remoteAuth: ["HANDSHAKE_A_DONE_REMOTE_AUTH", 3, multi(u32)],
});

/** Attributes of requests and replies, by command. */
export const handshakeCommands: ReadonlyMap<number, Codec<Attributes>> =
  new Map<
    number,
    Codec<Attributes>
  >([
    [HANDSHAKE_CMD_READY, handshakeAccept],
    [HANDSHAKE_CMD_ACCEPT, handshakeAccept],
    [HANDSHAKE_CMD_DONE, handshakeDone],
  ]);
