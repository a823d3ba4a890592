/**
 * Tunnels and sessions of L2TP version 3, family `l2tp`: `L2TP_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/l2tp.h | linux/l2tp.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/net/l2tp/l2tp_netlink.c | net/l2tp/l2tp_netlink.c}
 * @see {@link https://man7.org/linux/man-pages/man8/ip-l2tp.8.html | ip-l2tp(8)}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  bytes,
  type Codec,
  flag,
  ipv4Address,
  ipv6Address,
  string,
  u16,
  u32,
  u64,
  u8,
} from "../codec/mod.ts";
import { type GenericMessage, genericMessage } from "./header.ts";

/** Name of the family. */
export const L2TP_GENL_NAME = "l2tp";
/** Name of the multicast group. */
export const L2TP_GENL_MCGROUP = "l2tp";

/** Version of the family's interface. */
export const L2TP_GENL_VERSION = 1;

/** Asks whether the family is there. */
export const L2TP_CMD_NOOP = 0;
/** Adds a tunnel. */
export const L2TP_CMD_TUNNEL_CREATE = 1;
/** Deletes a tunnel. */
export const L2TP_CMD_TUNNEL_DELETE = 2;
/** Changes a tunnel. */
export const L2TP_CMD_TUNNEL_MODIFY = 3;
/** Asks for tunnels. */
export const L2TP_CMD_TUNNEL_GET = 4;
/** Adds a session. */
export const L2TP_CMD_SESSION_CREATE = 5;
/** Deletes a session. */
export const L2TP_CMD_SESSION_DELETE = 6;
/** Changes a session. */
export const L2TP_CMD_SESSION_MODIFY = 7;
/** Asks for sessions. */
export const L2TP_CMD_SESSION_GET = 8;

/** Nothing. */
export const L2TP_PWTYPE_NONE = 0;
/** Ethernet frames of a VLAN. */
export const L2TP_PWTYPE_ETH_VLAN = 4;
/** Ethernet frames. */
export const L2TP_PWTYPE_ETH = 5;
/** PPP frames. */
export const L2TP_PWTYPE_PPP = 7;
/** PPP frames, on the access concentrator's side. */
export const L2TP_PWTYPE_PPP_AC = 8;
/** IP packets. */
export const L2TP_PWTYPE_IP = 11;

/** UDP. */
export const L2TP_ENCAPTYPE_UDP = 0;
/** IP. */
export const L2TP_ENCAPTYPE_IP = 1;

/** No sublayer header. */
export const L2TP_L2SPECTYPE_NONE = 0;
/** The default sublayer header. */
export const L2TP_L2SPECTYPE_DEFAULT = 1;

/** Packets sent. */
export const L2TP_ATTR_TX_PACKETS = 1;
/** Bytes sent. */
export const L2TP_ATTR_TX_BYTES = 2;
/** Packets that could not be sent. */
export const L2TP_ATTR_TX_ERRORS = 3;
/** Packets received. */
export const L2TP_ATTR_RX_PACKETS = 4;
/** Bytes received. */
export const L2TP_ATTR_RX_BYTES = 5;
/** Packets dropped because of their sequence number. */
export const L2TP_ATTR_RX_SEQ_DISCARDS = 6;
/** Packets that came out of sequence. */
export const L2TP_ATTR_RX_OOS_PACKETS = 7;
/** Packets received with errors. */
export const L2TP_ATTR_RX_ERRORS = 8;
/** Padding before a 64-bit value. */
export const L2TP_ATTR_STATS_PAD = 9;
/** Packets dropped because of their cookie. */
export const L2TP_ATTR_RX_COOKIE_DISCARDS = 10;
/** Packets that were malformed. */
export const L2TP_ATTR_RX_INVALID = 11;

/** What a session carries: `L2TP_PWTYPE_*`. */
export const L2TP_ATTR_PW_TYPE = 1;
/** What a tunnel runs over: `L2TP_ENCAPTYPE_*`. */
export const L2TP_ATTR_ENCAP_TYPE = 2;
/** Unused. */
export const L2TP_ATTR_OFFSET = 3;
/** Unused. */
export const L2TP_ATTR_DATA_SEQ = 4;
/** Sublayer header: `L2TP_L2SPECTYPE_*`. */
export const L2TP_ATTR_L2SPEC_TYPE = 5;
/** Unused. */
export const L2TP_ATTR_L2SPEC_LEN = 6;
/** Version of L2TP, 2 or 3. */
export const L2TP_ATTR_PROTO_VERSION = 7;
/** Name of a session's link. */
export const L2TP_ATTR_IFNAME = 8;
/** Identifier of the tunnel. */
export const L2TP_ATTR_CONN_ID = 9;
/** Identifier of the tunnel at the peer. */
export const L2TP_ATTR_PEER_CONN_ID = 10;
/** Identifier of the session. */
export const L2TP_ATTR_SESSION_ID = 11;
/** Identifier of the session at the peer. */
export const L2TP_ATTR_PEER_SESSION_ID = 12;
/** 1 to send UDP checksums over IPv4. */
export const L2TP_ATTR_UDP_CSUM = 13;
/** Unused. */
export const L2TP_ATTR_VLAN_ID = 14;
/** Cookie of incoming packets. */
export const L2TP_ATTR_COOKIE = 15;
/** Cookie of outgoing packets. */
export const L2TP_ATTR_PEER_COOKIE = 16;
/** Unused. */
export const L2TP_ATTR_DEBUG = 17;
/** 1 if sequence numbers are expected. */
export const L2TP_ATTR_RECV_SEQ = 18;
/** 1 if sequence numbers are sent. */
export const L2TP_ATTR_SEND_SEQ = 19;
/** 1 if this end is the network server. */
export const L2TP_ATTR_LNS_MODE = 20;
/** 1 if the tunnel is protected by IPsec. */
export const L2TP_ATTR_USING_IPSEC = 21;
/** Milliseconds to wait for packets that are missing in the sequence. */
export const L2TP_ATTR_RECV_TIMEOUT = 22;
/** Descriptor of the tunnel's socket. */
export const L2TP_ATTR_FD = 23;
/** IPv4 address of this end. */
export const L2TP_ATTR_IP_SADDR = 24;
/** IPv4 address of the peer. */
export const L2TP_ATTR_IP_DADDR = 25;
/** UDP port of this end. */
export const L2TP_ATTR_UDP_SPORT = 26;
/** UDP port of the peer. */
export const L2TP_ATTR_UDP_DPORT = 27;
/** Unused. */
export const L2TP_ATTR_MTU = 28;
/** Unused. */
export const L2TP_ATTR_MRU = 29;
/** Statistics. */
export const L2TP_ATTR_STATS = 30;
/** IPv6 address of this end. */
export const L2TP_ATTR_IP6_SADDR = 31;
/** IPv6 address of the peer. */
export const L2TP_ATTR_IP6_DADDR = 32;
/** No UDP checksums are sent over IPv6. */
export const L2TP_ATTR_UDP_ZERO_CSUM6_TX = 33;
/** Packets without UDP checksum are accepted over IPv6. */
export const L2TP_ATTR_UDP_ZERO_CSUM6_RX = 34;
/** Padding before a 64-bit value. */
export const L2TP_ATTR_PAD = 35;

/** Statistics: `L2TP_ATTR_*` inside `L2TP_ATTR_STATS`. */
export interface L2tpStats extends Attributes {
  /** Packets sent (`L2TP_ATTR_TX_PACKETS`). */
  txPackets?: bigint;
  /** Bytes sent (`L2TP_ATTR_TX_BYTES`). */
  txBytes?: bigint;
  /** Packets that could not be sent (`L2TP_ATTR_TX_ERRORS`). */
  txErrors?: bigint;
  /** Packets received (`L2TP_ATTR_RX_PACKETS`). */
  rxPackets?: bigint;
  /** Bytes received (`L2TP_ATTR_RX_BYTES`). */
  rxBytes?: bigint;
  /**
   * Packets dropped because of their sequence number
   * (`L2TP_ATTR_RX_SEQ_DISCARDS`).
   */
  rxSeqDiscards?: bigint;
  /** Packets that came out of sequence (`L2TP_ATTR_RX_OOS_PACKETS`). */
  rxOosPackets?: bigint;
  /** Packets received with errors (`L2TP_ATTR_RX_ERRORS`). */
  rxErrors?: bigint;
  /**
   * Packets dropped because of their cookie (`L2TP_ATTR_RX_COOKIE_DISCARDS`).
   */
  rxCookieDiscards?: bigint;
  /** Packets that were malformed (`L2TP_ATTR_RX_INVALID`). */
  rxInvalid?: bigint;
}

/** What can be said of a tunnel or a session: `L2TP_ATTR_*`. */
export interface L2tpAttributes extends Attributes {
  /** What a session carries: `L2TP_PWTYPE_*` (`L2TP_ATTR_PW_TYPE`). */
  pwType?: number;
  /** What a tunnel runs over: `L2TP_ENCAPTYPE_*` (`L2TP_ATTR_ENCAP_TYPE`). */
  encapType?: number;
  /** Unused (`L2TP_ATTR_OFFSET`). */
  offset?: number;
  /** Unused (`L2TP_ATTR_DATA_SEQ`). */
  dataSeq?: number;
  /** Sublayer header: `L2TP_L2SPECTYPE_*` (`L2TP_ATTR_L2SPEC_TYPE`). */
  l2specType?: number;
  /** Unused (`L2TP_ATTR_L2SPEC_LEN`). */
  l2specLen?: number;
  /** Version of L2TP, 2 or 3 (`L2TP_ATTR_PROTO_VERSION`). */
  protoVersion?: number;
  /** Name of a session's link (`L2TP_ATTR_IFNAME`). */
  ifname?: string;
  /** Identifier of the tunnel (`L2TP_ATTR_CONN_ID`). */
  connId?: number;
  /** Identifier of the tunnel at the peer (`L2TP_ATTR_PEER_CONN_ID`). */
  peerConnId?: number;
  /** Identifier of the session (`L2TP_ATTR_SESSION_ID`). */
  sessionId?: number;
  /** Identifier of the session at the peer (`L2TP_ATTR_PEER_SESSION_ID`). */
  peerSessionId?: number;
  /** 1 to send UDP checksums over IPv4 (`L2TP_ATTR_UDP_CSUM`). */
  udpCsum?: number;
  /** Unused (`L2TP_ATTR_VLAN_ID`). */
  vlanId?: number;
  /** Cookie of incoming packets, 0, 4 or 8 bytes (`L2TP_ATTR_COOKIE`). */
  cookie?: Uint8Array;
  /** Cookie of outgoing packets, 0, 4 or 8 bytes (`L2TP_ATTR_PEER_COOKIE`). */
  peerCookie?: Uint8Array;
  /** Unused (`L2TP_ATTR_DEBUG`). */
  debug?: number;
  /** 1 if sequence numbers are expected (`L2TP_ATTR_RECV_SEQ`). */
  recvSeq?: number;
  /** 1 if sequence numbers are sent (`L2TP_ATTR_SEND_SEQ`). */
  sendSeq?: number;
  /** 1 if this end is the network server (`L2TP_ATTR_LNS_MODE`). */
  lnsMode?: number;
  /** 1 if the tunnel is protected by IPsec (`L2TP_ATTR_USING_IPSEC`). */
  usingIpsec?: number;
  /**
   * Milliseconds to wait for packets that are missing in the sequence
   * (`L2TP_ATTR_RECV_TIMEOUT`).
   */
  recvTimeout?: bigint;
  /** Descriptor of the tunnel's socket (`L2TP_ATTR_FD`). */
  fd?: number;
  /** IPv4 address of this end (`L2TP_ATTR_IP_SADDR`). */
  ipSaddr?: string;
  /** IPv4 address of the peer (`L2TP_ATTR_IP_DADDR`). */
  ipDaddr?: string;
  /** UDP port of this end (`L2TP_ATTR_UDP_SPORT`). */
  udpSport?: number;
  /** UDP port of the peer (`L2TP_ATTR_UDP_DPORT`). */
  udpDport?: number;
  /** Unused (`L2TP_ATTR_MTU`). */
  mtu?: number;
  /** Unused (`L2TP_ATTR_MRU`). */
  mru?: number;
  /** Statistics (`L2TP_ATTR_STATS`). */
  stats?: L2tpStats;
  /** IPv6 address of this end (`L2TP_ATTR_IP6_SADDR`). */
  ip6Saddr?: string;
  /** IPv6 address of the peer (`L2TP_ATTR_IP6_DADDR`). */
  ip6Daddr?: string;
  /** No UDP checksums are sent over IPv6 (`L2TP_ATTR_UDP_ZERO_CSUM6_TX`). */
  udpZeroCsum6Tx?: true;
  /**
   * Packets without UDP checksum are accepted over IPv6
   * (`L2TP_ATTR_UDP_ZERO_CSUM6_RX`).
   */
  udpZeroCsum6Rx?: true;
}

/** A message of the family `l2tp`. */
export type L2tpMessage = GenericMessage<L2tpAttributes>;

/** Codec of {@linkcode L2tpStats}. */
export const l2tpStats: Codec<L2tpStats> = attributes<L2tpStats>(
  {
    txPackets: [L2TP_ATTR_TX_PACKETS, u64],
    txBytes: [L2TP_ATTR_TX_BYTES, u64],
    txErrors: [L2TP_ATTR_TX_ERRORS, u64],
    rxPackets: [L2TP_ATTR_RX_PACKETS, u64],
    rxBytes: [L2TP_ATTR_RX_BYTES, u64],
    rxSeqDiscards: [L2TP_ATTR_RX_SEQ_DISCARDS, u64],
    rxOosPackets: [L2TP_ATTR_RX_OOS_PACKETS, u64],
    rxErrors: [L2TP_ATTR_RX_ERRORS, u64],
    rxCookieDiscards: [L2TP_ATTR_RX_COOKIE_DISCARDS, u64],
    rxInvalid: [L2TP_ATTR_RX_INVALID, u64],
  },
  { nestedFlag: false, pad: L2TP_ATTR_STATS_PAD },
);

/** Codec of {@linkcode L2tpAttributes}. */
export const l2tpAttributes: Codec<L2tpAttributes> = attributes<L2tpAttributes>(
  {
    pwType: [L2TP_ATTR_PW_TYPE, u16],
    encapType: [L2TP_ATTR_ENCAP_TYPE, u16],
    offset: [L2TP_ATTR_OFFSET, u16],
    dataSeq: [L2TP_ATTR_DATA_SEQ, u8],
    l2specType: [L2TP_ATTR_L2SPEC_TYPE, u8],
    l2specLen: [L2TP_ATTR_L2SPEC_LEN, u8],
    protoVersion: [L2TP_ATTR_PROTO_VERSION, u8],
    ifname: [L2TP_ATTR_IFNAME, string],
    connId: [L2TP_ATTR_CONN_ID, u32],
    peerConnId: [L2TP_ATTR_PEER_CONN_ID, u32],
    sessionId: [L2TP_ATTR_SESSION_ID, u32],
    peerSessionId: [L2TP_ATTR_PEER_SESSION_ID, u32],
    udpCsum: [L2TP_ATTR_UDP_CSUM, u8],
    vlanId: [L2TP_ATTR_VLAN_ID, u16],
    cookie: [L2TP_ATTR_COOKIE, bytes],
    peerCookie: [L2TP_ATTR_PEER_COOKIE, bytes],
    debug: [L2TP_ATTR_DEBUG, u32],
    recvSeq: [L2TP_ATTR_RECV_SEQ, u8],
    sendSeq: [L2TP_ATTR_SEND_SEQ, u8],
    lnsMode: [L2TP_ATTR_LNS_MODE, u8],
    usingIpsec: [L2TP_ATTR_USING_IPSEC, u8],
    recvTimeout: [L2TP_ATTR_RECV_TIMEOUT, u64],
    fd: [L2TP_ATTR_FD, u32],
    ipSaddr: [L2TP_ATTR_IP_SADDR, ipv4Address],
    ipDaddr: [L2TP_ATTR_IP_DADDR, ipv4Address],
    udpSport: [L2TP_ATTR_UDP_SPORT, u16],
    udpDport: [L2TP_ATTR_UDP_DPORT, u16],
    mtu: [L2TP_ATTR_MTU, u16],
    mru: [L2TP_ATTR_MRU, u16],
    stats: [L2TP_ATTR_STATS, l2tpStats],
    ip6Saddr: [L2TP_ATTR_IP6_SADDR, ipv6Address],
    ip6Daddr: [L2TP_ATTR_IP6_DADDR, ipv6Address],
    udpZeroCsum6Tx: [L2TP_ATTR_UDP_ZERO_CSUM6_TX, flag],
    udpZeroCsum6Rx: [L2TP_ATTR_UDP_ZERO_CSUM6_RX, flag],
  },
  { pad: L2TP_ATTR_PAD },
);

/** Codec of {@linkcode L2tpMessage}. */
export const l2tpMessage: Codec<L2tpMessage> = genericMessage(
  l2tpAttributes,
);
