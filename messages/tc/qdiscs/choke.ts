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
} from "../../codec/mod.ts";
import {
  type RedParameters,
  redParameters,
  type RedStats,
  redStatsMembers,
} from "./red.ts";

/** Limits in packets (`struct tc_choke_qopt`). */
export interface ChokeParameters extends RedParameters {}

/** Codec of {@linkcode ChokeParameters}. */
export const chokeParameters: Codec<ChokeParameters> = redParameters;

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
export const chokeData: Codec<ChokeData> = attributes({
  parameters: ["TCA_CHOKE_PARMS", 1, chokeParameters],
  idleTable: ["TCA_CHOKE_STAB", 2, bytes],
  maximumProbability: ["TCA_CHOKE_MAX_P", 3, u32],
}, { nestedFlag: false });

/** Counters of CHOKe (`struct tc_choke_xstats`). */
export interface ChokeStats extends RedStats {
  /** Dropped with another of the same flow (`matched`). */
  matched: number;
}

/** Codec of {@linkcode ChokeStats}. */
export const chokeStats: Codec<ChokeStats> = struct({
  ...redStatsMembers,
  matched: u32,
});
