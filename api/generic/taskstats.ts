/**
 * What the kernel counts of tasks, family `TASKSTATS`.
 *
 * @see {@link https://docs.kernel.org/accounting/taskstats.html | Per-task statistics interface}
 *
 * @module
 */

import type { Codec } from "../../messages/codec/mod.ts";
import {
  type GenericMessage,
  genericMessage,
} from "../../messages/generic/header.ts";
import {
  CGROUPSTATS_CMD_GET,
  cgroupstatsReply,
  cgroupstatsRequest,
  TASKSTATS_CMD_GET,
  TASKSTATS_CMD_NEW,
  TASKSTATS_GENL_NAME,
  TASKSTATS_GENL_VERSION,
  type TaskstatsReply,
  taskstatsReply,
  type TaskstatsRequest,
  taskstatsRequest,
} from "../../messages/generic/taskstats.ts";
import { closeFile, O_RDONLY, openFile } from "../../socket/system.ts";
import type { Connection, RequestOptions } from "../connection/connection.ts";
import { missing, orUndefined } from "../object/existence.ts";
import { GenericFamily } from "../connection/generic_family.ts";
import {
  checkOptions,
  checkRequestOptions,
  type OptionCheck,
  type OptionChecks,
} from "../connection/options.ts";
import { withMessage } from "../mapping/origin.ts";
import {
  EVENT_RECEIVE_BUFFER,
  EventMonitor,
  eventMonitorChecks,
  type EventMonitorOptions,
} from "../monitor/event_monitor.ts";
import type { OpenTransport } from "../monitor/open.ts";
import type { ReadFrom } from "./family_object.ts";
import { type Report, reportsOf } from "./family_reports.ts";
import {
  type CgroupDescriptor,
  fromCgroup,
  fromKey,
  type ProcessKey,
  type TaskKey,
} from "./taskstats_key.ts";
import {
  possibleProcessors,
  TaskRegistration,
} from "./taskstats_registration.ts";
import {
  type CgroupStatistics,
  type ProcessStatistics,
  type TaskStatistics,
  toCgroupStatistics,
  toProcessStatistics,
  toTaskStatistics,
} from "./taskstats_spec.ts";

/** Options of {@linkcode TaskAccounting.monitor}. */
export interface TaskMonitorOptions extends EventMonitorOptions {
  /**
   * Processors whose tasks are reported: their numbers, or text such as
   * `0-3,7` (`TASKSTATS_CMD_ATTR_REGISTER_CPUMASK`). All by default.
   */
  processors?: string | readonly number[];
}

/** A task that has exited. */
export interface TaskExit extends ReadFrom<TaskstatsReply> {
  /** What was counted of it (`TASKSTATS_TYPE_AGGR_PID`). */
  task: TaskStatistics;
  /**
   * What was counted of its process, if that had several tasks, and this is
   * the last of them (`TASKSTATS_TYPE_AGGR_TGID`).
   */
  process?: ProcessStatistics;
}

/** What each report of the family `TASKSTATS` has. */
export interface TaskReports {
  /** A task has exited (`TASKSTATS_CMD_NEW`). */
  "task-exited": TaskExit;
}

/** A report of the family `TASKSTATS`. */
export type TaskEvent = Report<TaskReports>;

/** Requests, answers, and what the former are called in errors. */
interface Question<Q, A> {
  readonly command: number;
  readonly request: Codec<GenericMessage<Q>>;
  readonly reply: Codec<GenericMessage<A>>;
  readonly attributes: Q;
  readonly action: string;
}

const taskRequest = genericMessage(taskstatsRequest);
const taskReply = genericMessage(taskstatsReply);
const cgroupRequest = genericMessage(cgroupstatsRequest);
const cgroupReply = genericMessage(cgroupstatsReply);

const isMissing = missing("ESRCH");

const processorsOption: OptionCheck = {
  fits: (value) =>
    typeof value === "string"
      ? value !== "" && !value.includes("\0")
      : Array.isArray(value) && value.length > 0 &&
        value.every((number) => Number.isInteger(number) && number >= 0),
  expected: "numbers of processors, or text such as 0-3,7, are expected",
};

const monitorChecks: OptionChecks<TaskMonitorOptions> = {
  ...eventMonitorChecks,
  processors: processorsOption,
};

/**
 * What the kernel counts of tasks and processes, and tasks as they exit.
 *
 * It takes `CAP_NET_ADMIN` of the machine, not only of a container; control
 * groups can be asked about without.
 */
export class TaskAccounting {
  readonly #connection: Connection;
  readonly #family: GenericFamily<TaskstatsRequest>;
  readonly #open: OpenTransport | undefined;

  /**
   * Makes the methods.
   *
   * @param connection A connection to `NETLINK_GENERIC`.
   * @param open Opens a socket for reports in the same network namespace.
   */
  constructor(connection: Connection, open?: OpenTransport) {
    this.#connection = connection;
    this.#family = new GenericFamily(connection, {
      name: TASKSTATS_GENL_NAME,
      version: TASKSTATS_GENL_VERSION,
      codec: taskRequest,
    });
    this.#open = open;
  }

  /**
   * Gets what was counted of a task.
   *
   * @example How long this program has waited for a processor
   * ```ts ignore
   * const { delays } = await generic.taskstats.get({ pid: Deno.pid });
   * console.log(delays.processor.total / 1_000_000n, "ms");
   * ```
   *
   * @param key The task.
   * @param options How to ask.
   * @returns What was counted of it.
   * @throws {TypeError} If the key is not of the right sort.
   * @throws {RangeError} If the number is too small or too large.
   * @throws {NetlinkError} If there is no such task (`ESRCH`), the kernel
   * refuses (`EPERM`), or has no such family (`ENOENT`).
   */
  get(key: TaskKey, options?: RequestOptions): Promise<TaskStatistics>;
  /**
   * Gets what was counted of a process, of all its tasks together.
   *
   * @param key The process.
   * @param options How to ask.
   * @returns What was counted of it.
   * @throws {TypeError} If the key is not of the right sort.
   * @throws {RangeError} If the number is too small or too large.
   * @throws {NetlinkError} If there is no such process (`ESRCH`), the kernel
   * refuses (`EPERM`), or has no such family (`ENOENT`).
   */
  get(key: ProcessKey, options?: RequestOptions): Promise<ProcessStatistics>;
  async get(
    key: TaskKey | ProcessKey,
    options: RequestOptions = {},
  ): Promise<TaskStatistics | ProcessStatistics> {
    const attributes = fromKey(key);
    const { pid, tgid } = attributes;
    const message = await this.#ask({
      command: TASKSTATS_CMD_GET,
      request: taskRequest,
      reply: taskReply,
      attributes,
      action: pid === undefined
        ? `get statistics of process ${tgid}`
        : `get statistics of task ${pid}`,
    }, options);
    return pid === undefined
      ? toProcessStatistics(message)
      : toTaskStatistics(message);
  }

  /**
   * Gets what was counted of a task, if it is there.
   *
   * @param key The task.
   * @param options How to ask.
   * @returns What was counted of it; `undefined` if there is none.
   * @throws {TypeError} If the key is not of the right sort.
   * @throws {RangeError} If the number is too small or too large.
   * @throws {NetlinkError} If the kernel refuses for another reason.
   */
  find(
    key: TaskKey,
    options?: RequestOptions,
  ): Promise<TaskStatistics | undefined>;
  /**
   * Gets what was counted of a process, if it is there.
   *
   * @param key The process.
   * @param options How to ask.
   * @returns What was counted of it; `undefined` if there is none.
   * @throws {TypeError} If the key is not of the right sort.
   * @throws {RangeError} If the number is too small or too large.
   * @throws {NetlinkError} If the kernel refuses for another reason.
   */
  find(
    key: ProcessKey,
    options?: RequestOptions,
  ): Promise<ProcessStatistics | undefined>;
  async find(
    key: TaskKey | ProcessKey,
    options: RequestOptions = {},
  ): Promise<TaskStatistics | ProcessStatistics | undefined> {
    return await orUndefined(
      this.get(key as TaskKey, options),
      isMissing,
    );
  }

  /**
   * Counts the tasks of a control group by what they do. The kernel does so for
   * control groups of version 1 only.
   *
   * @example Count those of a slice
   * ```ts ignore
   * const path = "/sys/fs/cgroup/systemd/system.slice";
   * const { running } = await generic.taskstats.cgroup(path);
   * ```
   *
   * @param cgroup Path of its directory, or a descriptor.
   * @param options How to ask.
   * @returns How many do what.
   * @throws {TypeError} If the path or the descriptor is not of the right sort.
   * @throws {RangeError} If the descriptor is too small or too large.
   * @throws {SocketError} If the directory cannot be opened (`ENOENT`).
   * @throws {NetlinkError} If it is not that of a control group of version 1
   * (`EINVAL`).
   */
  async cgroup(
    cgroup: string | CgroupDescriptor,
    options: RequestOptions = {},
  ): Promise<CgroupStatistics> {
    const given = fromCgroup(cgroup);
    checkRequestOptions(options);
    const fd = typeof given === "number" ? given : openFile(given, O_RDONLY);
    try {
      const message = await this.#ask({
        command: CGROUPSTATS_CMD_GET,
        request: cgroupRequest,
        reply: cgroupReply,
        attributes: { fd },
        action: `count tasks of control group ${given}`,
      }, options);
      return toCgroupStatistics(message);
    } finally {
      if (typeof given === "string") closeFile(fd);
    }
  }

  /**
   * Watches tasks that exit, of all users and control groups. The kernel reports
   * them only to the first network namespace of the machine, without refusing
   * others.
   *
   * @example Report what took long
   * ```ts ignore
   * for await (const event of await generic.taskstats.monitor()) {
   *   if (event.kind !== "task-exited") continue;
   *   const { command, exitCode, elapsed } = event.value.task;
   *   if (elapsed > 60) console.log(command, exitCode, elapsed);
   * }
   * ```
   *
   * @param options How to watch them, and on which processors.
   * @returns The monitor, to be iterated over; it is closed when the loop over
   * it is left, and the kernel reports nothing more to it then.
   * @throws {TypeError} If an option is wrong.
   * @throws {SocketError} If no socket can be opened.
   * @throws {NetlinkError} If the kernel refuses (`EPERM`; `EINVAL` in another
   * user or process namespace than the first), there are no such processors
   * (`EINVAL`, `ERANGE`), or no such family (`ENOENT`).
   */
  async monitor(
    options: TaskMonitorOptions = {},
  ): Promise<EventMonitor<TaskEvent>> {
    checkOptions(options, monitorChecks);
    const open = this.#open;
    if (open === undefined) {
      throw new TypeError(
        "Cannot monitor: there is no way to open a socket for reports",
      );
    }
    const { processors = possibleProcessors(), ...rest } = options;
    const { signal, receiveBuffer = EVENT_RECEIVE_BUFFER } = rest;
    const asked = signal === undefined ? {} : { signal };
    const { id } = await this.#family.info(asked);
    const registration = await TaskRegistration.start(
      open({ receiveBuffer, allNamespaces: false }),
      id,
      typeof processors === "string" ? processors : processors.join(","),
      asked,
    );
    return new EventMonitor<TaskEvent>(
      {
        groups: [],
        load: () => (type, view, start, end) =>
          type === id ? readTaskEvent(view, start, end) : undefined,
      },
      () => registration,
      rest,
    );
  }

  async #ask<Q, A>(
    { command, request, reply, attributes, action }: Question<Q, A>,
    options: RequestOptions,
  ): Promise<GenericMessage<A>> {
    const { id } = await this.#family.info(options);
    return await this.#connection.get({
      type: id,
      codec: request,
      message: {
        cmd: command,
        version: TASKSTATS_GENL_VERSION,
        reserved: 0,
        attributes,
      },
      reply,
      action,
    }, options);
  }
}

const readTaskEvent = reportsOf<TaskReports>({
  "task-exited": [TASKSTATS_CMD_NEW, {
    definition: { codec: taskReply },
    read: (message: GenericMessage<TaskstatsReply>) => {
      const hasProcess = message.attributes.aggrTgid !== undefined;
      return withMessage<TaskExit>({
        task: toTaskStatistics(message),
        ...hasProcess && { process: toProcessStatistics(message) },
      }, message);
    },
  }],
});
