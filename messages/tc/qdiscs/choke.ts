/**
 * Random early detection that drops those who send much: `TCA_CHOKE_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/pkt_sched.h | linux/pkt_sched.h}
 * @see {@link https://man7.org/linux/man-pages/man8/tc-choke.8.html | tc-choke(8)}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  bytes,
  type Codec,
  struct,
  u32,
  u8,
} from "../../codec/mod.ts";

/** Limits (`struct tc_choke_qopt`). */
export interface ChokeParameters {
  /** Packets that may wait (`limit`). */
  limit: number;
  /** Mean length from which packets are dropped, in packets (`qth_min`). */
  minimum: number;
  /** Mean length from which all are dropped, in packets (`qth_max`). */
  maximum: number;
  /** Weight of the mean, as a power of two (`Wlog`). */
  weightLog: number;
  /** Slope of the probability, as a power of two (`Plog`). */
  probabilityLog: number;
  /** Unit of idle time, as a power of two (`Scell_log`). */
  cellLog: number;
  /** `TC_RED_ECN`, `TC_RED_HARDDROP`, `TC_RED_ADAPTATIVE` (`flags`). */
  flags: number;
}

/** Codec of {@linkcode ChokeParameters}. */
export const chokeParameters: Codec<ChokeParameters> = struct<ChokeParameters>({
  limit: u32,
  minimum: u32,
  maximum: u32,
  weightLog: u8,
  probabilityLog: u8,
  cellLog: u8,
  flags: u8,
});

/** `TCA_OPTIONS` of CHOKe (`TCA_CHOKE_*`). */
export interface ChokeData extends Attributes {
  /** Limits (`TCA_CHOKE_PARMS`). */
  parameters?: ChokeParameters;
  /** What idle time makes of the mean: 256 powers of two (`TCA_CHOKE_STAB`). */
  idleTable?: Uint8Array;
  /** Probability at the maximum, in units of 1/2³² (`TCA_CHOKE_MAX_P`). */
  maximumProbability?: number;
}

/** Codec of {@linkcode ChokeData}. */
export const chokeData: Codec<ChokeData> = attributes<ChokeData>({
  parameters: ["TCA_CHOKE_PARMS", 1, chokeParameters],
  idleTable: ["TCA_CHOKE_STAB", 2, bytes],
  maximumProbability: ["TCA_CHOKE_MAX_P", 3, u32],
}, { nestedFlag: false });

/** Counters of CHOKe (`struct tc_choke_xstats`). */
export interface ChokeStats {
  /** Dropped below the limit (`early`). */
  early: number;
  /** Dropped at the limit (`pdrop`). */
  limitDrops: number;
  /** Dropped otherwise (`other`). */
  other: number;
  /** Marked (`marked`). */
  marked: number;
  /** Dropped with another of the same flow (`matched`). */
  matched: number;
}

/** Codec of {@linkcode ChokeStats}. */
export const chokeStats: Codec<ChokeStats> = struct<ChokeStats>({
  early: u32,
  limitDrops: u32,
  other: u32,
  marked: u32,
  matched: u32,
});
