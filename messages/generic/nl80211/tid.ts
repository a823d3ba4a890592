/**
 * Settings for identifiers of traffic (TID), of the family `nl80211`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/nl80211.h | linux/nl80211.h}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  flag,
  u16,
  u64,
  u8,
} from "../../codec/mod.ts";
import { type Keyed, keyed } from "../keyed.ts";
import { type Nl80211TxRates, nl80211TxRates } from "./tx_rate.ts";

/** Whether something is used: `NL80211_TID_CONFIG_*`. */
export const NL80211_TID_CONFIGS = {
  /** `NL80211_TID_CONFIG_ENABLE`. */
  "enable": 0,
  /** `NL80211_TID_CONFIG_DISABLE`. */
  "disable": 1,
} as const;

/** How a rate is chosen: `NL80211_TX_RATE_*`. */
export const NL80211_TX_RATE_SETTINGS = {
  /** `NL80211_TX_RATE_AUTOMATIC`. */
  "automatic": 0,
  /** `NL80211_TX_RATE_LIMITED`. */
  "limited": 1,
  /** `NL80211_TX_RATE_FIXED`. */
  "fixed": 2,
} as const;

/** Settings for some identifiers of traffic: `NL80211_TID_CONFIG_ATTR_*`. */
export interface Nl80211TidConfig extends Attributes {
  /**
   * What can be set for all stations, a bit for each of these attributes; in
   * capabilities only (`NL80211_TID_CONFIG_ATTR_VIF_SUPP`).
   */
  vifSupp?: bigint;
  /**
   * What can be set for one station, a bit for each of these attributes; in
   * capabilities only (`NL80211_TID_CONFIG_ATTR_PEER_SUPP`).
   */
  peerSupp?: bigint;
  /**
   * Settings of single stations are replaced, too
   * (`NL80211_TID_CONFIG_ATTR_OVERRIDE`).
   */
  override?: true;
  /**
   * Identifiers of traffic that it is about, a bit each
   * (`NL80211_TID_CONFIG_ATTR_TIDS`).
   */
  tids?: number;
  /**
   * Whether frames are sent without acknowledgement,
   * {@linkcode NL80211_TID_CONFIGS} (`NL80211_TID_CONFIG_ATTR_NOACK`).
   */
  noack?: number;
  /**
   * How often short frames are sent again; in capabilities, the most that can
   * be set (`NL80211_TID_CONFIG_ATTR_RETRY_SHORT`).
   */
  retryShort?: number;
  /**
   * How often long frames are sent again; in capabilities, the most that can be
   * set (`NL80211_TID_CONFIG_ATTR_RETRY_LONG`).
   */
  retryLong?: number;
  /**
   * Whether MPDUs are aggregated, {@linkcode NL80211_TID_CONFIGS}
   * (`NL80211_TID_CONFIG_ATTR_AMPDU_CTRL`).
   */
  ampduCtrl?: number;
  /**
   * Whether RTS and CTS are used, {@linkcode NL80211_TID_CONFIGS}
   * (`NL80211_TID_CONFIG_ATTR_RTSCTS_CTRL`).
   */
  rtsctsCtrl?: number;
  /**
   * Whether MSDUs are aggregated, {@linkcode NL80211_TID_CONFIGS}
   * (`NL80211_TID_CONFIG_ATTR_AMSDU_CTRL`).
   */
  amsduCtrl?: number;
  /**
   * How the rate is chosen, {@linkcode NL80211_TX_RATE_SETTINGS}
   * (`NL80211_TID_CONFIG_ATTR_TX_RATE_TYPE`).
   */
  txRateType?: number;
  /** The rates, by `NL80211_BAND_*` (`NL80211_TID_CONFIG_ATTR_TX_RATE`). */
  txRate?: Keyed<Nl80211TxRates>;
}

/** Codec of {@linkcode Nl80211TidConfig}. */
export const nl80211TidConfig: Codec<Nl80211TidConfig> = attributes<
  Nl80211TidConfig
>(() => ({
  vifSupp: ["NL80211_TID_CONFIG_ATTR_VIF_SUPP", 2, u64],
  peerSupp: ["NL80211_TID_CONFIG_ATTR_PEER_SUPP", 3, u64],
  override: ["NL80211_TID_CONFIG_ATTR_OVERRIDE", 4, flag],
  tids: ["NL80211_TID_CONFIG_ATTR_TIDS", 5, u16],
  noack: ["NL80211_TID_CONFIG_ATTR_NOACK", 6, u8],
  retryShort: ["NL80211_TID_CONFIG_ATTR_RETRY_SHORT", 7, u8],
  retryLong: ["NL80211_TID_CONFIG_ATTR_RETRY_LONG", 8, u8],
  ampduCtrl: ["NL80211_TID_CONFIG_ATTR_AMPDU_CTRL", 9, u8],
  rtsctsCtrl: ["NL80211_TID_CONFIG_ATTR_RTSCTS_CTRL", 10, u8],
  amsduCtrl: ["NL80211_TID_CONFIG_ATTR_AMSDU_CTRL", 11, u8],
  txRateType: ["NL80211_TID_CONFIG_ATTR_TX_RATE_TYPE", 12, u8],
  txRate: ["NL80211_TID_CONFIG_ATTR_TX_RATE", 13, keyed(nl80211TxRates)],
}), { pad: ["NL80211_TID_CONFIG_ATTR_PAD", 1] });
