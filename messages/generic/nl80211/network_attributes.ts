/**
 * Attributes of scans, connections and keys of the family `nl80211`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/nl80211.h | linux/nl80211.h}
 *
 * @module
 */

import {
  type Attributes,
  bytes,
  choice,
  type FieldsOf,
  flag,
  list,
  macAddress,
  s8,
  u16,
  u32,
  u64,
} from "../../codec/mod.ts";
import { type Keyed, keyed } from "../keyed.ts";
import { NL80211_COMMANDS } from "./commands.ts";
import {
  type Nl80211Bss,
  nl80211Bss,
  type Nl80211BssSelect,
  nl80211BssSelect,
  type Nl80211BssSelectSupport,
  nl80211BssSelectSupport,
  type Nl80211RssiAdjust,
  nl80211RssiAdjust,
  type Nl80211SchedScanMatch,
  nl80211SchedScanMatch,
  type Nl80211SchedScanPlan,
  nl80211SchedScanPlan,
} from "./scan.ts";

/** Networks: scans and connections: `NL80211_ATTR_*`. */
export interface Nl80211NetworkAttributes extends Attributes {
  /** Name of the network, 32 bytes at most (`NL80211_ATTR_SSID`). */
  ssid?: Uint8Array;
  /**
   * Names to ask for; an empty one asks for all, and without any nothing is
   * sent (`NL80211_ATTR_SCAN_SSIDS`).
   */
  scanSsids?: Uint8Array[];
  /** Frequencies to scan, in MHz (`NL80211_ATTR_SCAN_FREQUENCIES`). */
  scanFrequencies?: number[];
  /** Frequencies to scan, in kHz (`NL80211_ATTR_SCAN_FREQ_KHZ`). */
  scanFreqKhz?: number[];
  /** How to scan, `NL80211_SCAN_FLAG_*` (`NL80211_ATTR_SCAN_FLAGS`). */
  scanFlags?: number;
  /** Rates that probes offer, sets by band (`NL80211_ATTR_SCAN_SUPP_RATES`). */
  scanSuppRates?: Keyed<Uint8Array>;
  /**
   * When the scan began, in microseconds of a network's clock
   * (`NL80211_ATTR_SCAN_START_TIME_TSF`).
   */
  scanStartTimeTsf?: bigint;
  /**
   * The network whose clock that is (`NL80211_ATTR_SCAN_START_TIME_TSF_BSSID`).
   */
  scanStartTimeTsfBssid?: string;
  /**
   * Time to stay on each channel, in units of 1.024 ms
   * (`NL80211_ATTR_MEASUREMENT_DURATION`).
   */
  measurementDuration?: number;
  /**
   * That time is not to be shortened
   * (`NL80211_ATTR_MEASUREMENT_DURATION_MANDATORY`).
   */
  measurementDurationMandatory?: true;
  /** Seconds between scans of the firmware (`NL80211_ATTR_BG_SCAN_PERIOD`). */
  bgScanPeriod?: number;
  /**
   * Milliseconds between scheduled scans (`NL80211_ATTR_SCHED_SCAN_INTERVAL`).
   */
  schedScanInterval?: number;
  /**
   * Seconds before the first scheduled scan (`NL80211_ATTR_SCHED_SCAN_DELAY`).
   */
  schedScanDelay?: number;
  /**
   * Networks that a scheduled scan reports, if they have all of one of these
   * (`NL80211_ATTR_SCHED_SCAN_MATCH`).
   */
  schedScanMatch?: Nl80211SchedScanMatch[];
  /**
   * Parts of a scheduled scan, one after the other
   * (`NL80211_ATTR_SCHED_SCAN_PLANS`).
   */
  schedScanPlans?: Nl80211SchedScanPlan[];
  /** There may be several scheduled scans (`NL80211_ATTR_SCHED_SCAN_MULTI`). */
  schedScanMulti?: true;
  /**
   * How much stronger other networks have to be, in dB
   * (`NL80211_ATTR_SCHED_SCAN_RELATIVE_RSSI`).
   */
  schedScanRelativeRssi?: number;
  /**
   * What is added for a band before
   * (`NL80211_ATTR_SCHED_SCAN_RSSI_ADJUST`).
   */
  schedScanRssiAdjust?: Nl80211RssiAdjust;
  /** A network that was found (`NL80211_ATTR_BSS`). */
  bss?: Nl80211Bss;
  /** Address of the network's access point (`NL80211_ATTR_BSSID`). */
  bssid?: string;
  /**
   * Networks are listed that cannot be used, too; requests only
   * (`NL80211_ATTR_BSS_DUMP_INCLUDE_USE_DATA`).
   */
  bssDumpIncludeUseData?: true;
  /** How the firmware chooses (`NL80211_ATTR_BSS_SELECT`). */
  bssSelect?: Nl80211BssSelect;
  /** How firmware can choose (`NL80211_ATTR_BSS_SELECT`). */
  bssSelectSupport?: Nl80211BssSelectSupport;
  /** Bands, a bit for each `NL80211_BAND_*` (`NL80211_ATTR_BANDS`). */
  bands?: number;
  /** Address that is tried first (`NL80211_ATTR_MAC_HINT`). */
  macHint?: string;
  /** Frequency that is tried first, in MHz (`NL80211_ATTR_WIPHY_FREQ_HINT`). */
  wiphyFreqHint?: number;
  /** Access point that was used before (`NL80211_ATTR_PREV_BSSID`). */
  prevBssid?: string;
  /** Other channels are not tried (`NL80211_ATTR_FREQ_FIXED`). */
  freqFixed?: true;
  /** Information elements (`NL80211_ATTR_IE`). */
  ie?: Uint8Array;
  /** Information elements of the request (`NL80211_ATTR_REQ_IE`). */
  reqIe?: Uint8Array;
  /** Information elements of the response (`NL80211_ATTR_RESP_IE`). */
  respIe?: Uint8Array;
  /** Information elements that reserve resources (`NL80211_ATTR_IE_RIC`). */
  ieRic?: Uint8Array;
  /** Mobility domain (`NL80211_ATTR_MDID`). */
  mdid?: number;
}

type BssSelect = Pick<
  Nl80211NetworkAttributes,
  "bssSelect" | "bssSelectSupport"
>;

/** Rows of {@linkcode Nl80211NetworkAttributes}. */
export function nl80211NetworkFields(): FieldsOf<Nl80211NetworkAttributes> {
  return {
    ssid: ["NL80211_ATTR_SSID", 52, bytes],
    scanSsids: ["NL80211_ATTR_SCAN_SSIDS", 45, list(bytes)],
    scanFrequencies: ["NL80211_ATTR_SCAN_FREQUENCIES", 44, list(u32)],
    scanFreqKhz: ["NL80211_ATTR_SCAN_FREQ_KHZ", 292, list(u32)],
    scanFlags: ["NL80211_ATTR_SCAN_FLAGS", 158, u32],
    scanSuppRates: ["NL80211_ATTR_SCAN_SUPP_RATES", 125, keyed(bytes)],
    scanStartTimeTsf: ["NL80211_ATTR_SCAN_START_TIME_TSF", 233, u64],
    scanStartTimeTsfBssid: [
      "NL80211_ATTR_SCAN_START_TIME_TSF_BSSID",
      234,
      macAddress,
    ],
    measurementDuration: ["NL80211_ATTR_MEASUREMENT_DURATION", 235, u16],
    measurementDurationMandatory: [
      "NL80211_ATTR_MEASUREMENT_DURATION_MANDATORY",
      236,
      flag,
    ],
    bgScanPeriod: ["NL80211_ATTR_BG_SCAN_PERIOD", 152, u16],
    schedScanInterval: ["NL80211_ATTR_SCHED_SCAN_INTERVAL", 119, u32],
    schedScanDelay: ["NL80211_ATTR_SCHED_SCAN_DELAY", 220, u32],
    schedScanMatch: [
      "NL80211_ATTR_SCHED_SCAN_MATCH",
      132,
      list(nl80211SchedScanMatch),
    ],
    schedScanPlans: [
      "NL80211_ATTR_SCHED_SCAN_PLANS",
      225,
      list(nl80211SchedScanPlan),
    ],
    schedScanMulti: ["NL80211_ATTR_SCHED_SCAN_MULTI", 255, flag],
    schedScanRelativeRssi: ["NL80211_ATTR_SCHED_SCAN_RELATIVE_RSSI", 246, s8],
    schedScanRssiAdjust: [
      "NL80211_ATTR_SCHED_SCAN_RSSI_ADJUST",
      247,
      nl80211RssiAdjust,
    ],
    bss: ["NL80211_ATTR_BSS", 47, nl80211Bss],
    bssid: ["NL80211_ATTR_BSSID", 245, macAddress],
    bssDumpIncludeUseData: [
      "NL80211_ATTR_BSS_DUMP_INCLUDE_USE_DATA",
      327,
      flag,
    ],
    ...choice<BssSelect>("cmd", ["NL80211_ATTR_BSS_SELECT", 227], {
      bssSelectSupport: nl80211BssSelectSupport,
      bssSelect: nl80211BssSelect,
    }, { bssSelectSupport: NL80211_COMMANDS["new-wiphy"], bssSelect: null }),
    bands: ["NL80211_ATTR_BANDS", 239, u32],
    macHint: ["NL80211_ATTR_MAC_HINT", 200, macAddress],
    wiphyFreqHint: ["NL80211_ATTR_WIPHY_FREQ_HINT", 201, u32],
    prevBssid: ["NL80211_ATTR_PREV_BSSID", 79, macAddress],
    freqFixed: ["NL80211_ATTR_FREQ_FIXED", 60, flag],
    ie: ["NL80211_ATTR_IE", 42, bytes],
    reqIe: ["NL80211_ATTR_REQ_IE", 77, bytes],
    respIe: ["NL80211_ATTR_RESP_IE", 78, bytes],
    ieRic: ["NL80211_ATTR_IE_RIC", 178, bytes],
    mdid: ["NL80211_ATTR_MDID", 177, u16],
  };
}
