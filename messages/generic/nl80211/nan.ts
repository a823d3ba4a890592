/**
 * Functions of neighbor awareness (NAN), of the family `nl80211`.
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
  list,
  macAddress,
  u32,
  u8,
} from "../../codec/mod.ts";

/** What a function does: `NL80211_NAN_FUNC_*`. */
export const NL80211_NAN_FUNCTION_TYPES = {
  /** `NL80211_NAN_FUNC_PUBLISH`. */
  "publish": 0,
  /** `NL80211_NAN_FUNC_SUBSCRIBE`. */
  "subscribe": 1,
  /** `NL80211_NAN_FUNC_FOLLOW_UP`. */
  "follow-up": 2,
} as const;

/** How a service is published: `NL80211_NAN_*_PUBLISH`. */
export const NL80211_NAN_PUBLISH_TYPES = {
  /** `NL80211_NAN_SOLICITED_PUBLISH`. */
  "solicited": 1,
  /** `NL80211_NAN_UNSOLICITED_PUBLISH`. */
  "unsolicited": 2,
} as const;

/** Why a function has ended: `NL80211_NAN_FUNC_TERM_REASON_*`. */
export const NL80211_NAN_TERM_REASONS = {
  /** `NL80211_NAN_FUNC_TERM_REASON_USER_REQUEST`. */
  "user-request": 0,
  /** `NL80211_NAN_FUNC_TERM_REASON_TTL_EXPIRED`. */
  "ttl-expired": 1,
  /** `NL80211_NAN_FUNC_TERM_REASON_ERROR`. */
  "error": 2,
} as const;

/** Who is to answer: `NL80211_NAN_SRF_*`. */
export interface Nl80211NanServiceFilter extends Attributes {
  /**
   * The filter has those who are meant; otherwise, those who are not
   * (`NL80211_NAN_SRF_INCLUDE`).
   */
  include?: true;
  /** A Bloom filter (`NL80211_NAN_SRF_BF`). */
  bf?: Uint8Array;
  /** Index of the Bloom filter (`NL80211_NAN_SRF_BF_IDX`). */
  bfIdx?: number;
  /**
   * Addresses, where there is no Bloom filter (`NL80211_NAN_SRF_MAC_ADDRS`).
   */
  macAddrs?: string[];
}

/** A function: `NL80211_NAN_FUNC_*`. */
export interface Nl80211NanFunction extends Attributes {
  /**
   * What it does, {@linkcode NL80211_NAN_FUNCTION_TYPES}
   * (`NL80211_NAN_FUNC_TYPE`).
   */
  type?: number;
  /** Identifier of the service, 6 bytes (`NL80211_NAN_FUNC_SERVICE_ID`). */
  serviceId?: Uint8Array;
  /**
   * How it is published, a set of {@linkcode NL80211_NAN_PUBLISH_TYPES}
   * (`NL80211_NAN_FUNC_PUBLISH_TYPE`).
   */
  publishType?: number;
  /** Answers are sent to all (`NL80211_NAN_FUNC_PUBLISH_BCAST`). */
  publishBcast?: true;
  /** The service is asked for (`NL80211_NAN_FUNC_SUBSCRIBE_ACTIVE`). */
  subscribeActive?: true;
  /** Identifier that it answers (`NL80211_NAN_FUNC_FOLLOW_UP_ID`). */
  followUpId?: number;
  /** Identifier of who has asked (`NL80211_NAN_FUNC_FOLLOW_UP_REQ_ID`). */
  followUpReqId?: number;
  /** Address of the recipient (`NL80211_NAN_FUNC_FOLLOW_UP_DEST`). */
  followUpDest?: string;
  /** For devices nearby only (`NL80211_NAN_FUNC_CLOSE_RANGE`). */
  closeRange?: true;
  /**
   * Discovery windows after which it ends; never if it is missing
   * (`NL80211_NAN_FUNC_TTL`).
   */
  ttl?: number;
  /** Information about the service (`NL80211_NAN_FUNC_SERVICE_INFO`). */
  serviceInfo?: Uint8Array;
  /** Who is to answer (`NL80211_NAN_FUNC_SRF`). */
  srf?: Nl80211NanServiceFilter;
  /** Filters of what is received (`NL80211_NAN_FUNC_RX_MATCH_FILTER`). */
  rxMatchFilter?: Uint8Array[];
  /** Filters of what is sent (`NL80211_NAN_FUNC_TX_MATCH_FILTER`). */
  txMatchFilter?: Uint8Array[];
  /** Identifier of the function, from 1 on (`NL80211_NAN_FUNC_INSTANCE_ID`). */
  instanceId?: number;
  /**
   * Why it has ended, {@linkcode NL80211_NAN_TERM_REASONS}
   * (`NL80211_NAN_FUNC_TERM_REASON`).
   */
  termReason?: number;
}

/** Two functions that match: `NL80211_NAN_MATCH_*`. */
export interface Nl80211NanMatch extends Attributes {
  /** The function here (`NL80211_NAN_MATCH_FUNC_LOCAL`). */
  funcLocal?: Nl80211NanFunction;
  /** The function of the peer (`NL80211_NAN_MATCH_FUNC_PEER`). */
  funcPeer?: Nl80211NanFunction;
}

/** Schedule of a peer: `NL80211_NAN_PEER_MAP_ATTR_*`. */
export interface Nl80211NanPeerMap extends Attributes {
  /** Number of the schedule (`NL80211_NAN_PEER_MAP_ATTR_MAP_ID`). */
  mapId?: number;
  /**
   * Index of the channel in each of 32 time slots; 255 for none
   * (`NL80211_NAN_PEER_MAP_ATTR_TIME_SLOTS`).
   */
  timeSlots?: Uint8Array;
}

/** Codec of {@linkcode Nl80211NanServiceFilter}. */
export const nl80211NanServiceFilter: Codec<Nl80211NanServiceFilter> =
  attributes<Nl80211NanServiceFilter>(() => ({
    include: ["NL80211_NAN_SRF_INCLUDE", 1, flag],
    bf: ["NL80211_NAN_SRF_BF", 2, bytes],
    bfIdx: ["NL80211_NAN_SRF_BF_IDX", 3, u8],
    macAddrs: ["NL80211_NAN_SRF_MAC_ADDRS", 4, list(macAddress)],
  }));

/** Codec of {@linkcode Nl80211NanFunction}. */
export const nl80211NanFunction: Codec<Nl80211NanFunction> = attributes<
  Nl80211NanFunction
>(() => ({
  type: ["NL80211_NAN_FUNC_TYPE", 1, u8],
  serviceId: ["NL80211_NAN_FUNC_SERVICE_ID", 2, bytes],
  publishType: ["NL80211_NAN_FUNC_PUBLISH_TYPE", 3, u8],
  publishBcast: ["NL80211_NAN_FUNC_PUBLISH_BCAST", 4, flag],
  subscribeActive: ["NL80211_NAN_FUNC_SUBSCRIBE_ACTIVE", 5, flag],
  followUpId: ["NL80211_NAN_FUNC_FOLLOW_UP_ID", 6, u8],
  followUpReqId: ["NL80211_NAN_FUNC_FOLLOW_UP_REQ_ID", 7, u8],
  followUpDest: ["NL80211_NAN_FUNC_FOLLOW_UP_DEST", 8, macAddress],
  closeRange: ["NL80211_NAN_FUNC_CLOSE_RANGE", 9, flag],
  ttl: ["NL80211_NAN_FUNC_TTL", 10, u32],
  serviceInfo: ["NL80211_NAN_FUNC_SERVICE_INFO", 11, bytes],
  srf: ["NL80211_NAN_FUNC_SRF", 12, nl80211NanServiceFilter],
  rxMatchFilter: ["NL80211_NAN_FUNC_RX_MATCH_FILTER", 13, list(bytes)],
  txMatchFilter: ["NL80211_NAN_FUNC_TX_MATCH_FILTER", 14, list(bytes)],
  instanceId: ["NL80211_NAN_FUNC_INSTANCE_ID", 15, u8],
  termReason: ["NL80211_NAN_FUNC_TERM_REASON", 16, u8],
}));

/** Codec of {@linkcode Nl80211NanMatch}. */
export const nl80211NanMatch: Codec<Nl80211NanMatch> = attributes<
  Nl80211NanMatch
>(() => ({
  funcLocal: ["NL80211_NAN_MATCH_FUNC_LOCAL", 1, nl80211NanFunction],
  funcPeer: ["NL80211_NAN_MATCH_FUNC_PEER", 2, nl80211NanFunction],
}));

/** Codec of {@linkcode Nl80211NanPeerMap}. */
export const nl80211NanPeerMap: Codec<Nl80211NanPeerMap> = attributes<
  Nl80211NanPeerMap
>(() => ({
  mapId: ["NL80211_NAN_PEER_MAP_ATTR_MAP_ID", 1, u8],
  timeSlots: ["NL80211_NAN_PEER_MAP_ATTR_TIME_SLOTS", 2, bytes],
}));
