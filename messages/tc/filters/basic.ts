/**
 * The filter kind `basic`, whose conditions are extended matches:
 * `TCA_BASIC_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/pkt_cls.h | linux/pkt_cls.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/net/sched/cls_basic.c | net/sched/cls_basic.c}
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
import { type PoliceData, policeData } from "../actions/police.ts";
import { type EmatchTree, ematchTree } from "../ematches/tree.ts";

/** Counters of a filter (`struct tc_basic_pcnt`). */
export interface BasicCounters {
  /** Packets that came (`rcnt`). */
  checked: bigint;
  /** Packets that matched (`rhit`). */
  matched: bigint;
}

/** `TCA_OPTIONS` of the filter kind `basic`: `TCA_BASIC_*`. */
export interface BasicData extends Attributes {
  /** Class of packets that match (`TCA_BASIC_CLASSID`). */
  classId?: number;
  /** Conditions (`TCA_BASIC_EMATCHES`). */
  ematches?: EmatchTree;
  /** What is done with packets that match (`TCA_BASIC_ACT`). */
  actions?: ActionEntry[];
  /** Limit of the rate (`TCA_BASIC_POLICE`). */
  police?: PoliceData;
  /** Counters (`TCA_BASIC_PCNT`). */
  counters?: BasicCounters;
}

/** Codec of {@linkcode BasicCounters}. */
export const basicCounters: Codec<BasicCounters> = struct({
  checked: u64,
  matched: u64,
});

/** Codec of {@linkcode BasicData}. */
export const basicData: Codec<BasicData> = attributes({
  classId: ["TCA_BASIC_CLASSID", 1, u32],
  ematches: ["TCA_BASIC_EMATCHES", 2, ematchTree],
  actions: ["TCA_BASIC_ACT", 3, actionList],
  police: ["TCA_BASIC_POLICE", 4, policeData],
  counters: ["TCA_BASIC_PCNT", 5, basicCounters],
}, { nestedFlag: false, pad: ["TCA_BASIC_PAD", 6] });
