/**
 * What the kernel has counted of tasks: `struct taskstats`, which each version
 * of it makes longer.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/taskstats.h | linux/taskstats.h}
 * @see {@link https://docs.kernel.org/accounting/taskstats-struct.html | The struct taskstats}
 *
 * @module
 */

import {
  type Codec,
  fixedString,
  struct,
  u16,
  u32,
  u64,
  u8,
} from "../codec/mod.ts";
import type { Members } from "../codec/struct.ts";
import { type KernelTimespec, kernelTimespec } from "./wireguard.ts";

/** Bytes of the name of a command, the NUL at the end included. */
export const TS_COMM_LEN = 32;

/** What is known of a task: bits of `ac_flag`. */
export const TASKSTATS_FLAGS = {
  /** It was forked, and ran no other program (`AFORK`). */
  forked: 0x01,
  /** It used the rights of the superuser (`ASU`). */
  superuser: 0x02,
  /** Its memory was dumped when it ended (`ACORE`). */
  dumped: 0x08,
  /** A signal ended it (`AXSIG`). */
  signaled: 0x10,
  /** It was the last task of its process (`AGROUP`). */
  last: 0x20,
} as const;

/** How tasks are scheduled: `SCHED_*`. */
export const SCHEDULING_POLICIES = {
  /** By turns (`SCHED_NORMAL`). */
  normal: 0,
  /** In real time, until it waits (`SCHED_FIFO`). */
  fifo: 1,
  /** In real time, by turns (`SCHED_RR`). */
  "round-robin": 2,
  /** By turns, without anybody waiting for it (`SCHED_BATCH`). */
  batch: 3,
  /** When nothing else runs (`SCHED_IDLE`). */
  idle: 5,
  /** By deadlines (`SCHED_DEADLINE`). */
  deadline: 6,
  /** By a program of BPF (`SCHED_EXT`). */
  extensible: 7,
} as const;

/**
 * What the kernel has counted of a task or of a process (`struct taskstats`).
 * Older kernels have fewer of the counters at the end.
 */
export interface Taskstats {
  /** Version of the struct (`version`). */
  version: number;
  /** Exit status, as `wait()` returns it (`ac_exitcode`). */
  acExitcode: number;
  /** Bits of {@linkcode TASKSTATS_FLAGS} (`ac_flag`). */
  acFlag: number;
  /** Nice value, in two's complement (`ac_nice`). */
  acNice: number;
  /** Times of waiting for processor (`cpu_count`). */
  cpuCount: bigint;
  /** Nanoseconds of it (`cpu_delay_total`). */
  cpuDelayTotal: bigint;
  /** Times of waiting for blocks of devices (`blkio_count`). */
  blkioCount: bigint;
  /** Nanoseconds of it (`blkio_delay_total`). */
  blkioDelayTotal: bigint;
  /** Times of waiting for pages that are swapped in (`swapin_count`). */
  swapinCount: bigint;
  /** Nanoseconds of it (`swapin_delay_total`). */
  swapinDelayTotal: bigint;
  /**
   * Nanoseconds on a processor, as the host counts them (`cpu_run_real_total`).
   */
  cpuRunRealTotal: bigint;
  /**
   * Nanoseconds on a processor, as the kernel counts them
   * (`cpu_run_virtual_total`).
   */
  cpuRunVirtualTotal: bigint;
  /** Name of the command (`ac_comm`). */
  acComm: string;
  /** One of {@linkcode SCHEDULING_POLICIES} (`ac_sched`). */
  acSched: number;
  /** Number of the user (`ac_uid`). */
  acUid: number;
  /** Number of the group (`ac_gid`). */
  acGid: number;
  /** Number of the task (`ac_pid`). */
  acPid: number;
  /** Number of the parent process (`ac_ppid`). */
  acPpid: number;
  /** When it began, in seconds since 1970 (`ac_btime`). */
  acBtime: number;
  /** Microseconds since it began (`ac_etime`). */
  acEtime: bigint;
  /** Microseconds of programs on a processor (`ac_utime`). */
  acUtime: bigint;
  /** Microseconds of the kernel on a processor (`ac_stime`). */
  acStime: bigint;
  /** Page faults without input (`ac_minflt`). */
  acMinflt: bigint;
  /** Page faults with input (`ac_majflt`). */
  acMajflt: bigint;
  /**
   * Memory in use over time, in megabytes times microseconds of the kernel
   * (`coremem`).
   */
  coremem: bigint;
  /**
   * Address space over time, in megabytes times microseconds of the kernel
   * (`virtmem`).
   */
  virtmem: bigint;
  /** Most memory in use, in KiB (`hiwater_rss`). */
  hiwaterRss: bigint;
  /** Most address space, in KiB (`hiwater_vm`). */
  hiwaterVm: bigint;
  /** Bytes that were read, by whichever call (`read_char`). */
  readChar: bigint;
  /** Bytes that were written, by whichever call (`write_char`). */
  writeChar: bigint;
  /** Calls that read (`read_syscalls`). */
  readSyscalls: bigint;
  /** Calls that write (`write_syscalls`). */
  writeSyscalls: bigint;
  /** Bytes that were read from storage (`read_bytes`). */
  readBytes: bigint;
  /** Bytes that were to be written to storage (`write_bytes`). */
  writeBytes: bigint;
  /** Bytes of these that were dropped before (`cancelled_write_bytes`). */
  cancelledWriteBytes: bigint;
  /** Times that it gave up the processor (`nvcsw`). */
  nvcsw: bigint;
  /** Times that the processor was taken from it (`nivcsw`). */
  nivcsw: bigint;
  /**
   * Microseconds of programs, by the frequency of the processor
   * (`ac_utimescaled`).
   */
  acUtimescaled: bigint;
  /**
   * Microseconds of the kernel, by the frequency of the processor
   * (`ac_stimescaled`).
   */
  acStimescaled: bigint;
  /**
   * Nanoseconds on a processor, by its frequency (`cpu_scaled_run_real_total`).
   */
  cpuScaledRunRealTotal: bigint;
  /** Times of waiting for memory that is reclaimed (`freepages_count`). */
  freepagesCount?: bigint;
  /** Nanoseconds of it (`freepages_delay_total`). */
  freepagesDelayTotal?: bigint;
  /**
   * Times of waiting for pages that were evicted and are needed again
   * (`thrashing_count`).
   */
  thrashingCount?: bigint;
  /** Nanoseconds of it (`thrashing_delay_total`). */
  thrashingDelayTotal?: bigint;
  /** When it began, in seconds since 1970 (`ac_btime64`). */
  acBtime64?: bigint;
  /** Times of waiting for memory that is compacted (`compact_count`). */
  compactCount?: bigint;
  /** Nanoseconds of it (`compact_delay_total`). */
  compactDelayTotal?: bigint;
  /** Number of the process (`ac_tgid`). */
  acTgid?: number;
  /** Microseconds since the process began (`ac_tgetime`). */
  acTgetime?: bigint;
  /** Number of the device that the program is on (`ac_exe_dev`). */
  acExeDev?: bigint;
  /** Number of the program's inode (`ac_exe_inode`). */
  acExeInode?: bigint;
  /**
   * Times of waiting for copies of pages that are written to (`wpcopy_count`).
   */
  wpcopyCount?: bigint;
  /** Nanoseconds of it (`wpcopy_delay_total`). */
  wpcopyDelayTotal?: bigint;
  /** Times of waiting for interrupts (`irq_count`). */
  irqCount?: bigint;
  /** Nanoseconds of it (`irq_delay_total`). */
  irqDelayTotal?: bigint;
  /** Nanoseconds of the longest wait for processor (`cpu_delay_max`). */
  cpuDelayMax?: bigint;
  /** Nanoseconds of the shortest wait for processor (`cpu_delay_min`). */
  cpuDelayMin?: bigint;
  /**
   * Nanoseconds of the longest wait for blocks of devices (`blkio_delay_max`).
   */
  blkioDelayMax?: bigint;
  /**
   * Nanoseconds of the shortest wait for blocks of devices (`blkio_delay_min`).
   */
  blkioDelayMin?: bigint;
  /**
   * Nanoseconds of the longest wait for pages that are swapped in
   * (`swapin_delay_max`).
   */
  swapinDelayMax?: bigint;
  /**
   * Nanoseconds of the shortest wait for pages that are swapped in
   * (`swapin_delay_min`).
   */
  swapinDelayMin?: bigint;
  /**
   * Nanoseconds of the longest wait for memory that is reclaimed
   * (`freepages_delay_max`).
   */
  freepagesDelayMax?: bigint;
  /**
   * Nanoseconds of the shortest wait for memory that is reclaimed
   * (`freepages_delay_min`).
   */
  freepagesDelayMin?: bigint;
  /**
   * Nanoseconds of the longest wait for pages that were evicted and are needed
   * again (`thrashing_delay_max`).
   */
  thrashingDelayMax?: bigint;
  /**
   * Nanoseconds of the shortest wait for pages that were evicted and are needed
   * again (`thrashing_delay_min`).
   */
  thrashingDelayMin?: bigint;
  /**
   * Nanoseconds of the longest wait for memory that is compacted
   * (`compact_delay_max`).
   */
  compactDelayMax?: bigint;
  /**
   * Nanoseconds of the shortest wait for memory that is compacted
   * (`compact_delay_min`).
   */
  compactDelayMin?: bigint;
  /**
   * Nanoseconds of the longest wait for copies of pages that are written to
   * (`wpcopy_delay_max`).
   */
  wpcopyDelayMax?: bigint;
  /**
   * Nanoseconds of the shortest wait for copies of pages that are written to
   * (`wpcopy_delay_min`).
   */
  wpcopyDelayMin?: bigint;
  /** Nanoseconds of the longest wait for interrupts (`irq_delay_max`). */
  irqDelayMax?: bigint;
  /** Nanoseconds of the shortest wait for interrupts (`irq_delay_min`). */
  irqDelayMin?: bigint;
  /** When the longest wait for processor ended (`cpu_delay_max_ts`). */
  cpuDelayMaxTs?: KernelTimespec;
  /**
   * When the longest wait for blocks of devices ended (`blkio_delay_max_ts`).
   */
  blkioDelayMaxTs?: KernelTimespec;
  /**
   * When the longest wait for pages that are swapped in ended
   * (`swapin_delay_max_ts`).
   */
  swapinDelayMaxTs?: KernelTimespec;
  /**
   * When the longest wait for memory that is reclaimed ended
   * (`freepages_delay_max_ts`).
   */
  freepagesDelayMaxTs?: KernelTimespec;
  /**
   * When the longest wait for pages that were evicted and are needed again
   * ended (`thrashing_delay_max_ts`).
   */
  thrashingDelayMaxTs?: KernelTimespec;
  /**
   * When the longest wait for memory that is compacted ended
   * (`compact_delay_max_ts`).
   */
  compactDelayMaxTs?: KernelTimespec;
  /**
   * When the longest wait for copies of pages that are written to ended
   * (`wpcopy_delay_max_ts`).
   */
  wpcopyDelayMaxTs?: KernelTimespec;
  /** When the longest wait for interrupts ended (`irq_delay_max_ts`). */
  irqDelayMaxTs?: KernelTimespec;
}

/** The members, as all versions but 15 have them. */
export const taskstatsMembers: Members<Taskstats> = {
  version: u16,
  acExitcode: u32,
  acFlag: u8,
  acNice: u8,
  cpuCount: u64,
  cpuDelayTotal: u64,
  blkioCount: u64,
  blkioDelayTotal: u64,
  swapinCount: u64,
  swapinDelayTotal: u64,
  cpuRunRealTotal: u64,
  cpuRunVirtualTotal: u64,
  acComm: fixedString(TS_COMM_LEN),
  acSched: u8,
  acUid: u32,
  acGid: u32,
  acPid: u32,
  acPpid: u32,
  acBtime: u32,
  acEtime: u64,
  acUtime: u64,
  acStime: u64,
  acMinflt: u64,
  acMajflt: u64,
  coremem: u64,
  virtmem: u64,
  hiwaterRss: u64,
  hiwaterVm: u64,
  readChar: u64,
  writeChar: u64,
  readSyscalls: u64,
  writeSyscalls: u64,
  readBytes: u64,
  writeBytes: u64,
  cancelledWriteBytes: u64,
  nvcsw: u64,
  nivcsw: u64,
  acUtimescaled: u64,
  acStimescaled: u64,
  cpuScaledRunRealTotal: u64,
  freepagesCount: u64,
  freepagesDelayTotal: u64,
  thrashingCount: u64,
  thrashingDelayTotal: u64,
  acBtime64: u64,
  compactCount: u64,
  compactDelayTotal: u64,
  acTgid: u32,
  acTgetime: u64,
  acExeDev: u64,
  acExeInode: u64,
  wpcopyCount: u64,
  wpcopyDelayTotal: u64,
  irqCount: u64,
  irqDelayTotal: u64,
  cpuDelayMax: u64,
  cpuDelayMin: u64,
  blkioDelayMax: u64,
  blkioDelayMin: u64,
  swapinDelayMax: u64,
  swapinDelayMin: u64,
  freepagesDelayMax: u64,
  freepagesDelayMin: u64,
  thrashingDelayMax: u64,
  thrashingDelayMin: u64,
  compactDelayMax: u64,
  compactDelayMin: u64,
  wpcopyDelayMax: u64,
  wpcopyDelayMin: u64,
  irqDelayMax: u64,
  irqDelayMin: u64,
  cpuDelayMaxTs: kernelTimespec,
  blkioDelayMaxTs: kernelTimespec,
  swapinDelayMaxTs: kernelTimespec,
  freepagesDelayMaxTs: kernelTimespec,
  thrashingDelayMaxTs: kernelTimespec,
  compactDelayMaxTs: kernelTimespec,
  wpcopyDelayMaxTs: kernelTimespec,
  irqDelayMaxTs: kernelTimespec,
};

/**
 * Where the number of the user starts, which is aligned more than numbers of
 * its width are.
 */
export const uidOffset = 120;

/** Codec of {@linkcode Taskstats}, for all versions but 15. */
export const taskstats: Codec<Taskstats> = struct(taskstatsMembers, {
  optionalFrom: "freepagesCount",
  offsets: { acUid: uidOffset },
});
