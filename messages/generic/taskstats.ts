/**
 * What the kernel has counted of tasks, family `TASKSTATS`: `TASKSTATS_*` and
 * `CGROUPSTATS_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/taskstats.h | linux/taskstats.h}
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/cgroupstats.h | linux/cgroupstats.h}
 * @see {@link https://docs.kernel.org/accounting/taskstats.html | Per-task statistics interface}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  string,
  struct,
  u32,
  u64,
} from "../codec/mod.ts";
import type { Taskstats } from "./taskstats_struct.ts";
import { anyTaskstats } from "./taskstats_version.ts";

/** Name of the family. */
export const TASKSTATS_GENL_NAME = "TASKSTATS";
/** Version of the family's interface. */
export const TASKSTATS_GENL_VERSION = 1;

/** Asks for what was counted of a task, or for reports of those that exit. */
export const TASKSTATS_CMD_GET = 1;
/** Here is what was counted of a task. */
export const TASKSTATS_CMD_NEW = 2;
/** Asks for the tasks of a control group. */
export const CGROUPSTATS_CMD_GET = 4;
/** Here is how many tasks of a control group do what. */
export const CGROUPSTATS_CMD_NEW = 5;

/** A request: `TASKSTATS_CMD_ATTR_*`. */
export interface TaskstatsRequest extends Attributes {
  /** Number of the task (`TASKSTATS_CMD_ATTR_PID`). */
  pid?: number;
  /** Number of the process (`TASKSTATS_CMD_ATTR_TGID`). */
  tgid?: number;
  /**
   * Processors whose tasks are reported when they exit, such as `0-3,7`
   * (`TASKSTATS_CMD_ATTR_REGISTER_CPUMASK`).
   */
  registerCpumask?: string;
  /**
   * Processors whose tasks are not reported any more
   * (`TASKSTATS_CMD_ATTR_DEREGISTER_CPUMASK`).
   */
  deregisterCpumask?: string;
}

/** A task or a process: `TASKSTATS_TYPE_*`. */
export interface TaskstatsAggregate extends Attributes {
  /** Number of the task (`TASKSTATS_TYPE_PID`). */
  pid?: number;
  /** Number of the process (`TASKSTATS_TYPE_TGID`). */
  tgid?: number;
  /** What was counted of it (`TASKSTATS_TYPE_STATS`). */
  stats?: Taskstats;
}

/** A reply or a report: `TASKSTATS_TYPE_AGGR_*`. */
export interface TaskstatsReply extends Attributes {
  /** A task (`TASKSTATS_TYPE_AGGR_PID`). */
  aggrPid?: TaskstatsAggregate;
  /** All tasks of a process together (`TASKSTATS_TYPE_AGGR_TGID`). */
  aggrTgid?: TaskstatsAggregate;
}

/** How many tasks of a control group do what (`struct cgroupstats`). */
export interface Cgroupstats {
  /** Tasks that sleep (`nr_sleeping`). */
  nrSleeping: bigint;
  /** Tasks that run, or could (`nr_running`). */
  nrRunning: bigint;
  /** Tasks that are stopped (`nr_stopped`). */
  nrStopped: bigint;
  /** Tasks that sleep, whatever signal comes (`nr_uninterruptible`). */
  nrUninterruptible: bigint;
  /** Tasks that wait for input or output (`nr_io_wait`). */
  nrIoWait: bigint;
}

/** A request about a control group: `CGROUPSTATS_CMD_ATTR_*`. */
export interface CgroupstatsRequest extends Attributes {
  /** Descriptor of its directory (`CGROUPSTATS_CMD_ATTR_FD`). */
  fd?: number;
}

/** A reply about a control group: `CGROUPSTATS_TYPE_*`. */
export interface CgroupstatsReply extends Attributes {
  /** What its tasks do (`CGROUPSTATS_TYPE_CGROUP_STATS`). */
  cgroupStats?: Cgroupstats;
}

/** Codec of {@linkcode TaskstatsRequest}. */
export const taskstatsRequest: Codec<TaskstatsRequest> = attributes({
  pid: ["TASKSTATS_CMD_ATTR_PID", 1, u32],
  tgid: ["TASKSTATS_CMD_ATTR_TGID", 2, u32],
  registerCpumask: ["TASKSTATS_CMD_ATTR_REGISTER_CPUMASK", 3, string],
  deregisterCpumask: ["TASKSTATS_CMD_ATTR_DEREGISTER_CPUMASK", 4, string],
});

/** Codec of {@linkcode TaskstatsAggregate}. */
export const taskstatsAggregate: Codec<TaskstatsAggregate> = attributes({
  pid: ["TASKSTATS_TYPE_PID", 1, u32],
  tgid: ["TASKSTATS_TYPE_TGID", 2, u32],
  stats: ["TASKSTATS_TYPE_STATS", 3, anyTaskstats],
}, { nestedFlag: false, pad: ["TASKSTATS_TYPE_NULL", 6] });

/** Codec of {@linkcode TaskstatsReply}. */
export const taskstatsReply: Codec<TaskstatsReply> = attributes({
  aggrPid: ["TASKSTATS_TYPE_AGGR_PID", 4, taskstatsAggregate],
  aggrTgid: ["TASKSTATS_TYPE_AGGR_TGID", 5, taskstatsAggregate],
});

/** Codec of {@linkcode Cgroupstats}. */
export const cgroupstats: Codec<Cgroupstats> = struct({
  nrSleeping: u64,
  nrRunning: u64,
  nrStopped: u64,
  nrUninterruptible: u64,
  nrIoWait: u64,
});

/** Codec of {@linkcode CgroupstatsRequest}. */
export const cgroupstatsRequest: Codec<CgroupstatsRequest> = attributes({
  fd: ["CGROUPSTATS_CMD_ATTR_FD", 1, u32],
});

/** Codec of {@linkcode CgroupstatsReply}. */
export const cgroupstatsReply: Codec<CgroupstatsReply> = attributes({
  cgroupStats: ["CGROUPSTATS_TYPE_CGROUP_STATS", 1, cgroupstats],
});

/** Attributes of requests, by command. */
export const taskstatsRequests: ReadonlyMap<number, Codec<Attributes>> =
  new Map<
    number,
    Codec<Attributes>
  >([
    [TASKSTATS_CMD_GET, taskstatsRequest],
    [CGROUPSTATS_CMD_GET, cgroupstatsRequest],
  ]);

/** Attributes of replies and reports, by command. */
export const taskstatsReplies: ReadonlyMap<number, Codec<Attributes>> = new Map<
  number,
  Codec<Attributes>
>([
  [TASKSTATS_CMD_NEW, taskstatsReply],
  [CGROUPSTATS_CMD_NEW, cgroupstatsReply],
]);
