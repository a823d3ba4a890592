import type {
  DpllDeviceFilter,
  DpllDeviceKey,
  DpllDeviceSettings,
} from "../../../api/generic/dpll_device_spec.ts";
import type {
  DpllPinDescription,
  DpllPinFilter,
  DpllPinKey,
  DpllPinSettings,
} from "../../../api/generic/dpll_pin_spec.ts";
import type { EventMonitorOptions } from "../../../api/monitor/event_monitor.ts";
import {
  at,
  atLists,
  atRequests,
  type Case,
  generic,
} from "../../support/mistyped.ts";

const { dpll } = generic;
const { devices, pins } = dpll;

const device = { module: "ice", clock: 5n, type: "eec" } as const;

const pin = {
  module: "ice",
  clock: 5n,
  type: "external",
  boardLabel: "a",
  panelLabel: "b",
  packageLabel: "c",
} as const;

export const cases: Case[] = [
  ...at<DpllDeviceKey>(
    "dpll.devices.get",
    { id: 5 },
    (key) => devices.get(key),
    (key) => devices.find(key),
    (key) => devices.set(key, {}),
  ),
  ...at<DpllDeviceFilter>(
    "dpll.devices.list",
    device,
    (filter) => devices.list(filter).toArray(),
    (description) => devices.findId(description),
  ),
  ...at<DpllDeviceSettings>(
    "dpll.devices.set",
    {
      mode: "manual",
      phaseOffsetMonitor: true,
      phaseOffsetAveraging: 5,
      frequencyMonitor: true,
    },
    (settings) => devices.set({ id: 5 }, settings),
  ),
  ...at<DpllPinKey>(
    "dpll.pins.get",
    { id: 5 },
    (key) => pins.get(key),
    (key) => pins.find(key),
    (key) => pins.set(key, {}),
  ),
  ...at<DpllPinFilter>(
    "dpll.pins.list",
    { ...pin, device: 5 },
    (filter) => pins.list(filter).toArray(),
  ),
  ...at<DpllPinDescription>(
    "dpll.pins.findId",
    pin,
    (description) => pins.findId(description),
  ),
  ...at<DpllPinSettings>(
    "dpll.pins.set",
    {
      frequency: 5,
      phaseAdjust: 5,
      syncFrequency: 5,
      devices: [{ device: 5 }],
      pins: [{ pin: 5 }],
      references: [{ pin: 5 }],
    },
    (settings) => pins.set({ id: 5 }, settings),
  ),
  ...at<EventMonitorOptions>(
    "dpll.monitor",
    { signal: new AbortController().signal, receiveBuffer: 5 },
    (options) => dpll.monitor(options),
  ),
  ...atLists(
    (options) => devices.list({}, options).toArray(),
    (options) => pins.list({}, options).toArray(),
  ),
  ...atRequests(
    (options) => devices.get({ id: 5 }, options),
    (options) => devices.findId({}, options),
    (options) => devices.set({ id: 5 }, {}, options),
    (options) => pins.get({ id: 5 }, options),
    (options) => pins.findId({}, options),
    (options) => pins.set({ id: 5 }, {}, options),
  ),
];
