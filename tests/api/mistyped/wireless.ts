import type { WirelessChannel } from "../../../api/wireless/channel.ts";
import type {
  AdHocSpec,
  ConnectSpec,
  MeshSpec,
} from "../../../api/wireless/connection.ts";
import type { WirelessInterfaceFilter } from "../../../api/wireless/interface.ts";
import type {
  WirelessInterfaceChange,
  WirelessInterfaceSpec,
} from "../../../api/wireless/interface_spec.ts";
import type { ScanSpec } from "../../../api/wireless/scan.ts";
import type { StationKey } from "../../../api/wireless/station.ts";
import type { WiphyChange } from "../../../api/wireless/wiphy_spec.ts";
import type { WirelessMonitorOptions } from "../../../api/wireless/wireless.ts";
import {
  at,
  atDeletes,
  atLists,
  atRequests,
  type Case,
  generic,
} from "../../support/mistyped.ts";

const { wireless } = generic;
const address = "02:00:00:00:00:01";

export const cases: Case[] = [
  ...at<WirelessInterfaceFilter>(
    "wireless.interface.list",
    { wiphy: 0, type: "station" },
    (filter) => wireless.interface.list(filter).toArray(),
  ),
  ...at<WirelessInterfaceSpec>(
    "wireless.interface.add",
    {
      name: "wlan9",
      type: "station",
      address,
      use4Addr: true,
      meshId: "mesh",
      monitorFlags: ["control"],
    },
    (spec) => wireless.interface.add(0, spec),
  ),
  ...at<WirelessInterfaceChange>(
    "wireless.interface.set",
    {
      type: "station",
      use4Addr: true,
      meshId: "mesh",
      monitorFlags: ["control"],
      channel: 2412,
      txPower: "automatic",
      powerSave: true,
    },
    (change) => wireless.interface.set(1, change),
  ),
  ...at<WiphyChange>(
    "wireless.wiphy.set",
    {
      name: "phy9",
      retryShort: 1,
      retryLong: 1,
      fragmentationThreshold: 1000,
      rtsThreshold: 1000,
      coverageClass: 1,
      antennaTx: 1,
      antennaRx: 1,
      queueLimit: 1,
      queueMemoryLimit: 1,
      queueQuantum: 1,
      txPower: "automatic",
    },
    (change) => wireless.wiphy.set(0, change),
  ),
  ...at<StationKey>(
    "wireless.station.get",
    { device: 1, address },
    (key) => wireless.station.get(key),
    (key) => wireless.station.find(key),
    (key) => wireless.station.delete(key),
  ),
  ...at<ScanSpec>(
    "wireless.scan.trigger",
    {
      ssids: [""],
      frequencies: [2412],
      flags: ["flush"],
      elements: new Uint8Array(),
      duration: 0.1024,
      fixedDuration: true,
    },
    (what) => wireless.scan.trigger(1, what),
    (what) => wireless.scan.run(1, what),
  ),
  ...at<ConnectSpec>(
    "wireless.connect",
    {
      ssid: "net",
      bssid: address,
      frequency: 2412,
      bssidHint: address,
      frequencyHint: 2412,
      authentication: "open",
      privacy: true,
      elements: new Uint8Array(),
      disableHt: true,
      disableVht: true,
      disableHe: true,
      owned: true,
    },
    (spec) => wireless.connect(1, spec),
  ),
  ...at<AdHocSpec>(
    "wireless.joinAdHoc",
    {
      ssid: "net",
      channel: 2412,
      fixedChannel: true,
      bssid: address,
      beaconInterval: 100,
    },
    (spec) => wireless.joinAdHoc(1, spec),
  ),
  ...at<MeshSpec>(
    "wireless.joinMesh",
    { meshId: "net", channel: 2412, beaconInterval: 100, dtimPeriod: 2 },
    (spec) => wireless.joinMesh(1, spec),
  ),
  ...at<WirelessMonitorOptions>(
    "options of wireless.monitor",
    {
      groups: ["scan"],
      signal: new AbortController().signal,
      receiveBuffer: 5,
    },
    (options) => wireless.monitor(options),
  ),
  ...at<{ channel: Required<WirelessChannel> }>(
    "channel of wireless.joinMesh",
    {
      channel: {
        frequency: 2412,
        width: 40,
        center: 2422,
        center2: 2422,
        punctured: 0,
      },
    },
    (spec) => wireless.joinMesh(1, { meshId: "net", ...spec }),
  ),
  ...atLists(
    (options) => wireless.wiphy.list(options).toArray(),
    (options) => wireless.interface.list({}, options).toArray(),
    (options) => wireless.station.list(1, options).toArray(),
    (options) => wireless.scan.results(1, options).toArray(),
    (options) => wireless.survey.list(1, options).toArray(),
    (options) => wireless.regulatory.list(options).toArray(),
  ),
  ...atRequests(
    (options) => wireless.wiphy.get(0, options),
    (options) => wireless.interface.get(1, options),
    (options) => wireless.interface.powerSave(1, options),
    (options) => wireless.scan.abort(1, options),
    (options) => wireless.regulatory.get(undefined, options),
    (options) => wireless.regulatory.reload(options),
    (options) => wireless.leaveAdHoc(1, options),
    (options) => wireless.leaveMesh(1, options),
  ),
  ...atDeletes(
    (options) => wireless.interface.delete(1, options),
    (options) => wireless.station.delete({ device: 1, address }, options),
  ),
];
