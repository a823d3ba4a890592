/**
 * How interfaces of wireless devices are read and written.
 *
 * @module
 */

import type { Nl80211DeviceAttributes } from "../../messages/generic/nl80211/device_attributes.ts";
import {
  NL80211_IFTYPES,
  NL80211_MONITOR_FLAGS,
  NL80211_TX_POWER_SETTINGS,
} from "../../messages/generic/nl80211/names.ts";
import {
  type Nl80211Attributes,
  nl80211Attributes,
  type Nl80211Message,
} from "../../messages/generic/nl80211/nl80211.ts";
import type { Nl80211TxqStats } from "../../messages/generic/nl80211/queue.ts";
import { mac } from "../mapping/address_conversions.ts";
import { boolean, text, uint32, uint64 } from "../mapping/conversions.ts";
import { checkName, MAX_NAME } from "../mapping/device.ts";
import { enumeration } from "../mapping/enumerations.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import { checkNames } from "../mapping/filter.ts";
import {
  type Mapping,
  mapping,
  originalMessage,
  readFrom,
  readOnly,
  writeOnly,
} from "../mapping/mapping.ts";
import { withMessage } from "../mapping/origin.ts";
import { checkRequired } from "../mapping/properties.ts";
import { channelField, type WirelessChannel } from "./channel.ts";
import { decibels, flagSet, networkName } from "./conversions.ts";

/**
 * Type of an interface (`NL80211_IFTYPE_*`); `station` is what `iw` calls
 * managed, and `adhoc` what it calls IBSS.
 */
export type WirelessInterfaceType = keyof typeof NL80211_IFTYPES | number;

/** What a monitor receives (`NL80211_MNTR_FLAG_*`). */
export type WirelessMonitorFlag = keyof typeof NL80211_MONITOR_FLAGS | number;

/**
 * Power: that which the driver chooses, a limit in dBm, or a fixed power in dBm
 * (`NL80211_TX_POWER_*`).
 */
export type TransmitPower =
  | "automatic"
  | { limited: number }
  | { fixed: number };

/** Counters of the queues of an interface or a device. */
export interface WirelessQueueStatistics {
  /** Bytes that wait (`NL80211_TXQ_STATS_BACKLOG_BYTES`). */
  backlogBytes?: number;
  /** Packets that wait (`NL80211_TXQ_STATS_BACKLOG_PACKETS`). */
  backlogPackets?: number;
  /** Flows that were seen (`NL80211_TXQ_STATS_FLOWS`). */
  flows?: number;
  /** Packets that were dropped (`NL80211_TXQ_STATS_DROPS`). */
  drops?: number;
  /** Packets that were marked by ECN (`NL80211_TXQ_STATS_ECN_MARKS`). */
  ecnMarks?: number;
  /** Times that there were too many packets (`NL80211_TXQ_STATS_OVERLIMIT`). */
  overlimits?: number;
  /** Times that there were too many bytes (`NL80211_TXQ_STATS_OVERMEMORY`). */
  overmemory?: number;
  /** Flows that shared a queue (`NL80211_TXQ_STATS_COLLISIONS`). */
  collisions?: number;
  /** Bytes that were sent (`NL80211_TXQ_STATS_TX_BYTES`). */
  sentBytes?: number;
  /** Packets that were sent (`NL80211_TXQ_STATS_TX_PACKETS`). */
  sentPackets?: number;
  /** Most flows (`NL80211_TXQ_STATS_MAX_FLOWS`). */
  maxFlows?: number;
}

/** What of an interface can be given when it is added or changed. */
export interface WirelessInterfaceSettings {
  /** Type (`NL80211_ATTR_IFTYPE`). */
  type?: WirelessInterfaceType;
  /** Whether frames have four addresses, for bridges (`NL80211_ATTR_4ADDR`). */
  use4Addr?: boolean;
  /** Name of the mesh that it is part of (`NL80211_ATTR_MESH_ID`). */
  meshId?: string;
  /** What it receives as a monitor (`NL80211_ATTR_MNTR_FLAGS`). */
  monitorFlags?: WirelessMonitorFlag[];
}

/** An interface to be added. */
export interface WirelessInterfaceSpec extends WirelessInterfaceSettings {
  /** Name of its link (`NL80211_ATTR_IFNAME`). */
  name: string;
  /** Type (`NL80211_ATTR_IFTYPE`). */
  type: WirelessInterfaceType;
  /** Hardware address, which the driver chooses otherwise (`NL80211_ATTR_MAC`). */
  address?: string;
}

/** What to change about an interface. */
export interface WirelessInterfaceChange extends WirelessInterfaceSettings {
  /**
   * Channel, or its frequency in MHz, of monitors and of interfaces that are no
   * part of a network (`NL80211_CMD_SET_CHANNEL`).
   */
  channel?: WirelessChannel | number;
  /** Power (`NL80211_ATTR_WIPHY_TX_POWER_SETTING`). */
  txPower?: TransmitPower;
  /** Whether power is saved between beacons (`NL80211_CMD_SET_POWER_SAVE`). */
  powerSave?: boolean;
}

/** An interface of a wireless device. */
export interface WirelessInterface {
  /** Index of its link; some have none (`NL80211_ATTR_IFINDEX`). */
  index?: number;
  /** Name of its link; some have none (`NL80211_ATTR_IFNAME`). */
  name?: string;
  /** Type (`NL80211_ATTR_IFTYPE`). */
  type: WirelessInterfaceType;
  /** Index of the device (`NL80211_ATTR_WIPHY`). */
  wiphy: number;
  /** Identifier, which it has even without a link (`NL80211_ATTR_WDEV`). */
  identifier: bigint;
  /** Hardware address (`NL80211_ATTR_MAC`). */
  address: string;
  /** Whether frames have four addresses (`NL80211_ATTR_4ADDR`). */
  use4Addr: boolean;
  /** Name of the network that it is part of (`NL80211_ATTR_SSID`). */
  ssid?: string;
  /** Channel, if it has one (`NL80211_ATTR_WIPHY_FREQ`). */
  channel?: WirelessChannel;
  /** Power in dBm (`NL80211_ATTR_WIPHY_TX_POWER_LEVEL`). */
  txPower?: number;
  /** Counters of its queues (`NL80211_ATTR_TXQ_STATS`). */
  queueStatistics?: WirelessQueueStatistics;
  /** Radios that it may use, a bit each (`NL80211_ATTR_VIF_RADIO_MASK`). */
  radioMask?: number;
  /** Changes as the list of interfaces changes (`NL80211_ATTR_GENERATION`). */
  generation?: number;
  /** The message that this was read from. */
  readonly message: Nl80211Message;
}

const type = enumeration(NL80211_IFTYPES, 32);

/** Counters of queues. */
export const queueStatistics: Mapping<
  WirelessQueueStatistics,
  Nl80211TxqStats
> = mapping({
  backlogBytes: readOnly("backlogBytes", uint32),
  backlogPackets: readOnly("backlogPackets", uint32),
  flows: readOnly("flows", uint32),
  drops: readOnly("drops", uint32),
  ecnMarks: readOnly("ecnMarks", uint32),
  overlimits: readOnly("overlimit", uint32),
  overmemory: readOnly("overmemory", uint32),
  collisions: readOnly("collisions", uint32),
  sentBytes: readOnly("txBytes", uint32),
  sentPackets: readOnly("txPackets", uint32),
  maxFlows: readOnly("maxFlows", uint32),
});

const settings = mapping<WirelessInterfaceSettings, Nl80211Attributes>(
  () => ({
    type: ["iftype", type],
    use4Addr: ["fourAddr", boolean],
    meshId: networkName,
    monitorFlags: ["mntrFlags", flagSet(NL80211_MONITOR_FLAGS)],
  }),
  nl80211Attributes,
);

const spec = mapping<WirelessInterfaceSpec, Nl80211Attributes>(
  () => ({
    name: writeOnly("ifname", {
      toKernel: (name, fieldPath) => checkName(name, fieldPath, MAX_NAME),
    }),
    address: ["mac", mac],
    type: ["iftype", type],
    use4Addr: ["fourAddr", boolean],
    meshId: networkName,
    monitorFlags: ["mntrFlags", flagSet(NL80211_MONITOR_FLAGS)],
  }),
  nl80211Attributes,
);

const reported = mapping<Partial<WirelessInterface>, Nl80211Attributes>(() => ({
  index: readOnly("ifindex", uint32),
  name: readOnly("ifname", text),
  type: readOnly("iftype", type),
  wiphy: readOnly("wiphy", uint32),
  identifier: readOnly("wdev", uint64),
  address: readOnly("mac", mac),
  use4Addr: readOnly("fourAddr", boolean),
  ssid: readOnly("ssid", networkName),
  channel: channelField,
  txPower: readOnly("wiphyTxPowerLevel", decibels),
  queueStatistics: readFrom(
    "txqStats",
    (data) => queueStatistics.fromKernel(data),
    () => {},
  ),
  radioMask: readOnly("vifRadioMask", uint32),
  generation: readOnly("generation", uint32),
  message: originalMessage,
}), nl80211Attributes);

/**
 * Reads an interface.
 *
 * @param message The message.
 * @returns The interface.
 */
export function toWirelessInterface(
  message: Nl80211Message,
): WirelessInterface {
  return withMessage<WirelessInterface>(
    {
      type: "unspecified",
      wiphy: 0,
      identifier: 0n,
      address: "00:00:00:00:00:00",
      use4Addr: false,
      ...reported.fromKernel(message.attributes),
    },
    message,
  );
}

/**
 * Writes an interface that is to be added.
 *
 * @param value The interface.
 * @param fieldPath Where it stands.
 * @returns Its attributes.
 * @throws {TypeError} If a value is not of the right sort.
 * @throws {RangeError} If a value is too small or too large.
 */
export function fromInterfaceSpec(
  value: WirelessInterfaceSpec,
  fieldPath: FieldPath,
): Nl80211Attributes {
  const attributes = spec.toKernel(value, fieldPath);
  checkRequired(value, ["name", "type"], fieldPath);
  return attributes;
}

/**
 * Writes the settings of an interface.
 *
 * @param value The settings.
 * @param fieldPath Where they stand.
 * @returns Their attributes; none if there are none.
 * @throws {TypeError} If a value is not of the right sort.
 * @throws {RangeError} If a value is too small or too large.
 */
export function fromInterfaceSettings(
  value: WirelessInterfaceSettings,
  fieldPath: FieldPath,
): Nl80211Attributes {
  return settings.toKernel(value, fieldPath);
}

const powerNames: ReadonlySet<string> = new Set(["limited", "fixed"]);

/**
 * Writes a power.
 *
 * @param power The power.
 * @param fieldPath Where it stands.
 * @returns Its attributes.
 * @throws {TypeError} If it is none.
 */
export function writePower(
  power: TransmitPower,
  fieldPath: FieldPath,
): Pick<
  Nl80211DeviceAttributes,
  "wiphyTxPowerSetting" | "wiphyTxPowerLevel"
> {
  if (power === "automatic") {
    return { wiphyTxPowerSetting: NL80211_TX_POWER_SETTINGS.automatic };
  }
  if (typeof power === "object" && power !== null) {
    checkNames(power, powerNames, fieldPath);
    const given = Object.entries(power).filter(([, value]) =>
      value !== undefined
    );
    const [[name, level] = []] = given;
    if (name !== undefined && given.length === 1) {
      return {
        wiphyTxPowerSetting:
          NL80211_TX_POWER_SETTINGS[name as "limited" | "fixed"],
        wiphyTxPowerLevel: decibels.toKernel(
          level as number,
          fieldPath.at(name),
        )!,
      };
    }
  }
  throw fieldPath.wrong(
    power,
    '"automatic", { limited } or { fixed } is expected',
  );
}
