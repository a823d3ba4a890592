/**
 * Time-aware priorities.
 *
 * @see {@link https://man7.org/linux/man-pages/man8/tc-taprio.8.html | tc-taprio(8)}
 *
 * @module
 */

import { CLOCKS } from "../../../messages/tc/qdiscs/etf.ts";
import {
  TAPRIO_COMMANDS,
  type TaprioClass,
  type TaprioData,
  type TaprioEntry,
  taprioEntry,
  type TaprioSchedule,
  TCA_TAPRIO_ATTR_FLAG_FULL_OFFLOAD,
  TCA_TAPRIO_ATTR_FLAG_TXTIME_ASSIST,
} from "../../../messages/tc/qdiscs/taprio.ts";
import {
  boolean,
  checkInteger,
  listOf,
  uint32,
} from "../../mapping/conversions.ts";
import { enumeration } from "../../mapping/enumerations.ts";
import type { FieldPath } from "../../mapping/field_path.ts";
import {
  type Conversion,
  type Mapping,
  mapping,
  type Pairs,
  readOnly,
} from "../../mapping/mapping.ts";
import { arranged, type TrafficMapping } from "../kind.ts";
import { nanoseconds, nanoseconds64 } from "../units.ts";
import { type Clock, clock } from "./clock.ts";
import {
  checkLength,
  perClass,
  preemptionOf,
  type QueueMap,
  queueMapIn,
  queueMapOf,
  type QueueMapOptions,
  queueMapPairs,
} from "./queue_map.ts";

/** What is done for a while. */
export interface TaprioStep {
  /**
   * Classes whose gates are open, which the others' are not
   * (`TCA_TAPRIO_SCHED_ENTRY_GATE_MASK`).
   */
  open?: number[];
  /** How long, in seconds (`TCA_TAPRIO_SCHED_ENTRY_INTERVAL`). */
  interval?: number;
  /**
   * What is done at its beginning; `S`, to set the gates, by default
   * (`TCA_TAPRIO_SCHED_ENTRY_CMD`).
   */
  command?: keyof typeof TAPRIO_COMMANDS | number;
}

/** A schedule. */
export interface TaprioScheduleOptions {
  /**
   * What is done, one after the other (`TCA_TAPRIO_ATTR_SCHED_ENTRY_LIST`).
   */
  entries?: TaprioStep[];
  /**
   * When the first cycle begins, in nanoseconds of the clock, as a number of
   * seconds would not be exact (`TCA_TAPRIO_ATTR_SCHED_BASE_TIME`).
   */
  baseTime?: bigint;
  /**
   * How long a cycle takes in seconds; as long as its entries by default
   * (`TCA_TAPRIO_ATTR_SCHED_CYCLE_TIME`).
   */
  cycleTime?: number;
  /**
   * How much longer the last cycle before another schedule may take, in seconds
   * (`TCA_TAPRIO_ATTR_SCHED_CYCLE_TIME_EXTENSION`).
   */
  cycleTimeExtension?: number;
}

/** Settings of time-aware priorities. */
export interface TaprioOptions extends QueueMapOptions, TaprioScheduleOptions {
  /**
   * Clock of the times; `tai` by default, unless hardware keeps the schedule
   * (`TCA_TAPRIO_ATTR_SCHED_CLOCKID`).
   */
  clock?: Clock;
  /**
   * Whether the schedule is kept by times of transmission
   * (`TCA_TAPRIO_ATTR_FLAG_TXTIME_ASSIST`).
   */
  transmitTimeAssist?: boolean;
  /**
   * Whether hardware keeps the schedule (`TCA_TAPRIO_ATTR_FLAG_FULL_OFFLOAD`).
   */
  offload?: boolean;
  /**
   * How long a packet takes to the device at most, in seconds
   * (`TCA_TAPRIO_ATTR_TXTIME_DELAY`).
   */
  transmitDelay?: number;
  /**
   * The largest packet of each class in bytes; 0 for no limit
   * (`TCA_TAPRIO_TC_ENTRY_MAX_SDU`).
   */
  maximumSizes?: number[];
  /**
   * The schedule that replaces this one at its time
   * (`TCA_TAPRIO_ATTR_ADMIN_SCHED`).
   */
  readonly next?: TaprioScheduleOptions;
}

type Schedule = Pick<
  TaprioSchedule,
  "entries" | "baseTime" | "cycleTime" | "cycleTimeExtension"
>;

interface Flat extends QueueMap, Schedule {
  clock?: number;
  transmitTimeAssist?: number;
  offload?: number;
  transmitDelay?: number;
  maximumSizes?: number[];
  next?: Schedule;
}

/** Numbers of the bits of a mask. */
const classMask: Conversion<number[], number> = {
  fromKernel: (value) => [...Array(32).keys()].filter((i) => value >>> i & 1),
  toKernel: (value, fieldPath) => {
    if (!Array.isArray(value)) {
      throw fieldPath.wrong(value, "an array is expected");
    }
    return value.reduce(
      (mask, word, i) =>
        (mask | 1 << checkInteger(word, 0, 31, fieldPath.at(i))) >>> 0,
      0,
    );
  },
};

const stepMapping: Mapping<TaprioStep, TaprioEntry> = mapping({
  open: ["gateMask", classMask],
  interval: nanoseconds,
  command: enumeration(TAPRIO_COMMANDS),
}, taprioEntry);

/** Nanoseconds as they are. */
const exact: Conversion<bigint, bigint> = {
  fromKernel: (value) => value,
  toKernel: (value, fieldPath) => {
    if (typeof value !== "bigint") {
      throw fieldPath.wrong(value, "a bigint is expected");
    }
    if (BigInt.asIntN(64, value) === value) return value;
    throw fieldPath.outside(value, "it does not fit into 64 bits");
  },
};

const schedulePairs: Pairs<TaprioScheduleOptions, Schedule> = {
  entries: ["entries", listOf(stepMapping)],
  baseTime: ["baseTime", exact],
  cycleTime: ["cycleTime", nanoseconds64],
  cycleTimeExtension: ["cycleTimeExtension", nanoseconds64],
};

/** How {@linkcode TaprioOptions} are stored. */
export const taprioMapping: TrafficMapping<TaprioOptions, TaprioData> =
  arranged(
    mapping<TaprioOptions, Flat>({
      ...queueMapPairs,
      ...schedulePairs,
      clock: clock,
      transmitTimeAssist: boolean,
      offload: boolean,
      transmitDelay: nanoseconds,
      maximumSizes: listOf(uint32),
      next: readOnly(
        "next",
        mapping<TaprioScheduleOptions, Schedule>(schedulePairs),
      ),
    }),
    unpack,
    pack,
  );

function scheduleOf(
  { entries, baseTime, cycleTime, cycleTimeExtension }: Schedule,
): Schedule {
  return {
    ...entries !== undefined && { entries },
    ...baseTime !== undefined && { baseTime },
    ...cycleTime !== undefined && { cycleTime },
    ...cycleTimeExtension !== undefined && { cycleTimeExtension },
  };
}

function unpack(data: TaprioData): Flat {
  const { priorityMap, classes, adminSchedule, clockId, flags = 0 } = data;
  const { transmitDelay } = data;
  const count = priorityMap?.classes ?? 0;
  const maximumSizes = perClass(
    classes,
    count,
    ({ maximumSize = 0 }) => maximumSize,
  );
  // Until the first schedule begins, it is the next one.
  const isPending = data.entries === undefined && adminSchedule !== undefined;
  return {
    ...priorityMap !== undefined && queueMapOf(priorityMap, classes),
    ...scheduleOf(isPending ? adminSchedule : data),
    ...adminSchedule !== undefined && !isPending &&
      { next: scheduleOf(adminSchedule) },
    ...clockId !== undefined && clockId >= 0 && { clock: clockId },
    transmitTimeAssist: flags & TCA_TAPRIO_ATTR_FLAG_TXTIME_ASSIST,
    offload: flags & TCA_TAPRIO_ATTR_FLAG_FULL_OFFLOAD,
    ...transmitDelay !== undefined && { transmitDelay },
    ...maximumSizes !== undefined && { maximumSizes },
  };
}

function pack(
  settings: Flat,
  fieldPath: FieldPath,
): TaprioData | undefined {
  if (Object.keys(settings).length === 0) return undefined;
  const { transmitTimeAssist, offload, transmitDelay } = settings;
  const flags = (transmitTimeAssist ? TCA_TAPRIO_ATTR_FLAG_TXTIME_ASSIST : 0) |
    (offload ? TCA_TAPRIO_ATTR_FLAG_FULL_OFFLOAD : 0);
  // A schedule can be changed without the queues, and keeps its clock then.
  const isNew = settings.classes !== undefined || settings.queues !== undefined;
  const { clock = isNew && !offload ? CLOCKS.TAI : undefined } = settings;
  const classes = classesOf(settings, fieldPath);
  return {
    ...isNew && { priorityMap: queueMapIn(settings, 0, fieldPath) },
    ...scheduleOf({
      ...settings,
      ...settings.entries !== undefined &&
        { entries: settings.entries.map(complete) },
    }),
    ...clock !== undefined && { clockId: clock },
    ...flags !== 0 && { flags },
    ...transmitDelay !== undefined && { transmitDelay },
    ...classes.length > 0 && { classes },
  };
}

function complete(entry: TaprioEntry): TaprioEntry {
  return { command: TAPRIO_COMMANDS.S, gateMask: 0, ...entry };
}

function classesOf(settings: Flat, fieldPath: FieldPath): TaprioClass[] {
  const { maximumSizes = [], preemptible = [], queues } = settings;
  const { classes = queues?.length ?? 16 } = settings;
  checkLength(maximumSizes, classes, fieldPath.at("maximumSizes"));
  checkLength(preemptible, classes, fieldPath.at("preemptible"));
  const length = Math.max(maximumSizes.length, preemptible.length);
  return Array.from({ length }, (_, index) => ({
    index,
    ...index < maximumSizes.length && { maximumSize: maximumSizes[index]! },
    ...index < preemptible.length && {
      preemption: preemptionOf(preemptible[index]!),
    },
  }));
}
