/**
 * Traps: packets that devices pass to the processor.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/devlink.h | linux/devlink.h}
 * @see {@link https://docs.kernel.org/networking/devlink/index.html | Devlink}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  flag,
  u64,
} from "../../codec/mod.ts";

/** How many packets a device passed to the processor. */
export interface DevlinkStats extends Attributes {
  /** Packets (`DEVLINK_ATTR_STATS_RX_PACKETS`). */
  rxPackets?: bigint;
  /** Bytes (`DEVLINK_ATTR_STATS_RX_BYTES`). */
  rxBytes?: bigint;
  /** Packets that the device dropped (`DEVLINK_ATTR_STATS_RX_DROPPED`). */
  rxDropped?: bigint;
}

/** What is passed along with a packet. */
export interface DevlinkTrapMetadata extends Attributes {
  /**
   * The port that it came in by (`DEVLINK_ATTR_TRAP_METADATA_TYPE_IN_PORT`).
   */
  inPort?: true;
  /**
   * The cookie of the filter that dropped it
   * (`DEVLINK_ATTR_TRAP_METADATA_TYPE_FA_COOKIE`).
   */
  faCookie?: true;
}

/** Codec of {@linkcode DevlinkStats}. */
export const devlinkStats: Codec<DevlinkStats> = attributes({
  rxPackets: ["DEVLINK_ATTR_STATS_RX_PACKETS", 0, u64],
  rxBytes: ["DEVLINK_ATTR_STATS_RX_BYTES", 1, u64],
  rxDropped: ["DEVLINK_ATTR_STATS_RX_DROPPED", 2, u64],
}, { pad: ["DEVLINK_ATTR_PAD", 61] });

/** Codec of {@linkcode DevlinkTrapMetadata}. */
export const devlinkTrapMetadata: Codec<DevlinkTrapMetadata> = attributes({
  inPort: ["DEVLINK_ATTR_TRAP_METADATA_TYPE_IN_PORT", 0, flag],
  faCookie: ["DEVLINK_ATTR_TRAP_METADATA_TYPE_FA_COOKIE", 1, flag],
});
