/**
 * Bands of devices, their channels and rates of the family `nl80211`.
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
  s8,
  u16,
  u32,
  u64,
  u8,
} from "../../codec/mod.ts";
import { type Keyed, keyed } from "../keyed.ts";

/** Limits of a priority on a channel: `NL80211_WMMR_*`. */
export interface Nl80211WmmRule extends Attributes {
  /** Smallest contention window in slots (`NL80211_WMMR_CW_MIN`). */
  cwMin?: number;
  /** Largest contention window in slots (`NL80211_WMMR_CW_MAX`). */
  cwMax?: number;
  /** Slots to wait before sending (`NL80211_WMMR_AIFSN`). */
  aifsn?: number;
  /** Longest turn in microseconds (`NL80211_WMMR_TXOP`). */
  txop?: number;
}

/** A channel, and what is allowed on it: `NL80211_FREQUENCY_ATTR_*`. */
export interface Nl80211Frequency extends Attributes {
  /** Frequency in MHz (`NL80211_FREQUENCY_ATTR_FREQ`). */
  freq?: number;
  /** What is to be added to it, in kHz (`NL80211_FREQUENCY_ATTR_OFFSET`). */
  offset?: number;
  /** The channel is not allowed (`NL80211_FREQUENCY_ATTR_DISABLED`). */
  disabled?: true;
  /**
   * Nothing is sent before something was received: no active scan, no access
   * point (`NL80211_FREQUENCY_ATTR_NO_IR`).
   */
  noIr?: true;
  /** Old name of the same (`__NL80211_FREQUENCY_ATTR_NO_IBSS`). */
  noIbss?: true;
  /** Radar has to be detected (`NL80211_FREQUENCY_ATTR_RADAR`). */
  radar?: true;
  /**
   * Greatest power in hundredths of dBm
   * (`NL80211_FREQUENCY_ATTR_MAX_TX_POWER`).
   */
  maxTxPower?: number;
  /**
   * What is known of radar, `NL80211_DFS_*`
   * (`NL80211_FREQUENCY_ATTR_DFS_STATE`).
   */
  dfsState?: number;
  /** Milliseconds since that is known (`NL80211_FREQUENCY_ATTR_DFS_TIME`). */
  dfsTime?: number;
  /**
   * Milliseconds to listen before sending
   * (`NL80211_FREQUENCY_ATTR_DFS_CAC_TIME`).
   */
  dfsCacTime?: number;
  /**
   * When that has begun, in nanoseconds since the machine started
   * (`NL80211_FREQUENCY_ATTR_CAC_START_TIME`).
   */
  cacStartTime?: bigint;
  /**
   * No 40 MHz with the channel below (`NL80211_FREQUENCY_ATTR_NO_HT40_MINUS`).
   */
  noHt40Minus?: true;
  /**
   * No 40 MHz with the channel above (`NL80211_FREQUENCY_ATTR_NO_HT40_PLUS`).
   */
  noHt40Plus?: true;
  /** No 80 MHz (`NL80211_FREQUENCY_ATTR_NO_80MHZ`). */
  no80mhz?: true;
  /** No 160 MHz (`NL80211_FREQUENCY_ATTR_NO_160MHZ`). */
  no160mhz?: true;
  /** No 320 MHz (`NL80211_FREQUENCY_ATTR_NO_320MHZ`). */
  no320mhz?: true;
  /** No 20 MHz (`NL80211_FREQUENCY_ATTR_NO_20MHZ`). */
  no20mhz?: true;
  /** No 10 MHz (`NL80211_FREQUENCY_ATTR_NO_10MHZ`). */
  no10mhz?: true;
  /** No 4 MHz (`NL80211_FREQUENCY_ATTR_NO_4MHZ`). */
  no4mhz?: true;
  /** No 8 MHz (`NL80211_FREQUENCY_ATTR_NO_8MHZ`). */
  no8mhz?: true;
  /** No 16 MHz (`NL80211_FREQUENCY_ATTR_NO_16MHZ`). */
  no16mhz?: true;
  /** 1 MHz is allowed (`NL80211_FREQUENCY_ATTR_1MHZ`). */
  mhz1?: true;
  /** 2 MHz are allowed (`NL80211_FREQUENCY_ATTR_2MHZ`). */
  mhz2?: true;
  /** 4 MHz are allowed (`NL80211_FREQUENCY_ATTR_4MHZ`). */
  mhz4?: true;
  /** 8 MHz are allowed (`NL80211_FREQUENCY_ATTR_8MHZ`). */
  mhz8?: true;
  /** 16 MHz are allowed (`NL80211_FREQUENCY_ATTR_16MHZ`). */
  mhz16?: true;
  /** Only indoors (`NL80211_FREQUENCY_ATTR_INDOOR_ONLY`). */
  indoorOnly?: true;
  /**
   * Sending is allowed besides a connection on the channel
   * (`NL80211_FREQUENCY_ATTR_IR_CONCURRENT`).
   */
  irConcurrent?: true;
  /**
   * Sending is allowed under an access point that detects radar
   * (`NL80211_FREQUENCY_ATTR_DFS_CONCURRENT`).
   */
  dfsConcurrent?: true;
  /** No HE (`NL80211_FREQUENCY_ATTR_NO_HE`). */
  noHe?: true;
  /** No EHT (`NL80211_FREQUENCY_ATTR_NO_EHT`). */
  noEht?: true;
  /** No UHR (`NL80211_FREQUENCY_ATTR_NO_UHR`). */
  noUhr?: true;
  /** Power spectral density in dBm/MHz (`NL80211_FREQUENCY_ATTR_PSD`). */
  psd?: number;
  /**
   * No connections to access points of very low power
   * (`NL80211_FREQUENCY_ATTR_NO_6GHZ_VLP_CLIENT`).
   */
  no6ghzVlpClient?: true;
  /**
   * No connections to access points of standard power
   * (`NL80211_FREQUENCY_ATTR_NO_6GHZ_AFC_CLIENT`).
   */
  no6ghzAfcClient?: true;
  /**
   * Access points of very low power are allowed
   * (`NL80211_FREQUENCY_ATTR_ALLOW_6GHZ_VLP_AP`).
   */
  allow6ghzVlpAp?: true;
  /**
   * Sending with 20 MHz is allowed
   * (`NL80211_FREQUENCY_ATTR_ALLOW_20MHZ_ACTIVITY`).
   */
  allow20mhzActivity?: true;
  /**
   * Monitors may use the channel although it is disabled
   * (`NL80211_FREQUENCY_ATTR_CAN_MONITOR`).
   */
  canMonitor?: true;
  /**
   * The channel cannot be a primary one
   * (`NL80211_FREQUENCY_ATTR_S1G_NO_PRIMARY`).
   */
  s1gNoPrimary?: true;
  /** Limits by priority (`NL80211_FREQUENCY_ATTR_WMM`). */
  wmm?: Nl80211WmmRule[];
}

/** A rate of old 802.11: `NL80211_BITRATE_ATTR_*`. */
export interface Nl80211Bitrate extends Attributes {
  /** The rate in units of 100 kbit/s (`NL80211_BITRATE_ATTR_RATE`). */
  rate?: number;
  /**
   * It can have a short preamble at 2.4 GHz
   * (`NL80211_BITRATE_ATTR_2GHZ_SHORTPREAMBLE`).
   */
  shortPreamble2ghz?: true;
}

/**
 * What interfaces of some types can do in a band: `NL80211_BAND_IFTYPE_ATTR_*`.
 */
export interface Nl80211BandIftype extends Attributes {
  /** The types, by `NL80211_IFTYPE_*` (`NL80211_BAND_IFTYPE_ATTR_IFTYPES`). */
  iftypes?: Keyed<true>;
  /** HE capabilities of the MAC (`NL80211_BAND_IFTYPE_ATTR_HE_CAP_MAC`). */
  heCapMac?: Uint8Array;
  /** HE capabilities of the PHY (`NL80211_BAND_IFTYPE_ATTR_HE_CAP_PHY`). */
  heCapPhy?: Uint8Array;
  /** HE rates (`NL80211_BAND_IFTYPE_ATTR_HE_CAP_MCS_SET`). */
  heCapMcsSet?: Uint8Array;
  /** HE thresholds of padding (`NL80211_BAND_IFTYPE_ATTR_HE_CAP_PPE`). */
  heCapPpe?: Uint8Array;
  /** HE capabilities at 6 GHz (`NL80211_BAND_IFTYPE_ATTR_HE_6GHZ_CAPA`). */
  he6ghzCapa?: Uint8Array;
  /**
   * Information elements of vendors (`NL80211_BAND_IFTYPE_ATTR_VENDOR_ELEMS`).
   */
  vendorElems?: Uint8Array;
  /** EHT capabilities of the MAC (`NL80211_BAND_IFTYPE_ATTR_EHT_CAP_MAC`). */
  ehtCapMac?: Uint8Array;
  /** EHT capabilities of the PHY (`NL80211_BAND_IFTYPE_ATTR_EHT_CAP_PHY`). */
  ehtCapPhy?: Uint8Array;
  /** EHT rates (`NL80211_BAND_IFTYPE_ATTR_EHT_CAP_MCS_SET`). */
  ehtCapMcsSet?: Uint8Array;
  /** EHT thresholds of padding (`NL80211_BAND_IFTYPE_ATTR_EHT_CAP_PPE`). */
  ehtCapPpe?: Uint8Array;
  /** UHR capabilities of the MAC (`NL80211_BAND_IFTYPE_ATTR_UHR_CAP_MAC`). */
  uhrCapMac?: Uint8Array;
  /** UHR capabilities of the PHY (`NL80211_BAND_IFTYPE_ATTR_UHR_CAP_PHY`). */
  uhrCapPhy?: Uint8Array;
}

/** A band of a device: `NL80211_BAND_ATTR_*`. */
export interface Nl80211Band extends Attributes {
  /** Channels (`NL80211_BAND_ATTR_FREQS`). */
  freqs?: Nl80211Frequency[];
  /** Rates (`NL80211_BAND_ATTR_RATES`). */
  rates?: Nl80211Bitrate[];
  /** HT rates (`NL80211_BAND_ATTR_HT_MCS_SET`). */
  htMcsSet?: Uint8Array;
  /** HT capabilities (`NL80211_BAND_ATTR_HT_CAPA`). */
  htCapa?: number;
  /**
   * Longest aggregate, as a power of two above 8191 bytes
   * (`NL80211_BAND_ATTR_HT_AMPDU_FACTOR`).
   */
  htAmpduFactor?: number;
  /** Distance of frames in it (`NL80211_BAND_ATTR_HT_AMPDU_DENSITY`). */
  htAmpduDensity?: number;
  /** VHT rates (`NL80211_BAND_ATTR_VHT_MCS_SET`). */
  vhtMcsSet?: Uint8Array;
  /** VHT capabilities (`NL80211_BAND_ATTR_VHT_CAPA`). */
  vhtCapa?: number;
  /** What depends on types of interfaces (`NL80211_BAND_ATTR_IFTYPE_DATA`). */
  iftypeData?: Nl80211BandIftype[];
  /** EDMG channels, a bit each (`NL80211_BAND_ATTR_EDMG_CHANNELS`). */
  edmgChannels?: number;
  /** Widths of EDMG channels (`NL80211_BAND_ATTR_EDMG_BW_CONFIG`). */
  edmgBwConfig?: number;
  /** S1G rates (`NL80211_BAND_ATTR_S1G_MCS_NSS_SET`). */
  s1gMcsNssSet?: Uint8Array;
  /** S1G capabilities (`NL80211_BAND_ATTR_S1G_CAPA`). */
  s1gCapa?: Uint8Array;
}

/** Codec of {@linkcode Nl80211WmmRule}. */
export const nl80211WmmRule: Codec<Nl80211WmmRule> = attributes(
  () => ({
    cwMin: ["NL80211_WMMR_CW_MIN", 1, u16],
    cwMax: ["NL80211_WMMR_CW_MAX", 2, u16],
    aifsn: ["NL80211_WMMR_AIFSN", 3, u8],
    txop: ["NL80211_WMMR_TXOP", 4, u16],
  }),
);

/** Codec of {@linkcode Nl80211Frequency}. */
export const nl80211Frequency: Codec<Nl80211Frequency> = attributes(() => ({
  freq: ["NL80211_FREQUENCY_ATTR_FREQ", 1, u32],
  offset: ["NL80211_FREQUENCY_ATTR_OFFSET", 20, u32],
  disabled: ["NL80211_FREQUENCY_ATTR_DISABLED", 2, flag],
  noIr: ["NL80211_FREQUENCY_ATTR_NO_IR", 3, flag],
  noIbss: ["__NL80211_FREQUENCY_ATTR_NO_IBSS", 4, flag],
  radar: ["NL80211_FREQUENCY_ATTR_RADAR", 5, flag],
  maxTxPower: ["NL80211_FREQUENCY_ATTR_MAX_TX_POWER", 6, u32],
  dfsState: ["NL80211_FREQUENCY_ATTR_DFS_STATE", 7, u32],
  dfsTime: ["NL80211_FREQUENCY_ATTR_DFS_TIME", 8, u32],
  dfsCacTime: ["NL80211_FREQUENCY_ATTR_DFS_CAC_TIME", 13, u32],
  cacStartTime: ["NL80211_FREQUENCY_ATTR_CAC_START_TIME", 40, u64],
  noHt40Minus: ["NL80211_FREQUENCY_ATTR_NO_HT40_MINUS", 9, flag],
  noHt40Plus: ["NL80211_FREQUENCY_ATTR_NO_HT40_PLUS", 10, flag],
  no80mhz: ["NL80211_FREQUENCY_ATTR_NO_80MHZ", 11, flag],
  no160mhz: ["NL80211_FREQUENCY_ATTR_NO_160MHZ", 12, flag],
  no320mhz: ["NL80211_FREQUENCY_ATTR_NO_320MHZ", 26, flag],
  no20mhz: ["NL80211_FREQUENCY_ATTR_NO_20MHZ", 16, flag],
  no10mhz: ["NL80211_FREQUENCY_ATTR_NO_10MHZ", 17, flag],
  no4mhz: ["NL80211_FREQUENCY_ATTR_NO_4MHZ", 35, flag],
  no8mhz: ["NL80211_FREQUENCY_ATTR_NO_8MHZ", 36, flag],
  no16mhz: ["NL80211_FREQUENCY_ATTR_NO_16MHZ", 37, flag],
  mhz1: ["NL80211_FREQUENCY_ATTR_1MHZ", 21, flag],
  mhz2: ["NL80211_FREQUENCY_ATTR_2MHZ", 22, flag],
  mhz4: ["NL80211_FREQUENCY_ATTR_4MHZ", 23, flag],
  mhz8: ["NL80211_FREQUENCY_ATTR_8MHZ", 24, flag],
  mhz16: ["NL80211_FREQUENCY_ATTR_16MHZ", 25, flag],
  indoorOnly: ["NL80211_FREQUENCY_ATTR_INDOOR_ONLY", 14, flag],
  irConcurrent: ["NL80211_FREQUENCY_ATTR_IR_CONCURRENT", 15, flag],
  dfsConcurrent: ["NL80211_FREQUENCY_ATTR_DFS_CONCURRENT", 29, flag],
  noHe: ["NL80211_FREQUENCY_ATTR_NO_HE", 19, flag],
  noEht: ["NL80211_FREQUENCY_ATTR_NO_EHT", 27, flag],
  noUhr: ["NL80211_FREQUENCY_ATTR_NO_UHR", 39, flag],
  psd: ["NL80211_FREQUENCY_ATTR_PSD", 28, s8],
  no6ghzVlpClient: ["NL80211_FREQUENCY_ATTR_NO_6GHZ_VLP_CLIENT", 30, flag],
  no6ghzAfcClient: ["NL80211_FREQUENCY_ATTR_NO_6GHZ_AFC_CLIENT", 31, flag],
  allow6ghzVlpAp: ["NL80211_FREQUENCY_ATTR_ALLOW_6GHZ_VLP_AP", 33, flag],
  allow20mhzActivity: ["NL80211_FREQUENCY_ATTR_ALLOW_20MHZ_ACTIVITY", 34, flag],
  canMonitor: ["NL80211_FREQUENCY_ATTR_CAN_MONITOR", 32, flag],
  s1gNoPrimary: ["NL80211_FREQUENCY_ATTR_S1G_NO_PRIMARY", 38, flag],
  wmm: ["NL80211_FREQUENCY_ATTR_WMM", 18, list(nl80211WmmRule)],
}), { pad: ["NL80211_FREQUENCY_ATTR_PAD", 41] });

/** Codec of {@linkcode Nl80211Bitrate}. */
export const nl80211Bitrate: Codec<Nl80211Bitrate> = attributes(
  () => ({
    rate: ["NL80211_BITRATE_ATTR_RATE", 1, u32],
    shortPreamble2ghz: ["NL80211_BITRATE_ATTR_2GHZ_SHORTPREAMBLE", 2, flag],
  }),
);

/** Codec of {@linkcode Nl80211BandIftype}. */
export const nl80211BandIftype: Codec<Nl80211BandIftype> = attributes(() => ({
  iftypes: ["NL80211_BAND_IFTYPE_ATTR_IFTYPES", 1, keyed(flag)],
  heCapMac: ["NL80211_BAND_IFTYPE_ATTR_HE_CAP_MAC", 2, bytes],
  heCapPhy: ["NL80211_BAND_IFTYPE_ATTR_HE_CAP_PHY", 3, bytes],
  heCapMcsSet: ["NL80211_BAND_IFTYPE_ATTR_HE_CAP_MCS_SET", 4, bytes],
  heCapPpe: ["NL80211_BAND_IFTYPE_ATTR_HE_CAP_PPE", 5, bytes],
  he6ghzCapa: ["NL80211_BAND_IFTYPE_ATTR_HE_6GHZ_CAPA", 6, bytes],
  vendorElems: ["NL80211_BAND_IFTYPE_ATTR_VENDOR_ELEMS", 7, bytes],
  ehtCapMac: ["NL80211_BAND_IFTYPE_ATTR_EHT_CAP_MAC", 8, bytes],
  ehtCapPhy: ["NL80211_BAND_IFTYPE_ATTR_EHT_CAP_PHY", 9, bytes],
  ehtCapMcsSet: ["NL80211_BAND_IFTYPE_ATTR_EHT_CAP_MCS_SET", 10, bytes],
  ehtCapPpe: ["NL80211_BAND_IFTYPE_ATTR_EHT_CAP_PPE", 11, bytes],
  uhrCapMac: ["NL80211_BAND_IFTYPE_ATTR_UHR_CAP_MAC", 12, bytes],
  uhrCapPhy: ["NL80211_BAND_IFTYPE_ATTR_UHR_CAP_PHY", 13, bytes],
}));

/** Codec of {@linkcode Nl80211Band}. */
export const nl80211Band: Codec<Nl80211Band> = attributes(() => ({
  freqs: ["NL80211_BAND_ATTR_FREQS", 1, list(nl80211Frequency)],
  rates: ["NL80211_BAND_ATTR_RATES", 2, list(nl80211Bitrate)],
  htMcsSet: ["NL80211_BAND_ATTR_HT_MCS_SET", 3, bytes],
  htCapa: ["NL80211_BAND_ATTR_HT_CAPA", 4, u16],
  htAmpduFactor: ["NL80211_BAND_ATTR_HT_AMPDU_FACTOR", 5, u8],
  htAmpduDensity: ["NL80211_BAND_ATTR_HT_AMPDU_DENSITY", 6, u8],
  vhtMcsSet: ["NL80211_BAND_ATTR_VHT_MCS_SET", 7, bytes],
  vhtCapa: ["NL80211_BAND_ATTR_VHT_CAPA", 8, u32],
  iftypeData: ["NL80211_BAND_ATTR_IFTYPE_DATA", 9, list(nl80211BandIftype)],
  edmgChannels: ["NL80211_BAND_ATTR_EDMG_CHANNELS", 10, u8],
  edmgBwConfig: ["NL80211_BAND_ATTR_EDMG_BW_CONFIG", 11, u8],
  s1gMcsNssSet: ["NL80211_BAND_ATTR_S1G_MCS_NSS_SET", 12, bytes],
  s1gCapa: ["NL80211_BAND_ATTR_S1G_CAPA", 13, bytes],
}));
