/**
 * Neighbor awareness (NAN): functions, settings and capabilities, of the family
 * `nl80211`.
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
  s8,
  u16,
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

/** Settings of a band: `NL80211_NAN_BAND_CONF_*`. */
export interface Nl80211NanBandConfig extends Attributes {
  /** The band, `NL80211_BAND_*` (`NL80211_NAN_BAND_CONF_BAND`). */
  band?: number;
  /**
   * Frequency at which others are discovered, in MHz
   * (`NL80211_NAN_BAND_CONF_FREQ`).
   */
  freq?: number;
  /**
   * Strength of others that are close, in dBm
   * (`NL80211_NAN_BAND_CONF_RSSI_CLOSE`).
   */
  rssiClose?: number;
  /**
   * Strength of others that are not far, in dBm
   * (`NL80211_NAN_BAND_CONF_RSSI_MIDDLE`).
   */
  rssiMiddle?: number;
  /**
   * The device wakes up in each discovery window (1), each second one (2), each
   * fourth one (3) …; 0 for never (`NL80211_NAN_BAND_CONF_WAKE_DW`).
   */
  wakeDw?: number;
  /** The band is not scanned (`NL80211_NAN_BAND_CONF_DISABLE_SCAN`). */
  disableScan?: true;
}

/** Settings of the cluster: `NL80211_NAN_CONF_*`. */
export interface Nl80211NanConfig extends Attributes {
  /** Identifier of the cluster (`NL80211_NAN_CONF_CLUSTER_ID`). */
  clusterId?: string;
  /** More attributes in beacons (`NL80211_NAN_CONF_EXTRA_ATTRS`). */
  extraAttrs?: Uint8Array;
  /**
   * Information elements of vendors in beacons
   * (`NL80211_NAN_CONF_VENDOR_ELEMS`).
   */
  vendorElems?: Uint8Array;
  /** Settings of bands (`NL80211_NAN_CONF_BAND_CONFIGS`). */
  bandConfigs?: Nl80211NanBandConfig[];
  /** Seconds between scans; 0 for none (`NL80211_NAN_CONF_SCAN_PERIOD`). */
  scanPeriod?: number;
  /**
   * How long a channel is scanned, in units of 1.024 ms
   * (`NL80211_NAN_CONF_SCAN_DWELL_TIME`).
   */
  scanDwellTime?: number;
  /**
   * Time between beacons, in units of 1.024 ms
   * (`NL80211_NAN_CONF_DISCOVERY_BEACON_INTERVAL`).
   */
  discoveryBeaconInterval?: number;
  /**
   * Discovery windows are reported before they begin
   * (`NL80211_NAN_CONF_NOTIFY_DW`).
   */
  notifyDw?: true;
}

/** What a device can do in any band: `NL80211_NAN_PHY_CAP_ATTR_*`. */
export interface Nl80211NanPhy extends Attributes {
  /** HT rates (`NL80211_NAN_PHY_CAP_ATTR_HT_MCS_SET`). */
  htMcsSet?: Uint8Array;
  /** HT capabilities (`NL80211_NAN_PHY_CAP_ATTR_HT_CAPA`). */
  htCapa?: number;
  /**
   * Longest aggregate, as a power of two above 8191 bytes
   * (`NL80211_NAN_PHY_CAP_ATTR_HT_AMPDU_FACTOR`).
   */
  htAmpduFactor?: number;
  /** Distance of frames in it (`NL80211_NAN_PHY_CAP_ATTR_HT_AMPDU_DENSITY`). */
  htAmpduDensity?: number;
  /** VHT rates (`NL80211_NAN_PHY_CAP_ATTR_VHT_MCS_SET`). */
  vhtMcsSet?: Uint8Array;
  /** VHT capabilities (`NL80211_NAN_PHY_CAP_ATTR_VHT_CAPA`). */
  vhtCapa?: number;
  /** HE capabilities of the MAC (`NL80211_NAN_PHY_CAP_ATTR_HE_MAC`). */
  heMac?: Uint8Array;
  /** HE capabilities of the PHY (`NL80211_NAN_PHY_CAP_ATTR_HE_PHY`). */
  hePhy?: Uint8Array;
  /** HE rates (`NL80211_NAN_PHY_CAP_ATTR_HE_MCS_SET`). */
  heMcsSet?: Uint8Array;
  /** HE thresholds of padding (`NL80211_NAN_PHY_CAP_ATTR_HE_PPE`). */
  hePpe?: Uint8Array;
}

/** What a device can do: `NL80211_NAN_CAPA_*`. */
export interface Nl80211NanCapabilities extends Attributes {
  /** The cluster has settings (`NL80211_NAN_CAPA_CONFIGURABLE_SYNC`). */
  configurableSync?: true;
  /**
   * A program discovers services, not the device
   * (`NL80211_NAN_CAPA_USERSPACE_DE`).
   */
  userspaceDe?: true;
  /**
   * Operation modes as Wi-Fi Aware writes them (`NL80211_NAN_CAPA_OP_MODE`).
   */
  opMode?: number;
  /**
   * Antennas to send with, in the lower four bits, and to receive with; 0 if
   * unknown (`NL80211_NAN_CAPA_NUM_ANTENNAS`).
   */
  numAntennas?: number;
  /**
   * Longest change of channels, in microseconds
   * (`NL80211_NAN_CAPA_MAX_CHANNEL_SWITCH_TIME`).
   */
  maxChannelSwitchTime?: number;
  /**
   * Capabilities as Wi-Fi Aware writes them (`NL80211_NAN_CAPA_CAPABILITIES`).
   */
  capabilities?: number;
  /** What it can do in any band (`NL80211_NAN_CAPA_PHY`). */
  phy?: Nl80211NanPhy;
}

/** Codec of {@linkcode Nl80211NanServiceFilter}. */
export const nl80211NanServiceFilter: Codec<Nl80211NanServiceFilter> =
  attributes(() => ({
    include: ["NL80211_NAN_SRF_INCLUDE", 1, flag],
    bf: ["NL80211_NAN_SRF_BF", 2, bytes],
    bfIdx: ["NL80211_NAN_SRF_BF_IDX", 3, u8],
    macAddrs: ["NL80211_NAN_SRF_MAC_ADDRS", 4, list(macAddress)],
  }));

/** Codec of {@linkcode Nl80211NanFunction}. */
export const nl80211NanFunction: Codec<Nl80211NanFunction> = attributes(() => ({
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
export const nl80211NanMatch: Codec<Nl80211NanMatch> = attributes(() => ({
  funcLocal: ["NL80211_NAN_MATCH_FUNC_LOCAL", 1, nl80211NanFunction],
  funcPeer: ["NL80211_NAN_MATCH_FUNC_PEER", 2, nl80211NanFunction],
}));

/** Codec of {@linkcode Nl80211NanPeerMap}. */
export const nl80211NanPeerMap: Codec<Nl80211NanPeerMap> = attributes(() => ({
  mapId: ["NL80211_NAN_PEER_MAP_ATTR_MAP_ID", 1, u8],
  timeSlots: ["NL80211_NAN_PEER_MAP_ATTR_TIME_SLOTS", 2, bytes],
}));

/** Codec of {@linkcode Nl80211NanBandConfig}. */
export const nl80211NanBandConfig: Codec<Nl80211NanBandConfig> = attributes(
  () => ({
    band: ["NL80211_NAN_BAND_CONF_BAND", 1, u8],
    freq: ["NL80211_NAN_BAND_CONF_FREQ", 2, u16],
    rssiClose: ["NL80211_NAN_BAND_CONF_RSSI_CLOSE", 3, s8],
    rssiMiddle: ["NL80211_NAN_BAND_CONF_RSSI_MIDDLE", 4, s8],
    wakeDw: ["NL80211_NAN_BAND_CONF_WAKE_DW", 5, u8],
    disableScan: ["NL80211_NAN_BAND_CONF_DISABLE_SCAN", 6, flag],
  }),
);

/** Codec of {@linkcode Nl80211NanConfig}. */
export const nl80211NanConfig: Codec<Nl80211NanConfig> = attributes(() => ({
  clusterId: ["NL80211_NAN_CONF_CLUSTER_ID", 1, macAddress],
  extraAttrs: ["NL80211_NAN_CONF_EXTRA_ATTRS", 2, bytes],
  vendorElems: ["NL80211_NAN_CONF_VENDOR_ELEMS", 3, bytes],
  bandConfigs: ["NL80211_NAN_CONF_BAND_CONFIGS", 4, list(nl80211NanBandConfig)],
  scanPeriod: ["NL80211_NAN_CONF_SCAN_PERIOD", 5, u16],
  scanDwellTime: ["NL80211_NAN_CONF_SCAN_DWELL_TIME", 6, u16],
  discoveryBeaconInterval: [
    "NL80211_NAN_CONF_DISCOVERY_BEACON_INTERVAL",
    7,
    u8,
  ],
  notifyDw: ["NL80211_NAN_CONF_NOTIFY_DW", 8, flag],
}));

/** Codec of {@linkcode Nl80211NanPhy}. */
export const nl80211NanPhy: Codec<Nl80211NanPhy> = attributes(
  () => ({
    htMcsSet: ["NL80211_NAN_PHY_CAP_ATTR_HT_MCS_SET", 1, bytes],
    htCapa: ["NL80211_NAN_PHY_CAP_ATTR_HT_CAPA", 2, u16],
    htAmpduFactor: ["NL80211_NAN_PHY_CAP_ATTR_HT_AMPDU_FACTOR", 3, u8],
    htAmpduDensity: ["NL80211_NAN_PHY_CAP_ATTR_HT_AMPDU_DENSITY", 4, u8],
    vhtMcsSet: ["NL80211_NAN_PHY_CAP_ATTR_VHT_MCS_SET", 5, bytes],
    vhtCapa: ["NL80211_NAN_PHY_CAP_ATTR_VHT_CAPA", 6, u32],
    heMac: ["NL80211_NAN_PHY_CAP_ATTR_HE_MAC", 7, bytes],
    hePhy: ["NL80211_NAN_PHY_CAP_ATTR_HE_PHY", 8, bytes],
    heMcsSet: ["NL80211_NAN_PHY_CAP_ATTR_HE_MCS_SET", 9, bytes],
    hePpe: ["NL80211_NAN_PHY_CAP_ATTR_HE_PPE", 10, bytes],
  }),
);

/** Codec of {@linkcode Nl80211NanCapabilities}. */
export const nl80211NanCapabilities: Codec<Nl80211NanCapabilities> = attributes(
  () => ({
    configurableSync: ["NL80211_NAN_CAPA_CONFIGURABLE_SYNC", 1, flag],
    userspaceDe: ["NL80211_NAN_CAPA_USERSPACE_DE", 2, flag],
    opMode: ["NL80211_NAN_CAPA_OP_MODE", 3, u8],
    numAntennas: ["NL80211_NAN_CAPA_NUM_ANTENNAS", 4, u8],
    maxChannelSwitchTime: ["NL80211_NAN_CAPA_MAX_CHANNEL_SWITCH_TIME", 5, u16],
    capabilities: ["NL80211_NAN_CAPA_CAPABILITIES", 6, u8],
    phy: ["NL80211_NAN_CAPA_PHY", 7, nl80211NanPhy],
  }),
);
