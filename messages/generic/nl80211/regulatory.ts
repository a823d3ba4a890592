/**
 * Rules of regulatory domains, and limits of the specific absorption rate (SAR),
 * of the family `nl80211`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/nl80211.h | linux/nl80211.h}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  list,
  s32,
  s8,
  u32,
} from "../../codec/mod.ts";

/** A rule of a regulatory domain: `NL80211_ATTR_*`. */
export interface Nl80211RegulatoryRule extends Attributes {
  /** What is not allowed, `NL80211_RRF_*` (`NL80211_ATTR_REG_RULE_FLAGS`). */
  regRuleFlags?: number;
  /**
   * Frequency from which it holds, in kHz (`NL80211_ATTR_FREQ_RANGE_START`).
   */
  freqRangeStart?: number;
  /** Frequency up to which it holds, in kHz (`NL80211_ATTR_FREQ_RANGE_END`). */
  freqRangeEnd?: number;
  /** Greatest width in kHz (`NL80211_ATTR_FREQ_RANGE_MAX_BW`). */
  freqRangeMaxBw?: number;
  /**
   * Greatest gain of antennas in hundredths of dBi
   * (`NL80211_ATTR_POWER_RULE_MAX_ANT_GAIN`).
   */
  powerRuleMaxAntGain?: number;
  /**
   * Greatest power in hundredths of dBm (`NL80211_ATTR_POWER_RULE_MAX_EIRP`).
   */
  powerRuleMaxEirp?: number;
  /** Power spectral density in dBm/MHz (`NL80211_ATTR_POWER_RULE_PSD`). */
  powerRulePsd?: number;
  /** Milliseconds to listen before sending (`NL80211_ATTR_DFS_CAC_TIME`). */
  dfsCacTime?: number;
}

/** What is limited: `NL80211_SAR_TYPE_*`. */
export const NL80211_SAR_TYPES = {
  /** `NL80211_SAR_TYPE_POWER`. */
  "power": 0,
} as const;

/** A limit in a range of frequencies: `NL80211_SAR_ATTR_SPECS_*`. */
export interface Nl80211SarLimit extends Attributes {
  /**
   * Greatest power in quarters of dBm; 0 for no limit
   * (`NL80211_SAR_ATTR_SPECS_POWER`).
   */
  power?: number;
  /**
   * Index of the range of frequencies (`NL80211_SAR_ATTR_SPECS_RANGE_INDEX`).
   */
  rangeIndex?: number;
  /**
   * Where the range begins, in kHz; in capabilities only
   * (`NL80211_SAR_ATTR_SPECS_START_FREQ`).
   */
  startFreq?: number;
  /**
   * Where the range ends, in kHz; in capabilities only
   * (`NL80211_SAR_ATTR_SPECS_END_FREQ`).
   */
  endFreq?: number;
}

/** Limits of the specific absorption rate: `NL80211_SAR_ATTR_*`. */
export interface Nl80211Sar extends Attributes {
  /**
   * What is limited, {@linkcode NL80211_SAR_TYPES} (`NL80211_SAR_ATTR_TYPE`).
   */
  type?: number;
  /** The limits (`NL80211_SAR_ATTR_SPECS`). */
  specs?: Nl80211SarLimit[];
}

/** Codec of {@linkcode Nl80211RegulatoryRule}. */
export const nl80211RegulatoryRule: Codec<Nl80211RegulatoryRule> = attributes(
  () => ({
    regRuleFlags: ["NL80211_ATTR_REG_RULE_FLAGS", 1, u32],
    freqRangeStart: ["NL80211_ATTR_FREQ_RANGE_START", 2, u32],
    freqRangeEnd: ["NL80211_ATTR_FREQ_RANGE_END", 3, u32],
    freqRangeMaxBw: ["NL80211_ATTR_FREQ_RANGE_MAX_BW", 4, u32],
    powerRuleMaxAntGain: ["NL80211_ATTR_POWER_RULE_MAX_ANT_GAIN", 5, u32],
    powerRuleMaxEirp: ["NL80211_ATTR_POWER_RULE_MAX_EIRP", 6, u32],
    powerRulePsd: ["NL80211_ATTR_POWER_RULE_PSD", 8, s8],
    dfsCacTime: ["NL80211_ATTR_DFS_CAC_TIME", 7, u32],
  }),
);

/** Codec of {@linkcode Nl80211SarLimit}. */
export const nl80211SarLimit: Codec<Nl80211SarLimit> = attributes(() => ({
  power: ["NL80211_SAR_ATTR_SPECS_POWER", 1, s32],
  rangeIndex: ["NL80211_SAR_ATTR_SPECS_RANGE_INDEX", 2, u32],
  startFreq: ["NL80211_SAR_ATTR_SPECS_START_FREQ", 3, u32],
  endFreq: ["NL80211_SAR_ATTR_SPECS_END_FREQ", 4, u32],
}));

/** Codec of {@linkcode Nl80211Sar}. */
export const nl80211Sar: Codec<Nl80211Sar> = attributes(() => ({
  type: ["NL80211_SAR_ATTR_TYPE", 1, u32],
  specs: ["NL80211_SAR_ATTR_SPECS", 2, list(nl80211SarLimit)],
}));
