/**
 * Queues of a device by traffic class: `TCA_MQPRIO_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/pkt_sched.h | linux/pkt_sched.h}
 * @see {@link https://man7.org/linux/man-pages/man8/tc-mqprio.8.html | tc-mqprio(8)}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  fixedArray,
  list,
  message,
  multi,
  struct,
  u16,
  u32,
  u64,
  u8,
  type WithAttributes,
} from "../../codec/mod.ts";

/** Who decides about the classes (`TC_MQPRIO_MODE_*`). */
export const MQPRIO_MODES = {
  /** Data center bridging (`TC_MQPRIO_MODE_DCB`). */
  dcb: 0,
  /** Each class is a channel (`TC_MQPRIO_MODE_CHANNEL`). */
  channel: 1,
} as const;

/** How classes are shaped (`TC_MQPRIO_SHAPER_*`). */
export const MQPRIO_SHAPERS = {
  /** By data center bridging (`TC_MQPRIO_SHAPER_DCB`). */
  dcb: 0,
  /** By rate (`TC_MQPRIO_SHAPER_BW_RATE`). */
  bw_rlimit: 1,
} as const;

/** Whether frames of a class can be interrupted (`TC_FP_*`). */
export const FRAME_PREEMPTIONS = {
  /** They cannot (`TC_FP_EXPRESS`). */
  "E": 1,
  /** They can (`TC_FP_PREEMPTIBLE`). */
  "P": 2,
} as const;

/** Classes and their queues (`struct tc_mqprio_qopt`). */
export interface MqprioParameters {
  /** How many classes there are (`num_tc`). */
  classes: number;
  /** Class of each priority (`prio_tc_map`). */
  priorityMap: number[];
  /** Whether hardware does the work, `TC_MQPRIO_HW_OFFLOAD_*` (`hw`). */
  hardware: number;
  /** How many queues each class has (`count`). */
  counts: number[];
  /** The first queue of each class (`offset`). */
  offsets: number[];
}

/** Codec of {@linkcode MqprioParameters}. */
export const mqprioParameters: Codec<MqprioParameters> = struct({
  classes: u8,
  priorityMap: fixedArray(u8, 16),
  hardware: u8,
  counts: fixedArray(u16, 16),
  offsets: fixedArray(u16, 16),
});

/** What belongs to a class (`TCA_MQPRIO_TC_ENTRY_*`). */
export interface MqprioClass extends Attributes {
  /** Its number (`TCA_MQPRIO_TC_ENTRY_INDEX`). */
  index?: number;
  /** Whether its frames can be interrupted (`TCA_MQPRIO_TC_ENTRY_FP`). */
  preemption?: number;
}

/** Codec of {@linkcode MqprioClass}. */
export const mqprioClass: Codec<MqprioClass> = attributes({
  index: ["TCA_MQPRIO_TC_ENTRY_INDEX", 1, u32],
  preemption: ["TCA_MQPRIO_TC_ENTRY_FP", 2, u32],
});

/** Attributes (`TCA_MQPRIO_*`). */
export interface MqprioAttributes extends Attributes {
  /** Who decides about the classes (`TCA_MQPRIO_MODE`). */
  mode?: number;
  /** How classes are shaped (`TCA_MQPRIO_SHAPER`). */
  shaper?: number;
  /**
   * The least rate of each class in bytes a second (`TCA_MQPRIO_MIN_RATE64`).
   */
  minimumRates?: bigint[];
  /**
   * The largest rate of each class in bytes a second (`TCA_MQPRIO_MAX_RATE64`).
   */
  maximumRates?: bigint[];
  /** What belongs to each class (`TCA_MQPRIO_TC_ENTRY`). */
  entries?: MqprioClass[];
}

/** Codec of {@linkcode MqprioAttributes}. */
export const mqprioAttributes: Codec<MqprioAttributes> = attributes({
  mode: ["TCA_MQPRIO_MODE", 1, u16],
  shaper: ["TCA_MQPRIO_SHAPER", 2, u16],
  minimumRates: [
    "TCA_MQPRIO_MIN_RATE64",
    3,
    list(u64, ["TCA_MQPRIO_MIN_RATE64", 3], { nestedFlag: false }),
  ],
  maximumRates: [
    "TCA_MQPRIO_MAX_RATE64",
    4,
    list(u64, ["TCA_MQPRIO_MAX_RATE64", 4], { nestedFlag: false }),
  ],
  entries: ["TCA_MQPRIO_TC_ENTRY", 5, multi(mqprioClass)],
}, { nestedFlag: false });

/** `TCA_OPTIONS` of queues by traffic class. */
export type MqprioData = WithAttributes<MqprioParameters, MqprioAttributes>;

/** Codec of {@linkcode MqprioData}. */
export const mqprioData: Codec<MqprioData> = message(
  mqprioParameters,
  mqprioAttributes,
);
