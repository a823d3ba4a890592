/**
 * Pause frames, forward error correction, energy saving, frame preemption.
 *
 * @module
 */

import {
  ETHTOOL_MSG_EEE_GET,
  ETHTOOL_MSG_EEE_NTF,
  ETHTOOL_MSG_EEE_SET,
  ETHTOOL_MSG_FEC_GET,
  ETHTOOL_MSG_FEC_NTF,
  ETHTOOL_MSG_FEC_SET,
  ETHTOOL_MSG_MM_GET,
  ETHTOOL_MSG_MM_NTF,
  ETHTOOL_MSG_MM_SET,
  ETHTOOL_MSG_PAUSE_GET,
  ETHTOOL_MSG_PAUSE_NTF,
  ETHTOOL_MSG_PAUSE_SET,
} from "../../messages/generic/ethtool/commands.ts";
import {
  type EthtoolEee,
  ethtoolEee,
} from "../../messages/generic/ethtool/link.ts";
import {
  ETHTOOL_FEC_MODES,
  ETHTOOL_MAC_MERGE_STATUSES,
  ETHTOOL_MAC_STATISTICS_SOURCES,
  type EthtoolFec,
  ethtoolFec,
  type EthtoolFecBucket,
  type EthtoolFecStatistics,
  type EthtoolMacMerge,
  ethtoolMacMerge,
  type EthtoolMacMergeStatistics,
  type EthtoolPause,
  ethtoolPause,
  type EthtoolPauseStatistics,
} from "../../messages/generic/ethtool/statistics.ts";
import {
  boolean,
  listOf,
  number,
  uint32,
  uint64,
} from "../mapping/conversions.ts";
import { enumeration } from "../mapping/enumerations.ts";
import { mapping, readOnly } from "../mapping/mapping.ts";
import { bits, type EthtoolBits } from "./bits.ts";
import { type DeviceSetting, type EthtoolState, setting } from "./setting.ts";

/** Counters of pause frames. */
export interface PauseCounters {
  /** Frames sent (`ETHTOOL_A_PAUSE_STAT_TX_FRAMES`). */
  txFrames?: bigint;
  /** Frames received (`ETHTOOL_A_PAUSE_STAT_RX_FRAMES`). */
  rxFrames?: bigint;
  /**
   * How often sending them was stopped as there were too many
   * (`ETHTOOL_A_PAUSE_STAT_TX_PAUSE_STORM_EVENTS`).
   */
  txStorms?: bigint;
}

const pauseCounters = mapping<PauseCounters, EthtoolPauseStatistics>({
  txFrames: uint64,
  rxFrames: uint64,
  txStorms: ["txPauseStormEvents", uint64],
});

/** One bucket of a histogram of errors. */
export interface FecBucket {
  /** Fewest errors (`ETHTOOL_A_FEC_HIST_BIN_LOW`). */
  low?: number;
  /** Most errors (`ETHTOOL_A_FEC_HIST_BIN_HIGH`). */
  high?: number;
  /** How many blocks had so many (`ETHTOOL_A_FEC_HIST_BIN_VAL`). */
  count?: bigint;
  /** Same of each lane (`ETHTOOL_A_FEC_HIST_BIN_VAL_PER_LANE`). */
  perLane?: bigint[];
}

/** Counters of forward error correction: the sum, then those of each lane. */
export interface FecCounters {
  /** Blocks that were corrected (`ETHTOOL_A_FEC_STAT_CORRECTED`). */
  corrected?: bigint[];
  /** Blocks that could not be corrected (`ETHTOOL_A_FEC_STAT_UNCORR`). */
  uncorrectable?: bigint[];
  /** Bits that were corrected (`ETHTOOL_A_FEC_STAT_CORR_BITS`). */
  correctedBits?: bigint[];
  /** Blocks by how many errors they had (`ETHTOOL_A_FEC_STAT_HIST`). */
  histogram?: FecBucket[];
}

const counters = listOf(uint64);
const fecCounters = mapping<FecCounters, EthtoolFecStatistics>({
  corrected: counters,
  uncorrectable: ["uncorr", counters],
  correctedBits: ["corrBits", counters],
  histogram: [
    "hist",
    listOf(mapping<FecBucket, EthtoolFecBucket>({
      low: ["binLow", uint32],
      high: ["binHigh", uint32],
      count: ["binVal", uint64],
      perLane: ["binValPerLane", counters],
    })),
  ],
});

/** Counters of the MAC Merge layer. */
export interface MergeCounters {
  /**
   * Frames that could not be put together
   * (`ETHTOOL_A_MM_STAT_REASSEMBLY_ERRORS`).
   */
  reassemblyErrors?: bigint;
  /** Frames with an unknown start (`ETHTOOL_A_MM_STAT_SMD_ERRORS`). */
  startErrors?: bigint;
  /** Frames that were put together (`ETHTOOL_A_MM_STAT_REASSEMBLY_OK`). */
  reassembled?: bigint;
  /** Fragments received (`ETHTOOL_A_MM_STAT_RX_FRAG_COUNT`). */
  rxFragments?: bigint;
  /** Fragments sent (`ETHTOOL_A_MM_STAT_TX_FRAG_COUNT`). */
  txFragments?: bigint;
  /** How often sending was held (`ETHTOOL_A_MM_STAT_HOLD_COUNT`). */
  holds?: bigint;
}

const mergeCounters = mapping<MergeCounters, EthtoolMacMergeStatistics>({
  reassemblyErrors: uint64,
  startErrors: ["smdErrors", uint64],
  reassembled: ["reassemblyOk", uint64],
  rxFragments: ["rxFragCount", uint64],
  txFragments: ["txFragCount", uint64],
  holds: ["holdCount", uint64],
});

/** What of pause frames can be set. */
export interface PauseSettings {
  /** Whether they are negotiated (`ETHTOOL_A_PAUSE_AUTONEG`). */
  autoneg?: boolean;
  /** Whether received ones are obeyed (`ETHTOOL_A_PAUSE_RX`). */
  rx?: boolean;
  /** Whether they are sent (`ETHTOOL_A_PAUSE_TX`). */
  tx?: boolean;
}

/** Flow control by pause frames. */
export interface Pause extends PauseSettings, EthtoolState<EthtoolPause> {
  /** Counters, if they were asked for (`ETHTOOL_A_PAUSE_STATS`). */
  statistics?: PauseCounters;
  /** Whose counters they are (`ETHTOOL_A_PAUSE_STATS_SRC`). */
  source?: keyof typeof ETHTOOL_MAC_STATISTICS_SOURCES | number;
}

/** Flow control by pause frames. */
export const pauseSetting: DeviceSetting<Pause, EthtoolPause> = setting({
  noun: "pause frames",
  codec: ethtoolPause,
  get: ETHTOOL_MSG_PAUSE_GET,
  set: ETHTOOL_MSG_PAUSE_SET,
  notification: ETHTOOL_MSG_PAUSE_NTF,
  fields: () => ({
    autoneg: boolean,
    rx: boolean,
    tx: boolean,
    statistics: readOnly("stats", pauseCounters),
    source: readOnly("statsSrc", enumeration(ETHTOOL_MAC_STATISTICS_SOURCES)),
  }),
});

/** What of forward error correction can be set. */
export interface FecSettings {
  /**
   * Modes that may be used, such as `RS` and `BASER`
   * (`ETHTOOL_A_ETHTOOL_FEC_MODES`).
   */
  modes?: EthtoolBits;
  /** Whether the device chooses (`ETHTOOL_A_FEC_AUTO`). */
  auto?: boolean;
}

/** Forward error correction. */
export interface Fec extends FecSettings, EthtoolState<EthtoolFec> {
  /** Mode that is used (`ETHTOOL_A_FEC_ACTIVE`). */
  active?: keyof typeof ETHTOOL_FEC_MODES | number;
  /** Counters, if they were asked for (`ETHTOOL_A_FEC_STATS`). */
  statistics?: FecCounters;
}

/** Forward error correction. */
export const fecSetting: DeviceSetting<Fec, EthtoolFec> = setting({
  noun: "forward error correction",
  codec: ethtoolFec,
  get: ETHTOOL_MSG_FEC_GET,
  set: ETHTOOL_MSG_FEC_SET,
  notification: ETHTOOL_MSG_FEC_NTF,
  names: { modes: "link-modes" },
  fields: () => ({
    modes: bits,
    auto: boolean,
    active: readOnly("active", enumeration(ETHTOOL_FEC_MODES)),
    statistics: readOnly("stats", fecCounters),
  }),
});

/** What of frame preemption can be set. */
export interface MacMergeSettings {
  /** Whether the preemptible MAC receives (`ETHTOOL_A_MM_PMAC_ENABLED`). */
  pmac?: boolean;
  /** Whether the preemptible MAC may send (`ETHTOOL_A_MM_TX_ENABLED`). */
  tx?: boolean;
  /**
   * Fewest bytes of a fragment that the other end takes
   * (`ETHTOOL_A_MM_TX_MIN_FRAG_SIZE`).
   */
  minFragmentSize?: number;
  /** Whether the other end is asked first (`ETHTOOL_A_MM_VERIFY_ENABLED`). */
  verify?: boolean;
  /** Milliseconds between questions (`ETHTOOL_A_MM_VERIFY_TIME`). */
  verifyTime?: number;
}

/** Frame preemption: the MAC Merge layer. */
export interface MacMerge
  extends MacMergeSettings, EthtoolState<EthtoolMacMerge> {
  /** Whether the preemptible MAC sends (`ETHTOOL_A_MM_TX_ACTIVE`). */
  txActive?: boolean;
  /**
   * Fewest bytes of a fragment that this end takes
   * (`ETHTOOL_A_MM_RX_MIN_FRAG_SIZE`).
   */
  ownMinFragmentSize?: number;
  /** What became of asking (`ETHTOOL_A_MM_VERIFY_STATUS`). */
  verifyStatus?: keyof typeof ETHTOOL_MAC_MERGE_STATUSES | number;
  /** Most milliseconds between questions (`ETHTOOL_A_MM_MAX_VERIFY_TIME`). */
  verifyTimeMax?: number;
  /** Counters, if they were asked for (`ETHTOOL_A_MM_STATS`). */
  statistics?: MergeCounters;
}

/** Frame preemption: the MAC Merge layer. */
export const macMergeSetting: DeviceSetting<MacMerge, EthtoolMacMerge> =
  setting({
    noun: "frame preemption",
    codec: ethtoolMacMerge,
    get: ETHTOOL_MSG_MM_GET,
    set: ETHTOOL_MSG_MM_SET,
    notification: ETHTOOL_MSG_MM_NTF,
    fields: () => ({
      pmac: ["pmacEnabled", boolean],
      tx: ["txEnabled", boolean],
      minFragmentSize: ["txMinFragSize", number],
      verify: ["verifyEnabled", boolean],
      verifyTime: number,
      txActive: readOnly("txActive", boolean),
      ownMinFragmentSize: readOnly("rxMinFragSize", number),
      verifyStatus: readOnly(
        "verifyStatus",
        enumeration(ETHTOOL_MAC_MERGE_STATUSES),
      ),
      verifyTimeMax: readOnly("maxVerifyTime", number),
      statistics: readOnly("stats", mergeCounters),
    }),
  });

/** What of Energy-Efficient Ethernet can be set. */
export interface EeeSettings {
  /** Whether energy is saved (`ETHTOOL_A_EEE_ENABLED`). */
  enabled?: boolean;
  /**
   * Modes by name: those that are supported, and whether they are
   * advertised (`ETHTOOL_A_EEE_MODES_OURS`).
   */
  modes?: EthtoolBits;
  /** Whether sending pauses to save energy (`ETHTOOL_A_EEE_TX_LPI_ENABLED`). */
  txLpi?: boolean;
  /**
   * Microseconds without a packet after which it does
   * (`ETHTOOL_A_EEE_TX_LPI_TIMER`).
   */
  txLpiTimer?: number;
}

/** Energy-Efficient Ethernet. */
export interface Eee extends EeeSettings, EthtoolState<EthtoolEee> {
  /** Modes that the other end advertises (`ETHTOOL_A_EEE_MODES_PEER`). */
  peerModes?: EthtoolBits;
  /** Whether both ends save energy (`ETHTOOL_A_EEE_ACTIVE`). */
  active?: boolean;
}

/** Energy-Efficient Ethernet. */
export const eeeSetting: DeviceSetting<Eee, EthtoolEee> = setting({
  noun: "Energy-Efficient Ethernet",
  codec: ethtoolEee,
  get: ETHTOOL_MSG_EEE_GET,
  set: ETHTOOL_MSG_EEE_SET,
  notification: ETHTOOL_MSG_EEE_NTF,
  names: { modesOurs: "link-modes", modesPeer: "link-modes" },
  fields: () => ({
    enabled: boolean,
    modes: ["modesOurs", bits],
    txLpi: ["txLpiEnabled", boolean],
    txLpiTimer: number,
    peerModes: readOnly("modesPeer", bits),
    active: readOnly("active", boolean),
  }),
});
