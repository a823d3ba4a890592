/**
 * What is looked for, found and measured on channels, of the family `nl80211`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/nl80211.h | linux/nl80211.h}
 *
 * @module
 */

import {
  array,
  type Attributes,
  attributes,
  bytes,
  type Codec,
  flag,
  list,
  macAddress,
  s32,
  s8,
  struct,
  u16,
  u32,
  u64,
  u8,
} from "../../codec/mod.ts";
import { type Keyed, keyed } from "../keyed.ts";

/** What was measured on a channel: `NL80211_SURVEY_INFO_*`. */
export interface Nl80211Survey extends Attributes {
  /** Frequency in MHz (`NL80211_SURVEY_INFO_FREQUENCY`). */
  frequency?: number;
  /**
   * What is to be added to it, in kHz (`NL80211_SURVEY_INFO_FREQUENCY_OFFSET`).
   */
  frequencyOffset?: number;
  /** Noise in dBm (`NL80211_SURVEY_INFO_NOISE`). */
  noise?: number;
  /** The channel is in use (`NL80211_SURVEY_INFO_IN_USE`). */
  inUse?: true;
  /** Time on the channel, in milliseconds (`NL80211_SURVEY_INFO_TIME`). */
  time?: bigint;
  /**
   * Part of it in which the channel was busy (`NL80211_SURVEY_INFO_TIME_BUSY`).
   */
  timeBusy?: bigint;
  /**
   * Part of it in which the second channel was busy
   * (`NL80211_SURVEY_INFO_TIME_EXT_BUSY`).
   */
  timeExtBusy?: bigint;
  /**
   * Part of it in which something was received (`NL80211_SURVEY_INFO_TIME_RX`).
   */
  timeRx?: bigint;
  /** Part of it in which something was sent (`NL80211_SURVEY_INFO_TIME_TX`). */
  timeTx?: bigint;
  /** Part of it for scans (`NL80211_SURVEY_INFO_TIME_SCAN`). */
  timeScan?: bigint;
  /**
   * Part of it in which the own network was received
   * (`NL80211_SURVEY_INFO_TIME_BSS_RX`).
   */
  timeBssRx?: bigint;
}

/** A network that was found: `NL80211_BSS_*`. */
export interface Nl80211Bss extends Attributes {
  /** Address of its access point (`NL80211_BSS_BSSID`). */
  bssid?: string;
  /** Frequency in MHz (`NL80211_BSS_FREQUENCY`). */
  frequency?: number;
  /** What is to be added to it, in kHz (`NL80211_BSS_FREQUENCY_OFFSET`). */
  frequencyOffset?: number;
  /** Its clock in microseconds (`NL80211_BSS_TSF`). */
  tsf?: bigint;
  /** Its clock in the last beacon (`NL80211_BSS_BEACON_TSF`). */
  beaconTsf?: bigint;
  /**
   * Clock of another network when it was received (`NL80211_BSS_PARENT_TSF`).
   */
  parentTsf?: bigint;
  /** The network whose clock that is (`NL80211_BSS_PARENT_BSSID`). */
  parentBssid?: string;
  /**
   * Time between beacons, in units of 1.024 ms (`NL80211_BSS_BEACON_INTERVAL`).
   */
  beaconInterval?: number;
  /** Capabilities (`NL80211_BSS_CAPABILITY`). */
  capability?: number;
  /**
   * Information elements of the probe response, or else of the beacon
   * (`NL80211_BSS_INFORMATION_ELEMENTS`).
   */
  informationElements?: Uint8Array;
  /** Information elements of the beacon (`NL80211_BSS_BEACON_IES`). */
  beaconIes?: Uint8Array;
  /**
   * The first of these are from a probe response (`NL80211_BSS_PRESP_DATA`).
   */
  prespData?: true;
  /** Strength in hundredths of dBm (`NL80211_BSS_SIGNAL_MBM`). */
  signalMbm?: number;
  /** Strength from 0 to 100 (`NL80211_BSS_SIGNAL_UNSPEC`). */
  signalUnspec?: number;
  /** Strength at each antenna in dBm (`NL80211_BSS_CHAIN_SIGNAL`). */
  chainSignal?: number[];
  /** How it is used, `NL80211_BSS_STATUS_*` (`NL80211_BSS_STATUS`). */
  status?: number;
  /** Milliseconds since it was seen (`NL80211_BSS_SEEN_MS_AGO`). */
  seenMsAgo?: number;
  /**
   * When it was seen, in nanoseconds since the machine started
   * (`NL80211_BSS_LAST_SEEN_BOOTTIME`).
   */
  lastSeenBoottime?: bigint;
  /**
   * Width of the channel, `NL80211_BSS_CHAN_WIDTH_*`; old
   * (`NL80211_BSS_CHAN_WIDTH`).
   */
  chanWidth?: number;
  /** Number of the link that it is used for (`NL80211_BSS_MLO_LINK_ID`). */
  mloLinkId?: number;
  /** Address that its links share (`NL80211_BSS_MLD_ADDR`). */
  mldAddr?: string;
  /**
   * What it can be used for, `NL80211_BSS_USE_FOR_*` (`NL80211_BSS_USE_FOR`).
   */
  useFor?: number;
  /**
   * Why it cannot, `NL80211_BSS_CANNOT_USE_*`
   * (`NL80211_BSS_CANNOT_USE_REASONS`).
   */
  cannotUseReasons?: bigint;
}

/**
 * When the quality of a connection is reported, and what is:
 * `NL80211_ATTR_CQM_*`.
 */
export interface Nl80211Cqm extends Attributes {
  /** Strengths in dBm at which it is (`NL80211_ATTR_CQM_RSSI_THOLD`). */
  rssiThold?: number[];
  /** How much it has to differ, in dB (`NL80211_ATTR_CQM_RSSI_HYST`). */
  rssiHyst?: number;
  /**
   * Whether a strength was passed, `NL80211_CQM_RSSI_THRESHOLD_EVENT_*`
   * (`NL80211_ATTR_CQM_RSSI_THRESHOLD_EVENT`).
   */
  rssiThresholdEvent?: number;
  /** The strength in dBm (`NL80211_ATTR_CQM_RSSI_LEVEL`). */
  rssiLevel?: number;
  /** Packets in a row that were lost (`NL80211_ATTR_CQM_PKT_LOSS_EVENT`). */
  pktLossEvent?: number;
  /** Percentage of errors from which it is (`NL80211_ATTR_CQM_TXE_RATE`). */
  txeRate?: number;
  /** Packets in which it is (`NL80211_ATTR_CQM_TXE_PKTS`). */
  txePkts?: number;
  /** Seconds in which it is (`NL80211_ATTR_CQM_TXE_INTVL`). */
  txeIntvl?: number;
  /** Beacons are missing (`NL80211_ATTR_CQM_BEACON_LOSS_EVENT`). */
  beaconLossEvent?: true;
}

/**
 * What is added to the strength of networks in a band (`struct
 * nl80211_bss_select_rssi_adjust`).
 */
export interface Nl80211RssiAdjust {
  /** The band, `NL80211_BAND_*` (`band`). */
  band: number;
  /** What is added, in dB (`delta`). */
  delta: number;
}

/** Networks that a scheduled scan reports: `NL80211_SCHED_SCAN_MATCH_*`. */
export interface Nl80211SchedScanMatch extends Attributes {
  /** Name of the network (`NL80211_SCHED_SCAN_MATCH_ATTR_SSID`). */
  ssid?: Uint8Array;
  /** Least strength in dBm (`NL80211_SCHED_SCAN_MATCH_ATTR_RSSI`). */
  rssi?: number;
  /**
   * That is in relation to the network that is in use
   * (`NL80211_SCHED_SCAN_MATCH_ATTR_RELATIVE_RSSI`).
   */
  relativeRssi?: true;
  /**
   * What is added for a band before
   * (`NL80211_SCHED_SCAN_MATCH_ATTR_RSSI_ADJUST`).
   */
  rssiAdjust?: Nl80211RssiAdjust;
  /** Address of the access point (`NL80211_SCHED_SCAN_MATCH_ATTR_BSSID`). */
  bssid?: string;
  /**
   * Least strength in dBm, by `NL80211_BAND_*`; obsolete
   * (`NL80211_SCHED_SCAN_MATCH_PER_BAND_RSSI`).
   */
  perBandRssi?: Keyed<number>;
}

/** Part of a scheduled scan: `NL80211_SCHED_SCAN_PLAN_*`. */
export interface Nl80211SchedScanPlan extends Attributes {
  /** Seconds between scans (`NL80211_SCHED_SCAN_PLAN_INTERVAL`). */
  interval?: number;
  /**
   * How many scans; for ever if it is missing
   * (`NL80211_SCHED_SCAN_PLAN_ITERATIONS`).
   */
  iterations?: number;
}

/**
 * How the firmware chooses a network, one of these:
 * `NL80211_BSS_SELECT_ATTR_*`.
 */
export interface Nl80211BssSelect extends Attributes {
  /** The strongest network (`NL80211_BSS_SELECT_ATTR_RSSI`). */
  rssi?: true;
  /**
   * A network in this band, `NL80211_BAND_*`
   * (`NL80211_BSS_SELECT_ATTR_BAND_PREF`).
   */
  bandPref?: number;
  /**
   * The strongest network, after this was added
   * (`NL80211_BSS_SELECT_ATTR_RSSI_ADJUST`).
   */
  rssiAdjust?: Nl80211RssiAdjust;
}

/** How firmware can choose a network: `NL80211_BSS_SELECT_ATTR_*`. */
export interface Nl80211BssSelectSupport extends Attributes {
  /** By the strength (`NL80211_BSS_SELECT_ATTR_RSSI`). */
  rssi?: true;
  /** By a band (`NL80211_BSS_SELECT_ATTR_BAND_PREF`). */
  bandPref?: true;
  /**
   * By the strength, after something was added for a band
   * (`NL80211_BSS_SELECT_ATTR_RSSI_ADJUST`).
   */
  rssiAdjust?: true;
}

/** Codec of {@linkcode Nl80211Survey}. */
export const nl80211Survey: Codec<Nl80211Survey> = attributes(
  () => ({
    frequency: ["NL80211_SURVEY_INFO_FREQUENCY", 1, u32],
    frequencyOffset: ["NL80211_SURVEY_INFO_FREQUENCY_OFFSET", 12, u32],
    noise: ["NL80211_SURVEY_INFO_NOISE", 2, s8],
    inUse: ["NL80211_SURVEY_INFO_IN_USE", 3, flag],
    time: ["NL80211_SURVEY_INFO_TIME", 4, u64],
    timeBusy: ["NL80211_SURVEY_INFO_TIME_BUSY", 5, u64],
    timeExtBusy: ["NL80211_SURVEY_INFO_TIME_EXT_BUSY", 6, u64],
    timeRx: ["NL80211_SURVEY_INFO_TIME_RX", 7, u64],
    timeTx: ["NL80211_SURVEY_INFO_TIME_TX", 8, u64],
    timeScan: ["NL80211_SURVEY_INFO_TIME_SCAN", 9, u64],
    timeBssRx: ["NL80211_SURVEY_INFO_TIME_BSS_RX", 11, u64],
  }),
  { pad: ["NL80211_SURVEY_INFO_PAD", 10] },
);

/** Codec of {@linkcode Nl80211Bss}. */
export const nl80211Bss: Codec<Nl80211Bss> = attributes(() => ({
  bssid: ["NL80211_BSS_BSSID", 1, macAddress],
  frequency: ["NL80211_BSS_FREQUENCY", 2, u32],
  frequencyOffset: ["NL80211_BSS_FREQUENCY_OFFSET", 20, u32],
  tsf: ["NL80211_BSS_TSF", 3, u64],
  beaconTsf: ["NL80211_BSS_BEACON_TSF", 13, u64],
  parentTsf: ["NL80211_BSS_PARENT_TSF", 17, u64],
  parentBssid: ["NL80211_BSS_PARENT_BSSID", 18, macAddress],
  beaconInterval: ["NL80211_BSS_BEACON_INTERVAL", 4, u16],
  capability: ["NL80211_BSS_CAPABILITY", 5, u16],
  informationElements: ["NL80211_BSS_INFORMATION_ELEMENTS", 6, bytes],
  beaconIes: ["NL80211_BSS_BEACON_IES", 11, bytes],
  prespData: ["NL80211_BSS_PRESP_DATA", 14, flag],
  signalMbm: ["NL80211_BSS_SIGNAL_MBM", 7, s32],
  signalUnspec: ["NL80211_BSS_SIGNAL_UNSPEC", 8, u8],
  chainSignal: ["NL80211_BSS_CHAIN_SIGNAL", 19, list(s8)],
  status: ["NL80211_BSS_STATUS", 9, u32],
  seenMsAgo: ["NL80211_BSS_SEEN_MS_AGO", 10, u32],
  lastSeenBoottime: ["NL80211_BSS_LAST_SEEN_BOOTTIME", 15, u64],
  chanWidth: ["NL80211_BSS_CHAN_WIDTH", 12, u32],
  mloLinkId: ["NL80211_BSS_MLO_LINK_ID", 21, u8],
  mldAddr: ["NL80211_BSS_MLD_ADDR", 22, macAddress],
  useFor: ["NL80211_BSS_USE_FOR", 23, u32],
  cannotUseReasons: ["NL80211_BSS_CANNOT_USE_REASONS", 24, u64],
}), { pad: ["NL80211_BSS_PAD", 16] });

/** Codec of {@linkcode Nl80211Cqm}. */
export const nl80211Cqm: Codec<Nl80211Cqm> = attributes(() => ({
  rssiThold: ["NL80211_ATTR_CQM_RSSI_THOLD", 1, array(s32)],
  rssiHyst: ["NL80211_ATTR_CQM_RSSI_HYST", 2, u32],
  rssiThresholdEvent: ["NL80211_ATTR_CQM_RSSI_THRESHOLD_EVENT", 3, u32],
  rssiLevel: ["NL80211_ATTR_CQM_RSSI_LEVEL", 9, s32],
  pktLossEvent: ["NL80211_ATTR_CQM_PKT_LOSS_EVENT", 4, u32],
  txeRate: ["NL80211_ATTR_CQM_TXE_RATE", 5, u32],
  txePkts: ["NL80211_ATTR_CQM_TXE_PKTS", 6, u32],
  txeIntvl: ["NL80211_ATTR_CQM_TXE_INTVL", 7, u32],
  beaconLossEvent: ["NL80211_ATTR_CQM_BEACON_LOSS_EVENT", 8, flag],
}));

/** Codec of {@linkcode Nl80211RssiAdjust} (`struct nl80211_bss_select_rssi_adjust`). */
export const nl80211RssiAdjust: Codec<Nl80211RssiAdjust> = struct({
  band: u8,
  delta: s8,
});

/** Codec of {@linkcode Nl80211SchedScanMatch}. */
export const nl80211SchedScanMatch: Codec<Nl80211SchedScanMatch> = attributes(
  () => ({
    ssid: ["NL80211_SCHED_SCAN_MATCH_ATTR_SSID", 1, bytes],
    rssi: ["NL80211_SCHED_SCAN_MATCH_ATTR_RSSI", 2, s32],
    relativeRssi: ["NL80211_SCHED_SCAN_MATCH_ATTR_RELATIVE_RSSI", 3, flag],
    rssiAdjust: [
      "NL80211_SCHED_SCAN_MATCH_ATTR_RSSI_ADJUST",
      4,
      nl80211RssiAdjust,
    ],
    bssid: ["NL80211_SCHED_SCAN_MATCH_ATTR_BSSID", 5, macAddress],
    perBandRssi: ["NL80211_SCHED_SCAN_MATCH_PER_BAND_RSSI", 6, keyed(s32)],
  }),
);

/** Codec of {@linkcode Nl80211SchedScanPlan}. */
export const nl80211SchedScanPlan: Codec<Nl80211SchedScanPlan> = attributes(
  () => ({
    interval: ["NL80211_SCHED_SCAN_PLAN_INTERVAL", 1, u32],
    iterations: ["NL80211_SCHED_SCAN_PLAN_ITERATIONS", 2, u32],
  }),
);

/** Codec of {@linkcode Nl80211BssSelect}. */
export const nl80211BssSelect: Codec<Nl80211BssSelect> = attributes(() => ({
  rssi: ["NL80211_BSS_SELECT_ATTR_RSSI", 1, flag],
  bandPref: ["NL80211_BSS_SELECT_ATTR_BAND_PREF", 2, u32],
  rssiAdjust: ["NL80211_BSS_SELECT_ATTR_RSSI_ADJUST", 3, nl80211RssiAdjust],
}));

/** Codec of {@linkcode Nl80211BssSelectSupport}. */
export const nl80211BssSelectSupport: Codec<Nl80211BssSelectSupport> =
  attributes(() => ({
    rssi: ["NL80211_BSS_SELECT_ATTR_RSSI", 1, flag],
    bandPref: ["NL80211_BSS_SELECT_ATTR_BAND_PREF", 2, flag],
    rssiAdjust: ["NL80211_BSS_SELECT_ATTR_RSSI_ADJUST", 3, flag],
  }));
