/**
 * Time stamps and PTP clocks of the family `ethtool`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/ethtool.h | linux/ethtool.h}
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/ethtool_netlink_generated.h | linux/ethtool_netlink_generated.h}
 * @see {@link https://docs.kernel.org/networking/ethtool-netlink.html | Netlink interface for ethtool}
 *
 * @module
 */

import {
  array,
  type Attributes,
  attributes,
  type Codec,
  s32,
  u32,
  uint,
} from "../../codec/mod.ts";
import {
  type EthtoolBitset,
  ethtoolBitset,
  type EthtoolHeader,
  ethtoolHeader,
} from "./common.ts";

/** How precise clocks are: `HWTSTAMP_PROVIDER_QUALIFIER_*`. */
export const ETHTOOL_CLOCK_QUALIFIERS = {
  /** At the wire (`HWTSTAMP_PROVIDER_QUALIFIER_PRECISE`). */
  precise: 0,
  /** Near it (`HWTSTAMP_PROVIDER_QUALIFIER_APPROX`). */
  approximate: 1,
} as const;

/** What makes time stamps: `HWTSTAMP_SOURCE_*`. */
export const ETHTOOL_TIMESTAMP_SOURCES = {
  /** The device (`HWTSTAMP_SOURCE_NETDEV`). */
  netdev: 1,
  /** A PHY (`HWTSTAMP_SOURCE_PHYLIB`). */
  phylib: 2,
} as const;

/** Counters of time stamps. */
export interface EthtoolTimestampStatistics extends Attributes {
  /** Sent packets that got one (`ETHTOOL_A_TS_STAT_TX_PKTS`). */
  txPkts?: bigint;
  /** Sent packets whose stamp was lost (`ETHTOOL_A_TS_STAT_TX_LOST`). */
  txLost?: bigint;
  /**
   * Sent packets for which none could be asked for
   * (`ETHTOOL_A_TS_STAT_TX_ERR`).
   */
  txErr?: bigint;
  /**
   * Sent packets into which the device may have written one
   * (`ETHTOOL_A_TS_STAT_TX_ONESTEP_PKTS_UNCONFIRMED`).
   */
  txOnestepPktsUnconfirmed?: bigint;
}

/** A clock that stamps packets. */
export interface EthtoolTimestampProvider extends Attributes {
  /** Number of the PTP clock (`ETHTOOL_A_TS_HWTSTAMP_PROVIDER_INDEX`). */
  index?: number;
  /**
   * How precise it is, {@linkcode ETHTOOL_CLOCK_QUALIFIERS}
   * (`ETHTOOL_A_TS_HWTSTAMP_PROVIDER_QUALIFIER`).
   */
  qualifier?: number;
}

/** What time stamps a device can make. */
export interface EthtoolTimestamping extends Attributes {
  /** Device (`ETHTOOL_A_TSINFO_HEADER`). */
  header?: EthtoolHeader;
  /**
   * What it can do, of the string set `sof-timestamping`; replies only
   * (`ETHTOOL_A_TSINFO_TIMESTAMPING`).
   */
  timestamping?: EthtoolBitset;
  /**
   * Which sent packets it can stamp, of the string set `ts-tx-types`;
   * replies only (`ETHTOOL_A_TSINFO_TX_TYPES`).
   */
  txTypes?: EthtoolBitset;
  /**
   * Which received packets it can stamp, of the string set
   * `ts-rx-filters`; replies only (`ETHTOOL_A_TSINFO_RX_FILTERS`).
   */
  rxFilters?: EthtoolBitset;
  /** Number of its PTP clock; replies only (`ETHTOOL_A_TSINFO_PHC_INDEX`). */
  phcIndex?: number;
  /** Counters; replies only (`ETHTOOL_A_TSINFO_STATS`). */
  stats?: EthtoolTimestampStatistics;
  /** Clock that is asked about (`ETHTOOL_A_TSINFO_HWTSTAMP_PROVIDER`). */
  hwtstampProvider?: EthtoolTimestampProvider;
  /**
   * What makes the stamps, {@linkcode ETHTOOL_TIMESTAMP_SOURCES}; replies
   * only (`ETHTOOL_A_TSINFO_HWTSTAMP_SOURCE`).
   */
  hwtstampSource?: number;
  /**
   * Number of the PHY that makes them; replies only
   * (`ETHTOOL_A_TSINFO_HWTSTAMP_PHYINDEX`).
   */
  hwtstampPhyindex?: number;
}

/** Which packets get time stamps. */
export interface EthtoolTimestampConfig extends Attributes {
  /** Device (`ETHTOOL_A_TSCONFIG_HEADER`). */
  header?: EthtoolHeader;
  /** Clock that stamps them (`ETHTOOL_A_TSCONFIG_HWTSTAMP_PROVIDER`). */
  hwtstampProvider?: EthtoolTimestampProvider;
  /**
   * Which sent packets, of the string set `ts-tx-types`
   * (`ETHTOOL_A_TSCONFIG_TX_TYPES`).
   */
  txTypes?: EthtoolBitset;
  /**
   * Which received packets, of the string set `ts-rx-filters`
   * (`ETHTOOL_A_TSCONFIG_RX_FILTERS`).
   */
  rxFilters?: EthtoolBitset;
  /**
   * How, of the string set `ts-flags`
   * (`ETHTOOL_A_TSCONFIG_HWTSTAMP_FLAGS`).
   */
  hwtstampFlags?: EthtoolBitset;
}

/** Virtual PTP clocks; replies only but for the header. */
export interface EthtoolVirtualClocks extends Attributes {
  /** Device (`ETHTOOL_A_PHC_VCLOCKS_HEADER`). */
  header?: EthtoolHeader;
  /** How many there are (`ETHTOOL_A_PHC_VCLOCKS_NUM`). */
  num?: number;
  /** Their numbers (`ETHTOOL_A_PHC_VCLOCKS_INDEX`). */
  index?: number[];
}

/** Codec of {@linkcode EthtoolTimestampStatistics}. */
export const ethtoolTimestampStatistics: Codec<EthtoolTimestampStatistics> =
  attributes({
    txPkts: ["ETHTOOL_A_TS_STAT_TX_PKTS", 1, uint],
    txLost: ["ETHTOOL_A_TS_STAT_TX_LOST", 2, uint],
    txErr: ["ETHTOOL_A_TS_STAT_TX_ERR", 3, uint],
    txOnestepPktsUnconfirmed: [
      "ETHTOOL_A_TS_STAT_TX_ONESTEP_PKTS_UNCONFIRMED",
      4,
      uint,
    ],
  });

/** Codec of {@linkcode EthtoolTimestampProvider}. */
export const ethtoolTimestampProvider: Codec<EthtoolTimestampProvider> =
  attributes({
    index: ["ETHTOOL_A_TS_HWTSTAMP_PROVIDER_INDEX", 1, u32],
    qualifier: ["ETHTOOL_A_TS_HWTSTAMP_PROVIDER_QUALIFIER", 2, u32],
  });

/** Codec of {@linkcode EthtoolTimestamping}. */
export const ethtoolTimestamping: Codec<EthtoolTimestamping> = attributes({
  header: ["ETHTOOL_A_TSINFO_HEADER", 1, ethtoolHeader],
  timestamping: ["ETHTOOL_A_TSINFO_TIMESTAMPING", 2, ethtoolBitset],
  txTypes: ["ETHTOOL_A_TSINFO_TX_TYPES", 3, ethtoolBitset],
  rxFilters: ["ETHTOOL_A_TSINFO_RX_FILTERS", 4, ethtoolBitset],
  phcIndex: ["ETHTOOL_A_TSINFO_PHC_INDEX", 5, u32],
  stats: ["ETHTOOL_A_TSINFO_STATS", 6, ethtoolTimestampStatistics],
  hwtstampProvider: [
    "ETHTOOL_A_TSINFO_HWTSTAMP_PROVIDER",
    7,
    ethtoolTimestampProvider,
  ],
  hwtstampSource: ["ETHTOOL_A_TSINFO_HWTSTAMP_SOURCE", 8, u32],
  hwtstampPhyindex: ["ETHTOOL_A_TSINFO_HWTSTAMP_PHYINDEX", 9, u32],
});

/** Codec of {@linkcode EthtoolTimestampConfig}. */
export const ethtoolTimestampConfig: Codec<EthtoolTimestampConfig> = attributes(
  {
    header: ["ETHTOOL_A_TSCONFIG_HEADER", 1, ethtoolHeader],
    hwtstampProvider: [
      "ETHTOOL_A_TSCONFIG_HWTSTAMP_PROVIDER",
      2,
      ethtoolTimestampProvider,
    ],
    txTypes: ["ETHTOOL_A_TSCONFIG_TX_TYPES", 3, ethtoolBitset],
    rxFilters: ["ETHTOOL_A_TSCONFIG_RX_FILTERS", 4, ethtoolBitset],
    hwtstampFlags: ["ETHTOOL_A_TSCONFIG_HWTSTAMP_FLAGS", 5, ethtoolBitset],
  },
);

/** Codec of {@linkcode EthtoolVirtualClocks}. */
export const ethtoolVirtualClocks: Codec<EthtoolVirtualClocks> = attributes({
  header: ["ETHTOOL_A_PHC_VCLOCKS_HEADER", 1, ethtoolHeader],
  num: ["ETHTOOL_A_PHC_VCLOCKS_NUM", 2, u32],
  index: ["ETHTOOL_A_PHC_VCLOCKS_INDEX", 3, array(s32)],
});
