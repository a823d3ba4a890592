/**
 * Devices of devlink: `devlink dev`.
 *
 * @module
 */

import type { Bitfield32 } from "../../messages/codec/mod.ts";
import {
  DEVLINK_CMD_DEL,
  DEVLINK_CMD_ESWITCH_GET,
  DEVLINK_CMD_ESWITCH_SET,
  DEVLINK_CMD_GET,
  DEVLINK_CMD_INFO_GET,
  DEVLINK_CMD_NEW,
  DEVLINK_CMD_RELOAD,
} from "../../messages/generic/devlink/commands.ts";
import type { DevlinkVersion } from "../../messages/generic/devlink/device.ts";
import {
  DEVLINK_ENCAP_MODES,
  DEVLINK_ESWITCH_MODES,
  DEVLINK_INLINE_MODES,
  DEVLINK_RELOAD_ACTIONS,
  DEVLINK_RELOAD_LIMITS,
} from "../../messages/generic/devlink/values.ts";
import type { RequestOptions } from "../connection/connection.ts";
import { boolean, text } from "../mapping/conversions.ts";
import { enumeration } from "../mapping/enumerations.ts";
import { type Conversion, mapping, readOnly } from "../mapping/mapping.ts";
import type { DevlinkAttributes } from "../../messages/generic/devlink/attribute_list.ts";
import {
  type DevlinkDeviceKey,
  type DevlinkObject,
  devlinkObject,
  type DevlinkState,
} from "./object.ts";
import { DevlinkReader } from "./objects.ts";

/** A device. */
export interface DevlinkDevice extends DevlinkState {
  /** Whether the last reload failed (`DEVLINK_ATTR_RELOAD_FAILED`). */
  reloadFailed?: boolean;
}

/** Versions, by what has them. */
export type DevlinkVersions = Record<string, string>;

/** What a device and its driver are. */
export interface DevlinkInfo extends DevlinkState {
  /** Name of the driver (`DEVLINK_ATTR_INFO_DRIVER_NAME`). */
  driver?: string;
  /** Serial number of the device (`DEVLINK_ATTR_INFO_SERIAL_NUMBER`). */
  serialNumber?: string;
  /** Serial number of the board (`DEVLINK_ATTR_INFO_BOARD_SERIAL_NUMBER`). */
  boardSerialNumber?: string;
  /** Versions that do not change (`DEVLINK_ATTR_INFO_VERSION_FIXED`). */
  fixed?: DevlinkVersions;
  /** Versions that are running (`DEVLINK_ATTR_INFO_VERSION_RUNNING`). */
  running?: DevlinkVersions;
  /** Versions in the flash memory (`DEVLINK_ATTR_INFO_VERSION_STORED`). */
  stored?: DevlinkVersions;
}

/** How an embedded switch is to work. */
export interface DevlinkEswitchSettings {
  /** Its mode (`DEVLINK_ATTR_ESWITCH_MODE`). */
  mode?: keyof typeof DEVLINK_ESWITCH_MODES | number;
  /**
   * Which headers functions pass to it with a packet
   * (`DEVLINK_ATTR_ESWITCH_INLINE_MODE`).
   */
  inlineMode?: keyof typeof DEVLINK_INLINE_MODES | number;
  /** Whether it encapsulates (`DEVLINK_ATTR_ESWITCH_ENCAP_MODE`). */
  encapMode?: keyof typeof DEVLINK_ENCAP_MODES | number;
}

/** An embedded switch. */
export interface DevlinkEswitch extends DevlinkState, DevlinkEswitchSettings {}

/** How a device is reloaded. */
export interface DevlinkReloadOptions extends RequestOptions {
  /**
   * How (`DEVLINK_ATTR_RELOAD_ACTION`).
   *
   * @default {"driver_reinit"}
   */
  action?: keyof typeof DEVLINK_RELOAD_ACTIONS | number;
  /** What it must not do (`DEVLINK_ATTR_RELOAD_LIMITS`). */
  limit?: keyof typeof DEVLINK_RELOAD_LIMITS | number;
}

/** Devices. */
export const devlinkDevice: DevlinkObject<DevlinkDevice, DevlinkDeviceKey> =
  devlinkObject({
    noun: "devlink device",
    get: DEVLINK_CMD_GET,
    add: DEVLINK_CMD_NEW,
    delete: DEVLINK_CMD_DEL,
    key: () => ({}),
    required: [],
    fields: () => ({ reloadFailed: readOnly("reloadFailed", boolean) }),
  });

const versions = {
  fromKernel: (list: DevlinkVersion[]): DevlinkVersions =>
    Object.fromEntries(
      list.map(({ name = "", value = "" }) => [name, value]),
    ),
};

/** What devices and their drivers are. */
export const devlinkInfo: DevlinkObject<DevlinkInfo, DevlinkDeviceKey> =
  devlinkObject({
    noun: "devlink info",
    get: DEVLINK_CMD_INFO_GET,
    key: () => ({}),
    required: [],
    fields: () => ({
      driver: readOnly("infoDriverName", text),
      serialNumber: readOnly("infoSerialNumber", text),
      boardSerialNumber: readOnly("infoBoardSerialNumber", text),
      fixed: readOnly("infoVersionFixed", versions),
      running: readOnly("infoVersionRunning", versions),
      stored: readOnly("infoVersionStored", versions),
    }),
  });

/** Embedded switches. */
export const devlinkEswitch: DevlinkObject<
  DevlinkEswitch,
  DevlinkDeviceKey,
  DevlinkEswitchSettings
> = devlinkObject({
  noun: "eswitch",
  get: DEVLINK_CMD_ESWITCH_GET,
  set: DEVLINK_CMD_ESWITCH_SET,
  key: () => ({}),
  required: [],
  fields: () => ({}),
  settings: () => ({
    mode: ["eswitchMode", enumeration(DEVLINK_ESWITCH_MODES, 16)],
    inlineMode: ["eswitchInlineMode", enumeration(DEVLINK_INLINE_MODES, 8)],
    encapMode: ["eswitchEncapMode", enumeration(DEVLINK_ENCAP_MODES, 8)],
  }),
});

const limits = enumeration(DEVLINK_RELOAD_LIMITS, 8);

/** One limit, as the set of bits that the kernel takes. */
const limitBit: Conversion<
  keyof typeof DEVLINK_RELOAD_LIMITS | number,
  Bitfield32
> = {
  fromKernel: ({ value }) => limits.fromKernel(31 - Math.clz32(value)),
  toKernel: (value, fieldPath) => {
    const bit = 1 << limits.toKernel(value, fieldPath)!;
    return { value: bit, selector: bit };
  },
};

const reloads = mapping<
  Pick<DevlinkReloadOptions, "action" | "limit">,
  DevlinkAttributes
>(() => ({
  action: ["reloadAction", enumeration(DEVLINK_RELOAD_ACTIONS, 8)],
  limit: ["reloadLimits", limitBit],
}));

/** Devices of devlink: `devlink dev`. */
export class DevlinkDevices
  extends DevlinkReader<DevlinkDevice, DevlinkDeviceKey> {
  /**
   * Reloads a device: parameters and sizes of resources that wait for it take
   * effect, and its links are made anew.
   *
   * @param key The device.
   * @param options How to reload it.
   * @returns What was done (`DEVLINK_ATTR_RELOAD_ACTIONS_PERFORMED`); nothing
   * before Linux 5.10.
   * @throws {TypeError} If a value is not of the right sort.
   * @throws {NetlinkError} If there is no such device (`ENODEV`), or the driver
   * refuses.
   */
  async reload(
    key: DevlinkDeviceKey,
    options: DevlinkReloadOptions = {},
  ): Promise<(keyof typeof DEVLINK_RELOAD_ACTIONS)[]> {
    const { action = "driver_reinit", limit, ...rest } = options;
    const wanted = { action, ...limit !== undefined && { limit } };
    const [reply] = await this.send(
      "reload devlink device",
      DEVLINK_CMD_RELOAD,
      key,
      rest,
      (fieldPath) => reloads.toKernel(wanted, fieldPath),
    );
    const { value = 0 } = reply?.attributes.reloadActionsPerformed ?? {};
    const names = Object.entries(DEVLINK_RELOAD_ACTIONS);
    return names.filter(([, number]) => value & 1 << number)
      .map(([name]) => name as keyof typeof DEVLINK_RELOAD_ACTIONS);
  }
}
