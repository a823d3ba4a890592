/**
 * Options and ports of teams.
 *
 * @module
 */

import { textFromBytes, textToBytes } from "../../messages/codec/text.ts";
import {
  TEAM_OPTION_TYPES,
  TEAM_STRING_MAX_LEN,
  type TeamOption,
  teamOption,
  type TeamPort,
  teamPort,
} from "../../messages/generic/team.ts";
import { number, presence, text } from "../mapping/conversions.ts";
import { type Device, device } from "../mapping/device.ts";
import { enumeration } from "../mapping/enumerations.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import { mapping, readOnly } from "../mapping/mapping.ts";
import { checkRequired } from "../mapping/properties.ts";

/** What identifies an option of a team, or of one of its ports. */
export interface TeamOptionKey {
  /** Its name, such as `mode` (`TEAM_ATTR_OPTION_NAME`). */
  name: string;
  /** The port that it belongs to (`TEAM_ATTR_OPTION_PORT_IFINDEX`). */
  port?: Device;
  /** Which one of several of that name (`TEAM_ATTR_OPTION_ARRAY_INDEX`). */
  index?: number;
}

/** The value of an option (`TEAM_ATTR_OPTION_DATA`). */
export type TeamOptionValue = string | number | boolean | Uint8Array;

/** An option of a team, or of one of its ports. */
export interface TeamOptionState extends TeamOptionKey {
  /** Index of the port that it belongs to. */
  port?: number;
  /** Its value; `undefined` if its type is not known. */
  value?: TeamOptionValue;
  /** Type of its value (`TEAM_ATTR_OPTION_TYPE`). */
  type: keyof typeof TEAM_OPTION_TYPES | number;
  /** Whether it has changed; in reports only (`TEAM_ATTR_OPTION_CHANGED`). */
  changed?: boolean;
  /** Whether it is gone; in reports only (`TEAM_ATTR_OPTION_REMOVED`). */
  removed?: boolean;
}

/** A port of a team. */
export interface TeamPortState {
  /** Index of the link (`TEAM_ATTR_PORT_IFINDEX`). */
  device: number;
  /** Whether it has a carrier (`TEAM_ATTR_PORT_LINKUP`). */
  up: boolean;
  /** Speed in Mbit/s; links need not have one (`TEAM_ATTR_PORT_SPEED`). */
  speed?: number;
  /** Duplex (`TEAM_ATTR_PORT_DUPLEX`). */
  duplex?: "half" | "full" | number;
  /** Whether it has changed; in reports only (`TEAM_ATTR_PORT_CHANGED`). */
  changed?: boolean;
  /** Whether it is gone; in reports only (`TEAM_ATTR_PORT_REMOVED`). */
  removed?: boolean;
}

const DUPLEXES = { half: 0, full: 1 } as const;
/** What the kernel reports of links whose speed and duplex are not known. */
const UNKNOWN_SPEED = 0xffffffff;
const UNKNOWN_DUPLEX = 0xff;

const optionType = enumeration(TEAM_OPTION_TYPES);
const duplex = enumeration(DUPLEXES);

const key = mapping<TeamOptionKey, TeamOption>({
  name: text,
  port: ["portIfindex", device],
  index: ["arrayIndex", number],
}, teamOption);

const port = mapping<Omit<TeamPortState, "up">, TeamPort>({
  device: readOnly("ifindex", number),
  speed: readOnly("speed", {
    fromKernel: (speed) => speed === UNKNOWN_SPEED ? undefined : speed,
  }),
  duplex: readOnly("duplex", {
    fromKernel: (value) =>
      value === UNKNOWN_DUPLEX ? undefined : duplex.fromKernel(value),
  }),
  changed: readOnly("changed", presence),
  removed: readOnly("removed", presence),
}, teamPort);

/** How values are written and read, by type. */
const VALUES: Readonly<
  Record<
    keyof typeof TEAM_OPTION_TYPES,
    (data: Uint8Array) => TeamOptionValue
  >
> = {
  u32: (data) => viewOf(data).getUint32(0, true),
  s32: (data) => viewOf(data).getInt32(0, true),
  string: (data) =>
    textFromBytes(data.at(-1) === 0 ? data.subarray(0, -1) : data),
  flag: () => true,
  binary: (data) => data,
};

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

/**
 * Reads an option.
 *
 * @param option What the kernel reports.
 * @returns The option.
 */
export function toTeamOption(option: TeamOption): TeamOptionState {
  const { type: number = -1, data } = option;
  const type = optionType.fromKernel(number);
  const value = valueOf(type, data);
  return {
    ...key.fromKernel(option) as TeamOptionKey & { port?: number },
    type,
    ...value !== undefined && { value },
    ...option.changed && { changed: true },
    ...option.removed && { removed: true },
  };
}

function valueOf(
  type: TeamOptionState["type"],
  data: Uint8Array | undefined,
): TeamOptionValue | undefined {
  // Booleans that are false have no attribute.
  if (type === "flag") return data !== undefined;
  if (data === undefined || typeof type === "number") return undefined;
  const isNumber = type === "u32" || type === "s32";
  return isNumber && data.length !== 4 ? undefined : VALUES[type](data);
}

/**
 * Reads a port.
 *
 * @param data What the kernel reports.
 * @returns The port.
 */
export function toTeamPort(data: TeamPort): TeamPortState {
  return { ...port.fromKernel(data), up: data.linkup === true };
}

/**
 * Writes an option.
 *
 * @param named Which option.
 * @param value Its value, if it is to be set.
 * @param fieldPath Where it stands.
 * @returns The attributes.
 * @throws {TypeError} If a value is not of the right sort.
 * @throws {RangeError} If a value is too small or too large.
 */
export function fromTeamOption(
  named: TeamOptionKey,
  value: TeamOptionValue | undefined,
  fieldPath: FieldPath,
): TeamOption {
  const option = key.toKernel(named, fieldPath);
  checkRequired(named, ["name"], fieldPath);
  if (value === undefined) return option;
  const signed = SIGNED.has(named.name);
  return { ...option, ...dataOf(value, signed, fieldPath.at("value")) };
}

/** Options that are signed; the kernel finds an option by name and type. */
const SIGNED: ReadonlySet<string> = new Set(["priority"]);

function dataOf(
  value: unknown,
  signed: boolean,
  fieldPath: FieldPath,
): TeamOption {
  const { u32, s32, string, flag, binary } = TEAM_OPTION_TYPES;
  switch (typeof value) {
    case "boolean":
      return value ? { type: flag, data: new Uint8Array() } : { type: flag };
    case "number": {
      if (
        !(Number.isInteger(value) && value >= -(2 ** 31) && value < 2 ** 32)
      ) {
        throw fieldPath.outside(value, "it is not an integer of 32 bits");
      }
      const data = new Uint8Array(4);
      viewOf(data).setUint32(0, value, true);
      return { type: signed || value < 0 ? s32 : u32, data };
    }
    case "string": {
      const bytes = textToBytes(text.toKernel(value, fieldPath)!);
      if (bytes.length >= TEAM_STRING_MAX_LEN) {
        throw fieldPath.outside(
          value,
          `it has more than ${TEAM_STRING_MAX_LEN - 1} bytes`,
        );
      }
      const data = new Uint8Array(bytes.length + 1);
      data.set(bytes);
      return { type: string, data };
    }
    default:
      if (value instanceof Uint8Array) return { type: binary, data: value };
      throw fieldPath.wrong(
        value,
        "text, a number, a boolean or a Uint8Array is expected",
      );
  }
}
