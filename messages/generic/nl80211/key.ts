/**
 * Keys of the family `nl80211`.
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
  u32,
  u8,
} from "../../codec/mod.ts";
import { secretBytes } from "../../codec/secret.ts";
import { type Keyed, keyed } from "../keyed.ts";

/** A key: `NL80211_KEY_*`. */
export interface Nl80211Key extends Attributes {
  /** The key; what was decoded prints as `(hidden)` (`NL80211_KEY_DATA`). */
  data?: Uint8Array;
  /** Its number (`NL80211_KEY_IDX`). */
  idx?: number;
  /**
   * Its cipher, `WLAN_CIPHER_SUITE_*` of `linux/ieee80211.h`
   * (`NL80211_KEY_CIPHER`).
   */
  cipher?: number;
  /** Number of the last frame (`NL80211_KEY_SEQ`). */
  seq?: Uint8Array;
  /** It is the default (`NL80211_KEY_DEFAULT`). */
  default?: true;
  /** It is the default for management frames (`NL80211_KEY_DEFAULT_MGMT`). */
  defaultMgmt?: true;
  /** It is the default for beacons (`NL80211_KEY_DEFAULT_BEACON`). */
  defaultBeacon?: true;
  /** Its type, `NL80211_KEYTYPE_*` (`NL80211_KEY_TYPE`). */
  type?: number;
  /**
   * What it is the default for, by `NL80211_KEY_DEFAULT_TYPE_*`
   * (`NL80211_KEY_DEFAULT_TYPES`).
   */
  defaultTypes?: Keyed<true>;
  /** How it is used, `NL80211_KEY_*` (`NL80211_KEY_MODE`). */
  mode?: number;
  /**
   * Seed of secure measurements; what was decoded prints as `(hidden)`
   * (`NL80211_KEY_LTF_SEED`).
   */
  ltfSeed?: Uint8Array;
}

/** Codec of {@linkcode Nl80211Key}. */
export const nl80211Key: Codec<Nl80211Key> = attributes<Nl80211Key>(() => ({
  data: ["NL80211_KEY_DATA", 1, secretBytes],
  idx: ["NL80211_KEY_IDX", 2, u8],
  cipher: ["NL80211_KEY_CIPHER", 3, u32],
  seq: ["NL80211_KEY_SEQ", 4, bytes],
  default: ["NL80211_KEY_DEFAULT", 5, flag],
  defaultMgmt: ["NL80211_KEY_DEFAULT_MGMT", 6, flag],
  defaultBeacon: ["NL80211_KEY_DEFAULT_BEACON", 10, flag],
  type: ["NL80211_KEY_TYPE", 7, u32],
  defaultTypes: ["NL80211_KEY_DEFAULT_TYPES", 8, keyed(flag)],
  mode: ["NL80211_KEY_MODE", 9, u8],
  ltfSeed: ["NL80211_KEY_LTF_SEED", 11, secretBytes],
}));
