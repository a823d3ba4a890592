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
  macAddress,
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

/** What the device needs to renew group keys: `NL80211_REKEY_DATA_*`. */
export interface Nl80211RekeyData extends Attributes {
  /**
   * Key that encrypts keys; what was decoded prints as `(hidden)`
   * (`NL80211_REKEY_DATA_KEK`).
   */
  kek?: Uint8Array;
  /**
   * Key that confirms keys; what was decoded prints as `(hidden)`
   * (`NL80211_REKEY_DATA_KCK`).
   */
  kck?: Uint8Array;
  /**
   * Number of the last handshake, 8 bytes (`NL80211_REKEY_DATA_REPLAY_CTR`).
   */
  replayCtr?: Uint8Array;
  /**
   * Key management, `WLAN_AKM_SUITE_*` of `linux/ieee80211.h`
   * (`NL80211_REKEY_DATA_AKM`).
   */
  akm?: number;
}

/**
 * An access point that keys may be agreed on with: `NL80211_PMKSA_CANDIDATE_*`.
 */
export interface Nl80211PmksaCandidate extends Attributes {
  /** Its place, the best one being 0 (`NL80211_PMKSA_CANDIDATE_INDEX`). */
  index?: number;
  /** Address of the access point (`NL80211_PMKSA_CANDIDATE_BSSID`). */
  bssid?: string;
  /**
   * It authenticates before a connection (`NL80211_PMKSA_CANDIDATE_PREAUTH`).
   */
  preauth?: true;
}

/** Codec of {@linkcode Nl80211Key}. */
export const nl80211Key: Codec<Nl80211Key> = attributes(() => ({
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

/** Codec of {@linkcode Nl80211RekeyData}. */
export const nl80211RekeyData: Codec<Nl80211RekeyData> = attributes(() => ({
  kek: ["NL80211_REKEY_DATA_KEK", 1, secretBytes],
  kck: ["NL80211_REKEY_DATA_KCK", 2, secretBytes],
  replayCtr: ["NL80211_REKEY_DATA_REPLAY_CTR", 3, bytes],
  akm: ["NL80211_REKEY_DATA_AKM", 4, u32],
}));

/** Codec of {@linkcode Nl80211PmksaCandidate}. */
export const nl80211PmksaCandidate: Codec<Nl80211PmksaCandidate> = attributes(
  () => ({
    index: ["NL80211_PMKSA_CANDIDATE_INDEX", 1, u32],
    bssid: ["NL80211_PMKSA_CANDIDATE_BSSID", 2, macAddress],
    preauth: ["NL80211_PMKSA_CANDIDATE_PREAUTH", 3, flag],
  }),
);
