import type {
  OfDevice,
  PagePoolKey,
} from "../../../api/generic/netdev_counters.ts";
import type {
  DeviceQueueFilter,
  DeviceQueueKey,
  NapiFilter,
  NapiKey,
  NapiSettings,
  NetworkDeviceKey,
} from "../../../api/generic/netdev_queues.ts";
import type { EventMonitorOptions } from "../../../api/monitor/event_monitor.ts";
import {
  at,
  atLists,
  atRequests,
  type Case,
  generic,
} from "../../support/mistyped.ts";

const { netdev } = generic;

export const cases: Case[] = [
  ...at<NetworkDeviceKey>(
    "netdev.devices.get",
    { device: 1 },
    (key) => netdev.devices.get(key),
    (key) => netdev.devices.find(key),
  ),
  ...at<DeviceQueueFilter>(
    "netdev.queues.list",
    { device: 1, type: "rx" },
    (filter) => netdev.queues.list(filter).toArray(),
  ),
  ...at<DeviceQueueKey>(
    "netdev.queues.get",
    { device: 1, type: "rx", id: 5 },
    (key) => netdev.queues.get(key),
  ),
  ...at<NapiFilter>(
    "netdev.napi.list",
    { device: 1 },
    (filter) => netdev.napi.list(filter).toArray(),
  ),
  ...at<NapiKey>(
    "netdev.napi.get",
    { id: 5 },
    (key) => netdev.napi.get(key),
    (key) => netdev.napi.set(key, {}),
  ),
  ...at<NapiSettings>(
    "netdev.napi.set",
    {
      deferHardIrqs: 5,
      groFlushTimeout: 5,
      irqSuspendTimeout: 5,
      threaded: "enabled",
    },
    (settings) => netdev.napi.set({ id: 5 }, settings),
  ),
  ...at<PagePoolKey>(
    "netdev.pagePools.get",
    { id: 5 },
    (key) => netdev.pagePools.get(key),
    (key) => netdev.pagePoolCounters.get(key),
  ),
  ...at<OfDevice>(
    "netdev.counters.list",
    { device: 1 },
    (filter) => netdev.pagePools.list(filter).toArray(),
    (filter) => netdev.deviceCounters.list(filter).toArray(),
    (filter) => netdev.queueCounters.list(filter).toArray(),
  ),
  ...at<EventMonitorOptions>(
    "options of monitors of families",
    { signal: new AbortController().signal, receiveBuffer: 5 },
    (options) => netdev.monitor(options),
  ),
  ...atLists(
    (options) => netdev.queues.list({}, options).toArray(),
    (options) => netdev.deviceCounters.list({}, options).toArray(),
  ),
  ...atRequests(
    (options) => netdev.queues.get({ device: 1, type: "rx", id: 5 }, options),
    (options) => netdev.pagePools.find({ id: 5 }, options),
    (options) => netdev.napi.set({ id: 5 }, {}, options),
  ),
];
