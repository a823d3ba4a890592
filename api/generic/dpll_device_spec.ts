/**
 * Digital phase-locked loops, in people's terms.
 *
 * @see {@link https://docs.kernel.org/driver-api/dpll.html | The Linux kernel dpll subsystem}
 *
 * @module
 */

import type { GenericMessage } from "../../messages/generic/header.ts";
import {
  DPLL_CMD_DEVICE_GET,
  DPLL_CMD_DEVICE_ID_GET,
  DPLL_CMD_DEVICE_SET,
  DPLL_FAMILY_NAME,
  DPLL_FAMILY_VERSION,
  type DpllAttributes,
  dpllAttributes,
} from "../../messages/generic/dpll.ts";
import {
  DPLL_CLOCK_QUALITY_LEVELS,
  DPLL_LOCK_STATUS_ERRORS,
  DPLL_LOCK_STATUSES,
  DPLL_MODES,
  DPLL_TEMP_DIVIDER,
  DPLL_TYPES,
} from "../../messages/generic/dpll_names.ts";
import { conditions } from "../mapping/conditions.ts";
import {
  boolean,
  listOf,
  text,
  uint32,
  uint64,
} from "../mapping/conversions.ts";
import { enumeration } from "../mapping/enumerations.ts";
import { type Mapping, mapping, readOnly } from "../mapping/mapping.ts";
import {
  type FamilyObject,
  familyObject,
  type ReadFrom,
} from "./family_object.ts";

/** What devices and pins belong to. */
export interface DpllOwner {
  /** Name of the kernel's module that drives it (`DPLL_A_MODULE_NAME`). */
  module?: string;
  /** Identifier of the clock (`DPLL_A_CLOCK_ID`). */
  clock?: bigint;
}

/** What identifies a device. */
export interface DpllDeviceKey {
  /** Its number (`DPLL_A_ID`). */
  id: number;
}

/** How a device works; what it does not support is missing. */
export interface DpllDeviceSettings {
  /** How it chooses among its inputs (`DPLL_A_MODE`). */
  mode?: keyof typeof DPLL_MODES | number;
  /**
   * Whether it measures the phases of all inputs
   * (`DPLL_A_PHASE_OFFSET_MONITOR`).
   */
  phaseOffsetMonitor?: boolean;
  /**
   * How many measurements of a phase are averaged
   * (`DPLL_A_PHASE_OFFSET_AVG_FACTOR`).
   */
  phaseOffsetAveraging?: number;
  /**
   * Whether it measures the frequencies of all inputs
   * (`DPLL_A_FREQUENCY_MONITOR`).
   */
  frequencyMonitor?: boolean;
}

/** Which devices are meant; what is not given does not matter. */
export interface DpllDeviceFilter extends DpllOwner {
  /** What it is for (`DPLL_A_TYPE`). */
  type?: keyof typeof DPLL_TYPES | number;
}

/** A digital phase-locked loop. */
export interface DpllDevice
  extends
    DpllDeviceKey,
    DpllDeviceSettings,
    DpllDeviceFilter,
    ReadFrom<DpllAttributes> {
  /** The modes that it has (`DPLL_A_MODE_SUPPORTED`). */
  supportedModes?: (keyof typeof DPLL_MODES | number)[];
  /** Whether it follows an input (`DPLL_A_LOCK_STATUS`). */
  lockStatus?: keyof typeof DPLL_LOCK_STATUSES | number;
  /**
   * Why it does not follow an input any more (`DPLL_A_LOCK_STATUS_ERROR`).
   */
  lockStatusError?: keyof typeof DPLL_LOCK_STATUS_ERRORS | number;
  /** Temperature in degrees Celsius (`DPLL_A_TEMP`). */
  temperature?: number;
  /** How good its clock is (`DPLL_A_CLOCK_QUALITY_LEVEL`). */
  clockQuality?: (keyof typeof DPLL_CLOCK_QUALITY_LEVELS | number)[];
}

const modeName = enumeration(DPLL_MODES, 32);
const typeName = enumeration(DPLL_TYPES, 32);

const settingFields = {
  mode: ["mode", modeName],
  phaseOffsetMonitor: ["phaseOffsetMonitor", boolean],
  phaseOffsetAveraging: ["phaseOffsetAvgFactor", uint32],
  frequencyMonitor: ["frequencyMonitor", boolean],
} as const;

const filterFields = {
  module: ["moduleName", text],
  clock: ["clockId", uint64],
  type: ["type", typeName],
} as const;

/** How a device works. */
export const dpllDeviceSettings: Mapping<DpllDeviceSettings, DpllAttributes> =
  mapping(() => settingFields);

/** What a device is found by. */
export const dpllDeviceDescription: Mapping<DpllDeviceFilter, DpllAttributes> =
  mapping(() => filterFields);

/**
 * Puts together what names something, for errors.
 *
 * @param parts Names and numbers; what is missing is left out.
 * @returns The text; `undefined` if all are missing.
 */
export function dpllSubject(...parts: readonly unknown[]): string | undefined {
  const given = parts.filter((part) => part !== undefined);
  return given.length === 0 ? undefined : given.join(" ");
}

/** A device. */
export const dpllDevice: FamilyObject<
  DpllDevice,
  DpllAttributes,
  DpllDeviceFilter
> = familyObject({
  family: DPLL_FAMILY_NAME,
  version: DPLL_FAMILY_VERSION,
  noun: "DPLL device",
  actions: {
    [DPLL_CMD_DEVICE_ID_GET]: "find DPLL device",
    [DPLL_CMD_DEVICE_SET]: "set DPLL device",
  },
  subject: ({ id, moduleName, clockId, type }) =>
    dpllSubject(
      id,
      moduleName,
      clockId,
      type === undefined ? undefined : typeName.fromKernel(type),
    ),
  codec: dpllAttributes,
  get: DPLL_CMD_DEVICE_GET,
  fields: () => ({
    id: ["id", uint32],
    ...filterFields,
    ...settingFields,
    supportedModes: readOnly("modeSupported", listOf(modeName)),
    lockStatus: readOnly("lockStatus", enumeration(DPLL_LOCK_STATUSES)),
    lockStatusError: readOnly(
      "lockStatusError",
      enumeration(DPLL_LOCK_STATUS_ERRORS),
    ),
    temperature: readOnly("temp", {
      fromKernel: (value) => value / DPLL_TEMP_DIVIDER,
    }),
    clockQuality: readOnly(
      "clockQualityLevel",
      listOf(enumeration(DPLL_CLOCK_QUALITY_LEVELS)),
    ),
  }),
  key: { id: "id" },
  filter: () =>
    conditions<GenericMessage<DpllAttributes>>().equals<DpllDeviceFilter>(
      filterFields,
    ),
  missing: ["ENODEV"],
});
