/**
 * Which tasks, processes and control groups the kernel is asked about.
 *
 * @module
 */

import type { TaskstatsRequest } from "../../messages/generic/taskstats.ts";
import { checkInteger } from "../mapping/conversions.ts";
import { checkObject, FieldPath } from "../mapping/field_path.ts";

/** A task, which is one thread of a process. */
export interface TaskKey {
  /** Its number (`TASKSTATS_CMD_ATTR_PID`). */
  pid: number;
}

/** A process. */
export interface ProcessKey {
  /** Its number (`TASKSTATS_CMD_ATTR_TGID`). */
  tgid: number;
}

/** A control group whose directory is open. */
export interface CgroupDescriptor {
  /** Descriptor of its directory (`CGROUPSTATS_CMD_ATTR_FD`). */
  fd: number;
}

const MAX_NUMBER = 0xffffffff;

/**
 * The request about a task or a process.
 *
 * @param key Which one.
 * @returns Its attributes.
 * @throws {TypeError} If the key is not of the right sort.
 * @throws {RangeError} If the number is too small or too large.
 */
export function fromKey(key: TaskKey | ProcessKey): TaskstatsRequest {
  const { root } = FieldPath;
  checkObject(key, root.at("key"));
  const attributes: TaskstatsRequest = {};
  for (const [name, value] of Object.entries(key)) {
    if (name !== "pid" && name !== "tgid") {
      throw root.noProperty(name, value, ["pid", "tgid"]);
    }
    if (value === undefined) continue;
    attributes[name] = checkInteger(value, 0, MAX_NUMBER, root.at(name));
  }
  if ((attributes.pid === undefined) === (attributes.tgid === undefined)) {
    throw root.at("key").wrong(key, "either pid or tgid is expected");
  }
  return attributes;
}

/**
 * What names a control group in requests.
 *
 * @param cgroup Its directory, or a descriptor of that.
 * @returns The path, or the descriptor.
 * @throws {TypeError} If it is neither.
 * @throws {RangeError} If the descriptor cannot be one.
 */
export function fromCgroup(cgroup: string | CgroupDescriptor): string | number {
  const { root } = FieldPath;
  if (typeof cgroup === "string" && cgroup !== "" && !cgroup.includes("\0")) {
    return cgroup;
  }
  if (typeof cgroup !== "object" || cgroup === null) {
    throw root.at("cgroup").wrong(cgroup, "a path or { fd } is expected");
  }
  for (const [name, value] of Object.entries(cgroup)) {
    if (name !== "fd") throw root.noProperty(name, value, ["fd"]);
  }
  return checkInteger(cgroup.fd, 0, 0x7fffffff, root.at("fd"));
}
