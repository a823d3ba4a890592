/**
 * Names of values of the family `nl80211`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/nl80211.h | linux/nl80211.h}
 *
 * @module
 */

/** Types of interfaces: `NL80211_IFTYPE_*`. */
export const NL80211_IFTYPES = {
  /** `NL80211_IFTYPE_UNSPECIFIED`. */
  "unspecified": 0,
  /** `NL80211_IFTYPE_ADHOC`. */
  "adhoc": 1,
  /** `NL80211_IFTYPE_STATION`. */
  "station": 2,
  /** `NL80211_IFTYPE_AP`. */
  "ap": 3,
  /** `NL80211_IFTYPE_AP_VLAN`. */
  "ap-vlan": 4,
  /** `NL80211_IFTYPE_WDS`. */
  "wds": 5,
  /** `NL80211_IFTYPE_MONITOR`. */
  "monitor": 6,
  /** `NL80211_IFTYPE_MESH_POINT`. */
  "mesh-point": 7,
  /** `NL80211_IFTYPE_P2P_CLIENT`. */
  "p2p-client": 8,
  /** `NL80211_IFTYPE_P2P_GO`. */
  "p2p-go": 9,
  /** `NL80211_IFTYPE_P2P_DEVICE`. */
  "p2p-device": 10,
  /** `NL80211_IFTYPE_OCB`. */
  "ocb": 11,
  /** `NL80211_IFTYPE_NAN`. */
  "nan": 12,
  /** `NL80211_IFTYPE_NAN_DATA`. */
  "nan-data": 13,
  /** `NL80211_IFTYPE_PD`. */
  "pd": 14,
} as const;

/** Bands: `NL80211_BAND_*`. */
export const NL80211_BANDS = {
  /** `NL80211_BAND_2GHZ`. */
  "2.4GHz": 0,
  /** `NL80211_BAND_5GHZ`. */
  "5GHz": 1,
  /** `NL80211_BAND_60GHZ`. */
  "60GHz": 2,
  /** `NL80211_BAND_6GHZ`. */
  "6GHz": 3,
  /** `NL80211_BAND_S1GHZ`. */
  "S1GHz": 4,
  /** `NL80211_BAND_LC`. */
  "LC": 5,
} as const;

/** Widths of channels, in MHz: `NL80211_CHAN_WIDTH_*`. */
export const NL80211_CHANNEL_WIDTHS = {
  /** `NL80211_CHAN_WIDTH_20_NOHT`. */
  "20-no-ht": 0,
  /** `NL80211_CHAN_WIDTH_20`. */
  "20": 1,
  /** `NL80211_CHAN_WIDTH_40`. */
  "40": 2,
  /** `NL80211_CHAN_WIDTH_80`. */
  "80": 3,
  /** `NL80211_CHAN_WIDTH_80P80`. */
  "80+80": 4,
  /** `NL80211_CHAN_WIDTH_160`. */
  "160": 5,
  /** `NL80211_CHAN_WIDTH_5`. */
  "5": 6,
  /** `NL80211_CHAN_WIDTH_10`. */
  "10": 7,
  /** `NL80211_CHAN_WIDTH_1`. */
  "1": 8,
  /** `NL80211_CHAN_WIDTH_2`. */
  "2": 9,
  /** `NL80211_CHAN_WIDTH_4`. */
  "4": 10,
  /** `NL80211_CHAN_WIDTH_8`. */
  "8": 11,
  /** `NL80211_CHAN_WIDTH_16`. */
  "16": 12,
  /** `NL80211_CHAN_WIDTH_320`. */
  "320": 13,
} as const;

/** What is known of radar on a channel: `NL80211_DFS_*`. */
export const NL80211_DFS_STATES = {
  /** `NL80211_DFS_USABLE`. */
  "usable": 0,
  /** `NL80211_DFS_UNAVAILABLE`. */
  "unavailable": 1,
  /** `NL80211_DFS_AVAILABLE`. */
  "available": 2,
} as const;

/** Whose rules about radar hold: `NL80211_DFS_*`. */
export const NL80211_DFS_REGIONS = {
  /** `NL80211_DFS_UNSET`. */
  "unset": 0,
  /** `NL80211_DFS_FCC`. */
  "fcc": 1,
  /** `NL80211_DFS_ETSI`. */
  "etsi": 2,
  /** `NL80211_DFS_JP`. */
  "jp": 3,
} as const;

/** Who has set a regulatory domain: `NL80211_REGDOM_SET_BY_*`. */
export const NL80211_REG_INITIATORS = {
  /** `NL80211_REGDOM_SET_BY_CORE`. */
  "core": 0,
  /** `NL80211_REGDOM_SET_BY_USER`. */
  "user": 1,
  /** `NL80211_REGDOM_SET_BY_DRIVER`. */
  "driver": 2,
  /** `NL80211_REGDOM_SET_BY_COUNTRY_IE`. */
  "beacon": 3,
} as const;

/** Types of regulatory domains: `NL80211_REGDOM_TYPE_*`. */
export const NL80211_REG_TYPES = {
  /** `NL80211_REGDOM_TYPE_COUNTRY`. */
  "country": 0,
  /** `NL80211_REGDOM_TYPE_WORLD`. */
  "world": 1,
  /** `NL80211_REGDOM_TYPE_CUSTOM_WORLD`. */
  "custom-world": 2,
  /** `NL80211_REGDOM_TYPE_INTERSECTION`. */
  "intersection": 3,
} as const;

/** What a rule of a regulatory domain does not allow: `NL80211_RRF_*`. */
export const NL80211_REG_RULE_FLAGS = {
  /** `NL80211_RRF_NO_OFDM`. */
  "no-ofdm": 1,
  /** `NL80211_RRF_NO_CCK`. */
  "no-cck": 2,
  /** `NL80211_RRF_NO_INDOOR`. */
  "no-indoor": 4,
  /** `NL80211_RRF_NO_OUTDOOR`. */
  "no-outdoor": 8,
  /** `NL80211_RRF_DFS`. */
  "dfs": 16,
  /** `NL80211_RRF_PTP_ONLY`. */
  "ptp-only": 32,
  /** `NL80211_RRF_PTMP_ONLY`. */
  "ptmp-only": 64,
  /** `NL80211_RRF_NO_IR`. */
  "no-ir": 128,
  /** `NL80211_RRF_AUTO_BW`. */
  "auto-bw": 2048,
  /** `NL80211_RRF_IR_CONCURRENT`. */
  "ir-concurrent": 4096,
  /** `NL80211_RRF_NO_HT40MINUS`. */
  "no-ht40minus": 8192,
  /** `NL80211_RRF_NO_HT40PLUS`. */
  "no-ht40plus": 16384,
  /** `NL80211_RRF_NO_80MHZ`. */
  "no-80mhz": 32768,
  /** `NL80211_RRF_NO_160MHZ`. */
  "no-160mhz": 65536,
  /** `NL80211_RRF_NO_HE`. */
  "no-he": 131072,
  /** `NL80211_RRF_NO_320MHZ`. */
  "no-320mhz": 262144,
  /** `NL80211_RRF_NO_EHT`. */
  "no-eht": 524288,
  /** `NL80211_RRF_PSD`. */
  "psd": 1048576,
  /** `NL80211_RRF_DFS_CONCURRENT`. */
  "dfs-concurrent": 2097152,
  /** `NL80211_RRF_NO_6GHZ_VLP_CLIENT`. */
  "no-6ghz-vlp-client": 4194304,
  /** `NL80211_RRF_NO_6GHZ_AFC_CLIENT`. */
  "no-6ghz-afc-client": 8388608,
  /** `NL80211_RRF_ALLOW_6GHZ_VLP_AP`. */
  "allow-6ghz-vlp-ap": 16777216,
  /** `NL80211_RRF_ALLOW_20MHZ_ACTIVITY`. */
  "allow-20mhz-activity": 33554432,
  /** `NL80211_RRF_NO_UHR`. */
  "no-uhr": 67108864,
} as const;

/** Why a user sets a regulatory domain: `NL80211_USER_REG_HINT_*`. */
export const NL80211_USER_REG_HINTS = {
  /** `NL80211_USER_REG_HINT_USER`. */
  "user": 0,
  /** `NL80211_USER_REG_HINT_CELL_BASE`. */
  "cell-base": 1,
  /** `NL80211_USER_REG_HINT_INDOOR`. */
  "indoor": 2,
} as const;

/** How power is chosen: `NL80211_TX_POWER_*`. */
export const NL80211_TX_POWER_SETTINGS = {
  /** `NL80211_TX_POWER_AUTOMATIC`. */
  "automatic": 0,
  /** `NL80211_TX_POWER_LIMITED`. */
  "limited": 1,
  /** `NL80211_TX_POWER_FIXED`. */
  "fixed": 2,
} as const;

/** What a monitor receives: `NL80211_MNTR_FLAG_*`. */
export const NL80211_MONITOR_FLAGS = {
  /** `NL80211_MNTR_FLAG_FCSFAIL`. */
  "fcsfail": 1,
  /** `NL80211_MNTR_FLAG_PLCPFAIL`. */
  "plcpfail": 2,
  /** `NL80211_MNTR_FLAG_CONTROL`. */
  "control": 3,
  /** `NL80211_MNTR_FLAG_OTHER_BSS`. */
  "other-bss": 4,
  /** `NL80211_MNTR_FLAG_COOK_FRAMES`. */
  "cook-frames": 5,
  /** `NL80211_MNTR_FLAG_ACTIVE`. */
  "active": 6,
  /** `NL80211_MNTR_FLAG_SKIP_TX`. */
  "skip-tx": 7,
} as const;

/** How to scan: `NL80211_SCAN_FLAG_*`. */
export const NL80211_SCAN_FLAGS = {
  /** `NL80211_SCAN_FLAG_LOW_PRIORITY`. */
  "low-priority": 1,
  /** `NL80211_SCAN_FLAG_FLUSH`. */
  "flush": 2,
  /** `NL80211_SCAN_FLAG_AP`. */
  "ap": 4,
  /** `NL80211_SCAN_FLAG_RANDOM_ADDR`. */
  "random-addr": 8,
  /** `NL80211_SCAN_FLAG_FILS_MAX_CHANNEL_TIME`. */
  "fils-max-channel-time": 16,
  /** `NL80211_SCAN_FLAG_ACCEPT_BCAST_PROBE_RESP`. */
  "accept-bcast-probe-resp": 32,
  /** `NL80211_SCAN_FLAG_OCE_PROBE_REQ_HIGH_TX_RATE`. */
  "oce-probe-req-high-tx-rate": 64,
  /** `NL80211_SCAN_FLAG_OCE_PROBE_REQ_DEFERRAL_SUPPRESSION`. */
  "oce-probe-req-deferral-suppression": 128,
  /** `NL80211_SCAN_FLAG_LOW_SPAN`. */
  "low-span": 256,
  /** `NL80211_SCAN_FLAG_LOW_POWER`. */
  "low-power": 512,
  /** `NL80211_SCAN_FLAG_HIGH_ACCURACY`. */
  "high-accuracy": 1024,
  /** `NL80211_SCAN_FLAG_RANDOM_SN`. */
  "random-sn": 2048,
  /** `NL80211_SCAN_FLAG_MIN_PREQ_CONTENT`. */
  "min-preq-content": 4096,
  /** `NL80211_SCAN_FLAG_FREQ_KHZ`. */
  "freq-khz": 8192,
  /** `NL80211_SCAN_FLAG_COLOCATED_6GHZ`. */
  "colocated-6ghz": 16384,
} as const;

/** Flags of stations: `NL80211_STA_FLAG_*`. */
export const NL80211_STATION_FLAGS = {
  /** `NL80211_STA_FLAG_AUTHORIZED`. */
  "authorized": 1 << 1,
  /** `NL80211_STA_FLAG_SHORT_PREAMBLE`. */
  "short-preamble": 1 << 2,
  /** `NL80211_STA_FLAG_WME`. */
  "wmm": 1 << 3,
  /** `NL80211_STA_FLAG_MFP`. */
  "mfp": 1 << 4,
  /** `NL80211_STA_FLAG_AUTHENTICATED`. */
  "authenticated": 1 << 5,
  /** `NL80211_STA_FLAG_TDLS_PEER`. */
  "tdls-peer": 1 << 6,
  /** `NL80211_STA_FLAG_ASSOCIATED`. */
  "associated": 1 << 7,
  /** `NL80211_STA_FLAG_SPP_AMSDU`. */
  "spp-amsdu": 1 << 8,
} as const;

/** How a network that was found is used: `NL80211_BSS_STATUS_*`. */
export const NL80211_BSS_STATUSES = {
  /** `NL80211_BSS_STATUS_AUTHENTICATED`. */
  "authenticated": 0,
  /** `NL80211_BSS_STATUS_ASSOCIATED`. */
  "associated": 1,
  /** `NL80211_BSS_STATUS_IBSS_JOINED`. */
  "ibss-joined": 2,
} as const;

/** States of mesh links: `NL80211_PLINK_*`. */
export const NL80211_PLINK_STATES = {
  /** `NL80211_PLINK_LISTEN`. */
  "listen": 0,
  /** `NL80211_PLINK_OPN_SNT`. */
  "open-sent": 1,
  /** `NL80211_PLINK_OPN_RCVD`. */
  "open-received": 2,
  /** `NL80211_PLINK_CNF_RCVD`. */
  "confirm-received": 3,
  /** `NL80211_PLINK_ESTAB`. */
  "established": 4,
  /** `NL80211_PLINK_HOLDING`. */
  "holding": 5,
  /** `NL80211_PLINK_BLOCKED`. */
  "blocked": 6,
} as const;

/** How stations of meshes save power: `NL80211_MESH_POWER_*`. */
export const NL80211_MESH_POWER_MODES = {
  /** `NL80211_MESH_POWER_UNKNOWN`. */
  "unknown": 0,
  /** `NL80211_MESH_POWER_ACTIVE`. */
  "active": 1,
  /** `NL80211_MESH_POWER_LIGHT_SLEEP`. */
  "light-sleep": 2,
  /** `NL80211_MESH_POWER_DEEP_SLEEP`. */
  "deep-sleep": 3,
} as const;

/** How to authenticate: `NL80211_AUTHTYPE_*`. */
export const NL80211_AUTH_TYPES = {
  /** `NL80211_AUTHTYPE_OPEN_SYSTEM`. */
  "open": 0,
  /** `NL80211_AUTHTYPE_SHARED_KEY`. */
  "shared-key": 1,
  /** `NL80211_AUTHTYPE_FT`. */
  "ft": 2,
  /** `NL80211_AUTHTYPE_NETWORK_EAP`. */
  "leap": 3,
  /** `NL80211_AUTHTYPE_SAE`. */
  "sae": 4,
  /** `NL80211_AUTHTYPE_FILS_SK`. */
  "fils-sk": 5,
  /** `NL80211_AUTHTYPE_FILS_SK_PFS`. */
  "fils-sk-pfs": 6,
  /** `NL80211_AUTHTYPE_FILS_PK`. */
  "fils-pk": 7,
  /** `NL80211_AUTHTYPE_EPPKE`. */
  "eppke": 8,
  /** `NL80211_AUTHTYPE_IEEE8021X`. */
  "ieee8021x": 9,
  /** `NL80211_AUTHTYPE_AUTOMATIC`. */
  "automatic": 10,
} as const;

/** What there was no answer to: `NL80211_TIMEOUT_*`. */
export const NL80211_TIMEOUT_REASONS = {
  /** `NL80211_TIMEOUT_UNSPECIFIED`. */
  "unspecified": 0,
  /** `NL80211_TIMEOUT_SCAN`. */
  "scan": 1,
  /** `NL80211_TIMEOUT_AUTH`. */
  "auth": 2,
  /** `NL80211_TIMEOUT_ASSOC`. */
  "assoc": 3,
} as const;

/** What has happened about radar: `NL80211_RADAR_*`. */
export const NL80211_RADAR_EVENTS = {
  /** `NL80211_RADAR_DETECTED`. */
  "detected": 0,
  /** `NL80211_RADAR_CAC_FINISHED`. */
  "cac-finished": 1,
  /** `NL80211_RADAR_CAC_ABORTED`. */
  "cac-aborted": 2,
  /** `NL80211_RADAR_NOP_FINISHED`. */
  "nop-finished": 3,
  /** `NL80211_RADAR_PRE_CAC_EXPIRED`. */
  "pre-cac-expired": 4,
  /** `NL80211_RADAR_CAC_STARTED`. */
  "cac-started": 5,
} as const;
