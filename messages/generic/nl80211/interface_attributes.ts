/**
 * Attributes of interfaces and channels of the family `nl80211`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/nl80211.h | linux/nl80211.h}
 *
 * @module
 */

import {
  bytes,
  type FieldsOf,
  flag,
  macAddress,
  string,
  u16,
  u32,
  u64,
  u8,
} from "../../codec/mod.ts";
import { type Keyed, keyed } from "../keyed.ts";
import { type Nl80211Channel, nl80211ChannelFields } from "./channel.ts";
import { type Nl80211TxRates, nl80211TxRates } from "./rate.ts";
import {
  type Nl80211Cqm,
  nl80211Cqm,
  type Nl80211Survey,
  nl80211Survey,
} from "./scan.ts";

/** Interfaces, and the channels that they are on: `NL80211_ATTR_*`. */
export interface Nl80211InterfaceAttributes extends Nl80211Channel {
  /** Index of the link (`NL80211_ATTR_IFINDEX`). */
  ifindex?: number;
  /** Name of the link (`NL80211_ATTR_IFNAME`). */
  ifname?: string;
  /** Type of the interface, `NL80211_IFTYPE_*` (`NL80211_ATTR_IFTYPE`). */
  iftype?: number;
  /**
   * Identifier of the interface, which it has even without a link
   * (`NL80211_ATTR_WDEV`).
   */
  wdev?: bigint;
  /**
   * Hardware address of the interface, a station or a network
   * (`NL80211_ATTR_MAC`).
   */
  mac?: string;
  /** Changes as the list changes (`NL80211_ATTR_GENERATION`). */
  generation?: number;
  /** Whether frames have four addresses (`NL80211_ATTR_4ADDR`). */
  fourAddr?: number;
  /**
   * What a monitor receives, by `NL80211_MNTR_FLAG_*`
   * (`NL80211_ATTR_MNTR_FLAGS`).
   */
  mntrFlags?: Keyed<true>;
  /**
   * Groups of MU-MIMO that a monitor listens to
   * (`NL80211_ATTR_MU_MIMO_GROUP_DATA`).
   */
  muMimoGroupData?: Uint8Array;
  /**
   * Station whose groups a monitor listens to
   * (`NL80211_ATTR_MU_MIMO_FOLLOW_MAC_ADDR`).
   */
  muMimoFollowMacAddr?: string;
  /**
   * Frequency that is used while the primary channel is busy, in MHz
   * (`NL80211_ATTR_NPCA_PRIMARY_FREQ`).
   */
  npcaPrimaryFreq?: number;
  /**
   * Parts that are left out then, a bit each
   * (`NL80211_ATTR_NPCA_PUNCT_BITMAP`).
   */
  npcaPunctBitmap?: number;
  /**
   * Radios that the interface may use, a bit each; 0 for all
   * (`NL80211_ATTR_VIF_RADIO_MASK`).
   */
  vifRadioMask?: number;
  /** Whether power is saved, `NL80211_PS_*` (`NL80211_ATTR_PS_STATE`). */
  psState?: number;
  /** When the quality of a connection is reported (`NL80211_ATTR_CQM`). */
  cqm?: Nl80211Cqm;
  /**
   * Multicast is sent to each station
   * (`NL80211_ATTR_MULTICAST_TO_UNICAST_ENABLED`).
   */
  multicastToUnicastEnabled?: true;
  /** Process whose network namespace is meant (`NL80211_ATTR_PID`). */
  pid?: number;
  /** File descriptor of a network namespace (`NL80211_ATTR_NETNS_FD`). */
  netnsFd?: number;
  /**
   * The object ends with the socket that has made it
   * (`NL80211_ATTR_SOCKET_OWNER`).
   */
  socketOwner?: true;
  /**
   * Rates to send at, sets of `NL80211_TXRATE_*` by band
   * (`NL80211_ATTR_TX_RATES`).
   */
  txRates?: Keyed<Nl80211TxRates>;
  /**
   * Priorities whose frames need not be acknowledged, a bit each
   * (`NL80211_ATTR_NOACK_MAP`).
   */
  noackMap?: number;
  /** How DSCP becomes priorities (`NL80211_ATTR_QOS_MAP`). */
  qosMap?: Uint8Array;
  /**
   * How reception with several antennas saves power, `NL80211_SMPS_*`
   * (`NL80211_ATTR_SMPS_MODE`).
   */
  smpsMode?: number;
  /** Rate of multicast in units of 100 kbit/s (`NL80211_ATTR_MCAST_RATE`). */
  mcastRate?: number;
  /** What was measured on a channel (`NL80211_ATTR_SURVEY_INFO`). */
  surveyInfo?: Nl80211Survey;
  /**
   * What was measured is of the radio, not of the channel; requests only
   * (`NL80211_ATTR_SURVEY_RADIO_STATS`).
   */
  surveyRadioStats?: true;
  /** How long something takes, in milliseconds (`NL80211_ATTR_DURATION`). */
  duration?: number;
  /** Identifies an operation (`NL80211_ATTR_COOKIE`). */
  cookie?: bigint;
}

/** Rows of {@linkcode Nl80211InterfaceAttributes}. */
export function nl80211InterfaceFields(): FieldsOf<Nl80211InterfaceAttributes> {
  return {
    ifindex: ["NL80211_ATTR_IFINDEX", 3, u32],
    ifname: ["NL80211_ATTR_IFNAME", 4, string],
    iftype: ["NL80211_ATTR_IFTYPE", 5, u32],
    wdev: ["NL80211_ATTR_WDEV", 153, u64],
    mac: ["NL80211_ATTR_MAC", 6, macAddress],
    generation: ["NL80211_ATTR_GENERATION", 46, u32],
    fourAddr: ["NL80211_ATTR_4ADDR", 83, u8],
    mntrFlags: ["NL80211_ATTR_MNTR_FLAGS", 23, keyed(flag)],
    muMimoGroupData: ["NL80211_ATTR_MU_MIMO_GROUP_DATA", 231, bytes],
    muMimoFollowMacAddr: [
      "NL80211_ATTR_MU_MIMO_FOLLOW_MAC_ADDR",
      232,
      macAddress,
    ],
    ...nl80211ChannelFields(),
    npcaPrimaryFreq: ["NL80211_ATTR_NPCA_PRIMARY_FREQ", 365, u32],
    npcaPunctBitmap: ["NL80211_ATTR_NPCA_PUNCT_BITMAP", 366, u32],
    vifRadioMask: ["NL80211_ATTR_VIF_RADIO_MASK", 333, u32],
    psState: ["NL80211_ATTR_PS_STATE", 93, u32],
    cqm: ["NL80211_ATTR_CQM", 94, nl80211Cqm],
    multicastToUnicastEnabled: [
      "NL80211_ATTR_MULTICAST_TO_UNICAST_ENABLED",
      244,
      flag,
    ],
    pid: ["NL80211_ATTR_PID", 82, u32],
    netnsFd: ["NL80211_ATTR_NETNS_FD", 219, u32],
    socketOwner: ["NL80211_ATTR_SOCKET_OWNER", 204, flag],
    txRates: ["NL80211_ATTR_TX_RATES", 90, keyed(nl80211TxRates)],
    noackMap: ["NL80211_ATTR_NOACK_MAP", 149, u16],
    qosMap: ["NL80211_ATTR_QOS_MAP", 199, bytes],
    smpsMode: ["NL80211_ATTR_SMPS_MODE", 213, u8],
    mcastRate: ["NL80211_ATTR_MCAST_RATE", 107, u32],
    surveyInfo: ["NL80211_ATTR_SURVEY_INFO", 84, nl80211Survey],
    surveyRadioStats: ["NL80211_ATTR_SURVEY_RADIO_STATS", 218, flag],
    duration: ["NL80211_ATTR_DURATION", 87, u32],
    cookie: ["NL80211_ATTR_COOKIE", 88, u64],
  };
}
