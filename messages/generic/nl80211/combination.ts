/**
 * What interfaces and radios devices can have of the family `nl80211`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/nl80211.h | linux/nl80211.h}
 *
 * @module
 */

import {
  array,
  type Attributes,
  attributes,
  type Codec,
  flag,
  list,
  macAddress,
  multi,
  s32,
  u16,
  u32,
  u8,
} from "../../codec/mod.ts";
import { type Keyed, keyed } from "../keyed.ts";

/** How many interfaces of some types there can be: `NL80211_IFACE_LIMIT_*`. */
export interface Nl80211InterfaceLimit extends Attributes {
  /** How many (`NL80211_IFACE_LIMIT_MAX`). */
  max?: number;
  /** The types, by `NL80211_IFTYPE_*` (`NL80211_IFACE_LIMIT_TYPES`). */
  types?: Keyed<true>;
}

/** Interfaces that a device can have at a time: `NL80211_IFACE_COMB_*`. */
export interface Nl80211InterfaceCombination extends Attributes {
  /** How many of which types (`NL80211_IFACE_COMB_LIMITS`). */
  limits?: Nl80211InterfaceLimit[];
  /** How many altogether (`NL80211_IFACE_COMB_MAXNUM`). */
  maxnum?: number;
  /**
   * Beacon intervals have to be equal (`NL80211_IFACE_COMB_STA_AP_BI_MATCH`).
   */
  staApBiMatch?: true;
  /** Channels at a time (`NL80211_IFACE_COMB_NUM_CHANNELS`). */
  numChannels?: number;
  /**
   * Widths in which radar is detected, a bit for each `NL80211_CHAN_WIDTH_*`
   * (`NL80211_IFACE_COMB_RADAR_DETECT_WIDTHS`).
   */
  radarDetectWidths?: number;
  /**
   * Regions by whose rules, a bit for each `NL80211_DFS_*`
   * (`NL80211_IFACE_COMB_RADAR_DETECT_REGIONS`).
   */
  radarDetectRegions?: number;
  /**
   * Least common divisor of beacon intervals (`NL80211_IFACE_COMB_BI_MIN_GCD`).
   */
  biMinGcd?: number;
}

/** Frequencies of a radio: `NL80211_WIPHY_RADIO_FREQ_ATTR_*`. */
export interface Nl80211RadioRange extends Attributes {
  /** The lowest, in kHz (`NL80211_WIPHY_RADIO_FREQ_ATTR_START`). */
  start?: number;
  /** The highest, in kHz (`NL80211_WIPHY_RADIO_FREQ_ATTR_END`). */
  end?: number;
}

/** A radio of a device that has several: `NL80211_WIPHY_RADIO_ATTR_*`. */
export interface Nl80211Radio extends Attributes {
  /** Its index (`NL80211_WIPHY_RADIO_ATTR_INDEX`). */
  index?: number;
  /** Its frequencies (`NL80211_WIPHY_RADIO_ATTR_FREQ_RANGE`). */
  freqRange?: Nl80211RadioRange[];
  /**
   * Interfaces that it can have at a time
   * (`NL80211_WIPHY_RADIO_ATTR_INTERFACE_COMBINATION`).
   */
  interfaceCombination?: Nl80211InterfaceCombination[];
  /** Its antennas, a bit each (`NL80211_WIPHY_RADIO_ATTR_ANTENNA_MASK`). */
  antennaMask?: number;
  /**
   * Bytes from which frames are announced by RTS
   * (`NL80211_WIPHY_RADIO_ATTR_RTS_THRESHOLD`).
   */
  rtsThreshold?: number;
}

/** Key managements of some types of interfaces: `NL80211_IFTYPE_AKM_ATTR_*`. */
export interface Nl80211IftypeAkm extends Attributes {
  /** The types, by `NL80211_IFTYPE_*` (`NL80211_IFTYPE_AKM_ATTR_IFTYPES`). */
  iftypes?: Keyed<true>;
  /**
   * Key managements, `WLAN_AKM_SUITE_*` of `linux/ieee80211.h`
   * (`NL80211_IFTYPE_AKM_ATTR_SUITES`).
   */
  suites?: number[];
}

/** A link of a device that has several: `NL80211_ATTR_*`. */
export interface Nl80211MloLink extends Attributes {
  /** Its number (`NL80211_ATTR_MLO_LINK_ID`). */
  mloLinkId?: number;
  /** Address of this end (`NL80211_ATTR_MAC`). */
  mac?: string;
  /** Address of the access point (`NL80211_ATTR_BSSID`). */
  bssid?: string;
  /** Status of 802.11 (`NL80211_ATTR_STATUS_CODE`). */
  statusCode?: number;
  /** Frequency of the channel in MHz (`NL80211_ATTR_WIPHY_FREQ`). */
  wiphyFreq?: number;
  /**
   * Width of the channel, `NL80211_CHAN_WIDTH_*`
   * (`NL80211_ATTR_CHANNEL_WIDTH`).
   */
  channelWidth?: number;
  /** Middle of the channel in MHz (`NL80211_ATTR_CENTER_FREQ1`). */
  centerFreq1?: number;
  /**
   * Middle of the second part of a divided channel, in MHz
   * (`NL80211_ATTR_CENTER_FREQ2`).
   */
  centerFreq2?: number;
  /** Power in hundredths of dBm (`NL80211_ATTR_WIPHY_TX_POWER_LEVEL`). */
  wiphyTxPowerLevel?: number;
}

/** Codec of {@linkcode Nl80211InterfaceLimit}. */
export const nl80211InterfaceLimit: Codec<Nl80211InterfaceLimit> = attributes(
  () => ({
    max: ["NL80211_IFACE_LIMIT_MAX", 1, u32],
    types: ["NL80211_IFACE_LIMIT_TYPES", 2, keyed(flag)],
  }),
);

/** Codec of {@linkcode Nl80211InterfaceCombination}. */
export const nl80211InterfaceCombination: Codec<Nl80211InterfaceCombination> =
  attributes(() => ({
    limits: ["NL80211_IFACE_COMB_LIMITS", 1, list(nl80211InterfaceLimit)],
    maxnum: ["NL80211_IFACE_COMB_MAXNUM", 2, u32],
    staApBiMatch: ["NL80211_IFACE_COMB_STA_AP_BI_MATCH", 3, flag],
    numChannels: ["NL80211_IFACE_COMB_NUM_CHANNELS", 4, u32],
    radarDetectWidths: ["NL80211_IFACE_COMB_RADAR_DETECT_WIDTHS", 5, u32],
    radarDetectRegions: ["NL80211_IFACE_COMB_RADAR_DETECT_REGIONS", 6, u32],
    biMinGcd: ["NL80211_IFACE_COMB_BI_MIN_GCD", 7, u32],
  }));

/** Codec of {@linkcode Nl80211RadioRange}. */
export const nl80211RadioRange: Codec<Nl80211RadioRange> = attributes(() => ({
  start: ["NL80211_WIPHY_RADIO_FREQ_ATTR_START", 1, u32],
  end: ["NL80211_WIPHY_RADIO_FREQ_ATTR_END", 2, u32],
}));

/** Codec of {@linkcode Nl80211Radio}. */
export const nl80211Radio: Codec<Nl80211Radio> = attributes(
  () => ({
    index: ["NL80211_WIPHY_RADIO_ATTR_INDEX", 1, u32],
    freqRange: [
      "NL80211_WIPHY_RADIO_ATTR_FREQ_RANGE",
      2,
      multi(nl80211RadioRange),
    ],
    interfaceCombination: [
      "NL80211_WIPHY_RADIO_ATTR_INTERFACE_COMBINATION",
      3,
      multi(nl80211InterfaceCombination),
    ],
    antennaMask: ["NL80211_WIPHY_RADIO_ATTR_ANTENNA_MASK", 4, u32],
    rtsThreshold: ["NL80211_WIPHY_RADIO_ATTR_RTS_THRESHOLD", 5, u32],
  }),
);

/** Codec of {@linkcode Nl80211IftypeAkm}. */
export const nl80211IftypeAkm: Codec<Nl80211IftypeAkm> = attributes(() => ({
  iftypes: ["NL80211_IFTYPE_AKM_ATTR_IFTYPES", 1, keyed(flag)],
  suites: ["NL80211_IFTYPE_AKM_ATTR_SUITES", 2, array(u32)],
}));

/** Codec of {@linkcode Nl80211MloLink}. */
export const nl80211MloLink: Codec<Nl80211MloLink> = attributes(
  () => ({
    mloLinkId: ["NL80211_ATTR_MLO_LINK_ID", 313, u8],
    mac: ["NL80211_ATTR_MAC", 6, macAddress],
    bssid: ["NL80211_ATTR_BSSID", 245, macAddress],
    statusCode: ["NL80211_ATTR_STATUS_CODE", 72, u16],
    wiphyFreq: ["NL80211_ATTR_WIPHY_FREQ", 38, u32],
    channelWidth: ["NL80211_ATTR_CHANNEL_WIDTH", 159, u32],
    centerFreq1: ["NL80211_ATTR_CENTER_FREQ1", 160, u32],
    centerFreq2: ["NL80211_ATTR_CENTER_FREQ2", 161, u32],
    wiphyTxPowerLevel: ["NL80211_ATTR_WIPHY_TX_POWER_LEVEL", 98, s32],
  }),
);
