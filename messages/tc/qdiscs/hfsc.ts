/**
 * Hierarchical fair service curves: `TCA_HFSC_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/pkt_sched.h | linux/pkt_sched.h}
 * @see {@link https://man7.org/linux/man-pages/man8/tc-hfsc.8.html | tc-hfsc(8)}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  struct,
  u16,
  u32,
  u64,
} from "../../codec/mod.ts";

/** `TCA_OPTIONS` of the queueing discipline (`struct tc_hfsc_qopt`). */
export interface HfscData {
  /** Minor number of the class of packets without one (`defcls`). */
  defaultClass: number;
}

/** Codec of {@linkcode HfscData}. */
export const hfscData: Codec<HfscData> = struct({
  defaultClass: u16,
});

/** A service curve of two lines (`struct tc_service_curve`). */
export interface HfscCurve {
  /** Slope of the first in bytes a second (`m1`). */
  rate1: number;
  /** Length of the first in microseconds (`d`). */
  duration: number;
  /** Slope of the second in bytes a second (`m2`). */
  rate2: number;
}

/** Codec of {@linkcode HfscCurve}. */
export const hfscCurve: Codec<HfscCurve> = struct({
  rate1: u32,
  duration: u32,
  rate2: u32,
});

/** `TCA_OPTIONS` of a class (`TCA_HFSC_*`). */
export interface HfscClassData extends Attributes {
  /** What is guaranteed (`TCA_HFSC_RSC`). */
  realTime?: HfscCurve;
  /** Its share of what is left (`TCA_HFSC_FSC`). */
  linkShare?: HfscCurve;
  /** The most that it can have (`TCA_HFSC_USC`). */
  upperLimit?: HfscCurve;
}

/** Codec of {@linkcode HfscClassData}. */
export const hfscClassData: Codec<HfscClassData> = attributes({
  realTime: ["TCA_HFSC_RSC", 1, hfscCurve],
  linkShare: ["TCA_HFSC_FSC", 2, hfscCurve],
  upperLimit: ["TCA_HFSC_USC", 3, hfscCurve],
}, { nestedFlag: false });

/** Counters of a class (`struct tc_hfsc_stats`). */
export interface HfscClassStats {
  /** Bytes that were sent (`work`). */
  work: bigint;
  /** Bytes that were sent by guarantee (`rtwork`). */
  realTimeWork: bigint;
  /** Periods in which it was active (`period`). */
  period: number;
  /** Level in the hierarchy (`level`). */
  level: number;
}

/** Codec of {@linkcode HfscClassStats}. */
export const hfscClassStats: Codec<HfscClassStats> = struct({
  work: u64,
  realTimeWork: u64,
  period: u32,
  level: u32,
});
