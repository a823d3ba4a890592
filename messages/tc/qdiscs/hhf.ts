/**
 * Heavy-hitter filter: `TCA_HHF_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/pkt_sched.h | linux/pkt_sched.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/net/sched/sch_hhf.c | net/sched/sch_hhf.c}
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

/** `TCA_OPTIONS` of the heavy-hitter filter (`TCA_HHF_*`). */
export interface HhfData extends Attributes {
  /** Packets that may wait (`TCA_HHF_BACKLOG_LIMIT`). */
  limit?: number;
  /** Bytes in a turn (`TCA_HHF_QUANTUM`). */
  quantum?: number;
  /** Heavy hitters that are followed (`TCA_HHF_HH_FLOWS_LIMIT`). */
  hitterLimit?: number;
  /**
   * How often counters are reset, in microseconds (`TCA_HHF_RESET_TIMEOUT`).
   */
  resetTimeout?: number;
  /** Bytes in that time that make a heavy hitter (`TCA_HHF_ADMIT_BYTES`). */
  admitBytes?: number;
  /**
   * Idle time after which one is forgotten, in microseconds
   * (`TCA_HHF_EVICT_TIMEOUT`).
   */
  evictTimeout?: number;
  /** Weight of all others (`TCA_HHF_NON_HH_WEIGHT`). */
  otherWeight?: number;
}

/** Codec of {@linkcode HhfData}. */
export const hhfData: Codec<HhfData> = attributes({
  limit: ["TCA_HHF_BACKLOG_LIMIT", 1, u32],
  quantum: ["TCA_HHF_QUANTUM", 2, u32],
  hitterLimit: ["TCA_HHF_HH_FLOWS_LIMIT", 3, u32],
  resetTimeout: ["TCA_HHF_RESET_TIMEOUT", 4, u32],
  admitBytes: ["TCA_HHF_ADMIT_BYTES", 5, u32],
  evictTimeout: ["TCA_HHF_EVICT_TIMEOUT", 6, u32],
  otherWeight: ["TCA_HHF_NON_HH_WEIGHT", 7, u32],
}, { nestedFlag: false });

/** Counters of the heavy-hitter filter (`struct tc_hhf_xstats`). */
export interface HhfStats {
  /** How often the limit was reached (`drop_overlimit`). */
  overlimitDrops: number;
  /** How often there were too many heavy hitters (`hh_overlimit`). */
  hitterOverlimit: number;
  /** Heavy hitters so far (`hh_tot_count`). */
  hitterTotal: number;
  /** Heavy hitters now (`hh_cur_count`). */
  hitters: number;
}

/** Codec of {@linkcode HhfStats}. */
export const hhfStats: Codec<HhfStats> = struct({
  overlimitDrops: u32,
  hitterOverlimit: u32,
  hitterTotal: u32,
  hitters: u32,
});
