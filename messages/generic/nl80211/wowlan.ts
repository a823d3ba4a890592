/**
 * What wakes a machine up whose radio goes on, of the family `nl80211`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/nl80211.h | linux/nl80211.h}
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
  list,
  macAddress,
  struct,
  u16,
  u32,
} from "../../codec/mod.ts";
import { tailed } from "../../codec/tailed.ts";
import {
  type Nl80211NetworkAttributes,
  nl80211NetworkFields,
} from "./network_attributes.ts";
import { type Nl80211PacketPattern, nl80211PacketPattern } from "./pattern.ts";
import {
  nl80211WowlanEventFields,
  type Nl80211WowlanEvents,
} from "./wowlan_support.ts";

/**
 * A number in the data of a TCP connection that counts its packets (`struct
 * nl80211_wowlan_tcp_data_seq`).
 */
export interface Nl80211WowlanTcpSequence {
  /** The first number (`start`). */
  start: number;
  /** Where it is in the data, in bytes (`offset`). */
  offset: number;
  /** Its bytes, 1 to 4 (`len`). */
  len: number;
}

/**
 * Tokens in the data of a TCP connection, another one in each packet (`struct
 * nl80211_wowlan_tcp_data_token`).
 */
export interface Nl80211WowlanTcpToken {
  /** Where it is in the data, in bytes (`offset`). */
  offset: number;
  /** Bytes of a token (`len`). */
  len: number;
  /** The tokens, one behind the other (`token_stream`). */
  tokenStream: Uint8Array;
}

/**
 * A TCP connection by which the machine can be woken up:
 * `NL80211_WOWLAN_TCP_*`.
 */
export interface Nl80211WowlanTcp extends Attributes {
  /** Address of this end (`NL80211_WOWLAN_TCP_SRC_IPV4`). */
  srcIpv4?: string;
  /** Address of the other end (`NL80211_WOWLAN_TCP_DST_IPV4`). */
  dstIpv4?: string;
  /**
   * Hardware address of the other end, or of the router
   * (`NL80211_WOWLAN_TCP_DST_MAC`).
   */
  dstMac?: string;
  /**
   * Port of this end; the kernel chooses one if it is missing
   * (`NL80211_WOWLAN_TCP_SRC_PORT`).
   */
  srcPort?: number;
  /** Port of the other end (`NL80211_WOWLAN_TCP_DST_PORT`). */
  dstPort?: number;
  /** What is sent (`NL80211_WOWLAN_TCP_DATA_PAYLOAD`). */
  dataPayload?: Uint8Array;
  /** A number in that (`NL80211_WOWLAN_TCP_DATA_PAYLOAD_SEQ`). */
  dataPayloadSeq?: Nl80211WowlanTcpSequence;
  /** Tokens in that (`NL80211_WOWLAN_TCP_DATA_PAYLOAD_TOKEN`). */
  dataPayloadToken?: Nl80211WowlanTcpToken;
  /** How often it is sent, in seconds (`NL80211_WOWLAN_TCP_DATA_INTERVAL`). */
  dataInterval?: number;
  /** What wakes the machine up (`NL80211_WOWLAN_TCP_WAKE_PAYLOAD`). */
  wakePayload?: Uint8Array;
  /** Which bytes of that count, a bit each (`NL80211_WOWLAN_TCP_WAKE_MASK`). */
  wakeMask?: Uint8Array;
}

/** What wakes the machine up, or has done so: `NL80211_WOWLAN_TRIG_*`. */
export interface Nl80211WowlanTriggers extends Nl80211WowlanEvents {
  /**
   * Packets; in reports, index of the pattern that one had
   * (`NL80211_WOWLAN_TRIG_PKT_PATTERN`).
   */
  pktPattern?: Nl80211PacketPattern[] | number;
  /**
   * The device renews group keys; in capabilities only
   * (`NL80211_WOWLAN_TRIG_GTK_REKEY_SUPPORTED`).
   */
  gtkRekeySupported?: true;
  /**
   * The frame of 802.11 that it was; in reports only
   * (`NL80211_WOWLAN_TRIG_WAKEUP_PKT_80211`).
   */
  wakeupPkt80211?: Uint8Array;
  /**
   * Bytes of that before it was cut off
   * (`NL80211_WOWLAN_TRIG_WAKEUP_PKT_80211_LEN`).
   */
  wakeupPkt80211Len?: number;
  /**
   * The frame of Ethernet that it was; in reports only
   * (`NL80211_WOWLAN_TRIG_WAKEUP_PKT_8023`).
   */
  wakeupPkt8023?: Uint8Array;
  /**
   * Bytes of that before it was cut off
   * (`NL80211_WOWLAN_TRIG_WAKEUP_PKT_8023_LEN`).
   */
  wakeupPkt8023Len?: number;
  /**
   * Data in a TCP connection that the device keeps alive
   * (`NL80211_WOWLAN_TRIG_TCP_CONNECTION`).
   */
  tcpConnection?: Nl80211WowlanTcp;
  /**
   * It was such data; in reports only (`NL80211_WOWLAN_TRIG_WAKEUP_TCP_MATCH`).
   */
  wakeupTcpMatch?: true;
  /**
   * The TCP connection was lost; in reports only
   * (`NL80211_WOWLAN_TRIG_WAKEUP_TCP_CONNLOST`).
   */
  wakeupTcpConnlost?: true;
  /**
   * There were no tokens left to send; in reports only
   * (`NL80211_WOWLAN_TRIG_WAKEUP_TCP_NOMORETOKENS`).
   */
  wakeupTcpNomoretokens?: true;
  /**
   * A scheduled scan that finds a network (`NL80211_WOWLAN_TRIG_NET_DETECT`).
   */
  netDetect?: Nl80211NetworkAttributes;
  /**
   * The networks that it has found, by name or frequencies; in reports only
   * (`NL80211_WOWLAN_TRIG_NET_DETECT_RESULTS`).
   */
  netDetectResults?: Nl80211NetworkAttributes[];
  /**
   * An unprotected frame that ends the connection; in reports only
   * (`NL80211_WOWLAN_TRIG_UNPROTECTED_DEAUTH_DISASSOC`).
   */
  unprotectedDeauthDisassoc?: true;
}

/** Codec of {@linkcode Nl80211WowlanTcpSequence} (`struct nl80211_wowlan_tcp_data_seq`). */
export const nl80211WowlanTcpSequence: Codec<Nl80211WowlanTcpSequence> = struct(
  {
    start: u32,
    offset: u32,
    len: u32,
  },
);

/**
 * Codec of {@linkcode Nl80211WowlanTcpToken} (`struct
 * nl80211_wowlan_tcp_data_token`).
 */
export const nl80211WowlanTcpToken: Codec<Nl80211WowlanTcpToken> = tailed<
  Nl80211WowlanTcpToken,
  "tokenStream"
>(
  struct<Omit<Nl80211WowlanTcpToken, "tokenStream">>({ offset: u32, len: u32 }),
  "tokenStream",
  bytes,
  "tokens",
  [
    { offset: 0, len: 0, tokenStream: new Uint8Array() },
    { offset: 4, len: 2, tokenStream: Uint8Array.of(1, 2, 3, 4) },
  ],
);

/** Codec of {@linkcode Nl80211WowlanTcp}. */
export const nl80211WowlanTcp: Codec<Nl80211WowlanTcp> = attributes(() => ({
  srcIpv4: ["NL80211_WOWLAN_TCP_SRC_IPV4", 1, ipv4Address],
  dstIpv4: ["NL80211_WOWLAN_TCP_DST_IPV4", 2, ipv4Address],
  dstMac: ["NL80211_WOWLAN_TCP_DST_MAC", 3, macAddress],
  srcPort: ["NL80211_WOWLAN_TCP_SRC_PORT", 4, u16],
  dstPort: ["NL80211_WOWLAN_TCP_DST_PORT", 5, u16],
  dataPayload: ["NL80211_WOWLAN_TCP_DATA_PAYLOAD", 6, bytes],
  dataPayloadSeq: [
    "NL80211_WOWLAN_TCP_DATA_PAYLOAD_SEQ",
    7,
    nl80211WowlanTcpSequence,
  ],
  dataPayloadToken: [
    "NL80211_WOWLAN_TCP_DATA_PAYLOAD_TOKEN",
    8,
    nl80211WowlanTcpToken,
  ],
  dataInterval: ["NL80211_WOWLAN_TCP_DATA_INTERVAL", 9, u32],
  wakePayload: ["NL80211_WOWLAN_TCP_WAKE_PAYLOAD", 10, bytes],
  wakeMask: ["NL80211_WOWLAN_TCP_WAKE_MASK", 11, bytes],
}));

const patterns: Codec<Nl80211PacketPattern[]> = list(nl80211PacketPattern);

/**
 * Codec of the patterns of packets that wake the machine up or, in four bytes,
 * which are too few for a pattern, of the index of the one that has done so.
 */
export const nl80211WowlanPatterns: Codec<Nl80211PacketPattern[] | number> = {
  shape: {
    kind: "custom",
    name: "patterns",
    samples: [
      [],
      [{ mask: Uint8Array.of(1), pattern: Uint8Array.of(8), offset: 12 }],
      0,
      3,
    ],
    nestedFlag: true,
    layout: patterns as Codec<unknown>,
  },
  size: 0,
  decode: (view, start, end, parent) =>
    end - start === u32.size
      ? u32.decode(view, start, end)
      : patterns.decode(view, start, end, parent),
  encode: (writer, value, parent) =>
    typeof value === "number"
      ? u32.encode(writer, value)
      : patterns.encode(writer, value, parent),
};

const nl80211NetDetect: Codec<Nl80211NetworkAttributes> = attributes(
  nl80211NetworkFields,
);

/** Codec of {@linkcode Nl80211WowlanTriggers}. */
export const nl80211WowlanTriggers: Codec<Nl80211WowlanTriggers> = attributes(
  () => ({
    ...nl80211WowlanEventFields(),
    pktPattern: ["NL80211_WOWLAN_TRIG_PKT_PATTERN", 4, nl80211WowlanPatterns],
    gtkRekeySupported: ["NL80211_WOWLAN_TRIG_GTK_REKEY_SUPPORTED", 5, flag],
    wakeupPkt80211: ["NL80211_WOWLAN_TRIG_WAKEUP_PKT_80211", 10, bytes],
    wakeupPkt80211Len: ["NL80211_WOWLAN_TRIG_WAKEUP_PKT_80211_LEN", 11, u32],
    wakeupPkt8023: ["NL80211_WOWLAN_TRIG_WAKEUP_PKT_8023", 12, bytes],
    wakeupPkt8023Len: ["NL80211_WOWLAN_TRIG_WAKEUP_PKT_8023_LEN", 13, u32],
    tcpConnection: ["NL80211_WOWLAN_TRIG_TCP_CONNECTION", 14, nl80211WowlanTcp],
    wakeupTcpMatch: ["NL80211_WOWLAN_TRIG_WAKEUP_TCP_MATCH", 15, flag],
    wakeupTcpConnlost: ["NL80211_WOWLAN_TRIG_WAKEUP_TCP_CONNLOST", 16, flag],
    wakeupTcpNomoretokens: [
      "NL80211_WOWLAN_TRIG_WAKEUP_TCP_NOMORETOKENS",
      17,
      flag,
    ],
    netDetect: ["NL80211_WOWLAN_TRIG_NET_DETECT", 18, nl80211NetDetect],
    netDetectResults: [
      "NL80211_WOWLAN_TRIG_NET_DETECT_RESULTS",
      19,
      list(nl80211NetDetect),
    ],
    unprotectedDeauthDisassoc: [
      "NL80211_WOWLAN_TRIG_UNPROTECTED_DEAUTH_DISASSOC",
      20,
      flag,
    ],
  }),
);
