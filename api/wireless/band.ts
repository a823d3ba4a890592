/**
 * Bands of wireless devices, their channels and rates.
 *
 * @module
 */

import type {
  Nl80211Band,
  Nl80211Bitrate,
  Nl80211Frequency,
} from "../../messages/generic/nl80211/band.ts";
import {
  NL80211_BANDS,
  NL80211_DFS_STATES,
} from "../../messages/generic/nl80211/names.ts";
import { nameOf } from "../../messages/value_names.ts";

/** Name of a band (`NL80211_BAND_*`). */
export type WirelessBandName = keyof typeof NL80211_BANDS;

/** What is not allowed on a channel, or only there (`NL80211_FREQUENCY_ATTR_*`). */
export type FrequencyRestriction = (typeof FREQUENCY_RESTRICTIONS)[number][0];

/** A channel of a device. */
export interface WirelessFrequency {
  /** Frequency in MHz (`NL80211_FREQUENCY_ATTR_FREQ`). */
  frequency: number;
  /** Whether it is not allowed at all (`NL80211_FREQUENCY_ATTR_DISABLED`). */
  disabled: boolean;
  /** Greatest power in dBm (`NL80211_FREQUENCY_ATTR_MAX_TX_POWER`). */
  maxTxPower?: number;
  /**
   * What else is not allowed, or allowed in spite of that; `no-ir` is only to
   * send what answers others, and `radar` to detect radar.
   */
  restrictions: FrequencyRestriction[];
  /** What is known of radar (`NL80211_FREQUENCY_ATTR_DFS_STATE`). */
  dfsState?: keyof typeof NL80211_DFS_STATES | number;
  /** Seconds since that is known (`NL80211_FREQUENCY_ATTR_DFS_TIME`). */
  dfsTime?: number;
  /** Seconds to listen before sending (`NL80211_FREQUENCY_ATTR_DFS_CAC_TIME`). */
  dfsCacTime?: number;
  /** Power spectral density in dBm/MHz (`NL80211_FREQUENCY_ATTR_PSD`). */
  powerDensity?: number;
}

/** A rate of 802.11 before 802.11n. */
export interface WirelessRate {
  /** The rate in Mbit/s (`NL80211_BITRATE_ATTR_RATE`). */
  rate: number;
  /** Whether preambles can be short (`NL80211_BITRATE_ATTR_2GHZ_SHORTPREAMBLE`). */
  shortPreamble: boolean;
}

/** A band of a device. */
export interface WirelessBand {
  /** The band (`NL80211_BAND_*`). */
  band: WirelessBandName | number;
  /** Its channels (`NL80211_BAND_ATTR_FREQS`). */
  frequencies: WirelessFrequency[];
  /** Its rates (`NL80211_BAND_ATTR_RATES`). */
  rates: WirelessRate[];
  /** Whether it has 802.11n (`NL80211_BAND_ATTR_HT_CAPA`). */
  ht: boolean;
  /** Whether it has 802.11ac (`NL80211_BAND_ATTR_VHT_CAPA`). */
  vht: boolean;
  /** Whether it has 802.11ax (`NL80211_BAND_IFTYPE_ATTR_HE_CAP_PHY`). */
  he: boolean;
  /** Whether it has 802.11be (`NL80211_BAND_IFTYPE_ATTR_EHT_CAP_PHY`). */
  eht: boolean;
  /** HT capabilities, a bit each (`NL80211_BAND_ATTR_HT_CAPA`). */
  htCapabilities?: number;
  /** VHT capabilities, a bit each (`NL80211_BAND_ATTR_VHT_CAPA`). */
  vhtCapabilities?: number;
}

/** Names of restrictions, and the attributes that they are. */
export const FREQUENCY_RESTRICTIONS = [
  ["no-ir", "noIr"],
  ["radar", "radar"],
  ["indoor-only", "indoorOnly"],
  ["no-ht40-minus", "noHt40Minus"],
  ["no-ht40-plus", "noHt40Plus"],
  ["no-10mhz", "no10mhz"],
  ["no-20mhz", "no20mhz"],
  ["no-80mhz", "no80mhz"],
  ["no-160mhz", "no160mhz"],
  ["no-320mhz", "no320mhz"],
  ["no-4mhz", "no4mhz"],
  ["no-8mhz", "no8mhz"],
  ["no-16mhz", "no16mhz"],
  ["no-he", "noHe"],
  ["no-eht", "noEht"],
  ["no-uhr", "noUhr"],
  ["no-6ghz-vlp-client", "no6ghzVlpClient"],
  ["no-6ghz-afc-client", "no6ghzAfcClient"],
  ["ir-concurrent", "irConcurrent"],
  ["dfs-concurrent", "dfsConcurrent"],
  ["allow-6ghz-vlp-ap", "allow6ghzVlpAp"],
  ["allow-20mhz-activity", "allow20mhzActivity"],
  ["can-monitor", "canMonitor"],
  ["no-primary", "s1gNoPrimary"],
] as const satisfies readonly (readonly [string, keyof Nl80211Frequency])[];

/**
 * Reads a channel.
 *
 * @param data The attributes.
 * @returns The channel.
 */
export function toWirelessFrequency(data: Nl80211Frequency): WirelessFrequency {
  const { freq = 0, offset = 0, maxTxPower, dfsState, dfsTime, dfsCacTime } =
    data;
  return {
    frequency: freq + offset / 1000,
    disabled: data.disabled === true,
    ...maxTxPower !== undefined && { maxTxPower: maxTxPower / 100 },
    restrictions: FREQUENCY_RESTRICTIONS.filter(([, name]) =>
      data[name] === true
    ).map((
      [name],
    ) => name),
    ...dfsState !== undefined && {
      dfsState: nameOf(NL80211_DFS_STATES, dfsState) as
        | keyof typeof NL80211_DFS_STATES
        | undefined ?? dfsState,
    },
    ...dfsTime !== undefined && { dfsTime: dfsTime / 1000 },
    ...dfsCacTime !== undefined && { dfsCacTime: dfsCacTime / 1000 },
    ...data.psd !== undefined && { powerDensity: data.psd },
  };
}

function toWirelessRate(
  { rate = 0, shortPreamble2ghz }: Nl80211Bitrate,
): WirelessRate {
  return { rate: rate / 10, shortPreamble: shortPreamble2ghz === true };
}

/**
 * Reads a band.
 *
 * @param number Its number.
 * @param data The attributes.
 * @returns The band.
 */
export function toWirelessBand(
  number: number,
  { freqs = [], rates = [], htCapa, vhtCapa, iftypeData = [] }: Nl80211Band,
): WirelessBand {
  return {
    band: nameOf(NL80211_BANDS, number) as WirelessBandName | undefined ??
      number,
    frequencies: freqs.map(toWirelessFrequency),
    rates: rates.map(toWirelessRate),
    ht: htCapa !== undefined,
    vht: vhtCapa !== undefined && vhtCapa !== 0,
    he: iftypeData.some(({ heCapPhy }) => heCapPhy !== undefined),
    eht: iftypeData.some(({ ehtCapPhy }) => ehtCapPhy !== undefined),
    ...htCapa !== undefined && { htCapabilities: htCapa },
    ...vhtCapa !== undefined && { vhtCapabilities: vhtCapa },
  };
}
