import type { TaskMonitorOptions } from "../../../api/generic/taskstats.ts";
import type {
  CgroupDescriptor,
  ProcessKey,
  TaskKey,
} from "../../../api/generic/taskstats_key.ts";
import { at, atRequests, type Case, generic } from "../../support/mistyped.ts";

const { taskstats } = generic;

export const cases: Case[] = [
  ...at<TaskKey>(
    "taskstats.get",
    { pid: 5 },
    (key) => taskstats.get(key),
    (key) => taskstats.find(key),
  ),
  ...at<ProcessKey>(
    "taskstats.get",
    { tgid: 5 },
    (key) => taskstats.get(key),
    (key) => taskstats.find(key),
  ),
  ...at<CgroupDescriptor>(
    "taskstats.cgroup",
    { fd: 5 },
    (cgroup) => taskstats.cgroup(cgroup),
  ),
  ...at<TaskMonitorOptions>(
    "taskstats.monitor",
    {
      processors: "0-3",
      signal: new AbortController().signal,
      receiveBuffer: 5,
    },
    (options) => taskstats.monitor(options),
  ),
  ...atRequests(
    (options) => taskstats.get({ pid: 5 }, options),
    (options) => taskstats.find({ tgid: 5 }, options),
    (options) => taskstats.cgroup({ fd: 5 }, options),
  ),
];
