/**
 * Meshes: settings and paths of the family `nl80211`.
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
  s32,
  u16,
  u32,
  u8,
} from "../../codec/mod.ts";

/** Settings with which a mesh is joined: `NL80211_MESH_SETUP_*`. */
export interface Nl80211MeshSetup extends Attributes {
  /**
   * Whether paths are chosen as a vendor wants
   * (`NL80211_MESH_SETUP_ENABLE_VENDOR_PATH_SEL`).
   */
  enableVendorPathSel?: number;
  /**
   * Whether links are measured as a vendor wants
   * (`NL80211_MESH_SETUP_ENABLE_VENDOR_METRIC`).
   */
  enableVendorMetric?: number;
  /**
   * Whether clocks are set as a vendor wants
   * (`NL80211_MESH_SETUP_ENABLE_VENDOR_SYNC`).
   */
  enableVendorSync?: number;
  /** Information elements (`NL80211_MESH_SETUP_IE`). */
  ie?: Uint8Array;
  /** A program authenticates peers (`NL80211_MESH_SETUP_USERSPACE_AUTH`). */
  userspaceAuth?: true;
  /** A program secures the links (`NL80211_MESH_SETUP_USERSPACE_AMPE`). */
  userspaceAmpe?: true;
  /** A program manages the links (`NL80211_MESH_SETUP_USERSPACE_MPM`). */
  userspaceMpm?: true;
  /** How peers are authenticated (`NL80211_MESH_SETUP_AUTH_PROTOCOL`). */
  authProtocol?: number;
}

/** Settings of a mesh: `NL80211_MESHCONF_*`. */
export interface Nl80211MeshConfig extends Attributes {
  /**
   * Milliseconds before a link is requested again
   * (`NL80211_MESHCONF_RETRY_TIMEOUT`).
   */
  retryTimeout?: number;
  /** Milliseconds for its confirmation (`NL80211_MESHCONF_CONFIRM_TIMEOUT`). */
  confirmTimeout?: number;
  /** Milliseconds before it is closed (`NL80211_MESHCONF_HOLDING_TIMEOUT`). */
  holdingTimeout?: number;
  /** Most links (`NL80211_MESHCONF_MAX_PEER_LINKS`). */
  maxPeerLinks?: number;
  /** How often a link is requested again (`NL80211_MESHCONF_MAX_RETRIES`). */
  maxRetries?: number;
  /** Time to live of frames (`NL80211_MESHCONF_TTL`). */
  ttl?: number;
  /** Time to live of path selection (`NL80211_MESHCONF_ELEMENT_TTL`). */
  elementTtl?: number;
  /**
   * Whether links are opened by themselves
   * (`NL80211_MESHCONF_AUTO_OPEN_PLINKS`).
   */
  autoOpenPlinks?: number;
  /**
   * Most that clocks differ, in microseconds
   * (`NL80211_MESHCONF_SYNC_OFFSET_MAX_NEIGHBOR`).
   */
  syncOffsetMaxNeighbor?: number;
  /**
   * How often a path is requested again
   * (`NL80211_MESHCONF_HWMP_MAX_PREQ_RETRIES`).
   */
  hwmpMaxPreqRetries?: number;
  /**
   * Milliseconds before a path is renewed
   * (`NL80211_MESHCONF_PATH_REFRESH_TIME`).
   */
  pathRefreshTime?: number;
  /**
   * Milliseconds in which a path is found at least
   * (`NL80211_MESHCONF_MIN_DISCOVERY_TIMEOUT`).
   */
  minDiscoveryTimeout?: number;
  /**
   * Time for which a path is valid, in units of 1.024 ms
   * (`NL80211_MESHCONF_HWMP_ACTIVE_PATH_TIMEOUT`).
   */
  hwmpActivePathTimeout?: number;
  /**
   * Time between requests, in units of 1.024 ms
   * (`NL80211_MESHCONF_HWMP_PREQ_MIN_INTERVAL`).
   */
  hwmpPreqMinInterval?: number;
  /**
   * Time between errors, in units of 1.024 ms
   * (`NL80211_MESHCONF_HWMP_PERR_MIN_INTERVAL`).
   */
  hwmpPerrMinInterval?: number;
  /**
   * Time to cross the mesh, in units of 1.024 ms
   * (`NL80211_MESHCONF_HWMP_NET_DIAM_TRVS_TIME`).
   */
  hwmpNetDiamTrvsTime?: number;
  /** Whether it is a root, and how (`NL80211_MESHCONF_HWMP_ROOTMODE`). */
  hwmpRootmode?: number;
  /**
   * Time between announcements, in units of 1.024 ms
   * (`NL80211_MESHCONF_HWMP_RANN_INTERVAL`).
   */
  hwmpRannInterval?: number;
  /** Whether it is a gate (`NL80211_MESHCONF_GATE_ANNOUNCEMENTS`). */
  gateAnnouncements?: number;
  /** Whether frames of others are forwarded (`NL80211_MESHCONF_FORWARDING`). */
  forwarding?: number;
  /**
   * Least strength of peers in dBm; 0 for any
   * (`NL80211_MESHCONF_RSSI_THRESHOLD`).
   */
  rssiThreshold?: number;
  /** HT operation mode (`NL80211_MESHCONF_HT_OPMODE`). */
  htOpmode?: number;
  /**
   * Time for which paths to the root are valid, in units of 1.024 ms
   * (`NL80211_MESHCONF_HWMP_PATH_TO_ROOT_TIMEOUT`).
   */
  hwmpPathToRootTimeout?: number;
  /**
   * Time between requests of a root, in units of 1.024 ms
   * (`NL80211_MESHCONF_HWMP_ROOT_INTERVAL`).
   */
  hwmpRootInterval?: number;
  /**
   * Time between confirmations, in units of 1.024 ms
   * (`NL80211_MESHCONF_HWMP_CONFIRMATION_INTERVAL`).
   */
  hwmpConfirmationInterval?: number;
  /**
   * How power is saved, `NL80211_MESH_POWER_*` (`NL80211_MESHCONF_POWER_MODE`).
   */
  powerMode?: number;
  /**
   * Time awake after a beacon, in units of 1.024 ms
   * (`NL80211_MESHCONF_AWAKE_WINDOW`).
   */
  awakeWindow?: number;
  /**
   * Seconds after which idle links are closed; 0 for never
   * (`NL80211_MESHCONF_PLINK_TIMEOUT`).
   */
  plinkTimeout?: number;
  /**
   * Whether there is a path to a gate (`NL80211_MESHCONF_CONNECTED_TO_GATE`).
   */
  connectedToGate?: number;
  /** Whether paths are not learned from frames (`NL80211_MESHCONF_NOLEARN`). */
  nolearn?: number;
  /**
   * Whether there is a path to an authentication server
   * (`NL80211_MESHCONF_CONNECTED_TO_AS`).
   */
  connectedToAs?: number;
}

/** What is known of a mesh path: `NL80211_MPATH_INFO_*`. */
export interface Nl80211MeshPath extends Attributes {
  /** Frames that wait for it (`NL80211_MPATH_INFO_FRAME_QLEN`). */
  frameQlen?: number;
  /** Its sequence number (`NL80211_MPATH_INFO_SN`). */
  sn?: number;
  /** Its cost (`NL80211_MPATH_INFO_METRIC`). */
  metric?: number;
  /** Milliseconds for which it is valid (`NL80211_MPATH_INFO_EXPTIME`). */
  exptime?: number;
  /** Its flags, `NL80211_MPATH_FLAG_*` (`NL80211_MPATH_INFO_FLAGS`). */
  flags?: number;
  /**
   * Milliseconds in which it has to be found
   * (`NL80211_MPATH_INFO_DISCOVERY_TIMEOUT`).
   */
  discoveryTimeout?: number;
  /**
   * How often it was requested again (`NL80211_MPATH_INFO_DISCOVERY_RETRIES`).
   */
  discoveryRetries?: number;
  /** Hops (`NL80211_MPATH_INFO_HOP_COUNT`). */
  hopCount?: number;
  /** How often it has changed (`NL80211_MPATH_INFO_PATH_CHANGE`). */
  pathChange?: number;
}

/** Codec of {@linkcode Nl80211MeshSetup}. */
export const nl80211MeshSetup: Codec<Nl80211MeshSetup> = attributes(() => ({
  enableVendorPathSel: ["NL80211_MESH_SETUP_ENABLE_VENDOR_PATH_SEL", 1, u8],
  enableVendorMetric: ["NL80211_MESH_SETUP_ENABLE_VENDOR_METRIC", 2, u8],
  enableVendorSync: ["NL80211_MESH_SETUP_ENABLE_VENDOR_SYNC", 6, u8],
  ie: ["NL80211_MESH_SETUP_IE", 3, bytes],
  userspaceAuth: ["NL80211_MESH_SETUP_USERSPACE_AUTH", 4, flag],
  userspaceAmpe: ["NL80211_MESH_SETUP_USERSPACE_AMPE", 5, flag],
  userspaceMpm: ["NL80211_MESH_SETUP_USERSPACE_MPM", 7, flag],
  authProtocol: ["NL80211_MESH_SETUP_AUTH_PROTOCOL", 8, u8],
}));

/** Codec of {@linkcode Nl80211MeshConfig}. */
export const nl80211MeshConfig: Codec<Nl80211MeshConfig> = attributes(() => ({
  retryTimeout: ["NL80211_MESHCONF_RETRY_TIMEOUT", 1, u16],
  confirmTimeout: ["NL80211_MESHCONF_CONFIRM_TIMEOUT", 2, u16],
  holdingTimeout: ["NL80211_MESHCONF_HOLDING_TIMEOUT", 3, u16],
  maxPeerLinks: ["NL80211_MESHCONF_MAX_PEER_LINKS", 4, u16],
  maxRetries: ["NL80211_MESHCONF_MAX_RETRIES", 5, u8],
  ttl: ["NL80211_MESHCONF_TTL", 6, u8],
  elementTtl: ["NL80211_MESHCONF_ELEMENT_TTL", 15, u8],
  autoOpenPlinks: ["NL80211_MESHCONF_AUTO_OPEN_PLINKS", 7, u8],
  syncOffsetMaxNeighbor: ["NL80211_MESHCONF_SYNC_OFFSET_MAX_NEIGHBOR", 21, u32],
  hwmpMaxPreqRetries: ["NL80211_MESHCONF_HWMP_MAX_PREQ_RETRIES", 8, u8],
  pathRefreshTime: ["NL80211_MESHCONF_PATH_REFRESH_TIME", 9, u32],
  minDiscoveryTimeout: ["NL80211_MESHCONF_MIN_DISCOVERY_TIMEOUT", 10, u16],
  hwmpActivePathTimeout: ["NL80211_MESHCONF_HWMP_ACTIVE_PATH_TIMEOUT", 11, u32],
  hwmpPreqMinInterval: ["NL80211_MESHCONF_HWMP_PREQ_MIN_INTERVAL", 12, u16],
  hwmpPerrMinInterval: ["NL80211_MESHCONF_HWMP_PERR_MIN_INTERVAL", 18, u16],
  hwmpNetDiamTrvsTime: ["NL80211_MESHCONF_HWMP_NET_DIAM_TRVS_TIME", 13, u16],
  hwmpRootmode: ["NL80211_MESHCONF_HWMP_ROOTMODE", 14, u8],
  hwmpRannInterval: ["NL80211_MESHCONF_HWMP_RANN_INTERVAL", 16, u16],
  gateAnnouncements: ["NL80211_MESHCONF_GATE_ANNOUNCEMENTS", 17, u8],
  forwarding: ["NL80211_MESHCONF_FORWARDING", 19, u8],
  rssiThreshold: ["NL80211_MESHCONF_RSSI_THRESHOLD", 20, s32],
  htOpmode: ["NL80211_MESHCONF_HT_OPMODE", 22, u16],
  hwmpPathToRootTimeout: [
    "NL80211_MESHCONF_HWMP_PATH_TO_ROOT_TIMEOUT",
    23,
    u32,
  ],
  hwmpRootInterval: ["NL80211_MESHCONF_HWMP_ROOT_INTERVAL", 24, u16],
  hwmpConfirmationInterval: [
    "NL80211_MESHCONF_HWMP_CONFIRMATION_INTERVAL",
    25,
    u16,
  ],
  powerMode: ["NL80211_MESHCONF_POWER_MODE", 26, u32],
  awakeWindow: ["NL80211_MESHCONF_AWAKE_WINDOW", 27, u16],
  plinkTimeout: ["NL80211_MESHCONF_PLINK_TIMEOUT", 28, u32],
  connectedToGate: ["NL80211_MESHCONF_CONNECTED_TO_GATE", 29, u8],
  nolearn: ["NL80211_MESHCONF_NOLEARN", 30, u8],
  connectedToAs: ["NL80211_MESHCONF_CONNECTED_TO_AS", 31, u8],
}));

/** Codec of {@linkcode Nl80211MeshPath}. */
export const nl80211MeshPath: Codec<Nl80211MeshPath> = attributes(() => ({
  frameQlen: ["NL80211_MPATH_INFO_FRAME_QLEN", 1, u32],
  sn: ["NL80211_MPATH_INFO_SN", 2, u32],
  metric: ["NL80211_MPATH_INFO_METRIC", 3, u32],
  exptime: ["NL80211_MPATH_INFO_EXPTIME", 4, u32],
  flags: ["NL80211_MPATH_INFO_FLAGS", 5, u8],
  discoveryTimeout: ["NL80211_MPATH_INFO_DISCOVERY_TIMEOUT", 6, u32],
  discoveryRetries: ["NL80211_MPATH_INFO_DISCOVERY_RETRIES", 7, u8],
  hopCount: ["NL80211_MPATH_INFO_HOP_COUNT", 8, u8],
  pathChange: ["NL80211_MPATH_INFO_PATH_CHANGE", 9, u32],
}));
