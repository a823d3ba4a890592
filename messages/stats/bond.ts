/**
 * Statistics of bonds and their ports: `BOND_XSTATS_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_bonding.h | linux/if_bonding.h}
 *
 * @module
 */

import { type Attributes, attributes, type Codec, u64 } from "../codec/mod.ts";

/** Statistics of LACP (IEEE 802.3ad): `BOND_3AD_STAT_*`. */
export interface Bond3adStats extends Attributes {
  /** LACP messages received (`BOND_3AD_STAT_LACPDU_RX`). */
  lacpduRx?: bigint;
  /** LACP messages sent (`BOND_3AD_STAT_LACPDU_TX`). */
  lacpduTx?: bigint;
  /** Unknown messages received (`BOND_3AD_STAT_LACPDU_UNKNOWN_RX`). */
  lacpduUnknownRx?: bigint;
  /** Malformed messages received (`BOND_3AD_STAT_LACPDU_ILLEGAL_RX`). */
  lacpduIllegalRx?: bigint;
  /** Marker messages received (`BOND_3AD_STAT_MARKER_RX`). */
  markerRx?: bigint;
  /** Marker messages sent (`BOND_3AD_STAT_MARKER_TX`). */
  markerTx?: bigint;
  /** Answers to markers received (`BOND_3AD_STAT_MARKER_RESP_RX`). */
  markerResponseRx?: bigint;
  /** Answers to markers sent (`BOND_3AD_STAT_MARKER_RESP_TX`). */
  markerResponseTx?: bigint;
  /** Unknown marker messages received (`BOND_3AD_STAT_MARKER_UNKNOWN_RX`). */
  markerUnknownRx?: bigint;
}

/** Statistics of a bond, or of one of its ports: `BOND_XSTATS_*`. */
export interface BondXstats extends Attributes {
  /** LACP (`BOND_XSTATS_3AD`). */
  lacp?: Bond3adStats;
}

const bond3adStats: Codec<Bond3adStats> = attributes({
  lacpduRx: ["BOND_3AD_STAT_LACPDU_RX", 0, u64],
  lacpduTx: ["BOND_3AD_STAT_LACPDU_TX", 1, u64],
  lacpduUnknownRx: ["BOND_3AD_STAT_LACPDU_UNKNOWN_RX", 2, u64],
  lacpduIllegalRx: ["BOND_3AD_STAT_LACPDU_ILLEGAL_RX", 3, u64],
  markerRx: ["BOND_3AD_STAT_MARKER_RX", 4, u64],
  markerTx: ["BOND_3AD_STAT_MARKER_TX", 5, u64],
  markerResponseRx: ["BOND_3AD_STAT_MARKER_RESP_RX", 6, u64],
  markerResponseTx: ["BOND_3AD_STAT_MARKER_RESP_TX", 7, u64],
  markerUnknownRx: ["BOND_3AD_STAT_MARKER_UNKNOWN_RX", 8, u64],
}, { nestedFlag: false, pad: ["BOND_3AD_STAT_PAD", 9] });

/** Codec of {@linkcode BondXstats}. */
export const bondXstats: Codec<BondXstats> = attributes({
  lacp: ["BOND_XSTATS_3AD", 1, bond3adStats],
}, { nestedFlag: false });
