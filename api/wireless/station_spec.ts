/**
 * What is known of stations.
 *
 * @module
 */

import {
  NL80211_MESH_POWER_MODES,
  NL80211_PLINK_STATES,
  NL80211_STATION_FLAGS,
} from "../../messages/generic/nl80211/names.ts";
import type { Nl80211Message } from "../../messages/generic/nl80211/nl80211.ts";
import type { Nl80211Rate } from "../../messages/generic/nl80211/rate.ts";
import {
  type Nl80211StationInfo,
  nl80211StationInfo,
} from "../../messages/generic/nl80211/station.ts";
import {
  int32,
  milliseconds,
  number,
  uint16,
  uint32,
  uint64,
} from "../mapping/conversions.ts";
import { enumeration, flagNames } from "../mapping/enumerations.ts";
import { mapping, readOnly } from "../mapping/mapping.ts";
import { withMessage } from "../mapping/origin.ts";
import { microseconds64, nanoseconds64, timeUnits } from "./conversions.ts";

/** A rate at which frames are sent or received. */
export interface StationRate {
  /** The rate in Mbit/s (`NL80211_RATE_INFO_BITRATE32`). */
  rate: number;
  /** The standard; `legacy` is 802.11a, b or g (`NL80211_RATE_INFO_*_MCS`). */
  mode: "legacy" | "ht" | "vht" | "he" | "eht" | "uhr" | "s1g";
  /** Modulation and coding (`NL80211_RATE_INFO_MCS`). */
  mcs?: number;
  /** Streams (`NL80211_RATE_INFO_VHT_NSS`). */
  streams?: number;
  /** Width of the channel in MHz (`NL80211_RATE_INFO_*_MHZ_WIDTH`). */
  width: number;
  /** Whether the guard interval is 400 ns (`NL80211_RATE_INFO_SHORT_GI`). */
  shortGuard: boolean;
}

/** A flag of a station (`NL80211_STA_FLAG_*`). */
export type StationFlag = keyof typeof NL80211_STATION_FLAGS | number;

/** What is known of a station, as far as its driver reports it. */
export interface StationDetails {
  /** Seconds since something was received (`NL80211_STA_INFO_INACTIVE_TIME`). */
  inactive?: number;
  /** Seconds since it is connected (`NL80211_STA_INFO_CONNECTED_TIME`). */
  connected?: number;
  /**
   * When it was connected, in seconds since the machine started
   * (`NL80211_STA_INFO_ASSOC_AT_BOOTTIME`).
   */
  connectedAt?: number;
  /** Bytes received (`NL80211_STA_INFO_RX_BYTES64`). */
  receivedBytes?: bigint;
  /** Bytes sent (`NL80211_STA_INFO_TX_BYTES64`). */
  sentBytes?: bigint;
  /** Frames received (`NL80211_STA_INFO_RX_PACKETS`). */
  receivedPackets?: number;
  /** Frames sent (`NL80211_STA_INFO_TX_PACKETS`). */
  sentPackets?: number;
  /** How often frames were sent again (`NL80211_STA_INFO_TX_RETRIES`). */
  retries?: number;
  /** Frames that could not be sent (`NL80211_STA_INFO_TX_FAILED`). */
  failed?: number;
  /** Frames received and dropped (`NL80211_STA_INFO_RX_DROP_MISC`). */
  dropped?: bigint;
  /** Strength of the last frame in dBm (`NL80211_STA_INFO_SIGNAL`). */
  signal?: number;
  /** Mean strength in dBm (`NL80211_STA_INFO_SIGNAL_AVG`). */
  signalAverage?: number;
  /** Strength at each antenna in dBm (`NL80211_STA_INFO_CHAIN_SIGNAL`). */
  chainSignals?: number[];
  /** Mean strength of beacons in dBm (`NL80211_STA_INFO_BEACON_SIGNAL_AVG`). */
  beaconSignalAverage?: number;
  /** Strength of the last acknowledgement in dBm (`NL80211_STA_INFO_ACK_SIGNAL`). */
  ackSignal?: number;
  /** Rate of the last frame sent (`NL80211_STA_INFO_TX_BITRATE`). */
  sendRate?: StationRate;
  /** Rate of the last frame received (`NL80211_STA_INFO_RX_BITRATE`). */
  receiveRate?: StationRate;
  /** Throughput to expect in Mbit/s (`NL80211_STA_INFO_EXPECTED_THROUGHPUT`). */
  expectedThroughput?: number;
  /** Flags that are set (`NL80211_STA_INFO_STA_FLAGS`). */
  flags?: StationFlag[];
  /** Seconds between beacons (`NL80211_STA_BSS_PARAM_BEACON_INTERVAL`). */
  beaconInterval?: number;
  /** Beacons up to the next multicast (`NL80211_STA_BSS_PARAM_DTIM_PERIOD`). */
  dtimPeriod?: number;
  /** Whether preambles are short (`NL80211_STA_BSS_PARAM_SHORT_PREAMBLE`). */
  shortPreamble?: boolean;
  /** Whether slots are short (`NL80211_STA_BSS_PARAM_SHORT_SLOT_TIME`). */
  shortSlotTime?: boolean;
  /** Beacons received (`NL80211_STA_INFO_BEACON_RX`). */
  beacons?: bigint;
  /** How often beacons were missing (`NL80211_STA_INFO_BEACON_LOSS`). */
  beaconLosses?: number;
  /** Seconds in which it has sent (`NL80211_STA_INFO_RX_DURATION`). */
  receiveTime?: number;
  /** Seconds in which it was sent to (`NL80211_STA_INFO_TX_DURATION`). */
  sendTime?: number;
  /** State of the mesh link (`NL80211_STA_INFO_PLINK_STATE`). */
  meshLink?: keyof typeof NL80211_PLINK_STATES | number;
  /** How this end saves power in the mesh (`NL80211_STA_INFO_LOCAL_PM`). */
  localPowerMode?: keyof typeof NL80211_MESH_POWER_MODES | number;
  /** How the other end does (`NL80211_STA_INFO_PEER_PM`). */
  peerPowerMode?: keyof typeof NL80211_MESH_POWER_MODES | number;
  /** Cost of the mesh link (`NL80211_STA_INFO_AIRTIME_LINK_METRIC`). */
  linkMetric?: number;
  /** Its part of the time (`NL80211_STA_INFO_AIRTIME_WEIGHT`). */
  airtimeWeight?: number;
}

/** A station that an interface talks to: an access point, a client, a peer. */
export interface Station extends StationDetails {
  /** Its hardware address (`NL80211_ATTR_MAC`). */
  address: string;
  /** Index of the link that talks to it (`NL80211_ATTR_IFINDEX`). */
  device: number;
  /** The message that this was read from. */
  readonly message: Nl80211Message;
}

/** Widths that rates have a flag for. */
const WIDTHS = [
  [1, "width1"],
  [2, "width2"],
  [4, "width4"],
  [5, "width5"],
  [8, "width8"],
  [10, "width10"],
  [16, "width16"],
  [40, "width40"],
  [80, "width80"],
  [160, "width80Plus80"],
  [160, "width160"],
  [320, "width320"],
] as const satisfies readonly (readonly [number, keyof Nl80211Rate])[];

/** HT has the streams in the number: eight numbers for each. */
const HT_PER_STREAM = 8;

/** Standards, the newest first, and what has their modulation and streams. */
const MODES = [
  ["uhr", "uhrMcs", "ehtNss"],
  ["eht", "ehtMcs", "ehtNss"],
  ["he", "heMcs", "heNss"],
  ["vht", "vhtMcs", "vhtNss"],
  ["s1g", "s1gMcs", "s1gNss"],
] as const satisfies readonly (readonly [
  StationRate["mode"],
  keyof Nl80211Rate,
  keyof Nl80211Rate,
])[];

/**
 * Reads a rate.
 *
 * @param data The attributes.
 * @returns The rate.
 */
export function toStationRate(data: Nl80211Rate): StationRate {
  const { bitrate = 0, bitrate32 = bitrate, mcs, shortGi = false } = data;
  const width = WIDTHS.findLast(([, name]) => data[name] === true)?.[0] ?? 20;
  const common = { rate: bitrate32 / 10, width, shortGuard: shortGi };
  for (const [mode, mcs, streams] of MODES) {
    if (data[mcs] === undefined) continue;
    return {
      ...common,
      mode,
      mcs: data[mcs],
      ...data[streams] !== undefined && { streams: data[streams] },
    };
  }
  if (mcs === undefined) return { ...common, mode: "legacy" };
  const streams = Math.floor(mcs / HT_PER_STREAM) + 1;
  return { ...common, mode: "ht", mcs, streams };
}

const rate = { fromKernel: toStationRate };
const powerMode = enumeration(NL80211_MESH_POWER_MODES);
const flags = flagNames(NL80211_STATION_FLAGS);

/** Bytes, of 64 bits where the kernel has them. */
function bytes<N extends "rx" | "tx">(name: N) {
  return {
    from: [`${name}Bytes64`, `${name}Bytes`] as const,
    read: (data: Nl80211StationInfo) =>
      data[`${name}Bytes64`] ??
        (data[`${name}Bytes`] === undefined
          ? undefined
          : BigInt(data[`${name}Bytes`]!)),
    write: () => {},
    readOnly: true,
  };
}

const details = mapping<StationDetails, Nl80211StationInfo>(() => ({
  inactive: readOnly("inactiveTime", milliseconds),
  connected: readOnly("connectedTime", number),
  connectedAt: readOnly("assocAtBoottime", nanoseconds64),
  receivedBytes: bytes("rx"),
  sentBytes: bytes("tx"),
  receivedPackets: readOnly("rxPackets", uint32),
  sentPackets: readOnly("txPackets", uint32),
  retries: readOnly("txRetries", uint32),
  failed: readOnly("txFailed", uint32),
  dropped: readOnly("rxDropMisc", uint64),
  signal: readOnly("signal", int32),
  signalAverage: readOnly("signalAvg", int32),
  chainSignals: readOnly("chainSignal", { fromKernel: (list) => [...list] }),
  beaconSignalAverage: readOnly("beaconSignalAvg", int32),
  ackSignal: readOnly("ackSignal", int32),
  sendRate: readOnly("txBitrate", rate),
  receiveRate: readOnly("rxBitrate", rate),
  expectedThroughput: readOnly("expectedThroughput", {
    fromKernel: (kilobits) => kilobits / 1000,
  }),
  flags: readOnly("staFlags", {
    fromKernel: ({ mask, set }) => flags.fromKernel((mask & set) >>> 0),
  }),
  beaconInterval: readOnly("bssParam", {
    fromKernel: ({ beaconInterval }) =>
      beaconInterval === undefined
        ? undefined
        : timeUnits.fromKernel(beaconInterval),
  }),
  dtimPeriod: readOnly("bssParam", {
    fromKernel: ({ dtimPeriod }) => dtimPeriod,
  }),
  shortPreamble: readOnly("bssParam", {
    fromKernel: ({ shortPreamble = false }) => shortPreamble,
  }),
  shortSlotTime: readOnly("bssParam", {
    fromKernel: ({ shortSlotTime = false }) => shortSlotTime,
  }),
  beacons: readOnly("beaconRx", uint64),
  beaconLosses: readOnly("beaconLoss", uint32),
  receiveTime: readOnly("rxDuration", microseconds64),
  sendTime: readOnly("txDuration", microseconds64),
  meshLink: readOnly("plinkState", enumeration(NL80211_PLINK_STATES)),
  localPowerMode: readOnly("localPm", powerMode),
  peerPowerMode: readOnly("peerPm", powerMode),
  linkMetric: readOnly("airtimeLinkMetric", uint32),
  airtimeWeight: readOnly("airtimeWeight", uint16),
}), nl80211StationInfo);

/**
 * Reads a station.
 *
 * @param message The message.
 * @returns The station.
 */
export function toStation(message: Nl80211Message): Station {
  const { mac = "", ifindex = 0, staInfo = {} } = message.attributes;
  return withMessage<Station>(
    { address: mac, device: ifindex, ...details.fromKernel(staInfo) },
    message,
  );
}
