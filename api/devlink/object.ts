/**
 * What declares a sort of objects of the family `devlink`: from one table come
 * keys, requests, conversions, notifications and error messages.
 *
 * @module
 */

import type { DevlinkAttributes } from "../../messages/generic/devlink/attribute_list.ts";
import type { DevlinkMessage } from "../../messages/generic/devlink/commands.ts";
import { once } from "../../messages/codec/once.ts";
import { checkInteger, uint32 } from "../mapping/conversions.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import {
  type Conversion,
  type Field,
  type Fields,
  type Mapping,
  mapping,
  originalMessage,
  readOnly,
} from "../mapping/mapping.ts";
import { withMessage } from "../mapping/origin.ts";
import { checkRequired } from "../mapping/properties.ts";

/** What identifies a device. */
export interface DevlinkDeviceKey {
  /**
   * Bus and name of the device, such as `pci/0000:01:00.0`
   * (`DEVLINK_ATTR_BUS_NAME`, `DEVLINK_ATTR_DEV_NAME`).
   */
  device: string;
}

/** What identifies something that a device or one of its ports has. */
export interface DevlinkPartKey extends DevlinkDeviceKey {
  /** Number of the port, for what a port has (`DEVLINK_ATTR_PORT_INDEX`). */
  port?: number;
}

/** What is read of any object. */
export interface DevlinkState extends DevlinkDeviceKey {
  /** The message that this was read from. */
  readonly message: DevlinkMessage;
}

/** The commands about a sort of objects, and what they are called. */
export interface DevlinkCommands {
  /** What one is called in errors: `Cannot get … netdevsim/netdevsim1`. */
  readonly noun: string;
  /** The command that asks for one or all. */
  readonly get: number;
  /** The command that changes one, if there is one. */
  readonly set?: number;
  /** The command that adds one, and reports that it is there. */
  readonly add?: number;
  /** The command that deletes one, and reports that it is gone. */
  readonly delete?: number;
}

/**
 * Names of settings, if there are any.
 *
 * @typeParam S The settings.
 */
export type SettingOf<S> = [S] extends [never] ? never : keyof S;

/**
 * A sort of objects, as it is declared.
 *
 * @typeParam T What is read of one.
 * @typeParam K What identifies one.
 * @typeParam S What can be changed of one.
 */
export interface DevlinkDeclaration<T, K, S> extends DevlinkCommands {
  /** How keys are written, but for the device. */
  readonly key: () => Fields<Omit<K, "device">, DevlinkAttributes>;
  /** Which properties keys have to have, besides the device. */
  readonly required: readonly (keyof K & string)[];
  /** How properties are read, but for settings that are read as written. */
  readonly fields: () =>
    & Fields<Omit<T, keyof DevlinkState | SettingOf<S>>, DevlinkAttributes>
    & Partial<Fields<Pick<T, keyof T & SettingOf<S>>, DevlinkAttributes>>;
  /** How settings are written. */
  readonly settings?: () => Fields<S, DevlinkAttributes>;
}

/**
 * A sort of objects.
 *
 * @typeParam T What is read of one.
 * @typeParam K What identifies one.
 * @typeParam S What can be changed of one.
 */
export interface DevlinkObject<T, K, S = never> extends DevlinkCommands {
  /** Writes a key. */
  readonly keyOf: (key: K, fieldPath: FieldPath) => DevlinkAttributes;
  /** Writes settings. */
  readonly settingsOf: (
    settings: S,
    fieldPath: FieldPath,
  ) => DevlinkAttributes;
  /** How properties are read. */
  readonly mapping: Mapping<T, DevlinkAttributes>;
  /** Reads an object. */
  readonly read: (message: DevlinkMessage) => T;
}

/** Bus and name of a device, with a slash between them. */
export const deviceField: Field<string, DevlinkAttributes> = {
  from: ["busName", "devName"],
  read: ({ busName, devName }) =>
    busName === undefined || devName === undefined
      ? undefined
      : `${busName}/${devName}`,
  write: (attributes, device, fieldPath) => {
    const slash = typeof device === "string" ? device.indexOf("/") : -1;
    if (slash < 1 || slash === device.length - 1 || device.includes("\0")) {
      throw fieldPath.wrong(
        device,
        "bus and name are expected, such as pci/0000:01:00.0",
      );
    }
    attributes.busName = device.slice(0, slash);
    attributes.devName = device.slice(slash + 1);
  },
};

const stateFields: Fields<DevlinkState, DevlinkAttributes> = {
  device: { ...deviceField, write: () => {}, readOnly: true },
  message: originalMessage,
};

/** A number of 64 bits that fits into one of JavaScript. */
export const count64: Conversion<number, bigint> = {
  fromKernel: Number,
  toKernel: (value, fieldPath) =>
    BigInt(checkInteger(value, 0, Number.MAX_SAFE_INTEGER, fieldPath)),
};

/** The port of a key. */
export const portField: { port: ["portIndex", Conversion<number, number>] } = {
  port: ["portIndex", uint32],
};

/** The port of an object, where it belongs to one. */
export const portState: { port: Field<number, DevlinkAttributes> } = {
  port: readOnly<number, DevlinkAttributes, "portIndex">("portIndex", uint32),
};

/**
 * Declares a sort of objects.
 *
 * @typeParam T What is read of one.
 * @typeParam K What identifies one.
 * @typeParam S What can be changed of one.
 * @param declaration The objects.
 * @returns The same.
 */
export function devlinkObject<
  T extends DevlinkState,
  K extends DevlinkDeviceKey = DevlinkDeviceKey,
  S extends object = never,
>(declaration: DevlinkDeclaration<T, K, S>): DevlinkObject<T, K, S> {
  const { key, required, fields, settings, ...commands } = declaration;
  const made = once(() =>
    mapping<T, DevlinkAttributes>(
      { ...stateFields, ...settings?.(), ...fields() } as unknown as Fields<
        T,
        DevlinkAttributes
      >,
    )
  );
  const keys = once(() =>
    mapping<K, DevlinkAttributes>(
      { device: deviceField, ...key() } as unknown as Fields<
        K,
        DevlinkAttributes
      >,
    )
  );
  const changes = once(() =>
    mapping<S, DevlinkAttributes>(
      settings?.() ?? ({} as Fields<S, DevlinkAttributes>),
    )
  );
  return {
    ...commands,
    keyOf: (value, fieldPath) => {
      const attributes = keys().toKernel(value, fieldPath);
      checkRequired<K>(value, ["device", ...required], fieldPath);
      return attributes;
    },
    settingsOf: (value, fieldPath) => changes().toKernel(value, fieldPath),
    get mapping() {
      return made();
    },
    read: (message) =>
      withMessage<T>(made().fromKernel(message.attributes), message),
  };
}
