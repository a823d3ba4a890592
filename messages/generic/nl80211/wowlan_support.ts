/**
 * What can wake a machine up whose radio goes on, of the family `nl80211`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/nl80211.h | linux/nl80211.h}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  type FieldsOf,
  flag,
  struct,
  u32,
} from "../../codec/mod.ts";
import {
  type Nl80211PatternSupport,
  nl80211PatternSupport,
} from "./pattern.ts";

/**
 * What tokens a device can send (`struct
 * nl80211_wowlan_tcp_data_token_feature`).
 */
export interface Nl80211WowlanTokenSupport {
  /** Bytes of the shortest one (`min_len`). */
  minLen: number;
  /** Bytes of the longest one (`max_len`). */
  maxLen: number;
  /** Bytes of all together (`bufsize`). */
  bufsize: number;
}

/** What TCP connections the device can keep alive: `NL80211_WOWLAN_TCP_*`. */
export interface Nl80211WowlanTcpSupport extends Attributes {
  /** Most bytes that it sends (`NL80211_WOWLAN_TCP_DATA_PAYLOAD`). */
  dataPayload?: number;
  /** There can be a number in them (`NL80211_WOWLAN_TCP_DATA_PAYLOAD_SEQ`). */
  dataPayloadSeq?: true;
  /** Tokens that can be in them (`NL80211_WOWLAN_TCP_DATA_PAYLOAD_TOKEN`). */
  dataPayloadToken?: Nl80211WowlanTokenSupport;
  /**
   * Longest time between them, in seconds (`NL80211_WOWLAN_TCP_DATA_INTERVAL`).
   */
  dataInterval?: number;
  /**
   * Most bytes that wake the machine up (`NL80211_WOWLAN_TCP_WAKE_PAYLOAD`).
   */
  wakePayload?: number;
}

/** Events that wake the machine up: `NL80211_WOWLAN_TRIG_*`. */
export interface Nl80211WowlanEvents extends Attributes {
  /** Whatever happens (`NL80211_WOWLAN_TRIG_ANY`). */
  any?: true;
  /** The connection ends (`NL80211_WOWLAN_TRIG_DISCONNECT`). */
  disconnect?: true;
  /** A magic packet (`NL80211_WOWLAN_TRIG_MAGIC_PKT`). */
  magicPkt?: true;
  /**
   * A group key could not be renewed (`NL80211_WOWLAN_TRIG_GTK_REKEY_FAILURE`).
   */
  gtkRekeyFailure?: true;
  /**
   * A request of EAP for the identity
   * (`NL80211_WOWLAN_TRIG_EAP_IDENT_REQUEST`).
   */
  eapIdentRequest?: true;
  /** A handshake for keys (`NL80211_WOWLAN_TRIG_4WAY_HANDSHAKE`). */
  fourWayHandshake?: true;
  /** The switch of the radio (`NL80211_WOWLAN_TRIG_RFKILL_RELEASE`). */
  rfkillRelease?: true;
}

/** What can wake the machine up: `NL80211_WOWLAN_TRIG_*`. */
export interface Nl80211WowlanSupport extends Nl80211WowlanEvents {
  /** Packets with such patterns (`NL80211_WOWLAN_TRIG_PKT_PATTERN`). */
  pktPattern?: Nl80211PatternSupport;
  /**
   * The device renews group keys (`NL80211_WOWLAN_TRIG_GTK_REKEY_SUPPORTED`).
   */
  gtkRekeySupported?: true;
  /**
   * Data in a TCP connection that the device keeps alive
   * (`NL80211_WOWLAN_TRIG_TCP_CONNECTION`).
   */
  tcpConnection?: Nl80211WowlanTcpSupport;
  /**
   * A scheduled scan, with at most so many conditions
   * (`NL80211_WOWLAN_TRIG_NET_DETECT`).
   */
  netDetect?: number;
}

/** Codec of {@linkcode Nl80211WowlanTokenSupport} (`struct nl80211_wowlan_tcp_data_token_feature`). */
export const nl80211WowlanTokenSupport: Codec<Nl80211WowlanTokenSupport> =
  struct({
    minLen: u32,
    maxLen: u32,
    bufsize: u32,
  });

/** Codec of {@linkcode Nl80211WowlanTcpSupport}. */
export const nl80211WowlanTcpSupport: Codec<Nl80211WowlanTcpSupport> =
  attributes(() => ({
    dataPayload: ["NL80211_WOWLAN_TCP_DATA_PAYLOAD", 6, u32],
    dataPayloadSeq: ["NL80211_WOWLAN_TCP_DATA_PAYLOAD_SEQ", 7, flag],
    dataPayloadToken: [
      "NL80211_WOWLAN_TCP_DATA_PAYLOAD_TOKEN",
      8,
      nl80211WowlanTokenSupport,
    ],
    dataInterval: ["NL80211_WOWLAN_TCP_DATA_INTERVAL", 9, u32],
    wakePayload: ["NL80211_WOWLAN_TCP_WAKE_PAYLOAD", 10, u32],
  }));

/**
 * The attributes of events that wake the machine up.
 *
 * @returns The fields.
 */
export function nl80211WowlanEventFields(): FieldsOf<Nl80211WowlanEvents> {
  return {
    any: ["NL80211_WOWLAN_TRIG_ANY", 1, flag],
    disconnect: ["NL80211_WOWLAN_TRIG_DISCONNECT", 2, flag],
    magicPkt: ["NL80211_WOWLAN_TRIG_MAGIC_PKT", 3, flag],
    gtkRekeyFailure: ["NL80211_WOWLAN_TRIG_GTK_REKEY_FAILURE", 6, flag],
    eapIdentRequest: ["NL80211_WOWLAN_TRIG_EAP_IDENT_REQUEST", 7, flag],
    fourWayHandshake: ["NL80211_WOWLAN_TRIG_4WAY_HANDSHAKE", 8, flag],
    rfkillRelease: ["NL80211_WOWLAN_TRIG_RFKILL_RELEASE", 9, flag],
  };
}

/** Codec of {@linkcode Nl80211WowlanSupport}. */
export const nl80211WowlanSupport: Codec<Nl80211WowlanSupport> = attributes(
  () => ({
    ...nl80211WowlanEventFields(),
    pktPattern: ["NL80211_WOWLAN_TRIG_PKT_PATTERN", 4, nl80211PatternSupport],
    gtkRekeySupported: ["NL80211_WOWLAN_TRIG_GTK_REKEY_SUPPORTED", 5, flag],
    tcpConnection: [
      "NL80211_WOWLAN_TRIG_TCP_CONNECTION",
      14,
      nl80211WowlanTcpSupport,
    ],
    netDetect: ["NL80211_WOWLAN_TRIG_NET_DETECT", 18, u32],
  }),
);
