/**
 * Pins of digital phase-locked loops, in people's terms.
 *
 * @see {@link https://docs.kernel.org/driver-api/dpll.html | The Linux kernel dpll subsystem}
 *
 * @module
 */

import type { GenericMessage } from "../../messages/generic/header.ts";
import {
  DPLL_CMD_PIN_GET,
  DPLL_CMD_PIN_ID_GET,
  DPLL_CMD_PIN_SET,
  DPLL_FAMILY_NAME,
  DPLL_FAMILY_VERSION,
  type DpllFrequencyRange,
  type DpllPinAttributes,
  dpllPinAttributes,
  type DpllPinParentDevice,
  dpllPinParentDevice,
  type DpllPinParentPin,
  dpllPinParentPin,
  type DpllReferenceSync,
  dpllReferenceSync,
} from "../../messages/generic/dpll.ts";
import {
  DPLL_PHASE_OFFSET_DIVIDER,
  DPLL_PIN_CAPABILITIES,
  DPLL_PIN_DIRECTIONS,
  DPLL_PIN_MEASURED_FREQUENCY_DIVIDER,
  DPLL_PIN_OPERSTATES,
  DPLL_PIN_STATES,
  DPLL_PIN_TYPES,
} from "../../messages/generic/dpll_names.ts";
import { conditions } from "../mapping/conditions.ts";
import {
  int32,
  listOf,
  number,
  text,
  uint32,
  uint64,
  wideNumber,
} from "../mapping/conversions.ts";
import { enumeration, flagNames } from "../mapping/enumerations.ts";
import type { FieldPath } from "../mapping/field_path.ts";
import {
  type Conversion,
  type Mapping,
  mapping,
  type Readable,
  readOnly,
} from "../mapping/mapping.ts";
import { checkRequired } from "../mapping/properties.ts";
import { type DpllOwner, dpllSubject } from "./dpll_device_spec.ts";
import {
  type FamilyObject,
  familyObject,
  type ReadFrom,
} from "./family_object.ts";

/** What identifies a pin. */
export interface DpllPinKey {
  /** Its number (`DPLL_A_PIN_ID`). */
  id: number;
}

/** How a pin belongs to a device. */
export interface DpllPinOfDevice {
  /** Number of the device (`DPLL_A_PIN_PARENT_ID`). */
  device: number;
  /** Whether signals come in or go out (`DPLL_A_PIN_DIRECTION`). */
  direction?: keyof typeof DPLL_PIN_DIRECTIONS | number;
  /**
   * Priority among the inputs of the device, the least of which goes first
   * (`DPLL_A_PIN_PRIO`).
   */
  priority?: number;
  /** What is wanted of the pin (`DPLL_A_PIN_STATE`). */
  state?: keyof typeof DPLL_PIN_STATES | number;
  /** What the pin does; read-only (`DPLL_A_PIN_OPERSTATE`). */
  operationalState?: keyof typeof DPLL_PIN_OPERSTATES | number;
  /**
   * Phase between pin and device in picoseconds; read-only
   * (`DPLL_A_PIN_PHASE_OFFSET`).
   */
  phaseOffset?: number;
  /**
   * Offset of the frequency between pin and device in parts per million;
   * read-only (`DPLL_A_PIN_FRACTIONAL_FREQUENCY_OFFSET`).
   */
  frequencyOffset?: number;
  /**
   * The same in parts per trillion; read-only
   * (`DPLL_A_PIN_FRACTIONAL_FREQUENCY_OFFSET_PPT`).
   */
  preciseFrequencyOffset?: number;
}

/** How a pin belongs to another one, which passes its signal on. */
export interface DpllPinOfPin {
  /** Number of the other one (`DPLL_A_PIN_PARENT_ID`). */
  pin: number;
  /** What is wanted of the pin (`DPLL_A_PIN_STATE`). */
  state?: keyof typeof DPLL_PIN_STATES | number;
}

/** A pin whose signal can be the reference of another one. */
export interface DpllPinReference {
  /** Number of the pin (`DPLL_A_PIN_ID`). */
  pin: number;
  /** Whether it is the reference (`DPLL_A_PIN_STATE`). */
  state?: keyof typeof DPLL_PIN_STATES | number;
}

/** Frequencies from one to another. */
export interface DpllFrequencies {
  /** The least, in Hz (`DPLL_A_PIN_FREQUENCY_MIN`). */
  min?: number;
  /** The greatest, in Hz (`DPLL_A_PIN_FREQUENCY_MAX`). */
  max?: number;
}

/** How a pin works; what it does not support is missing. */
export interface DpllPinSettings {
  /** Frequency in Hz (`DPLL_A_PIN_FREQUENCY`). */
  frequency?: number;
  /** How its phase is adjusted, in picoseconds (`DPLL_A_PIN_PHASE_ADJUST`). */
  phaseAdjust?: number;
  /**
   * Frequency of the synchronization signal in its own one, in Hz
   * (`DPLL_A_PIN_ESYNC_FREQUENCY`).
   */
  syncFrequency?: number;
  /** The devices that it belongs to (`DPLL_A_PIN_PARENT_DEVICE`). */
  devices?: DpllPinOfDevice[];
  /** The pins that it belongs to (`DPLL_A_PIN_PARENT_PIN`). */
  pins?: DpllPinOfPin[];
  /**
   * Pins that can be its reference for synchronization
   * (`DPLL_A_PIN_REFERENCE_SYNC`).
   */
  references?: DpllPinReference[];
}

/** What a pin is looked for by; what is missing fits all. */
export interface DpllPinDescription extends DpllOwner {
  /** What it is (`DPLL_A_PIN_TYPE`). */
  type?: keyof typeof DPLL_PIN_TYPES | number;
  /** Its label on the board (`DPLL_A_PIN_BOARD_LABEL`). */
  boardLabel?: string;
  /** Its label on the panel (`DPLL_A_PIN_PANEL_LABEL`). */
  panelLabel?: string;
  /**
   * Its label in the data sheet of the chip (`DPLL_A_PIN_PACKAGE_LABEL`).
   */
  packageLabel?: string;
}

/** Which pins to list; what is not given does not matter. */
export interface DpllPinFilter extends DpllPinDescription {
  /** Number of a device that they belong to (`DPLL_A_PIN_PARENT_DEVICE`). */
  device?: number;
}

/** A pin, by which signals come in or go out. */
export interface DpllPin
  extends
    DpllPinKey,
    DpllPinSettings,
    DpllPinDescription,
    ReadFrom<DpllPinAttributes> {
  /** What can be changed of it (`DPLL_A_PIN_CAPABILITIES`). */
  capabilities?: (keyof typeof DPLL_PIN_CAPABILITIES | number)[];
  /** Frequencies that it can have (`DPLL_A_PIN_FREQUENCY_SUPPORTED`). */
  supportedFrequencies?: DpllFrequencies[];
  /**
   * Least adjustment of its phase, in picoseconds
   * (`DPLL_A_PIN_PHASE_ADJUST_MIN`).
   */
  phaseAdjustMin?: number;
  /**
   * Greatest adjustment of its phase, in picoseconds
   * (`DPLL_A_PIN_PHASE_ADJUST_MAX`).
   */
  phaseAdjustMax?: number;
  /**
   * Step of these adjustments, in picoseconds
   * (`DPLL_A_PIN_PHASE_ADJUST_GRAN`).
   */
  phaseAdjustStep?: number;
  /**
   * Offset of the frequency that its port receives to the one that it sends, in
   * parts per million (`DPLL_A_PIN_FRACTIONAL_FREQUENCY_OFFSET`).
   */
  frequencyOffset?: number;
  /**
   * The same in parts per trillion
   * (`DPLL_A_PIN_FRACTIONAL_FREQUENCY_OFFSET_PPT`).
   */
  preciseFrequencyOffset?: number;
  /** Frequency that was measured, in Hz (`DPLL_A_PIN_MEASURED_FREQUENCY`). */
  measuredFrequency?: number;
  /**
   * Frequencies that the synchronization signal can have
   * (`DPLL_A_PIN_ESYNC_FREQUENCY_SUPPORTED`).
   */
  supportedSyncFrequencies?: DpllFrequencies[];
  /**
   * How long the pulses of that signal are, in percent of their period
   * (`DPLL_A_PIN_ESYNC_PULSE`).
   */
  syncPulse?: number;
}

/** Units of 64 bits of which so many are one of what people count. */
function unitsOf(divider: number): Readable<number, bigint> {
  return { fromKernel: (value) => Number(value) / divider };
}

const pinType = enumeration(DPLL_PIN_TYPES, 32);
const pinState = enumeration(DPLL_PIN_STATES, 32);

const ofDevice = mapping<DpllPinOfDevice, DpllPinParentDevice>(() => ({
  device: ["parentId", uint32],
  direction: ["direction", enumeration(DPLL_PIN_DIRECTIONS, 32)],
  priority: ["prio", uint32],
  state: ["state", pinState],
  operationalState: readOnly("operstate", enumeration(DPLL_PIN_OPERSTATES)),
  phaseOffset: readOnly("phaseOffset", unitsOf(DPLL_PHASE_OFFSET_DIVIDER)),
  frequencyOffset: readOnly("fractionalFrequencyOffset", unitsOf(1)),
  preciseFrequencyOffset: readOnly("fractionalFrequencyOffsetPpt", unitsOf(1)),
}), dpllPinParentDevice);

const ofPin = mapping<DpllPinOfPin, DpllPinParentPin>(() => ({
  pin: ["parentId", uint32],
  state: ["state", pinState],
}), dpllPinParentPin);

const reference = mapping<DpllPinReference, DpllReferenceSync>(() => ({
  pin: ["id", uint32],
  state: ["state", pinState],
}), dpllReferenceSync);

/** A list of what has to be named. */
function listed<W extends object, D extends object>(
  { fromKernel, toKernel }: Mapping<W, D>,
  key: keyof W & string,
): Conversion<W[], D[]> {
  return listOf({
    fromKernel,
    toKernel: (value: W, fieldPath: FieldPath) => {
      const data = toKernel(value, fieldPath);
      checkRequired(value, [key], fieldPath);
      return data;
    },
  });
}

const settingFields = {
  frequency: ["frequency", wideNumber],
  phaseAdjust: ["phaseAdjust", int32],
  syncFrequency: ["esyncFrequency", wideNumber],
  devices: ["parentDevice", listed(ofDevice, "device")],
  pins: ["parentPin", listed(ofPin, "pin")],
  references: ["referenceSync", listed(reference, "pin")],
} as const;

const filterFields = {
  module: ["moduleName", text],
  clock: ["clockId", uint64],
  type: ["type", pinType],
  boardLabel: ["boardLabel", text],
  panelLabel: ["panelLabel", text],
  packageLabel: ["packageLabel", text],
} as const;

const frequencies: Readable<DpllFrequencies[], DpllFrequencyRange[]> = {
  fromKernel: (ranges) =>
    ranges.map(({ frequencyMin, frequencyMax }) => ({
      ...frequencyMin !== undefined && { min: Number(frequencyMin) },
      ...frequencyMax !== undefined && { max: Number(frequencyMax) },
    })),
};

/** How a pin works. */
export const dpllPinSettings: Mapping<DpllPinSettings, DpllPinAttributes> =
  mapping(() => settingFields);

/** What a pin is found by. */
export const dpllPinDescription: Mapping<
  DpllPinDescription,
  DpllPinAttributes
> = mapping(() => filterFields);

const pinConditions = conditions<GenericMessage<DpllPinAttributes>>();

/** A pin. */
export const dpllPin: FamilyObject<DpllPin, DpllPinAttributes, DpllPinFilter> =
  familyObject({
    family: DPLL_FAMILY_NAME,
    version: DPLL_FAMILY_VERSION,
    noun: "DPLL pin",
    actions: {
      [DPLL_CMD_PIN_ID_GET]: "find DPLL pin",
      [DPLL_CMD_PIN_SET]: "set DPLL pin",
    },
    subject: (
      { id, moduleName, clockId, boardLabel, panelLabel, packageLabel, type },
    ) =>
      dpllSubject(
        id,
        moduleName,
        clockId,
        boardLabel,
        panelLabel,
        packageLabel,
        type === undefined ? undefined : pinType.fromKernel(type),
      ),
    codec: dpllPinAttributes,
    get: DPLL_CMD_PIN_GET,
    fields: () => ({
      id: ["id", uint32],
      ...filterFields,
      ...settingFields,
      capabilities: readOnly("capabilities", flagNames(DPLL_PIN_CAPABILITIES)),
      supportedFrequencies: readOnly("frequencySupported", frequencies),
      phaseAdjustMin: readOnly("phaseAdjustMin", number),
      phaseAdjustMax: readOnly("phaseAdjustMax", number),
      phaseAdjustStep: readOnly("phaseAdjustGran", number),
      frequencyOffset: readOnly("fractionalFrequencyOffset", unitsOf(1)),
      preciseFrequencyOffset: readOnly(
        "fractionalFrequencyOffsetPpt",
        unitsOf(1),
      ),
      measuredFrequency: readOnly(
        "measuredFrequency",
        unitsOf(DPLL_PIN_MEASURED_FREQUENCY_DIVIDER),
      ),
      supportedSyncFrequencies: readOnly(
        "esyncFrequencySupported",
        frequencies,
      ),
      syncPulse: readOnly("esyncPulse", number),
    }),
    key: { id: "id" },
    filter: () => ({
      ...pinConditions.equals<DpllPinDescription>(filterFields),
      device: pinConditions.where({
        value: uint32,
        reads: ["attributes.parentDevice"],
        accepts: (device) => (parents) =>
          parents?.some(({ parentId }) => parentId === device) ?? false,
      }),
    }),
    missing: ["ENODEV"],
  });
