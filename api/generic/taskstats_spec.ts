/**
 * What the kernel has counted of tasks, in people's terms.
 *
 * @see {@link https://docs.kernel.org/accounting/taskstats-struct.html | The struct taskstats}
 * @see {@link https://docs.kernel.org/accounting/delay-accounting.html | Delay accounting}
 *
 * @module
 */

import { once } from "../../messages/codec/once.ts";
import { DecodeError } from "../../messages/codec/mod.ts";
import type { GenericMessage } from "../../messages/generic/header.ts";
import type {
  Cgroupstats,
  CgroupstatsReply,
  TaskstatsReply,
} from "../../messages/generic/taskstats.ts";
import {
  SCHEDULING_POLICIES,
  type Taskstats,
  TASKSTATS_FLAGS,
  taskstatsMembers,
} from "../../messages/generic/taskstats_struct.ts";
import type { KernelTimespec } from "../../messages/generic/wireguard.ts";
import { number, text, uint64, wideNumber } from "../mapping/conversions.ts";
import { enumeration, flagNames } from "../mapping/enumerations.ts";
import {
  type Field,
  type Fields,
  mapping,
  originalMessage,
  type Readable,
  readOnly,
} from "../mapping/mapping.ts";
import { withMessage } from "../mapping/origin.ts";
import type { ReadFrom } from "./family_object.ts";

/**
 * How long something was waited for. All is 0 unless delays are accounted, with
 * `sysctl kernel.task_delayacct=1` or `delayacct` at boot.
 */
export interface TaskDelay {
  /** How often. */
  count: number;
  /** All the time together, in nanoseconds; it wraps at 64 bits. */
  total: bigint;
  /** The longest time, in nanoseconds (from Linux 6.14 on). */
  longest?: bigint;
  /** The shortest time, in nanoseconds (from Linux 6.14 on). */
  shortest?: bigint;
  /** When the longest time ended (from version 17 of the struct on). */
  longestAt?: Date;
}

/** What tasks wait for; what older kernels do not count is missing. */
export interface TaskDelays {
  /** A processor to run on (`cpu_count`, `cpu_delay_total`). */
  processor: TaskDelay;
  /** Blocks of devices (`blkio_count`, `blkio_delay_total`). */
  blockDevice: TaskDelay;
  /** Pages to be swapped in (`swapin_count`, `swapin_delay_total`). */
  swapIn: TaskDelay;
  /** Memory to be reclaimed (`freepages_count`, `freepages_delay_total`). */
  reclaim?: TaskDelay;
  /**
   * Pages that were evicted and are needed again (`thrashing_count`,
   * `thrashing_delay_total`).
   */
  thrashing?: TaskDelay;
  /** Memory to be compacted (`compact_count`, `compact_delay_total`). */
  compaction?: TaskDelay;
  /**
   * Copies of pages that are written to (`wpcopy_count`,
   * `wpcopy_delay_total`).
   */
  copyOnWrite?: TaskDelay;
  /** Interrupts to be served (`irq_count`, `irq_delay_total`). */
  interrupts?: TaskDelay;
}

/** What is counted of tasks and of processes. */
export interface CommonStatistics extends ReadFrom<TaskstatsReply> {
  /** Version of the kernel's struct (`version`). */
  version: number;
  /**
   * Seconds since it began; older kernels leave it at 0 for processes that have
   * exited (`ac_etime`).
   */
  elapsed: number;
  /** Seconds that it ran programs on a processor (`ac_utime`). */
  userTime: number;
  /** Seconds that it ran the kernel on a processor (`ac_stime`). */
  systemTime: number;
  /**
   * Nanoseconds on a processor; on some machines without those that the host
   * of a virtual machine took (`cpu_run_real_total`).
   */
  cpuTime: bigint;
  /**
   * Nanoseconds on a processor, as the kernel counts them
   * (`cpu_run_virtual_total`).
   */
  virtualCpuTime: bigint;
  /** How often it gave up the processor (`nvcsw`). */
  voluntarySwitches: number;
  /** How often the processor was taken from it (`nivcsw`). */
  involuntarySwitches: number;
  /** What it waited for. */
  delays: TaskDelays;
}

/** What is counted of a process: of all its tasks together. */
export interface ProcessStatistics extends CommonStatistics {
  /** Number of the process (`TASKSTATS_TYPE_TGID`). */
  tgid: number;
}

/** What is counted of a task, which is one thread of a process. */
export interface TaskStatistics extends CommonStatistics {
  /** Number of the task (`TASKSTATS_TYPE_PID`). */
  pid: number;
  /** Number of its process (`ac_tgid`, from Linux 5.19 on). */
  tgid?: number;
  /** Number of the parent process (`ac_ppid`). */
  parent: number;
  /** Name of the command (`ac_comm`). */
  command: string;
  /** Number of the user (`ac_uid`). */
  user: number;
  /** Number of the group (`ac_gid`). */
  group: number;
  /** Nice value, from -20 to 19 (`ac_nice`). */
  nice: number;
  /** How it is scheduled (`ac_sched`). */
  policy: keyof typeof SCHEDULING_POLICIES | number;
  /** What is known of it (`ac_flag`). */
  flags: (keyof typeof TASKSTATS_FLAGS | number)[];
  /**
   * What the process has exited with, 0 before that and for other tasks than
   * the first of the process (`ac_exitcode`).
   */
  exitCode: number;
  /** Number of the signal that ended the process (`ac_exitcode`). */
  signal?: number;
  /** When it began (`ac_btime64`, `ac_btime`). */
  started: Date;
  /** Seconds since its process began (`ac_tgetime`, from Linux 5.19 on). */
  processElapsed?: number;
  /** Page faults without input (`ac_minflt`). */
  minorFaults: number;
  /** Page faults with input (`ac_majflt`). */
  majorFaults: number;
  /** Most memory in use, in KiB (`hiwater_rss`). */
  peakMemory: number;
  /** Most address space, in KiB (`hiwater_vm`). */
  peakAddressSpace: number;
  /**
   * Memory in use over the time of the kernel, in megabytes times microseconds
   * (`coremem`).
   */
  memoryTime: bigint;
  /**
   * Address space over the time of the kernel, in megabytes times microseconds
   * (`virtmem`).
   */
  addressSpaceTime: bigint;
  /** Bytes that calls have read, whatever from (`read_char`). */
  bytesRead: number;
  /** Bytes that calls have written, wherever to (`write_char`). */
  bytesWritten: number;
  /** Calls that read (`read_syscalls`). */
  readCalls: number;
  /** Calls that write (`write_syscalls`). */
  writeCalls: number;
  /** Bytes that storage had to deliver (`read_bytes`). */
  storageBytesRead: number;
  /** Bytes for storage to keep (`write_bytes`). */
  storageBytesWritten: number;
  /**
   * Bytes of these that were dropped before they were written
   * (`cancelled_write_bytes`).
   */
  storageBytesCancelled: number;
  /**
   * Seconds that it ran programs, by the frequency of the processor
   * (`ac_utimescaled`).
   */
  scaledUserTime: number;
  /**
   * Seconds that it ran the kernel, by the frequency of the processor
   * (`ac_stimescaled`).
   */
  scaledSystemTime: number;
  /**
   * Nanoseconds on a processor, by its frequency
   * (`cpu_scaled_run_real_total`).
   */
  scaledCpuTime: bigint;
  /**
   * Number of the device that its program is on (`ac_exe_dev`, from Linux 5.19
   * on).
   */
  programDevice?: bigint;
  /** Number of the program's inode (`ac_exe_inode`, from Linux 5.19 on). */
  programInode?: bigint;
}

/** How many tasks of a control group do what. */
export interface CgroupStatistics extends ReadFrom<CgroupstatsReply> {
  /** Tasks that run, or could (`nr_running`). */
  running: number;
  /** Tasks that sleep (`nr_sleeping`). */
  sleeping: number;
  /** Tasks that are stopped (`nr_stopped`). */
  stopped: number;
  /** Tasks that sleep, whatever signal comes (`nr_uninterruptible`). */
  uninterruptible: number;
  /** Tasks that wait for input or output (`nr_io_wait`). */
  waitingForIo: number;
}

/** What the kernel counts in microseconds, in seconds. */
const microseconds: Readable<number, bigint> = {
  fromKernel: (value) => Number(value) / 1_000_000,
};

/** Numbers of what is not there are 0. */
const present: Readable<number, number> = {
  fromKernel: (value) => value || undefined,
};

function dateOf({ sec, nsec }: KernelTimespec): Date | undefined {
  return sec === 0n && nsec === 0n
    ? undefined
    : new Date(Number(sec) * 1000 + Number(nsec / 1_000_000n));
}

type Waits = "cpu" | "blkio" | "swapin" | "freepages" | "thrashing" | "compact";
type Delayed = Waits | "wpcopy" | "irq";

function delayOf(stats: Taskstats, name: Delayed): TaskDelay | undefined {
  const count = stats[`${name}Count`];
  const total = stats[`${name}DelayTotal`];
  if (count === undefined || total === undefined) return undefined;
  const longest = stats[`${name}DelayMax`];
  const shortest = stats[`${name}DelayMin`];
  const time = stats[`${name}DelayMaxTs`];
  const longestAt = time && dateOf(time);
  return {
    count: Number(count),
    total,
    ...longest !== undefined && { longest },
    ...shortest !== undefined && { shortest },
    ...longestAt !== undefined && { longestAt },
  };
}

/** What each delay is called. */
const DELAYS: Readonly<Record<keyof TaskDelays, Delayed>> = {
  processor: "cpu",
  blockDevice: "blkio",
  swapIn: "swapin",
  reclaim: "freepages",
  thrashing: "thrashing",
  compaction: "compact",
  copyOnWrite: "wpcopy",
  interrupts: "irq",
};

function delays(): Field<TaskDelays, Taskstats> {
  return {
    from: (Object.keys(taskstatsMembers) as (keyof Taskstats)[])
      .filter((name) => /Count$|Delay(Total|Max|Min|MaxTs)$/.test(name)),
    read: (stats) =>
      Object.fromEntries(
        Object.entries(DELAYS).map(([name, kernel]) =>
          [name, delayOf(stats, kernel)] as const
        ).filter(([, delay]) => delay !== undefined),
      ) as unknown as TaskDelays,
    write: () => {},
    readOnly: true,
  };
}

const common = once((): Fields<CommonStatistics, Taskstats> => ({
  version: readOnly("version", number),
  elapsed: readOnly("acEtime", microseconds),
  userTime: readOnly("acUtime", microseconds),
  systemTime: readOnly("acStime", microseconds),
  cpuTime: readOnly("cpuRunRealTotal", uint64),
  virtualCpuTime: readOnly("cpuRunVirtualTotal", uint64),
  voluntarySwitches: readOnly("nvcsw", wideNumber),
  involuntarySwitches: readOnly("nivcsw", wideNumber),
  delays: delays(),
  message: originalMessage,
}));

const process = mapping<CommonStatistics, Taskstats>(() => common());

const task = mapping<Omit<TaskStatistics, "pid">, Taskstats>(() => ({
  ...common(),
  tgid: readOnly("acTgid", present),
  parent: readOnly("acPpid", number),
  command: readOnly("acComm", text),
  user: readOnly("acUid", number),
  group: readOnly("acGid", number),
  nice: readOnly("acNice", { fromKernel: (nice) => nice << 24 >> 24 }),
  policy: readOnly("acSched", enumeration(SCHEDULING_POLICIES)),
  flags: readOnly("acFlag", flagNames(TASKSTATS_FLAGS, 8)),
  exitCode: readOnly("acExitcode", {
    fromKernel: (status) => status >> 8 & 0xff,
  }),
  signal: readOnly("acExitcode", {
    fromKernel: (status) => status & 0x7f || undefined,
  }),
  started: {
    from: ["acBtime", "acBtime64"],
    read: ({ acBtime, acBtime64 = BigInt(acBtime) }) =>
      new Date(Number(acBtime64) * 1000),
    write: () => {},
    readOnly: true,
  },
  processElapsed: readOnly("acTgetime", microseconds),
  minorFaults: readOnly("acMinflt", wideNumber),
  majorFaults: readOnly("acMajflt", wideNumber),
  peakMemory: readOnly("hiwaterRss", wideNumber),
  peakAddressSpace: readOnly("hiwaterVm", wideNumber),
  memoryTime: readOnly("coremem", uint64),
  addressSpaceTime: readOnly("virtmem", uint64),
  bytesRead: readOnly("readChar", wideNumber),
  bytesWritten: readOnly("writeChar", wideNumber),
  readCalls: readOnly("readSyscalls", wideNumber),
  writeCalls: readOnly("writeSyscalls", wideNumber),
  storageBytesRead: readOnly("readBytes", wideNumber),
  storageBytesWritten: readOnly("writeBytes", wideNumber),
  storageBytesCancelled: readOnly("cancelledWriteBytes", wideNumber),
  scaledUserTime: readOnly("acUtimescaled", microseconds),
  scaledSystemTime: readOnly("acStimescaled", microseconds),
  scaledCpuTime: readOnly("cpuScaledRunRealTotal", uint64),
  programDevice: readOnly("acExeDev", uint64),
  programInode: readOnly("acExeInode", uint64),
}));

const cgroup = mapping<CgroupStatistics, Cgroupstats>({
  running: readOnly("nrRunning", wideNumber),
  sleeping: readOnly("nrSleeping", wideNumber),
  stopped: readOnly("nrStopped", wideNumber),
  uninterruptible: readOnly("nrUninterruptible", wideNumber),
  waitingForIo: readOnly("nrIoWait", wideNumber),
  message: originalMessage,
});

/**
 * Reads what was counted of a task.
 *
 * @param message What the kernel has sent.
 * @returns What was counted of it.
 * @throws {DecodeError} If the message has no such counters.
 */
export function toTaskStatistics(
  message: GenericMessage<TaskstatsReply>,
): TaskStatistics {
  const { pid = 0, stats } = message.attributes.aggrPid ?? {};
  const counted = task.fromKernel(there(stats));
  return withMessage<TaskStatistics>({ pid, ...counted }, message);
}

/**
 * Reads what was counted of a process.
 *
 * @param message What the kernel has sent.
 * @returns What was counted of it.
 * @throws {DecodeError} If the message has no such counters.
 */
export function toProcessStatistics(
  message: GenericMessage<TaskstatsReply>,
): ProcessStatistics {
  const { tgid = 0, stats } = message.attributes.aggrTgid ?? {};
  const counted = process.fromKernel(there(stats));
  return withMessage<ProcessStatistics>({ tgid, ...counted }, message);
}

/**
 * Reads how many tasks of a control group do what.
 *
 * @param message What the kernel has sent.
 * @returns The numbers.
 * @throws {DecodeError} If the message has no such counters.
 */
export function toCgroupStatistics(
  message: GenericMessage<CgroupstatsReply>,
): CgroupStatistics {
  const counted = cgroup.fromKernel(there(message.attributes.cgroupStats));
  return withMessage<CgroupStatistics>(counted, message);
}

function there<T>(stats: T | undefined): T {
  if (stats !== undefined) return stats;
  throw new DecodeError("Cannot read statistics: the message has none");
}
