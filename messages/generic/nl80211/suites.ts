/**
 * Ciphers and key managements of 802.11: the OUI and number of each.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/linux/ieee80211.h | linux/ieee80211.h}
 * @see IEEE Std 802.11-2020, tables 9-149 and 9-151
 *
 * @module
 */

/** Ciphers: `WLAN_CIPHER_SUITE_*`. */
export const WLAN_CIPHER_SUITES = {
  /** That of the group (`WLAN_CIPHER_SUITE_USE_GROUP`). */
  "use-group": 0x000fac00,
  /** `WLAN_CIPHER_SUITE_WEP40`. */
  "wep-40": 0x000fac01,
  /** `WLAN_CIPHER_SUITE_TKIP`. */
  "tkip": 0x000fac02,
  /** `WLAN_CIPHER_SUITE_CCMP`. */
  "ccmp-128": 0x000fac04,
  /** `WLAN_CIPHER_SUITE_WEP104`. */
  "wep-104": 0x000fac05,
  /** `WLAN_CIPHER_SUITE_AES_CMAC`. */
  "cmac": 0x000fac06,
  /** No multicast is allowed. */
  "no-group-traffic": 0x000fac07,
  /** `WLAN_CIPHER_SUITE_GCMP`. */
  "gcmp-128": 0x000fac08,
  /** `WLAN_CIPHER_SUITE_GCMP_256`. */
  "gcmp-256": 0x000fac09,
  /** `WLAN_CIPHER_SUITE_CCMP_256`. */
  "ccmp-256": 0x000fac0a,
  /** `WLAN_CIPHER_SUITE_BIP_GMAC_128`. */
  "gmac-128": 0x000fac0b,
  /** `WLAN_CIPHER_SUITE_BIP_GMAC_256`. */
  "gmac-256": 0x000fac0c,
  /** `WLAN_CIPHER_SUITE_BIP_CMAC_256`. */
  "cmac-256": 0x000fac0d,
  /** `WLAN_CIPHER_SUITE_SMS4`. */
  "sms4": 0x00147201,
} as const;

/** Key managements: `WLAN_AKM_SUITE_*`. */
export const WLAN_AKM_SUITES = {
  /** `WLAN_AKM_SUITE_8021X`. */
  "802.1x": 0x000fac01,
  /** `WLAN_AKM_SUITE_PSK`. */
  "psk": 0x000fac02,
  /** `WLAN_AKM_SUITE_FT_8021X`. */
  "ft-802.1x": 0x000fac03,
  /** `WLAN_AKM_SUITE_FT_PSK`. */
  "ft-psk": 0x000fac04,
  /** `WLAN_AKM_SUITE_8021X_SHA256`. */
  "802.1x-sha256": 0x000fac05,
  /** `WLAN_AKM_SUITE_PSK_SHA256`. */
  "psk-sha256": 0x000fac06,
  /** `WLAN_AKM_SUITE_TDLS`. */
  "tdls": 0x000fac07,
  /** `WLAN_AKM_SUITE_SAE`. */
  "sae": 0x000fac08,
  /** `WLAN_AKM_SUITE_FT_OVER_SAE`. */
  "ft-sae": 0x000fac09,
  /** `WLAN_AKM_SUITE_AP_PEER_KEY`. */
  "ap-peer-key": 0x000fac0a,
  /** `WLAN_AKM_SUITE_8021X_SUITE_B`. */
  "802.1x-suite-b": 0x000fac0b,
  /** `WLAN_AKM_SUITE_8021X_SUITE_B_192`. */
  "802.1x-suite-b-192": 0x000fac0c,
  /** `WLAN_AKM_SUITE_FT_8021X_SHA384`. */
  "ft-802.1x-sha384": 0x000fac0d,
  /** `WLAN_AKM_SUITE_FILS_SHA256`. */
  "fils-sha256": 0x000fac0e,
  /** `WLAN_AKM_SUITE_FILS_SHA384`. */
  "fils-sha384": 0x000fac0f,
  /** `WLAN_AKM_SUITE_FT_FILS_SHA256`. */
  "ft-fils-sha256": 0x000fac10,
  /** `WLAN_AKM_SUITE_FT_FILS_SHA384`. */
  "ft-fils-sha384": 0x000fac11,
  /** `WLAN_AKM_SUITE_OWE`. */
  "owe": 0x000fac12,
  /** `WLAN_AKM_SUITE_FT_PSK_SHA384`. */
  "ft-psk-sha384": 0x000fac13,
  /** `WLAN_AKM_SUITE_PSK_SHA384`. */
  "psk-sha384": 0x000fac14,
  /** SAE with groups of other lengths. */
  "sae-ext-key": 0x000fac18,
  /** The same with fast transitions. */
  "ft-sae-ext-key": 0x000fac19,
} as const;
