/**
 * The filter kind `matchall`, which all packets match: `TCA_MATCHALL_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/pkt_cls.h | linux/pkt_cls.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/net/sched/cls_matchall.c | net/sched/cls_matchall.c}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  struct,
  u32,
  u64,
} from "../../codec/mod.ts";
import { type ActionEntry, actionList } from "../action.ts";

/** Counters of a filter (`struct tc_matchall_pcnt`). */
export interface MatchallCounters {
  /** Packets that came (`rhit`). */
  matched: bigint;
}

/** `TCA_OPTIONS` of the filter kind `matchall`: `TCA_MATCHALL_*`. */
export interface MatchallData extends Attributes {
  /** Class of the packets (`TCA_MATCHALL_CLASSID`). */
  classId?: number;
  /** What is done with the packets (`TCA_MATCHALL_ACT`). */
  actions?: ActionEntry[];
  /** `TCA_CLS_FLAGS_*` (`TCA_MATCHALL_FLAGS`). */
  flags?: number;
  /** Counters (`TCA_MATCHALL_PCNT`). */
  counters?: MatchallCounters;
}

/** Codec of {@linkcode MatchallCounters}. */
export const matchallCounters: Codec<MatchallCounters> = struct({
  matched: u64,
});

/** Codec of {@linkcode MatchallData}. */
export const matchallData: Codec<MatchallData> = attributes({
  classId: ["TCA_MATCHALL_CLASSID", 1, u32],
  actions: ["TCA_MATCHALL_ACT", 2, actionList],
  flags: ["TCA_MATCHALL_FLAGS", 3, u32],
  counters: ["TCA_MATCHALL_PCNT", 4, matchallCounters],
}, { nestedFlag: false, pad: ["TCA_MATCHALL_PAD", 5] });
