/**
 * Watching what changes about devices.
 *
 * @module
 */

import type { Codec } from "../../messages/codec/mod.ts";
import {
  ETHTOOL_MSG_PSE_NTF,
  ETHTOOL_MSG_RSS_CREATE_NTF,
  ETHTOOL_MSG_RSS_DELETE_NTF,
} from "../../messages/generic/ethtool/commands.ts";
import {
  ETHTOOL_MCGRP_MONITOR_NAME,
  type EthtoolBitset,
} from "../../messages/generic/ethtool/common.ts";
import {
  type GenericMessage,
  genericMessage,
} from "../../messages/generic/header.ts";
import {
  ETHTOOL_PSE_EVENTS,
  type EthtoolPseEvent,
  ethtoolPseEvent,
} from "../../messages/generic/ethtool/power.ts";
import { flagNames } from "../mapping/enumerations.ts";
import { readOnly } from "../mapping/mapping.ts";
import type {
  EventMonitor,
  EventMonitorOptions,
} from "../monitor/event_monitor.ts";
import { watchEvents } from "../generic/family_monitor.ts";
import { withNames } from "./bits.ts";
import {
  type CableMeasurementReport,
  cableMeasurementReportSetting,
  type CableTestReport,
  cableTestReportSetting,
} from "./cable.ts";
import {
  type DeviceFeatures,
  featuresSetting,
  type PrivateFlags,
  privateFlagsSetting,
} from "./features.ts";
import {
  type Eee,
  eeeSetting,
  type Fec,
  fecSetting,
  type MacMerge,
  macMergeSetting,
  type Pause,
  pauseSetting,
} from "./flow_control.ts";
import {
  type Module,
  moduleSetting,
  type Phy,
  physSetting,
  type Plca,
  plcaSetting,
} from "./hardware.ts";
import {
  type DriverLog,
  driverLogSetting,
  type LinkInfo,
  linkInfoSetting,
  type LinkModes,
  linkModesSetting,
  type WakeOnLan,
  wakeOnLanSetting,
} from "./link.ts";
import {
  type ModuleFlashReport,
  moduleFlashReportSetting,
} from "./module_memory.ts";
import {
  type Channels,
  channelsSetting,
  type Coalescing,
  coalescingSetting,
  type Rings,
  ringsSetting,
} from "./queues.ts";
import type { EthtoolRequests } from "./requests.ts";
import { type Rss, rssSetting } from "./rss.ts";
import {
  type AboutDevice,
  anyAttributes,
  type DeviceSetting,
  type EthtoolState,
  setting,
} from "./setting.ts";
import { BitNames } from "./strings.ts";

/** What happened to the power that a port supplies. */
export interface PowerEvent extends EthtoolState<EthtoolPseEvent> {
  /** What happened (`ETHTOOL_A_PSE_NTF_EVENTS`). */
  events?: (keyof typeof ETHTOOL_PSE_EVENTS | number)[];
}

const powerNames = flagNames(ETHTOOL_PSE_EVENTS);

const powerEvent: DeviceSetting<PowerEvent, EthtoolPseEvent> = setting({
  noun: "power",
  codec: ethtoolPseEvent,
  get: ETHTOOL_MSG_PSE_NTF,
  notification: ETHTOOL_MSG_PSE_NTF,
  fields: () => ({
    events: readOnly("events", {
      fromKernel: (events) => powerNames.fromKernel(Number(events)),
    }),
  }),
});

/** What is reported about devices, by what has changed. */
export interface EthtoolReports {
  /** Tests of cables. */
  cableTest: CableTestReport;
  /** Measurements of cables. */
  cableMeasurement: CableMeasurementReport;
  /** Numbers of queues. */
  channels: Channels;
  /** When packets cause an interrupt. */
  coalescing: Coalescing;
  /** What drivers log. */
  driverLog: DriverLog;
  /** Energy-Efficient Ethernet. */
  eee: Eee;
  /** What devices do themselves. */
  features: DeviceFeatures;
  /** Forward error correction. */
  fec: Fec;
  /** Ports and transceivers. */
  linkInfo: LinkInfo;
  /** Speeds, and what is negotiated. */
  linkModes: LinkModes;
  /** Frame preemption. */
  macMerge: MacMerge;
  /** Pluggable modules. */
  module: Module;
  /** The writing of firmware into modules. */
  moduleFlash: ModuleFlashReport;
  /** Pause frames. */
  pause: Pause;
  /** PHYs. */
  phys: Phy;
  /** Who sends when on a shared cable. */
  plca: Plca;
  /** Power that ports supply. */
  power: PowerEvent;
  /** Flags of drivers. */
  privateFlags: PrivateFlags;
  /** Sizes of rings. */
  rings: Rings;
  /** How received packets are spread over queues. */
  rss: Rss;
  /** New contexts of that. */
  rssCreated: Rss;
  /** Contexts of that which are gone. */
  rssDeleted: Rss;
  /** What wakes machines up. */
  wakeOnLan: WakeOnLan;
}

/** What has changed about a device. */
export type EthtoolChange = {
  [K in keyof EthtoolReports]: {
    /** What has changed. */
    kind: K;
    /** Name of the device. */
    device: string;
    /** Index of the device. */
    index: number;
    /** What it is now. */
    value: EthtoolReports[K];
  };
}[keyof EthtoolReports];

type Reports = {
  readonly [K in keyof EthtoolReports]: DeviceSetting<
    EthtoolReports[K],
    AboutDevice
  >;
};

const reports: Reports = {
  cableTest: anyAttributes(cableTestReportSetting),
  cableMeasurement: anyAttributes(cableMeasurementReportSetting),
  channels: anyAttributes(channelsSetting),
  coalescing: anyAttributes(coalescingSetting),
  driverLog: anyAttributes(driverLogSetting),
  eee: anyAttributes(eeeSetting),
  features: anyAttributes(featuresSetting),
  fec: anyAttributes(fecSetting),
  linkInfo: anyAttributes(linkInfoSetting),
  linkModes: anyAttributes(linkModesSetting),
  macMerge: anyAttributes(macMergeSetting),
  module: anyAttributes(moduleSetting),
  moduleFlash: anyAttributes(moduleFlashReportSetting),
  pause: anyAttributes(pauseSetting),
  phys: anyAttributes(physSetting),
  plca: anyAttributes(plcaSetting),
  power: anyAttributes(powerEvent),
  privateFlags: anyAttributes(privateFlagsSetting),
  rings: anyAttributes(ringsSetting),
  rss: anyAttributes(rssSetting),
  rssCreated: anyAttributes({
    ...rssSetting,
    notification: ETHTOOL_MSG_RSS_CREATE_NTF,
  }),
  rssDeleted: anyAttributes({
    ...rssSetting,
    notification: ETHTOOL_MSG_RSS_DELETE_NTF,
  }),
  wakeOnLan: anyAttributes(wakeOnLanSetting),
};

/** What reads a notification. */
interface Reader {
  readonly kind: keyof EthtoolReports;
  readonly codec: Codec<GenericMessage<AboutDevice>>;
  readonly setting: DeviceSetting<EthtoolState, AboutDevice>;
}

function readers(): Map<number, Reader> {
  const all = new Map<number, Reader>();
  for (const [kind, known] of Object.entries(reports)) {
    const setting = known as DeviceSetting<EthtoolState, AboutDevice>;
    all.set(setting.notification!, {
      kind: kind as keyof EthtoolReports,
      codec: genericMessage(setting.codec),
      setting,
    });
  }
  return all;
}

/**
 * Watches what is reported about devices.
 *
 * @param requests Asks for names of bits, which are not reported.
 * @param options How to watch.
 * @returns The monitor.
 * @throws {TypeError} If an option is wrong, or there is no way to open a
 * socket.
 * @throws {SocketError} If the kernel refuses.
 * @throws {NetlinkError} If the kernel has no such family (`ENOENT`).
 */
export async function watchDevices(
  requests: EthtoolRequests,
  options: EventMonitorOptions,
): Promise<EventMonitor<EthtoolChange>> {
  const known = readers();
  let names: BitNames | undefined;
  const monitor = await watchEvents<EthtoolChange>(
    (options) => requests.info(options),
    {
      group: ETHTOOL_MCGRP_MONITOR_NAME,
      read: (view, start, end) => {
        const reader = start < end
          ? known.get(view.getUint8(start))
          : undefined;
        return reader && read(reader, view, start, end, names);
      },
    },
    requests.open,
    options,
  );
  try {
    const { signal } = options;
    names = await BitNames.load(
      requests,
      signal === undefined ? {} : { signal },
    );
  } catch (error) {
    monitor.close();
    throw error;
  }
  return monitor;
}

function read(
  { kind, codec, setting }: Reader,
  view: DataView,
  start: number,
  end: number,
  names: BitNames | undefined,
): EthtoolChange {
  const message = codec.decode(view, start, end);
  const index = message.attributes.header?.devIndex ?? 0;
  const attributes: Record<string, unknown> = { ...message.attributes };
  // Sets of bits are reported as bitmaps.
  for (const [name, set] of Object.entries(setting.names ?? {})) {
    const bits = attributes[name];
    if (bits === undefined || names === undefined) continue;
    attributes[name] = withNames(bits as EthtoolBitset, names.of(set, index));
  }
  const value = setting.read(message, attributes);
  return { kind, device: value.device, index, value } as EthtoolChange;
}
