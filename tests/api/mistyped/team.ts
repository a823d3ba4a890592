import type {
  DropOrigins,
  DropSettings,
} from "../../../api/generic/drop_monitor.ts";
import type { SampleGroupFilter } from "../../../api/generic/psample.ts";
import type { TeamOptionKey } from "../../../api/generic/team_spec.ts";
import type { EventMonitorOptions } from "../../../api/monitor/event_monitor.ts";
import {
  at,
  atLists,
  atRequests,
  type Case,
  generic,
} from "../../support/mistyped.ts";

const { team, psample, dropMonitor } = generic;

export const cases: Case[] = [
  ...at<TeamOptionKey>(
    "team.setOption",
    { name: "enabled", port: 1, index: 5 },
    (key) => team.setOption(1, key, true),
    (key) => team.getOption(1, key),
  ),
  ...at<SampleGroupFilter>(
    "psample.listGroups",
    { group: 5 },
    (filter) => psample.listGroups(filter).toArray(),
  ),
  ...at<DropSettings>(
    "dropMonitor.set",
    { mode: "packet", truncateTo: 5, queueLength: 5 },
    (settings) => dropMonitor.set(settings),
  ),
  ...at<DropOrigins>(
    "dropMonitor.start",
    { kernel: true, devices: true },
    (origins) => dropMonitor.start(origins),
    (origins) => dropMonitor.stop(origins),
  ),
  ...at<EventMonitorOptions>(
    "options of monitors of families",
    { signal: new AbortController().signal, receiveBuffer: 5 },
    (options) => team.monitor(options),
    (options) => psample.monitor(options),
    (options) => dropMonitor.monitor(options),
  ),
  ...atLists(
    (options) => psample.listGroups({}, options).toArray(),
  ),
  ...atRequests(
    (options) => team.options(1, options),
    (options) => team.ports(1, options),
    (options) => team.setOption(1, { name: "mode" }, "random", options),
    (options) => dropMonitor.get(options),
    (options) => dropMonitor.counters(options),
  ),
];
