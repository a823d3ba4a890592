/**
 * Stations: what is known of them of the family `nl80211`.
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
  list,
  s64,
  s8,
  struct,
  u16,
  u32,
  u64,
  u8,
} from "../../codec/mod.ts";
import { type Keyed, keyed } from "../keyed.ts";
import { type Nl80211TxqStats, nl80211TxqStats } from "./queue.ts";
import { type Nl80211Rate, nl80211Rate } from "./rate.ts";

/** Flags of a station, and which of them are meant (`struct nl80211_sta_flag_update`). */
export interface Nl80211StationFlags {
  /** Flags that are meant, a bit for each `NL80211_STA_FLAG_*` (`mask`). */
  mask: number;
  /** Those of them that are set (`set`). */
  set: number;
}

/** Settings of U-APSD, by which a station saves power: `NL80211_STA_WME_*`. */
export interface Nl80211StationWme extends Attributes {
  /**
   * Priorities that it is used for, a bit each: VO, VI, BK, BE
   * (`NL80211_STA_WME_UAPSD_QUEUES`).
   */
  uapsdQueues?: number;
  /**
   * Frames in a service period: 0 for all, or the half of them
   * (`NL80211_STA_WME_MAX_SP`).
   */
  maxSp?: number;
}

/** Codec of {@linkcode Nl80211StationFlags} (`struct nl80211_sta_flag_update`). */
export const nl80211StationFlags: Codec<Nl80211StationFlags> = struct({
  mask: u32,
  set: u32,
});

/** The network as a station has it: `NL80211_STA_BSS_PARAM_*`. */
export interface Nl80211StationBss extends Attributes {
  /**
   * Frames are protected from old stations (`NL80211_STA_BSS_PARAM_CTS_PROT`).
   */
  ctsProt?: true;
  /** Preambles are short (`NL80211_STA_BSS_PARAM_SHORT_PREAMBLE`). */
  shortPreamble?: true;
  /** Slots are short (`NL80211_STA_BSS_PARAM_SHORT_SLOT_TIME`). */
  shortSlotTime?: true;
  /**
   * Beacons between those after which multicast is sent
   * (`NL80211_STA_BSS_PARAM_DTIM_PERIOD`).
   */
  dtimPeriod?: number;
  /**
   * Time between beacons, in units of 1.024 ms
   * (`NL80211_STA_BSS_PARAM_BEACON_INTERVAL`).
   */
  beaconInterval?: number;
}

/** Counters of a priority: `NL80211_TID_STATS_*`. */
export interface Nl80211TidStats extends Attributes {
  /** Frames received (`NL80211_TID_STATS_RX_MSDU`). */
  rxMsdu?: bigint;
  /** Frames sent, or tried to (`NL80211_TID_STATS_TX_MSDU`). */
  txMsdu?: bigint;
  /** How often frames were sent again (`NL80211_TID_STATS_TX_MSDU_RETRIES`). */
  txMsduRetries?: bigint;
  /** Frames that could not be sent (`NL80211_TID_STATS_TX_MSDU_FAILED`). */
  txMsduFailed?: bigint;
  /** Counters of the queue (`NL80211_TID_STATS_TXQ_STATS`). */
  txqStats?: Nl80211TxqStats;
}

/** What is known of a station: `NL80211_STA_INFO_*`. */
export interface Nl80211StationInfo extends Attributes {
  /**
   * Milliseconds since something was received
   * (`NL80211_STA_INFO_INACTIVE_TIME`).
   */
  inactiveTime?: number;
  /** Bytes received, modulo 2 to the 32nd (`NL80211_STA_INFO_RX_BYTES`). */
  rxBytes?: number;
  /** Bytes sent, modulo 2 to the 32nd (`NL80211_STA_INFO_TX_BYTES`). */
  txBytes?: number;
  /** Bytes received (`NL80211_STA_INFO_RX_BYTES64`). */
  rxBytes64?: bigint;
  /** Bytes sent (`NL80211_STA_INFO_TX_BYTES64`). */
  txBytes64?: bigint;
  /** Frames received (`NL80211_STA_INFO_RX_PACKETS`). */
  rxPackets?: number;
  /** Frames sent (`NL80211_STA_INFO_TX_PACKETS`). */
  txPackets?: number;
  /** How often frames were sent again (`NL80211_STA_INFO_TX_RETRIES`). */
  txRetries?: number;
  /** Frames that could not be sent (`NL80211_STA_INFO_TX_FAILED`). */
  txFailed?: number;
  /** Frames dropped (`NL80211_STA_INFO_RX_DROP_MISC`). */
  rxDropMisc?: bigint;
  /**
   * Frames received, with those that are parts of others
   * (`NL80211_STA_INFO_RX_MPDUS`).
   */
  rxMpdus?: number;
  /**
   * Frames received with a wrong checksum (`NL80211_STA_INFO_FCS_ERROR_COUNT`).
   */
  fcsErrorCount?: number;
  /**
   * Time in which it has sent, in microseconds
   * (`NL80211_STA_INFO_RX_DURATION`).
   */
  rxDuration?: bigint;
  /**
   * Time in which it was sent to, in microseconds
   * (`NL80211_STA_INFO_TX_DURATION`).
   */
  txDuration?: bigint;
  /** Strength of the last frame in dBm (`NL80211_STA_INFO_SIGNAL`). */
  signal?: number;
  /** Mean strength in dBm (`NL80211_STA_INFO_SIGNAL_AVG`). */
  signalAvg?: number;
  /** Strength at each antenna in dBm (`NL80211_STA_INFO_CHAIN_SIGNAL`). */
  chainSignal?: number[];
  /**
   * Mean strength at each antenna in dBm (`NL80211_STA_INFO_CHAIN_SIGNAL_AVG`).
   */
  chainSignalAvg?: number[];
  /** Mean strength of beacons in dBm (`NL80211_STA_INFO_BEACON_SIGNAL_AVG`). */
  beaconSignalAvg?: number;
  /**
   * Strength of the last acknowledgement in dBm
   * (`NL80211_STA_INFO_ACK_SIGNAL`).
   */
  ackSignal?: number;
  /**
   * Mean strength of acknowledgements in dBm
   * (`NL80211_STA_INFO_ACK_SIGNAL_AVG`).
   */
  ackSignalAvg?: number;
  /** Rate of the last frame sent (`NL80211_STA_INFO_TX_BITRATE`). */
  txBitrate?: Nl80211Rate;
  /** Rate of the last frame received (`NL80211_STA_INFO_RX_BITRATE`). */
  rxBitrate?: Nl80211Rate;
  /**
   * Throughput to expect in kbit/s (`NL80211_STA_INFO_EXPECTED_THROUGHPUT`).
   */
  expectedThroughput?: number;
  /** The network as it has it (`NL80211_STA_INFO_BSS_PARAM`). */
  bssParam?: Nl80211StationBss;
  /** Seconds since it is connected (`NL80211_STA_INFO_CONNECTED_TIME`). */
  connectedTime?: number;
  /**
   * When it was connected, in nanoseconds since the machine started
   * (`NL80211_STA_INFO_ASSOC_AT_BOOTTIME`).
   */
  assocAtBoottime?: bigint;
  /** Its flags (`NL80211_STA_INFO_STA_FLAGS`). */
  staFlags?: Nl80211StationFlags;
  /** How often beacons were missing (`NL80211_STA_INFO_BEACON_LOSS`). */
  beaconLoss?: number;
  /** Beacons received (`NL80211_STA_INFO_BEACON_RX`). */
  beaconRx?: bigint;
  /**
   * Counters by priority, from 1; 17 is for frames without
   * (`NL80211_STA_INFO_TID_STATS`).
   */
  tidStats?: Keyed<Nl80211TidStats>;
  /** How its clock differs, in microseconds (`NL80211_STA_INFO_T_OFFSET`). */
  tOffset?: bigint;
  /** Identifier of the mesh link (`NL80211_STA_INFO_LLID`). */
  llid?: number;
  /** Identifier that the peer has for it (`NL80211_STA_INFO_PLID`). */
  plid?: number;
  /**
   * State of the mesh link, `NL80211_PLINK_*` (`NL80211_STA_INFO_PLINK_STATE`).
   */
  plinkState?: number;
  /**
   * How this end saves power for it, `NL80211_MESH_POWER_*`
   * (`NL80211_STA_INFO_LOCAL_PM`).
   */
  localPm?: number;
  /**
   * How it saves power for this end, `NL80211_MESH_POWER_*`
   * (`NL80211_STA_INFO_PEER_PM`).
   */
  peerPm?: number;
  /**
   * How it saves power for others, `NL80211_MESH_POWER_*`
   * (`NL80211_STA_INFO_NONPEER_PM`).
   */
  nonpeerPm?: number;
  /** Whether it has a path to a gate (`NL80211_STA_INFO_CONNECTED_TO_GATE`). */
  connectedToGate?: number;
  /**
   * Whether it has a path to an authentication server
   * (`NL80211_STA_INFO_CONNECTED_TO_AS`).
   */
  connectedToAs?: number;
  /**
   * Its part of the time, in relation to others
   * (`NL80211_STA_INFO_AIRTIME_WEIGHT`).
   */
  airtimeWeight?: number;
  /** Cost of the mesh link (`NL80211_STA_INFO_AIRTIME_LINK_METRIC`). */
  airtimeLinkMetric?: number;
}

/** Codec of {@linkcode Nl80211StationBss}. */
export const nl80211StationBss: Codec<Nl80211StationBss> = attributes(() => ({
  ctsProt: ["NL80211_STA_BSS_PARAM_CTS_PROT", 1, flag],
  shortPreamble: ["NL80211_STA_BSS_PARAM_SHORT_PREAMBLE", 2, flag],
  shortSlotTime: ["NL80211_STA_BSS_PARAM_SHORT_SLOT_TIME", 3, flag],
  dtimPeriod: ["NL80211_STA_BSS_PARAM_DTIM_PERIOD", 4, u8],
  beaconInterval: ["NL80211_STA_BSS_PARAM_BEACON_INTERVAL", 5, u16],
}));

/** Codec of {@linkcode Nl80211TidStats}. */
export const nl80211TidStats: Codec<Nl80211TidStats> = attributes(() => ({
  rxMsdu: ["NL80211_TID_STATS_RX_MSDU", 1, u64],
  txMsdu: ["NL80211_TID_STATS_TX_MSDU", 2, u64],
  txMsduRetries: ["NL80211_TID_STATS_TX_MSDU_RETRIES", 3, u64],
  txMsduFailed: ["NL80211_TID_STATS_TX_MSDU_FAILED", 4, u64],
  txqStats: ["NL80211_TID_STATS_TXQ_STATS", 6, nl80211TxqStats],
}), { pad: ["NL80211_TID_STATS_PAD", 5] });

/** Codec of {@linkcode Nl80211StationInfo}. */
export const nl80211StationInfo: Codec<Nl80211StationInfo> = attributes(() => ({
  inactiveTime: ["NL80211_STA_INFO_INACTIVE_TIME", 1, u32],
  rxBytes: ["NL80211_STA_INFO_RX_BYTES", 2, u32],
  txBytes: ["NL80211_STA_INFO_TX_BYTES", 3, u32],
  rxBytes64: ["NL80211_STA_INFO_RX_BYTES64", 23, u64],
  txBytes64: ["NL80211_STA_INFO_TX_BYTES64", 24, u64],
  rxPackets: ["NL80211_STA_INFO_RX_PACKETS", 9, u32],
  txPackets: ["NL80211_STA_INFO_TX_PACKETS", 10, u32],
  txRetries: ["NL80211_STA_INFO_TX_RETRIES", 11, u32],
  txFailed: ["NL80211_STA_INFO_TX_FAILED", 12, u32],
  rxDropMisc: ["NL80211_STA_INFO_RX_DROP_MISC", 28, u64],
  rxMpdus: ["NL80211_STA_INFO_RX_MPDUS", 36, u32],
  fcsErrorCount: ["NL80211_STA_INFO_FCS_ERROR_COUNT", 37, u32],
  rxDuration: ["NL80211_STA_INFO_RX_DURATION", 32, u64],
  txDuration: ["NL80211_STA_INFO_TX_DURATION", 39, u64],
  signal: ["NL80211_STA_INFO_SIGNAL", 7, s8],
  signalAvg: ["NL80211_STA_INFO_SIGNAL_AVG", 13, s8],
  chainSignal: ["NL80211_STA_INFO_CHAIN_SIGNAL", 25, list(s8)],
  chainSignalAvg: ["NL80211_STA_INFO_CHAIN_SIGNAL_AVG", 26, list(s8)],
  beaconSignalAvg: ["NL80211_STA_INFO_BEACON_SIGNAL_AVG", 30, s8],
  ackSignal: ["NL80211_STA_INFO_ACK_SIGNAL", 34, s8],
  ackSignalAvg: ["NL80211_STA_INFO_ACK_SIGNAL_AVG", 35, s8],
  txBitrate: ["NL80211_STA_INFO_TX_BITRATE", 8, nl80211Rate],
  rxBitrate: ["NL80211_STA_INFO_RX_BITRATE", 14, nl80211Rate],
  expectedThroughput: ["NL80211_STA_INFO_EXPECTED_THROUGHPUT", 27, u32],
  bssParam: ["NL80211_STA_INFO_BSS_PARAM", 15, nl80211StationBss],
  connectedTime: ["NL80211_STA_INFO_CONNECTED_TIME", 16, u32],
  assocAtBoottime: ["NL80211_STA_INFO_ASSOC_AT_BOOTTIME", 42, u64],
  staFlags: ["NL80211_STA_INFO_STA_FLAGS", 17, nl80211StationFlags],
  beaconLoss: ["NL80211_STA_INFO_BEACON_LOSS", 18, u32],
  beaconRx: ["NL80211_STA_INFO_BEACON_RX", 29, u64],
  tidStats: ["NL80211_STA_INFO_TID_STATS", 31, keyed(nl80211TidStats)],
  tOffset: ["NL80211_STA_INFO_T_OFFSET", 19, s64],
  llid: ["NL80211_STA_INFO_LLID", 4, u16],
  plid: ["NL80211_STA_INFO_PLID", 5, u16],
  plinkState: ["NL80211_STA_INFO_PLINK_STATE", 6, u8],
  localPm: ["NL80211_STA_INFO_LOCAL_PM", 20, u32],
  peerPm: ["NL80211_STA_INFO_PEER_PM", 21, u32],
  nonpeerPm: ["NL80211_STA_INFO_NONPEER_PM", 22, u32],
  connectedToGate: ["NL80211_STA_INFO_CONNECTED_TO_GATE", 38, u8],
  connectedToAs: ["NL80211_STA_INFO_CONNECTED_TO_AS", 43, u8],
  airtimeWeight: ["NL80211_STA_INFO_AIRTIME_WEIGHT", 40, u16],
  airtimeLinkMetric: ["NL80211_STA_INFO_AIRTIME_LINK_METRIC", 41, u32],
}), { pad: ["NL80211_STA_INFO_PAD", 33] });

/** Codec of {@linkcode Nl80211StationWme}. */
export const nl80211StationWme: Codec<Nl80211StationWme> = attributes(() => ({
  uapsdQueues: ["NL80211_STA_WME_UAPSD_QUEUES", 1, u8],
  maxSp: ["NL80211_STA_WME_MAX_SP", 2, u8],
}));
