/**
 * Parameters of devices: `devlink dev param`.
 *
 * @module
 */

import { LITTLE_ENDIAN } from "../../messages/codec/mod.ts";
import {
  DEVLINK_CMD_PARAM_DEL,
  DEVLINK_CMD_PARAM_GET,
  DEVLINK_CMD_PARAM_NEW,
  DEVLINK_CMD_PARAM_SET,
} from "../../messages/generic/devlink/commands.ts";
import type { DevlinkParamData } from "../../messages/generic/devlink/param.ts";
import {
  DEVLINK_PARAM_MODES,
  DEVLINK_VALUE_TYPES,
} from "../../messages/generic/devlink/values.ts";
import type { RequestOptions } from "../connection/connection.ts";
import {
  checkBoolean,
  checkInteger,
  text,
  uint64,
} from "../mapping/conversions.ts";
import { enumeration } from "../mapping/enumerations.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import { readOnly } from "../mapping/mapping.ts";
import {
  type DevlinkDeviceKey,
  type DevlinkObject,
  devlinkObject,
  type DevlinkState,
} from "./object.ts";
import { checkNames } from "../mapping/filter.ts";
import { checkRequired } from "../mapping/properties.ts";
import { DevlinkReader } from "./objects.ts";

/** When the value of a parameter takes effect. */
export type DevlinkParamMode = keyof typeof DEVLINK_PARAM_MODES;

/** The value of a parameter: its type names the sort. */
export type DevlinkParamValue =
  | boolean
  | number
  | bigint
  | string
  | bigint[];

/** What identifies a parameter. */
export interface DevlinkParamKey extends DevlinkDeviceKey {
  /** Its name (`DEVLINK_ATTR_PARAM_NAME`). */
  name: string;
}

/** A parameter. */
export interface DevlinkParam extends DevlinkState {
  /** Its name (`DEVLINK_ATTR_PARAM_NAME`). */
  name: string;
  /**
   * Whether parameters of other drivers with this name mean the same
   * (`DEVLINK_ATTR_PARAM_GENERIC`).
   */
  generic: boolean;
  /** Type of its values (`DEVLINK_ATTR_PARAM_TYPE`). */
  type?: keyof typeof DEVLINK_VALUE_TYPES | number;
  /** Its values, by when they take effect (`DEVLINK_ATTR_PARAM_VALUES_LIST`). */
  values: { [K in DevlinkParamMode]?: DevlinkParamValue };
  /**
   * The values that it has by default, where the driver reports them
   * (`DEVLINK_ATTR_PARAM_VALUE_DEFAULT`).
   */
  defaults: { [K in DevlinkParamMode]?: DevlinkParamValue };
}

/** A new value of a parameter. */
export interface DevlinkParamSettings {
  /** The value, of the type of the parameter. */
  value: DevlinkParamValue;
  /** When it is to take effect (`DEVLINK_ATTR_PARAM_VALUE_CMODE`). */
  mode: DevlinkParamMode;
}

const names = Object.entries(DEVLINK_PARAM_MODES) as [
  DevlinkParamMode,
  number,
][];

/**
 * Reads a value of a type.
 *
 * @param type Its type, `DEVLINK_VAR_ATTR_TYPE_*`.
 * @param data Its bytes; more than one for arrays, none for what is off.
 * @returns The value.
 */
export function readValue(
  type: number,
  data: readonly Uint8Array[],
): DevlinkParamValue | undefined {
  const { u8, u16, u32, u64, string, flag } = DEVLINK_VALUE_TYPES;
  const views = data.map((bytes) =>
    new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  );
  if (type === flag) return views.length > 0;
  if (type === DEVLINK_VALUE_TYPES["u64-array"]) return views.map(wide);
  const [view] = views;
  if (view === undefined) return undefined;
  switch (type) {
    case u8:
    case u16:
    case u32:
      return Number(wide(view));
    case u64:
      return wide(view);
    case string:
      return new TextDecoder().decode(data[0]).replace(/\0.*$/s, "");
  }
  return undefined;
}

/** An unsigned integer, of as many bits as there are. */
function wide(view: DataView): bigint {
  switch (view.byteLength) {
    case 1:
      return BigInt(view.getUint8(0));
    case 2:
      return BigInt(view.getUint16(0, LITTLE_ENDIAN));
    case 4:
      return BigInt(view.getUint32(0, LITTLE_ENDIAN));
    default:
      return view.byteLength < 8 ? 0n : view.getBigUint64(0, LITTLE_ENDIAN);
  }
}

/** Writes a value of a type. */
function writeValue(
  type: number,
  value: DevlinkParamValue,
  fieldPath: FieldPath,
): Uint8Array[] {
  const { u8, u16, u32, u64, string, flag } = DEVLINK_VALUE_TYPES;
  const array = DEVLINK_VALUE_TYPES["u64-array"];
  const data = new DataView(new ArrayBuffer(8));
  const bytes = (length: number) => [new Uint8Array(data.buffer, 0, length)];
  switch (type) {
    case flag:
      return checkBoolean(value, fieldPath) ? [new Uint8Array(0)] : [];
    case u8:
      data.setUint8(0, checkInteger(value, 0, 0xff, fieldPath));
      return bytes(1);
    case u16: {
      const number = checkInteger(value, 0, 0xffff, fieldPath);
      data.setUint16(0, number, LITTLE_ENDIAN);
      return bytes(2);
    }
    case u32: {
      const number = checkInteger(value, 0, 0xffffffff, fieldPath);
      data.setUint32(0, number, LITTLE_ENDIAN);
      return bytes(4);
    }
    case u64: {
      const number = uint64.toKernel(value as bigint, fieldPath)!;
      data.setBigUint64(0, number, LITTLE_ENDIAN);
      return bytes(8);
    }
    case string:
      return [
        new TextEncoder().encode(
          `${text.toKernel(value as string, fieldPath)}\0`,
        ),
      ];
    case array:
      if (!Array.isArray(value)) {
        throw fieldPath.wrong(value, "an array is expected");
      }
      return value.flatMap((item, i) => writeValue(u64, item, fieldPath.at(i)));
    default:
      throw fieldPath.wrong(value, `the parameter is of type ${type}`);
  }
}

/** Values of one sort, by mode. */
function valuesOf(
  { type = 0, valuesList = [] }: DevlinkParamData,
  part: "data" | "default",
): { [K in DevlinkParamMode]?: DevlinkParamValue } {
  const found: { [K in DevlinkParamMode]?: DevlinkParamValue } = {};
  const isFlag = type === DEVLINK_VALUE_TYPES.flag;
  for (const [name, number] of names) {
    const entry = valuesList.find(({ cmode }) => cmode === number);
    // A flag that is off has no bytes; whether there is a default is not known.
    const data = entry?.[part] ??
      (isFlag && part === "data" && entry !== undefined ? [] : undefined);
    const value = data && readValue(type, data);
    if (value !== undefined) found[name] = value;
  }
  return found;
}

/** Parameters. */
export const devlinkParam: DevlinkObject<DevlinkParam, DevlinkParamKey> =
  devlinkObject({
    noun: "devlink parameter",
    get: DEVLINK_CMD_PARAM_GET,
    set: DEVLINK_CMD_PARAM_SET,
    add: DEVLINK_CMD_PARAM_NEW,
    delete: DEVLINK_CMD_PARAM_DEL,
    key: () => ({ name: ["paramName", text] }),
    required: ["name"],
    fields: () => {
      const type = enumeration(DEVLINK_VALUE_TYPES, 8);
      return {
        name: readOnly("param", { fromKernel: ({ name }) => name }),
        generic: readOnly("param", {
          fromKernel: ({ generic = false }) => generic,
        }),
        type: readOnly("param", {
          fromKernel: ({ type: number }) =>
            number === undefined ? undefined : type.fromKernel(number),
        }),
        values: readOnly("param", {
          fromKernel: (param) => valuesOf(param, "data"),
        }),
        defaults: readOnly("param", {
          fromKernel: (param) => valuesOf(param, "default"),
        }),
      };
    },
  });

/** Parameters of devices: `devlink dev param`. */
export class DevlinkParams
  extends DevlinkReader<DevlinkParam, DevlinkParamKey> {
  /**
   * Changes a parameter, of which the type is requested first.
   *
   * @param key The parameter.
   * @param settings Its new value, and when that takes effect.
   * @param options How to ask.
   * @throws {TypeError} If the value is not of the type of the parameter.
   * @throws {RangeError} If it is too small or too large.
   * @throws {NetlinkError} If there is no such parameter (`EINVAL`), it cannot
   * be set in this mode (`EOPNOTSUPP`), or the driver refuses.
   */
  async set(
    key: DevlinkParamKey,
    settings: DevlinkParamSettings,
    options: RequestOptions = {},
  ): Promise<void> {
    const { message } = await this.get(key, options);
    const { type = 0 } = message.attributes.param ?? {};
    await this.requests.send(
      "set devlink parameter",
      DEVLINK_CMD_PARAM_SET,
      (fieldPath) => {
        checkRequired(settings, ["value", "mode"], fieldPath);
        checkNames(settings, new Set(["value", "mode"]), fieldPath);
        const { value, mode } = settings;
        const data = writeValue(type, value, fieldPath.at("value"));
        return {
          ...devlinkParam.keyOf(key, fieldPath),
          paramType: type,
          ...data.length > 0 && { paramValueData: data },
          paramValueCmode: modes.toKernel(mode, fieldPath.at("mode"))!,
        };
      },
      options,
    );
  }
}

const modes = enumeration(DEVLINK_PARAM_MODES, 8);
