/**
 * How good the signal is that comes over a cable, of the family `ethtool`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/ethtool.h | linux/ethtool.h}
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/ethtool_netlink_generated.h | linux/ethtool_netlink_generated.h}
 * @see {@link https://docs.kernel.org/networking/ethtool-netlink.html | Netlink interface for ethtool}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  uint,
} from "../../codec/mod.ts";
import { type EthtoolHeader, ethtoolHeader } from "./common.ts";

/** How signal errors are measured. */
export interface EthtoolMseCapabilities extends Attributes {
  /** Greatest average (`ETHTOOL_A_MSE_CAPABILITIES_MAX_AVERAGE_MSE`). */
  maxAverageMse?: bigint;
  /** Greatest peak (`ETHTOOL_A_MSE_CAPABILITIES_MAX_PEAK_MSE`). */
  maxPeakMse?: bigint;
  /**
   * Picoseconds between measurements
   * (`ETHTOOL_A_MSE_CAPABILITIES_REFRESH_RATE_PS`).
   */
  refreshRatePs?: bigint;
  /** Symbols of a measurement (`ETHTOOL_A_MSE_CAPABILITIES_NUM_SYMBOLS`). */
  numSymbols?: bigint;
}

/** Mean square error of a signal. */
export interface EthtoolMseSnapshot extends Attributes {
  /** Average (`ETHTOOL_A_MSE_SNAPSHOT_AVERAGE_MSE`). */
  averageMse?: bigint;
  /** Peak (`ETHTOOL_A_MSE_SNAPSHOT_PEAK_MSE`). */
  peakMse?: bigint;
  /**
   * Greatest peak since it was read
   * (`ETHTOOL_A_MSE_SNAPSHOT_WORST_PEAK_MSE`).
   */
  worstPeakMse?: bigint;
}

/** Mean square errors; replies only but for the header. */
export interface EthtoolMse extends Attributes {
  /** Device (`ETHTOOL_A_MSE_HEADER`). */
  header?: EthtoolHeader;
  /** How they are measured (`ETHTOOL_A_MSE_CAPABILITIES`). */
  capabilities?: EthtoolMseCapabilities;
  /** Those of pair A (`ETHTOOL_A_MSE_CHANNEL_A`). */
  channelA?: EthtoolMseSnapshot;
  /** Those of pair B (`ETHTOOL_A_MSE_CHANNEL_B`). */
  channelB?: EthtoolMseSnapshot;
  /** Those of pair C (`ETHTOOL_A_MSE_CHANNEL_C`). */
  channelC?: EthtoolMseSnapshot;
  /** Those of pair D (`ETHTOOL_A_MSE_CHANNEL_D`). */
  channelD?: EthtoolMseSnapshot;
  /** Those of the worst pair (`ETHTOOL_A_MSE_WORST_CHANNEL`). */
  worstChannel?: EthtoolMseSnapshot;
  /** Those of the link (`ETHTOOL_A_MSE_LINK`). */
  link?: EthtoolMseSnapshot;
}

/** Codec of {@linkcode EthtoolMseCapabilities}. */
export const ethtoolMseCapabilities: Codec<EthtoolMseCapabilities> = attributes(
  {
    maxAverageMse: ["ETHTOOL_A_MSE_CAPABILITIES_MAX_AVERAGE_MSE", 1, uint],
    maxPeakMse: ["ETHTOOL_A_MSE_CAPABILITIES_MAX_PEAK_MSE", 2, uint],
    refreshRatePs: ["ETHTOOL_A_MSE_CAPABILITIES_REFRESH_RATE_PS", 3, uint],
    numSymbols: ["ETHTOOL_A_MSE_CAPABILITIES_NUM_SYMBOLS", 4, uint],
  },
);

/** Codec of {@linkcode EthtoolMseSnapshot}. */
export const ethtoolMseSnapshot: Codec<EthtoolMseSnapshot> = attributes({
  averageMse: ["ETHTOOL_A_MSE_SNAPSHOT_AVERAGE_MSE", 1, uint],
  peakMse: ["ETHTOOL_A_MSE_SNAPSHOT_PEAK_MSE", 2, uint],
  worstPeakMse: ["ETHTOOL_A_MSE_SNAPSHOT_WORST_PEAK_MSE", 3, uint],
});

/** Codec of {@linkcode EthtoolMse}. */
export const ethtoolMse: Codec<EthtoolMse> = attributes({
  header: ["ETHTOOL_A_MSE_HEADER", 1, ethtoolHeader],
  capabilities: ["ETHTOOL_A_MSE_CAPABILITIES", 2, ethtoolMseCapabilities],
  channelA: ["ETHTOOL_A_MSE_CHANNEL_A", 3, ethtoolMseSnapshot],
  channelB: ["ETHTOOL_A_MSE_CHANNEL_B", 4, ethtoolMseSnapshot],
  channelC: ["ETHTOOL_A_MSE_CHANNEL_C", 5, ethtoolMseSnapshot],
  channelD: ["ETHTOOL_A_MSE_CHANNEL_D", 6, ethtoolMseSnapshot],
  worstChannel: ["ETHTOOL_A_MSE_WORST_CHANNEL", 7, ethtoolMseSnapshot],
  link: ["ETHTOOL_A_MSE_LINK", 8, ethtoolMseSnapshot],
});
