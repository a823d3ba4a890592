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

/** Names of what tunnels run over (`L2TP_ENCAPTYPE_*`). */
export const L2TP_ENCAPSULATIONS = {
  udp: L2TP_ENCAPTYPE_UDP,
  ip: L2TP_ENCAPTYPE_IP,
} as const;

/** No sublayer header. */
export const L2TP_L2SPECTYPE_NONE = 0;
/** The default sublayer header. */
export const L2TP_L2SPECTYPE_DEFAULT = 1;

/** Names of sublayer headers (`L2TP_L2SPECTYPE_*`). */
export const L2TP_SUBLAYERS = {
  none: L2TP_L2SPECTYPE_NONE,
  default: L2TP_L2SPECTYPE_DEFAULT,
} as const;

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

/** Attributes of a tunnel or a session: `L2TP_ATTR_*`. */
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
export const l2tpStats: Codec<L2tpStats> = attributes(
  {
    txPackets: ["L2TP_ATTR_TX_PACKETS", 1, u64],
    txBytes: ["L2TP_ATTR_TX_BYTES", 2, u64],
    txErrors: ["L2TP_ATTR_TX_ERRORS", 3, u64],
    rxPackets: ["L2TP_ATTR_RX_PACKETS", 4, u64],
    rxBytes: ["L2TP_ATTR_RX_BYTES", 5, u64],
    rxSeqDiscards: ["L2TP_ATTR_RX_SEQ_DISCARDS", 6, u64],
    rxOosPackets: ["L2TP_ATTR_RX_OOS_PACKETS", 7, u64],
    rxErrors: ["L2TP_ATTR_RX_ERRORS", 8, u64],
    rxCookieDiscards: ["L2TP_ATTR_RX_COOKIE_DISCARDS", 10, u64],
    rxInvalid: ["L2TP_ATTR_RX_INVALID", 11, u64],
  },
  { nestedFlag: false, pad: ["L2TP_ATTR_STATS_PAD", 9] },
);

/** Codec of {@linkcode L2tpAttributes}. */
export const l2tpAttributes: Codec<L2tpAttributes> = attributes(
  {
    pwType: ["L2TP_ATTR_PW_TYPE", 1, u16],
    encapType: ["L2TP_ATTR_ENCAP_TYPE", 2, u16],
    offset: ["L2TP_ATTR_OFFSET", 3, u16],
    dataSeq: ["L2TP_ATTR_DATA_SEQ", 4, u8],
    l2specType: ["L2TP_ATTR_L2SPEC_TYPE", 5, u8],
    l2specLen: ["L2TP_ATTR_L2SPEC_LEN", 6, u8],
    protoVersion: ["L2TP_ATTR_PROTO_VERSION", 7, u8],
    ifname: ["L2TP_ATTR_IFNAME", 8, string],
    connId: ["L2TP_ATTR_CONN_ID", 9, u32],
    peerConnId: ["L2TP_ATTR_PEER_CONN_ID", 10, u32],
    sessionId: ["L2TP_ATTR_SESSION_ID", 11, u32],
    peerSessionId: ["L2TP_ATTR_PEER_SESSION_ID", 12, u32],
    udpCsum: ["L2TP_ATTR_UDP_CSUM", 13, u8],
    vlanId: ["L2TP_ATTR_VLAN_ID", 14, u16],
    cookie: ["L2TP_ATTR_COOKIE", 15, bytes],
    peerCookie: ["L2TP_ATTR_PEER_COOKIE", 16, bytes],
    debug: ["L2TP_ATTR_DEBUG", 17, u32],
    recvSeq: ["L2TP_ATTR_RECV_SEQ", 18, u8],
    sendSeq: ["L2TP_ATTR_SEND_SEQ", 19, u8],
    lnsMode: ["L2TP_ATTR_LNS_MODE", 20, u8],
    usingIpsec: ["L2TP_ATTR_USING_IPSEC", 21, u8],
    recvTimeout: ["L2TP_ATTR_RECV_TIMEOUT", 22, u64],
    fd: ["L2TP_ATTR_FD", 23, u32],
    ipSaddr: ["L2TP_ATTR_IP_SADDR", 24, ipv4Address],
    ipDaddr: ["L2TP_ATTR_IP_DADDR", 25, ipv4Address],
    udpSport: ["L2TP_ATTR_UDP_SPORT", 26, u16],
    udpDport: ["L2TP_ATTR_UDP_DPORT", 27, u16],
    mtu: ["L2TP_ATTR_MTU", 28, u16],
    mru: ["L2TP_ATTR_MRU", 29, u16],
    stats: ["L2TP_ATTR_STATS", 30, l2tpStats],
    ip6Saddr: ["L2TP_ATTR_IP6_SADDR", 31, ipv6Address],
    ip6Daddr: ["L2TP_ATTR_IP6_DADDR", 32, ipv6Address],
    udpZeroCsum6Tx: ["L2TP_ATTR_UDP_ZERO_CSUM6_TX", 33, flag],
    udpZeroCsum6Rx: ["L2TP_ATTR_UDP_ZERO_CSUM6_RX", 34, flag],
  },
  { pad: ["L2TP_ATTR_PAD", 35] },
);

/** Codec of {@linkcode L2tpMessage}. */
export const l2tpMessage: Codec<L2tpMessage> = genericMessage(
  l2tpAttributes,
);
