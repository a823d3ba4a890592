/**
 * Time-aware priorities: `TCA_TAPRIO_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/pkt_sched.h | linux/pkt_sched.h}
 * @see {@link https://man7.org/linux/man-pages/man8/tc-taprio.8.html | tc-taprio(8)}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  type FieldsOf,
  list,
  multi,
  s32,
  s64,
  u32,
  u64,
  u8,
} from "../../codec/mod.ts";
import { type MqprioParameters, mqprioParameters } from "./mqprio.ts";

/** What is done when an entry begins (`TC_TAPRIO_CMD_*`). */
export const TAPRIO_COMMANDS = {
  /** Gates are set (`TC_TAPRIO_CMD_SET_GATES`). */
  "S": 0,
  /**
   * Gates are set, and interruption is forbidden
   * (`TC_TAPRIO_CMD_SET_AND_HOLD`).
   */
  "H": 1,
  /**
   * Gates are set, and interruption is allowed
   * (`TC_TAPRIO_CMD_SET_AND_RELEASE`).
   */
  "R": 2,
} as const;

/** An entry of a schedule (`TCA_TAPRIO_SCHED_ENTRY_*`). */
export interface TaprioEntry extends Attributes {
  /** Its number (`TCA_TAPRIO_SCHED_ENTRY_INDEX`). */
  index?: number;
  /** What is done (`TCA_TAPRIO_SCHED_ENTRY_CMD`). */
  command?: number;
  /** Classes whose gates are open (`TCA_TAPRIO_SCHED_ENTRY_GATE_MASK`). */
  gateMask?: number;
  /** How long, in nanoseconds (`TCA_TAPRIO_SCHED_ENTRY_INTERVAL`). */
  interval?: number;
}

/** Codec of {@linkcode TaprioEntry}. */
export const taprioEntry: Codec<TaprioEntry> = attributes({
  index: ["TCA_TAPRIO_SCHED_ENTRY_INDEX", 1, u32],
  command: ["TCA_TAPRIO_SCHED_ENTRY_CMD", 2, u8],
  gateMask: ["TCA_TAPRIO_SCHED_ENTRY_GATE_MASK", 3, u32],
  interval: ["TCA_TAPRIO_SCHED_ENTRY_INTERVAL", 4, u32],
}, { nestedFlag: false });

/** What belongs to a class (`TCA_TAPRIO_TC_ENTRY_*`). */
export interface TaprioClass extends Attributes {
  /** Its number (`TCA_TAPRIO_TC_ENTRY_INDEX`). */
  index?: number;
  /**
   * The largest packet in bytes; 0 for no limit
   * (`TCA_TAPRIO_TC_ENTRY_MAX_SDU`).
   */
  maximumSize?: number;
  /** Whether its frames can be interrupted (`TCA_TAPRIO_TC_ENTRY_FP`). */
  preemption?: number;
}

/** Codec of {@linkcode TaprioClass}. */
export const taprioClass: Codec<TaprioClass> = attributes({
  index: ["TCA_TAPRIO_TC_ENTRY_INDEX", 1, u32],
  maximumSize: ["TCA_TAPRIO_TC_ENTRY_MAX_SDU", 2, u32],
  preemption: ["TCA_TAPRIO_TC_ENTRY_FP", 3, u32],
});

/** A schedule (`TCA_TAPRIO_ATTR_*`). */
export interface TaprioSchedule extends Attributes {
  /** The schedule (`TCA_TAPRIO_ATTR_SCHED_ENTRY_LIST`). */
  entries?: TaprioEntry[];
  /**
   * When it begins, in nanoseconds of the clock
   * (`TCA_TAPRIO_ATTR_SCHED_BASE_TIME`).
   */
  baseTime?: bigint;
  /**
   * Length of the schedule in nanoseconds (`TCA_TAPRIO_ATTR_SCHED_CYCLE_TIME`).
   */
  cycleTime?: bigint;
  /**
   * How much longer the last cycle may be, in nanoseconds
   * (`TCA_TAPRIO_ATTR_SCHED_CYCLE_TIME_EXTENSION`).
   */
  cycleTimeExtension?: bigint;
}

const scheduleFields: FieldsOf<TaprioSchedule> = {
  entries: [
    "TCA_TAPRIO_ATTR_SCHED_ENTRY_LIST",
    2,
    list(taprioEntry, ["TCA_TAPRIO_SCHED_ENTRY", 1], { nestedFlag: false }),
  ],
  baseTime: ["TCA_TAPRIO_ATTR_SCHED_BASE_TIME", 3, s64],
  cycleTime: ["TCA_TAPRIO_ATTR_SCHED_CYCLE_TIME", 8, s64],
  cycleTimeExtension: ["TCA_TAPRIO_ATTR_SCHED_CYCLE_TIME_EXTENSION", 9, s64],
};

/** Codec of {@linkcode TaprioSchedule}. */
export const taprioSchedule: Codec<TaprioSchedule> = attributes(
  scheduleFields,
  { nestedFlag: false, pad: ["TCA_TAPRIO_PAD", 6] },
);

/** `TCA_OPTIONS` of time-aware priorities (`TCA_TAPRIO_ATTR_*`). */
export interface TaprioData extends TaprioSchedule {
  /** Classes and their queues (`TCA_TAPRIO_ATTR_PRIOMAP`). */
  priorityMap?: MqprioParameters;
  /**
   * An entry to change; no longer in use
   * (`TCA_TAPRIO_ATTR_SCHED_SINGLE_ENTRY`).
   */
  singleEntry?: TaprioEntry;
  /** The clock, `CLOCK_*` (`TCA_TAPRIO_ATTR_SCHED_CLOCKID`). */
  clockId?: number;
  /**
   * The schedule that comes next; only reported
   * (`TCA_TAPRIO_ATTR_ADMIN_SCHED`).
   */
  adminSchedule?: TaprioSchedule;
  /** `TCA_TAPRIO_ATTR_FLAG_*` (`TCA_TAPRIO_ATTR_FLAGS`). */
  flags?: number;
  /**
   * How long a packet takes to the device at most, in nanoseconds
   * (`TCA_TAPRIO_ATTR_TXTIME_DELAY`).
   */
  transmitDelay?: number;
  /** What belongs to each class (`TCA_TAPRIO_ATTR_TC_ENTRY`). */
  classes?: TaprioClass[];
}

/** Codec of {@linkcode TaprioData}. */
export const taprioData: Codec<TaprioData> = attributes({
  priorityMap: ["TCA_TAPRIO_ATTR_PRIOMAP", 1, mqprioParameters],
  ...scheduleFields,
  singleEntry: ["TCA_TAPRIO_ATTR_SCHED_SINGLE_ENTRY", 4, taprioEntry],
  clockId: ["TCA_TAPRIO_ATTR_SCHED_CLOCKID", 5, s32],
  adminSchedule: ["TCA_TAPRIO_ATTR_ADMIN_SCHED", 7, taprioSchedule],
  flags: ["TCA_TAPRIO_ATTR_FLAGS", 10, u32],
  transmitDelay: ["TCA_TAPRIO_ATTR_TXTIME_DELAY", 11, u32],
  classes: ["TCA_TAPRIO_ATTR_TC_ENTRY", 12, multi(taprioClass)],
}, { nestedFlag: false, pad: ["TCA_TAPRIO_PAD", 6] });

/** The schedule is kept by times of transmission. */
export const TCA_TAPRIO_ATTR_FLAG_TXTIME_ASSIST = 1;

/** Hardware keeps the schedule. */
export const TCA_TAPRIO_ATTR_FLAG_FULL_OFFLOAD = 2;

/** Counters of hardware (`TCA_TAPRIO_OFFLOAD_STATS_*`). */
export interface TaprioStats extends Attributes {
  /**
   * Packets that no gate was open for
   * (`TCA_TAPRIO_OFFLOAD_STATS_WINDOW_DROPS`).
   */
  windowDrops?: bigint;
  /**
   * Packets that were longer than the gate was open
   * (`TCA_TAPRIO_OFFLOAD_STATS_TX_OVERRUNS`).
   */
  transmitOverruns?: bigint;
}

/** Codec of {@linkcode TaprioStats}. */
export const taprioStats: Codec<TaprioStats> = attributes({
  windowDrops: ["TCA_TAPRIO_OFFLOAD_STATS_WINDOW_DROPS", 2, u64],
  transmitOverruns: ["TCA_TAPRIO_OFFLOAD_STATS_TX_OVERRUNS", 3, u64],
}, { nestedFlag: false, pad: ["TCA_TAPRIO_OFFLOAD_STATS_PAD", 1] });
