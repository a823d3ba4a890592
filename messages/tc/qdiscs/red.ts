/**
 * Random early detection: `TCA_RED_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/pkt_sched.h | linux/pkt_sched.h}
 * @see {@link https://man7.org/linux/man-pages/man8/tc-red.8.html | tc-red(8)}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Bitfield32,
  bitfield32,
  bytes,
  type Codec,
  struct,
  u32,
  u8,
} from "../../codec/mod.ts";
import type { Members } from "../../codec/struct.ts";

/** What is done with packets (`TC_RED_*`). */
export const RED_FLAGS = {
  /** Packets are marked instead of dropped (`TC_RED_ECN`). */
  ecn: 1,
  /** Above the maximum they are dropped nevertheless (`TC_RED_HARDDROP`). */
  harddrop: 2,
  /** The probability adapts itself (`TC_RED_ADAPTATIVE`). */
  adaptive: 4,
  /** What cannot be marked is let through (`TC_RED_NODROP`). */
  nodrop: 8,
} as const;

/** Limits (`struct tc_red_qopt`). */
export interface RedParameters {
  /** Bytes that may wait (`limit`). */
  limit: number;
  /** Mean length from which packets are dropped, in bytes (`qth_min`). */
  minimum: number;
  /** Mean length from which all are dropped, in bytes (`qth_max`). */
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

/** Codec of {@linkcode RedParameters}. */
export const redParameters: Codec<RedParameters> = struct({
  limit: u32,
  minimum: u32,
  maximum: u32,
  weightLog: u8,
  probabilityLog: u8,
  cellLog: u8,
  flags: u8,
});

/** `TCA_OPTIONS` of random early detection (`TCA_RED_*`). */
export interface RedData extends Attributes {
  /** Limits (`TCA_RED_PARMS`). */
  parameters?: RedParameters;
  /** What idle time makes of the mean: 256 powers of two (`TCA_RED_STAB`). */
  idleTable?: Uint8Array;
  /** Probability at the maximum, in units of 1/2³² (`TCA_RED_MAX_P`). */
  maximumProbability?: number;
  /** What is done with packets (`TCA_RED_FLAGS`). */
  flags?: Bitfield32;
  /**
   * Shared block whose filters see packets that are dropped early
   * (`TCA_RED_EARLY_DROP_BLOCK`).
   */
  earlyDropBlock?: number;
  /**
   * Shared block whose filters see packets that are marked
   * (`TCA_RED_MARK_BLOCK`).
   */
  markBlock?: number;
}

/** Codec of {@linkcode RedData}. */
export const redData: Codec<RedData> = attributes({
  parameters: ["TCA_RED_PARMS", 1, redParameters],
  idleTable: ["TCA_RED_STAB", 2, bytes],
  maximumProbability: ["TCA_RED_MAX_P", 3, u32],
  flags: ["TCA_RED_FLAGS", 4, bitfield32],
  earlyDropBlock: ["TCA_RED_EARLY_DROP_BLOCK", 5, u32],
  markBlock: ["TCA_RED_MARK_BLOCK", 6, u32],
}, { nestedFlag: false });

/** Counters of random early detection (`struct tc_red_xstats`). */
export interface RedStats {
  /** Dropped below the limit (`early`). */
  early: number;
  /** Dropped at the limit (`pdrop`). */
  limitDrops: number;
  /** Dropped otherwise (`other`). */
  other: number;
  /** Marked (`marked`). */
  marked: number;
}

/** Members of {@linkcode RedStats}. */
export const redStatsMembers: Members<RedStats> = {
  early: u32,
  limitDrops: u32,
  other: u32,
  marked: u32,
};

/** Codec of {@linkcode RedStats}. */
export const redStats: Codec<RedStats> = struct(redStatsMembers);
