/**
 * Rules of regulatory domains of the family `nl80211`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/nl80211.h | linux/nl80211.h}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
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

/** Codec of {@linkcode Nl80211RegulatoryRule}. */
export const nl80211RegulatoryRule: Codec<Nl80211RegulatoryRule> = attributes<
  Nl80211RegulatoryRule
>(() => ({
  regRuleFlags: ["NL80211_ATTR_REG_RULE_FLAGS", 1, u32],
  freqRangeStart: ["NL80211_ATTR_FREQ_RANGE_START", 2, u32],
  freqRangeEnd: ["NL80211_ATTR_FREQ_RANGE_END", 3, u32],
  freqRangeMaxBw: ["NL80211_ATTR_FREQ_RANGE_MAX_BW", 4, u32],
  powerRuleMaxAntGain: ["NL80211_ATTR_POWER_RULE_MAX_ANT_GAIN", 5, u32],
  powerRuleMaxEirp: ["NL80211_ATTR_POWER_RULE_MAX_EIRP", 6, u32],
  powerRulePsd: ["NL80211_ATTR_POWER_RULE_PSD", 8, s8],
  dfsCacTime: ["NL80211_ATTR_DFS_CAC_TIME", 7, u32],
}));
