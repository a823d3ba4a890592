/**
 * Attributes of devices of the family `nl80211`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/nl80211.h | linux/nl80211.h}
 *
 * @module
 */

import {
  array,
  type Attributes,
  type FieldsOf,
  flag,
  list,
  s32,
  string,
  u16,
  u32,
  u8,
} from "../../codec/mod.ts";
import { type Keyed, keyed } from "../keyed.ts";
import { type Nl80211Band, nl80211Band } from "./band.ts";
import {
  type Nl80211IftypeAkm,
  nl80211IftypeAkm,
  type Nl80211InterfaceCombination,
  nl80211InterfaceCombination,
  type Nl80211Radio,
  nl80211Radio,
} from "./combination.ts";
import {
  type Nl80211TxqParams,
  nl80211TxqParams,
  type Nl80211TxqStats,
  nl80211TxqStats,
} from "./queue.ts";

/**
 * What a device of 802.11, a wiphy, can do and how it is set up:
 * `NL80211_ATTR_*`.
 */
export interface Nl80211DeviceAttributes extends Attributes {
  /** Index of the wiphy (`NL80211_ATTR_WIPHY`). */
  wiphy?: number;
  /** Name of the wiphy, such as `phy0` (`NL80211_ATTR_WIPHY_NAME`). */
  wiphyName?: string;
  /** Bands, by `NL80211_BAND_*` (`NL80211_ATTR_WIPHY_BANDS`). */
  wiphyBands?: Keyed<Nl80211Band>;
  /**
   * Types of interfaces, by `NL80211_IFTYPE_*`
   * (`NL80211_ATTR_SUPPORTED_IFTYPES`).
   */
  supportedIftypes?: Keyed<true>;
  /**
   * Types of interfaces that any combination can have more of, by
   * `NL80211_IFTYPE_*` (`NL80211_ATTR_SOFTWARE_IFTYPES`).
   */
  softwareIftypes?: Keyed<true>;
  /**
   * Commands that the driver has, `NL80211_CMD_*`
   * (`NL80211_ATTR_SUPPORTED_COMMANDS`).
   */
  supportedCommands?: number[];
  /** Most network names in a scan (`NL80211_ATTR_MAX_NUM_SCAN_SSIDS`). */
  maxNumScanSsids?: number;
  /**
   * Most bytes of information elements in a scan
   * (`NL80211_ATTR_MAX_SCAN_IE_LEN`).
   */
  maxScanIeLen?: number;
  /**
   * Most network names in a scheduled scan
   * (`NL80211_ATTR_MAX_NUM_SCHED_SCAN_SSIDS`).
   */
  maxNumSchedScanSsids?: number;
  /**
   * Most bytes of information elements in a scheduled scan
   * (`NL80211_ATTR_MAX_SCHED_SCAN_IE_LEN`).
   */
  maxSchedScanIeLen?: number;
  /**
   * Most sets of conditions in a scheduled scan
   * (`NL80211_ATTR_MAX_MATCH_SETS`).
   */
  maxMatchSets?: number;
  /**
   * Most plans of a scheduled scan (`NL80211_ATTR_MAX_NUM_SCHED_SCAN_PLANS`).
   */
  maxNumSchedScanPlans?: number;
  /**
   * Longest interval of a plan, in seconds
   * (`NL80211_ATTR_MAX_SCAN_PLAN_INTERVAL`).
   */
  maxScanPlanInterval?: number;
  /** Most iterations of a plan (`NL80211_ATTR_MAX_SCAN_PLAN_ITERATIONS`). */
  maxScanPlanIterations?: number;
  /** Most scheduled scans at a time (`NL80211_ATTR_SCHED_SCAN_MAX_REQS`). */
  schedScanMaxReqs?: number;
  /**
   * Ciphers, `WLAN_CIPHER_SUITE_*` of `linux/ieee80211.h`
   * (`NL80211_ATTR_CIPHER_SUITES`).
   */
  cipherSuites?: number[];
  /** Most keys that the firmware caches (`NL80211_ATTR_MAX_NUM_PMKIDS`). */
  maxNumPmkids?: number;
  /** Most key managements in a request (`NL80211_ATTR_MAX_NUM_AKM_SUITES`). */
  maxNumAkmSuites?: number;
  /**
   * Key managements, by types of interfaces (`NL80211_ATTR_IFTYPE_AKM_SUITES`).
   */
  iftypeAkmSuites?: Nl80211IftypeAkm[];
  /**
   * How often short frames are sent again (`NL80211_ATTR_WIPHY_RETRY_SHORT`).
   */
  wiphyRetryShort?: number;
  /** How often long frames are sent again (`NL80211_ATTR_WIPHY_RETRY_LONG`). */
  wiphyRetryLong?: number;
  /**
   * Bytes from which frames are fragmented; all ones for never
   * (`NL80211_ATTR_WIPHY_FRAG_THRESHOLD`).
   */
  wiphyFragThreshold?: number;
  /**
   * Bytes from which frames are announced by RTS; all ones for never
   * (`NL80211_ATTR_WIPHY_RTS_THRESHOLD`).
   */
  wiphyRtsThreshold?: number;
  /**
   * Coverage class, steps of 3 µs of propagation
   * (`NL80211_ATTR_WIPHY_COVERAGE_CLASS`).
   */
  wiphyCoverageClass?: number;
  /** The coverage is estimated (`NL80211_ATTR_WIPHY_DYN_ACK`). */
  wiphyDynAck?: true;
  /**
   * How the power is chosen, `NL80211_TX_POWER_*`
   * (`NL80211_ATTR_WIPHY_TX_POWER_SETTING`).
   */
  wiphyTxPowerSetting?: number;
  /** Power in hundredths of dBm (`NL80211_ATTR_WIPHY_TX_POWER_LEVEL`). */
  wiphyTxPowerLevel?: number;
  /** Antennas that send, a bit each (`NL80211_ATTR_WIPHY_ANTENNA_TX`). */
  wiphyAntennaTx?: number;
  /** Antennas that receive, a bit each (`NL80211_ATTR_WIPHY_ANTENNA_RX`). */
  wiphyAntennaRx?: number;
  /**
   * Antennas that can send, a bit each (`NL80211_ATTR_WIPHY_ANTENNA_AVAIL_TX`).
   */
  wiphyAntennaAvailTx?: number;
  /**
   * Antennas that can receive, a bit each
   * (`NL80211_ATTR_WIPHY_ANTENNA_AVAIL_RX`).
   */
  wiphyAntennaAvailRx?: number;
  /** Settings of queues (`NL80211_ATTR_WIPHY_TXQ_PARAMS`). */
  wiphyTxqParams?: Nl80211TxqParams[];
  /** Most packets in the queues (`NL80211_ATTR_TXQ_LIMIT`). */
  txqLimit?: number;
  /** Most bytes in the queues (`NL80211_ATTR_TXQ_MEMORY_LIMIT`). */
  txqMemoryLimit?: number;
  /** Bytes that a queue may send in its turn (`NL80211_ATTR_TXQ_QUANTUM`). */
  txqQuantum?: number;
  /** Counters of the queues (`NL80211_ATTR_TXQ_STATS`). */
  txqStats?: Nl80211TxqStats;
  /**
   * Longest stay on another channel, in milliseconds
   * (`NL80211_ATTR_MAX_REMAIN_ON_CHANNEL_DURATION`).
   */
  maxRemainOnChannelDuration?: number;
  /**
   * Interfaces that there can be at a time
   * (`NL80211_ATTR_INTERFACE_COMBINATIONS`).
   */
  interfaceCombinations?: Nl80211InterfaceCombination[];
  /**
   * The same for all radios together
   * (`NL80211_ATTR_WIPHY_INTERFACE_COMBINATIONS`).
   */
  wiphyInterfaceCombinations?: Nl80211InterfaceCombination[];
  /** Radios, where there are several (`NL80211_ATTR_WIPHY_RADIOS`). */
  wiphyRadios?: Nl80211Radio[];
  /** Index of the radio that is meant (`NL80211_ATTR_WIPHY_RADIO_INDEX`). */
  wiphyRadioIndex?: number;
}

/** Rows of {@linkcode Nl80211DeviceAttributes}. */
export function nl80211DeviceFields(): FieldsOf<Nl80211DeviceAttributes> {
  return {
    wiphy: ["NL80211_ATTR_WIPHY", 1, u32],
    wiphyName: ["NL80211_ATTR_WIPHY_NAME", 2, string],
    wiphyBands: ["NL80211_ATTR_WIPHY_BANDS", 22, keyed(nl80211Band)],
    supportedIftypes: ["NL80211_ATTR_SUPPORTED_IFTYPES", 32, keyed(flag)],
    softwareIftypes: ["NL80211_ATTR_SOFTWARE_IFTYPES", 121, keyed(flag)],
    supportedCommands: ["NL80211_ATTR_SUPPORTED_COMMANDS", 50, list(u32)],
    maxNumScanSsids: ["NL80211_ATTR_MAX_NUM_SCAN_SSIDS", 43, u8],
    maxScanIeLen: ["NL80211_ATTR_MAX_SCAN_IE_LEN", 56, u16],
    maxNumSchedScanSsids: ["NL80211_ATTR_MAX_NUM_SCHED_SCAN_SSIDS", 123, u8],
    maxSchedScanIeLen: ["NL80211_ATTR_MAX_SCHED_SCAN_IE_LEN", 124, u16],
    maxMatchSets: ["NL80211_ATTR_MAX_MATCH_SETS", 133, u8],
    maxNumSchedScanPlans: ["NL80211_ATTR_MAX_NUM_SCHED_SCAN_PLANS", 222, u32],
    maxScanPlanInterval: ["NL80211_ATTR_MAX_SCAN_PLAN_INTERVAL", 223, u32],
    maxScanPlanIterations: ["NL80211_ATTR_MAX_SCAN_PLAN_ITERATIONS", 224, u32],
    schedScanMaxReqs: ["NL80211_ATTR_SCHED_SCAN_MAX_REQS", 256, u32],
    cipherSuites: ["NL80211_ATTR_CIPHER_SUITES", 57, array(u32)],
    maxNumPmkids: ["NL80211_ATTR_MAX_NUM_PMKIDS", 86, u8],
    maxNumAkmSuites: ["NL80211_ATTR_MAX_NUM_AKM_SUITES", 316, u16],
    iftypeAkmSuites: [
      "NL80211_ATTR_IFTYPE_AKM_SUITES",
      284,
      list(nl80211IftypeAkm),
    ],
    wiphyRetryShort: ["NL80211_ATTR_WIPHY_RETRY_SHORT", 61, u8],
    wiphyRetryLong: ["NL80211_ATTR_WIPHY_RETRY_LONG", 62, u8],
    wiphyFragThreshold: ["NL80211_ATTR_WIPHY_FRAG_THRESHOLD", 63, u32],
    wiphyRtsThreshold: ["NL80211_ATTR_WIPHY_RTS_THRESHOLD", 64, u32],
    wiphyCoverageClass: ["NL80211_ATTR_WIPHY_COVERAGE_CLASS", 89, u8],
    wiphyDynAck: ["NL80211_ATTR_WIPHY_DYN_ACK", 209, flag],
    wiphyTxPowerSetting: ["NL80211_ATTR_WIPHY_TX_POWER_SETTING", 97, u32],
    wiphyTxPowerLevel: ["NL80211_ATTR_WIPHY_TX_POWER_LEVEL", 98, s32],
    wiphyAntennaTx: ["NL80211_ATTR_WIPHY_ANTENNA_TX", 105, u32],
    wiphyAntennaRx: ["NL80211_ATTR_WIPHY_ANTENNA_RX", 106, u32],
    wiphyAntennaAvailTx: ["NL80211_ATTR_WIPHY_ANTENNA_AVAIL_TX", 113, u32],
    wiphyAntennaAvailRx: ["NL80211_ATTR_WIPHY_ANTENNA_AVAIL_RX", 114, u32],
    wiphyTxqParams: [
      "NL80211_ATTR_WIPHY_TXQ_PARAMS",
      37,
      list(nl80211TxqParams),
    ],
    txqLimit: ["NL80211_ATTR_TXQ_LIMIT", 266, u32],
    txqMemoryLimit: ["NL80211_ATTR_TXQ_MEMORY_LIMIT", 267, u32],
    txqQuantum: ["NL80211_ATTR_TXQ_QUANTUM", 268, u32],
    txqStats: ["NL80211_ATTR_TXQ_STATS", 265, nl80211TxqStats],
    maxRemainOnChannelDuration: [
      "NL80211_ATTR_MAX_REMAIN_ON_CHANNEL_DURATION",
      111,
      u32,
    ],
    interfaceCombinations: [
      "NL80211_ATTR_INTERFACE_COMBINATIONS",
      120,
      list(nl80211InterfaceCombination),
    ],
    wiphyInterfaceCombinations: [
      "NL80211_ATTR_WIPHY_INTERFACE_COMBINATIONS",
      332,
      list(nl80211InterfaceCombination),
    ],
    wiphyRadios: ["NL80211_ATTR_WIPHY_RADIOS", 331, list(nl80211Radio)],
    wiphyRadioIndex: ["NL80211_ATTR_WIPHY_RADIO_INDEX", 338, u8],
  };
}
