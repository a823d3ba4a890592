/**
 * Rates that are used, or may be, of the family `nl80211`.
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
  flag,
  u16,
  u32,
  u8,
} from "../../codec/mod.ts";

/** A rate: `NL80211_RATE_INFO_*`. */
export interface Nl80211Rate extends Attributes {
  /**
   * The rate in units of 100 kbit/s, where it fits
   * (`NL80211_RATE_INFO_BITRATE`).
   */
  bitrate?: number;
  /** The rate in units of 100 kbit/s (`NL80211_RATE_INFO_BITRATE32`). */
  bitrate32?: number;
  /**
   * HT modulation and coding, from which follow the streams
   * (`NL80211_RATE_INFO_MCS`).
   */
  mcs?: number;
  /** VHT modulation and coding (`NL80211_RATE_INFO_VHT_MCS`). */
  vhtMcs?: number;
  /** VHT streams (`NL80211_RATE_INFO_VHT_NSS`). */
  vhtNss?: number;
  /** HE modulation and coding (`NL80211_RATE_INFO_HE_MCS`). */
  heMcs?: number;
  /** HE streams (`NL80211_RATE_INFO_HE_NSS`). */
  heNss?: number;
  /**
   * HE guard interval, `NL80211_RATE_INFO_HE_GI_*` (`NL80211_RATE_INFO_HE_GI`).
   */
  heGi?: number;
  /** Whether carriers are used in pairs (`NL80211_RATE_INFO_HE_DCM`). */
  heDcm?: number;
  /**
   * Part of the channel, `NL80211_RATE_INFO_HE_RU_ALLOC_*`
   * (`NL80211_RATE_INFO_HE_RU_ALLOC`).
   */
  heRuAlloc?: number;
  /** EHT modulation and coding (`NL80211_RATE_INFO_EHT_MCS`). */
  ehtMcs?: number;
  /** EHT streams (`NL80211_RATE_INFO_EHT_NSS`). */
  ehtNss?: number;
  /**
   * EHT guard interval, `NL80211_RATE_INFO_EHT_GI_*`
   * (`NL80211_RATE_INFO_EHT_GI`).
   */
  ehtGi?: number;
  /**
   * Part of the channel, `NL80211_RATE_INFO_EHT_RU_ALLOC_*`
   * (`NL80211_RATE_INFO_EHT_RU_ALLOC`).
   */
  ehtRuAlloc?: number;
  /** S1G modulation and coding (`NL80211_RATE_INFO_S1G_MCS`). */
  s1gMcs?: number;
  /** S1G streams (`NL80211_RATE_INFO_S1G_NSS`). */
  s1gNss?: number;
  /** UHR modulation and coding (`NL80211_RATE_INFO_UHR_MCS`). */
  uhrMcs?: number;
  /** Enhanced long range (`NL80211_RATE_INFO_UHR_ELR`). */
  uhrElr?: true;
  /** Interference is mitigated (`NL80211_RATE_INFO_UHR_IM`). */
  uhrIm?: true;
  /** The guard interval is 400 ns (`NL80211_RATE_INFO_SHORT_GI`). */
  shortGi?: true;
  /** 40 MHz (`NL80211_RATE_INFO_40_MHZ_WIDTH`). */
  width40?: true;
  /** 80 MHz (`NL80211_RATE_INFO_80_MHZ_WIDTH`). */
  width80?: true;
  /** Twice 80 MHz; unused (`NL80211_RATE_INFO_80P80_MHZ_WIDTH`). */
  width80Plus80?: true;
  /** 160 MHz (`NL80211_RATE_INFO_160_MHZ_WIDTH`). */
  width160?: true;
  /** 320 MHz (`NL80211_RATE_INFO_320_MHZ_WIDTH`). */
  width320?: true;
  /** 10 MHz (`NL80211_RATE_INFO_10_MHZ_WIDTH`). */
  width10?: true;
  /** 5 MHz (`NL80211_RATE_INFO_5_MHZ_WIDTH`). */
  width5?: true;
  /** 1 MHz (`NL80211_RATE_INFO_1_MHZ_WIDTH`). */
  width1?: true;
  /** 2 MHz (`NL80211_RATE_INFO_2_MHZ_WIDTH`). */
  width2?: true;
  /** 4 MHz (`NL80211_RATE_INFO_4_MHZ_WIDTH`). */
  width4?: true;
  /** 8 MHz (`NL80211_RATE_INFO_8_MHZ_WIDTH`). */
  width8?: true;
  /** 16 MHz (`NL80211_RATE_INFO_16_MHZ_WIDTH`). */
  width16?: true;
}

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

/** Codec of {@linkcode Nl80211Rate}. */
export const nl80211Rate: Codec<Nl80211Rate> = attributes(() => ({
  bitrate: ["NL80211_RATE_INFO_BITRATE", 1, u16],
  bitrate32: ["NL80211_RATE_INFO_BITRATE32", 5, u32],
  mcs: ["NL80211_RATE_INFO_MCS", 2, u8],
  vhtMcs: ["NL80211_RATE_INFO_VHT_MCS", 6, u8],
  vhtNss: ["NL80211_RATE_INFO_VHT_NSS", 7, u8],
  heMcs: ["NL80211_RATE_INFO_HE_MCS", 13, u8],
  heNss: ["NL80211_RATE_INFO_HE_NSS", 14, u8],
  heGi: ["NL80211_RATE_INFO_HE_GI", 15, u8],
  heDcm: ["NL80211_RATE_INFO_HE_DCM", 16, u8],
  heRuAlloc: ["NL80211_RATE_INFO_HE_RU_ALLOC", 17, u8],
  ehtMcs: ["NL80211_RATE_INFO_EHT_MCS", 19, u8],
  ehtNss: ["NL80211_RATE_INFO_EHT_NSS", 20, u8],
  ehtGi: ["NL80211_RATE_INFO_EHT_GI", 21, u8],
  ehtRuAlloc: ["NL80211_RATE_INFO_EHT_RU_ALLOC", 22, u8],
  s1gMcs: ["NL80211_RATE_INFO_S1G_MCS", 23, u8],
  s1gNss: ["NL80211_RATE_INFO_S1G_NSS", 24, u8],
  uhrMcs: ["NL80211_RATE_INFO_UHR_MCS", 30, u8],
  uhrElr: ["NL80211_RATE_INFO_UHR_ELR", 31, flag],
  uhrIm: ["NL80211_RATE_INFO_UHR_IM", 32, flag],
  shortGi: ["NL80211_RATE_INFO_SHORT_GI", 4, flag],
  width40: ["NL80211_RATE_INFO_40_MHZ_WIDTH", 3, flag],
  width80: ["NL80211_RATE_INFO_80_MHZ_WIDTH", 8, flag],
  width80Plus80: ["NL80211_RATE_INFO_80P80_MHZ_WIDTH", 9, flag],
  width160: ["NL80211_RATE_INFO_160_MHZ_WIDTH", 10, flag],
  width320: ["NL80211_RATE_INFO_320_MHZ_WIDTH", 18, flag],
  width10: ["NL80211_RATE_INFO_10_MHZ_WIDTH", 11, flag],
  width5: ["NL80211_RATE_INFO_5_MHZ_WIDTH", 12, flag],
  width1: ["NL80211_RATE_INFO_1_MHZ_WIDTH", 25, flag],
  width2: ["NL80211_RATE_INFO_2_MHZ_WIDTH", 26, flag],
  width4: ["NL80211_RATE_INFO_4_MHZ_WIDTH", 27, flag],
  width8: ["NL80211_RATE_INFO_8_MHZ_WIDTH", 28, flag],
  width16: ["NL80211_RATE_INFO_16_MHZ_WIDTH", 29, flag],
}));

/** Codec of {@linkcode Nl80211TxRates}. */
export const nl80211TxRates: Codec<Nl80211TxRates> = attributes(
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
