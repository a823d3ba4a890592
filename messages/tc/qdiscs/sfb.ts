/**
 * Stochastic fair blue: `TCA_SFB_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/pkt_sched.h | linux/pkt_sched.h}
 * @see {@link https://man7.org/linux/man-pages/man8/tc-sfb.8.html | tc-sfb(8)}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  struct,
  u32,
} from "../../codec/mod.ts";

/** Limits (`struct tc_sfb_qopt`). */
export interface SfbParameters {
  /** Milliseconds until flows are hashed in another way (`rehash_interval`). */
  rehashInterval: number;
  /** Milliseconds before that in which both ways are used (`warmup_time`). */
  warmupTime: number;
  /** Packets of a bin from which all are dropped (`max`). */
  maximum: number;
  /** Packets of a bin from which they are marked (`bin_size`). */
  binSize: number;
  /** What the probability grows by, in units of 1/65535 (`increment`). */
  increment: number;
  /** What it shrinks by (`decrement`). */
  decrement: number;
  /** Packets that may wait (`limit`). */
  limit: number;
  /** Packets a second of flows that do not slow down (`penalty_rate`). */
  penaltyRate: number;
  /** Packets that these may send at once (`penalty_burst`). */
  penaltyBurst: number;
}

/** Codec of {@linkcode SfbParameters}. */
export const sfbParameters: Codec<SfbParameters> = struct({
  rehashInterval: u32,
  warmupTime: u32,
  maximum: u32,
  binSize: u32,
  increment: u32,
  decrement: u32,
  limit: u32,
  penaltyRate: u32,
  penaltyBurst: u32,
});

/** `TCA_OPTIONS` of stochastic fair blue (`TCA_SFB_*`). */
export interface SfbData extends Attributes {
  /** Limits (`TCA_SFB_PARMS`). */
  parameters?: SfbParameters;
}

/** Codec of {@linkcode SfbData}. */
export const sfbData: Codec<SfbData> = attributes({
  parameters: ["TCA_SFB_PARMS", 1, sfbParameters],
}, { nestedFlag: false });

/** Counters of stochastic fair blue (`struct tc_sfb_xstats`). */
export interface SfbStats {
  /** Dropped by chance (`earlydrop`). */
  earlyDrops: number;
  /** Dropped above the rate of penalty (`penaltydrop`). */
  penaltyDrops: number;
  /** Dropped as their bin was full (`bucketdrop`). */
  binDrops: number;
  /** Dropped at the limit (`queuedrop`). */
  queueDrops: number;
  /** Dropped by the queueing discipline below (`childdrop`). */
  childDrops: number;
  /** Marked (`marked`). */
  marked: number;
  /** Packets in the fullest bin (`maxqlen`). */
  maximumQueue: number;
  /** The largest probability, in units of 1/65535 (`maxprob`). */
  maximumProbability: number;
  /** The mean probability (`avgprob`). */
  averageProbability: number;
}

/** Codec of {@linkcode SfbStats}. */
export const sfbStats: Codec<SfbStats> = struct({
  earlyDrops: u32,
  penaltyDrops: u32,
  binDrops: u32,
  queueDrops: u32,
  childDrops: u32,
  marked: u32,
  maximumQueue: u32,
  maximumProbability: u32,
  averageProbability: u32,
});
