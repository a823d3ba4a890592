/**
 * What scheduled scans look for, and how networks are chosen, of the family
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
  macAddress,
  s32,
  s8,
  struct,
  u32,
  u8,
} from "../../codec/mod.ts";
import { type Keyed, keyed } from "../keyed.ts";

/**
 * What is added to the strength of networks in a band (`struct
 * nl80211_bss_select_rssi_adjust`).
 */
export interface Nl80211RssiAdjust {
  /** The band, `NL80211_BAND_*` (`band`). */
  band: number;
  /** What is added, in dB (`delta`). */
  delta: number;
}

/** Networks that a scheduled scan reports: `NL80211_SCHED_SCAN_MATCH_*`. */
export interface Nl80211SchedScanMatch extends Attributes {
  /** Name of the network (`NL80211_SCHED_SCAN_MATCH_ATTR_SSID`). */
  ssid?: Uint8Array;
  /** Least strength in dBm (`NL80211_SCHED_SCAN_MATCH_ATTR_RSSI`). */
  rssi?: number;
  /**
   * That is in relation to the network that is in use
   * (`NL80211_SCHED_SCAN_MATCH_ATTR_RELATIVE_RSSI`).
   */
  relativeRssi?: true;
  /**
   * What is added for a band before
   * (`NL80211_SCHED_SCAN_MATCH_ATTR_RSSI_ADJUST`).
   */
  rssiAdjust?: Nl80211RssiAdjust;
  /** Address of the access point (`NL80211_SCHED_SCAN_MATCH_ATTR_BSSID`). */
  bssid?: string;
  /**
   * Least strength in dBm, by `NL80211_BAND_*`; obsolete
   * (`NL80211_SCHED_SCAN_MATCH_PER_BAND_RSSI`).
   */
  perBandRssi?: Keyed<number>;
}

/** Part of a scheduled scan: `NL80211_SCHED_SCAN_PLAN_*`. */
export interface Nl80211SchedScanPlan extends Attributes {
  /** Seconds between scans (`NL80211_SCHED_SCAN_PLAN_INTERVAL`). */
  interval?: number;
  /**
   * How many scans; for ever if it is missing
   * (`NL80211_SCHED_SCAN_PLAN_ITERATIONS`).
   */
  iterations?: number;
}

/**
 * How the firmware chooses a network, one of these:
 * `NL80211_BSS_SELECT_ATTR_*`.
 */
export interface Nl80211BssSelect extends Attributes {
  /** The strongest network (`NL80211_BSS_SELECT_ATTR_RSSI`). */
  rssi?: true;
  /**
   * A network in this band, `NL80211_BAND_*`
   * (`NL80211_BSS_SELECT_ATTR_BAND_PREF`).
   */
  bandPref?: number;
  /**
   * The strongest network, after this was added
   * (`NL80211_BSS_SELECT_ATTR_RSSI_ADJUST`).
   */
  rssiAdjust?: Nl80211RssiAdjust;
}

/** How firmware can choose a network: `NL80211_BSS_SELECT_ATTR_*`. */
export interface Nl80211BssSelectSupport extends Attributes {
  /** By the strength (`NL80211_BSS_SELECT_ATTR_RSSI`). */
  rssi?: true;
  /** By a band (`NL80211_BSS_SELECT_ATTR_BAND_PREF`). */
  bandPref?: true;
  /**
   * By the strength, after something was added for a band
   * (`NL80211_BSS_SELECT_ATTR_RSSI_ADJUST`).
   */
  rssiAdjust?: true;
}

/** Codec of {@linkcode Nl80211RssiAdjust} (`struct nl80211_bss_select_rssi_adjust`). */
export const nl80211RssiAdjust: Codec<Nl80211RssiAdjust> = struct<
  Nl80211RssiAdjust
>({
  band: u8,
  delta: s8,
});

/** Codec of {@linkcode Nl80211SchedScanMatch}. */
export const nl80211SchedScanMatch: Codec<Nl80211SchedScanMatch> = attributes<
  Nl80211SchedScanMatch
>(() => ({
  ssid: ["NL80211_SCHED_SCAN_MATCH_ATTR_SSID", 1, bytes],
  rssi: ["NL80211_SCHED_SCAN_MATCH_ATTR_RSSI", 2, s32],
  relativeRssi: ["NL80211_SCHED_SCAN_MATCH_ATTR_RELATIVE_RSSI", 3, flag],
  rssiAdjust: [
    "NL80211_SCHED_SCAN_MATCH_ATTR_RSSI_ADJUST",
    4,
    nl80211RssiAdjust,
  ],
  bssid: ["NL80211_SCHED_SCAN_MATCH_ATTR_BSSID", 5, macAddress],
  perBandRssi: ["NL80211_SCHED_SCAN_MATCH_PER_BAND_RSSI", 6, keyed(s32)],
}));

/** Codec of {@linkcode Nl80211SchedScanPlan}. */
export const nl80211SchedScanPlan: Codec<Nl80211SchedScanPlan> = attributes<
  Nl80211SchedScanPlan
>(() => ({
  interval: ["NL80211_SCHED_SCAN_PLAN_INTERVAL", 1, u32],
  iterations: ["NL80211_SCHED_SCAN_PLAN_ITERATIONS", 2, u32],
}));

/** Codec of {@linkcode Nl80211BssSelect}. */
export const nl80211BssSelect: Codec<Nl80211BssSelect> = attributes<
  Nl80211BssSelect
>(() => ({
  rssi: ["NL80211_BSS_SELECT_ATTR_RSSI", 1, flag],
  bandPref: ["NL80211_BSS_SELECT_ATTR_BAND_PREF", 2, u32],
  rssiAdjust: ["NL80211_BSS_SELECT_ATTR_RSSI_ADJUST", 3, nl80211RssiAdjust],
}));

/** Codec of {@linkcode Nl80211BssSelectSupport}. */
export const nl80211BssSelectSupport: Codec<Nl80211BssSelectSupport> =
  attributes<Nl80211BssSelectSupport>(() => ({
    rssi: ["NL80211_BSS_SELECT_ATTR_RSSI", 1, flag],
    bandPref: ["NL80211_BSS_SELECT_ATTR_BAND_PREF", 2, flag],
    rssiAdjust: ["NL80211_BSS_SELECT_ATTR_RSSI_ADJUST", 3, flag],
  }));
