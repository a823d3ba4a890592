/**
 * Deficit round robin: `TCA_DRR_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/pkt_sched.h | linux/pkt_sched.h}
 * @see {@link https://man7.org/linux/man-pages/man8/tc-drr.8.html | tc-drr(8)}
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

/** `TCA_OPTIONS` of a class (`TCA_DRR_*`). */
export interface DrrClassData extends Attributes {
  /** Bytes in a turn (`TCA_DRR_QUANTUM`). */
  quantum?: number;
}

/** Codec of {@linkcode DrrClassData}. */
export const drrClassData: Codec<DrrClassData> = attributes({
  quantum: ["TCA_DRR_QUANTUM", 1, u32],
}, { nestedFlag: false });

/** Counters of a class (`struct tc_drr_stats`). */
export interface DrrClassStats {
  /** Bytes that it may send in this turn (`deficit`). */
  deficit: number;
}

/** Codec of {@linkcode DrrClassStats}. */
export const drrClassStats: Codec<DrrClassStats> = struct({
  deficit: u32,
});
