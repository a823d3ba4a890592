/**
 * Rates that may be used for sending, of the family `nl80211`.
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
  fixedArray,
  u16,
  u8,
} from "../../codec/mod.ts";

/** Guard intervals of HT and VHT: `NL80211_TXRATE_*_GI`. */
export const NL80211_TXRATE_GIS = {
  /** `NL80211_TXRATE_DEFAULT_GI`. */
  "default": 0,
  /** `NL80211_TXRATE_FORCE_SGI`. */
  "short": 1,
  /** `NL80211_TXRATE_FORCE_LGI`. */
  "long": 2,
} as const;

/** HE guard intervals in microseconds: `NL80211_RATE_INFO_HE_GI_*`. */
export const NL80211_HE_GIS = {
  /** `NL80211_RATE_INFO_HE_GI_0_8`. */
  "0.8": 0,
  /** `NL80211_RATE_INFO_HE_GI_1_6`. */
  "1.6": 1,
  /** `NL80211_RATE_INFO_HE_GI_3_2`. */
  "3.2": 2,
} as const;

/**
 * HE training fields, as multiples of 3.2 microseconds:
 * `NL80211_RATE_INFO_HE_*LTF`.
 */
export const NL80211_HE_LTFS = {
  /** `NL80211_RATE_INFO_HE_1XLTF`. */
  "1": 0,
  /** `NL80211_RATE_INFO_HE_2XLTF`. */
  "2": 1,
  /** `NL80211_RATE_INFO_HE_4XLTF`. */
  "4": 2,
} as const;

/** EHT guard intervals in microseconds: `NL80211_RATE_INFO_EHT_GI_*`. */
export const NL80211_EHT_GIS = {
  /** `NL80211_RATE_INFO_EHT_GI_0_8`. */
  "0.8": 0,
  /** `NL80211_RATE_INFO_EHT_GI_1_6`. */
  "1.6": 1,
  /** `NL80211_RATE_INFO_EHT_GI_3_2`. */
  "3.2": 2,
} as const;

/**
 * EHT training fields, as multiples of 3.2 microseconds:
 * `NL80211_RATE_INFO_EHT_*LTF`.
 */
export const NL80211_EHT_LTFS = {
  /** `NL80211_RATE_INFO_EHT_1XLTF`. */
  "1": 0,
  /** `NL80211_RATE_INFO_EHT_2XLTF`. */
  "2": 1,
  /** `NL80211_RATE_INFO_EHT_4XLTF`. */
  "4": 2,
  /** `NL80211_RATE_INFO_EHT_6XLTF`. */
  "6": 3,
  /** `NL80211_RATE_INFO_EHT_8XLTF`. */
  "8": 4,
} as const;

/** Rates that may be used in a band: `NL80211_TXRATE_*`. */
export interface Nl80211TxRates extends Attributes {
  /** Rates of old 802.11, in units of 500 kbit/s (`NL80211_TXRATE_LEGACY`). */
  legacy?: Uint8Array;
  /** HT modulations and codings, a number each (`NL80211_TXRATE_HT`). */
  ht?: Uint8Array;
  /**
   * VHT modulations and codings, a bit each, for one to eight streams
   * (`NL80211_TXRATE_VHT`).
   */
  vht?: number[];
  /**
   * Guard interval of HT and VHT, {@linkcode NL80211_TXRATE_GIS}
   * (`NL80211_TXRATE_GI`).
   */
  gi?: number;
  /**
   * HE modulations and codings, a bit each, for one to eight streams
   * (`NL80211_TXRATE_HE`).
   */
  he?: number[];
  /** HE guard interval, {@linkcode NL80211_HE_GIS} (`NL80211_TXRATE_HE_GI`). */
  heGi?: number;
  /**
   * HE training field, {@linkcode NL80211_HE_LTFS} (`NL80211_TXRATE_HE_LTF`).
   */
  heLtf?: number;
  /**
   * EHT modulations and codings, a bit each, for one to sixteen streams
   * (`NL80211_TXRATE_EHT`).
   */
  eht?: number[];
  /**
   * EHT guard interval, {@linkcode NL80211_EHT_GIS} (`NL80211_TXRATE_EHT_GI`).
   */
  ehtGi?: number;
  /**
   * EHT training field, {@linkcode NL80211_EHT_LTFS}
   * (`NL80211_TXRATE_EHT_LTF`).
   */
  ehtLtf?: number;
}

/** Codec of {@linkcode Nl80211TxRates}. */
export const nl80211TxRates: Codec<Nl80211TxRates> = attributes<Nl80211TxRates>(
  () => ({
    legacy: ["NL80211_TXRATE_LEGACY", 1, bytes],
    ht: ["NL80211_TXRATE_HT", 2, bytes],
    vht: ["NL80211_TXRATE_VHT", 3, fixedArray(u16, 8)],
    gi: ["NL80211_TXRATE_GI", 4, u8],
    he: ["NL80211_TXRATE_HE", 5, fixedArray(u16, 8)],
    heGi: ["NL80211_TXRATE_HE_GI", 6, u8],
    heLtf: ["NL80211_TXRATE_HE_LTF", 7, u8],
    eht: ["NL80211_TXRATE_EHT", 8, fixedArray(u16, 16)],
    ehtGi: ["NL80211_TXRATE_EHT_GI", 9, u8],
    ehtLtf: ["NL80211_TXRATE_EHT_LTF", 10, u8],
  }),
);
