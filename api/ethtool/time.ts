/**
 * Time stamps and PTP clocks.
 *
 * @module
 */

import {
  ETHTOOL_MSG_PHC_VCLOCKS_GET,
  ETHTOOL_MSG_TSCONFIG_GET,
  ETHTOOL_MSG_TSCONFIG_SET,
  ETHTOOL_MSG_TSINFO_GET,
} from "../../messages/generic/ethtool/commands.ts";
import {
  ETHTOOL_CLOCK_QUALIFIERS,
  ETHTOOL_TIMESTAMP_SOURCES,
  type EthtoolTimestampConfig,
  ethtoolTimestampConfig,
  type EthtoolTimestamping,
  ethtoolTimestamping,
  type EthtoolTimestampProvider,
  type EthtoolTimestampStatistics,
  type EthtoolVirtualClocks,
  ethtoolVirtualClocks,
} from "../../messages/generic/ethtool/time.ts";
import {
  int32,
  listOf,
  number,
  uint32,
  uint64,
} from "../mapping/conversions.ts";
import { enumeration } from "../mapping/enumerations.ts";
import { mapping, readOnly } from "../mapping/mapping.ts";
import { bits, type EthtoolBits, onlyBits } from "./bits.ts";
import { type DeviceSetting, type EthtoolState, setting } from "./setting.ts";

/** A clock that stamps packets. */
export interface TimestampClock {
  /** Number of the PTP clock (`ETHTOOL_A_TS_HWTSTAMP_PROVIDER_INDEX`). */
  index?: number;
  /** How precise it is (`ETHTOOL_A_TS_HWTSTAMP_PROVIDER_QUALIFIER`). */
  qualifier?: keyof typeof ETHTOOL_CLOCK_QUALIFIERS | number;
}

const clock = mapping<TimestampClock, EthtoolTimestampProvider>({
  index: uint32,
  qualifier: enumeration(ETHTOOL_CLOCK_QUALIFIERS),
});

/** Counters of time stamps. */
export interface TimestampCounters {
  /** Sent packets that got one (`ETHTOOL_A_TS_STAT_TX_PKTS`). */
  txPackets?: bigint;
  /** Sent packets whose stamp was lost (`ETHTOOL_A_TS_STAT_TX_LOST`). */
  txLost?: bigint;
  /**
   * Sent packets for which none could be asked for
   * (`ETHTOOL_A_TS_STAT_TX_ERR`).
   */
  txErrors?: bigint;
  /**
   * Sent packets into which the device may have written one
   * (`ETHTOOL_A_TS_STAT_TX_ONESTEP_PKTS_UNCONFIRMED`).
   */
  txOneStep?: bigint;
}

const timestampCounters = mapping<
  TimestampCounters,
  EthtoolTimestampStatistics
>({
  txPackets: ["txPkts", uint64],
  txLost: uint64,
  txErrors: ["txErr", uint64],
  txOneStep: ["txOnestepPktsUnconfirmed", uint64],
});

const numbers = listOf(int32);

/** What time stamps a device can make. */
export interface Timestamping extends EthtoolState<EthtoolTimestamping> {
  /**
   * What it can do, such as `software-transmit`
   * (`ETHTOOL_A_TSINFO_TIMESTAMPING`).
   */
  capabilities?: EthtoolBits;
  /** Which sent packets it can stamp (`ETHTOOL_A_TSINFO_TX_TYPES`). */
  txTypes?: EthtoolBits;
  /** Which received packets it can stamp (`ETHTOOL_A_TSINFO_RX_FILTERS`). */
  rxFilters?: EthtoolBits;
  /** Number of its PTP clock (`ETHTOOL_A_TSINFO_PHC_INDEX`). */
  clock?: number;
  /** Clock that this is about (`ETHTOOL_A_TSINFO_HWTSTAMP_PROVIDER`). */
  provider?: TimestampClock;
  /** What makes the stamps (`ETHTOOL_A_TSINFO_HWTSTAMP_SOURCE`). */
  source?: keyof typeof ETHTOOL_TIMESTAMP_SOURCES | number;
  /**
   * Number of the PHY that makes them
   * (`ETHTOOL_A_TSINFO_HWTSTAMP_PHYINDEX`).
   */
  phy?: number;
  /** Counters, if they were asked for (`ETHTOOL_A_TSINFO_STATS`). */
  statistics?: TimestampCounters;
}

/** What time stamps a device can make. */
export const timestampingSetting: DeviceSetting<
  Timestamping,
  EthtoolTimestamping
> = setting(
  {
    noun: "time stamping",
    codec: ethtoolTimestamping,
    get: ETHTOOL_MSG_TSINFO_GET,
    fields: () => ({
      capabilities: readOnly("timestamping", bits),
      txTypes: readOnly("txTypes", bits),
      rxFilters: readOnly("rxFilters", bits),
      clock: readOnly("phcIndex", number),
      provider: readOnly("hwtstampProvider", clock),
      source: readOnly(
        "hwtstampSource",
        enumeration(ETHTOOL_TIMESTAMP_SOURCES),
      ),
      phy: readOnly("hwtstampPhyindex", number),
      statistics: readOnly("stats", timestampCounters),
    }),
  },
);

/** Which packets shall get time stamps. */
export interface TimestampConfigSettings {
  /** Clock that stamps them (`ETHTOOL_A_TSCONFIG_HWTSTAMP_PROVIDER`). */
  provider?: TimestampClock;
  /**
   * Which sent packets, one name such as `on`
   * (`ETHTOOL_A_TSCONFIG_TX_TYPES`).
   */
  txTypes?: string[];
  /**
   * Which received packets, one name such as `all`
   * (`ETHTOOL_A_TSCONFIG_RX_FILTERS`).
   */
  rxFilters?: string[];
  /** How, such as `bonded-phc-index` (`ETHTOOL_A_TSCONFIG_HWTSTAMP_FLAGS`). */
  flags?: string[];
}

/** Which packets get time stamps. */
export interface TimestampConfig
  extends TimestampConfigSettings, EthtoolState<EthtoolTimestampConfig> {
}

/** Which packets get time stamps. */
export const timestampConfigSetting: DeviceSetting<
  TimestampConfig,
  EthtoolTimestampConfig
> = setting({
  noun: "which packets get time stamps",
  codec: ethtoolTimestampConfig,
  get: ETHTOOL_MSG_TSCONFIG_GET,
  set: ETHTOOL_MSG_TSCONFIG_SET,
  fields: () => ({
    provider: ["hwtstampProvider", clock],
    txTypes: onlyBits,
    rxFilters: onlyBits,
    flags: ["hwtstampFlags", onlyBits],
  }),
});

/** Virtual PTP clocks of a device. */
export interface VirtualClocks extends EthtoolState<EthtoolVirtualClocks> {
  /** Their numbers (`ETHTOOL_A_PHC_VCLOCKS_INDEX`). */
  clocks?: number[];
}

/** Virtual PTP clocks of a device. */
export const virtualClocksSetting: DeviceSetting<
  VirtualClocks,
  EthtoolVirtualClocks
> = setting({
  noun: "virtual clocks",
  codec: ethtoolVirtualClocks,
  get: ETHTOOL_MSG_PHC_VCLOCKS_GET,
  fields: () => ({
    clocks: readOnly("index", numbers),
  }),
});
