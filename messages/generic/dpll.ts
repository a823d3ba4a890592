/**
 * Digital phase-locked loops, which devices derive their clocks by, and the pins
 * of these, family `dpll`: `DPLL_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/dpll.h | linux/dpll.h}
 * @see {@link https://docs.kernel.org/driver-api/dpll.html | The Linux kernel dpll subsystem}
 * @see {@link https://docs.kernel.org/networking/netlink_spec/dpll.html | dpll netlink specification}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  type FieldsOf,
  multi,
  s32,
  s64,
  sint,
  string,
  u32,
  u64,
} from "../codec/mod.ts";

/** Name of the family. */
export const DPLL_FAMILY_NAME = "dpll";
/** Version of the family's interface. */
export const DPLL_FAMILY_VERSION = 1;
/** Name of the multicast group of changes. */
export const DPLL_MCGRP_MONITOR = "monitor";

/** Asks for the number of a device. */
export const DPLL_CMD_DEVICE_ID_GET = 1;
/** Asks for devices. */
export const DPLL_CMD_DEVICE_GET = 2;
/** Changes a device. */
export const DPLL_CMD_DEVICE_SET = 3;
/** There is a new device. */
export const DPLL_CMD_DEVICE_CREATE_NTF = 4;
/** A device is gone. */
export const DPLL_CMD_DEVICE_DELETE_NTF = 5;
/** A device has changed. */
export const DPLL_CMD_DEVICE_CHANGE_NTF = 6;
/** Asks for the number of a pin. */
export const DPLL_CMD_PIN_ID_GET = 7;
/** Asks for pins. */
export const DPLL_CMD_PIN_GET = 8;
/** Changes a pin. */
export const DPLL_CMD_PIN_SET = 9;
/** There is a new pin. */
export const DPLL_CMD_PIN_CREATE_NTF = 10;
/** A pin is gone. */
export const DPLL_CMD_PIN_DELETE_NTF = 11;
/** A pin has changed. */
export const DPLL_CMD_PIN_CHANGE_NTF = 12;

/** A range of frequencies: `DPLL_A_PIN_FREQUENCY_*`. */
export interface DpllFrequencyRange extends Attributes {
  /** Least frequency in Hz (`DPLL_A_PIN_FREQUENCY_MIN`). */
  frequencyMin?: bigint;
  /** Greatest frequency in Hz (`DPLL_A_PIN_FREQUENCY_MAX`). */
  frequencyMax?: bigint;
}

/** A device that a pin belongs to: `DPLL_A_PIN_*`. */
export interface DpllPinParentDevice extends Attributes {
  /** Number of the device (`DPLL_A_PIN_PARENT_ID`). */
  parentId?: number;
  /** One of {@linkcode DPLL_PIN_DIRECTIONS} (`DPLL_A_PIN_DIRECTION`). */
  direction?: number;
  /**
   * Priority among the inputs, the least of which goes first
   * (`DPLL_A_PIN_PRIO`).
   */
  prio?: number;
  /** One of {@linkcode DPLL_PIN_STATES} (`DPLL_A_PIN_STATE`). */
  state?: number;
  /** One of {@linkcode DPLL_PIN_OPERSTATES} (`DPLL_A_PIN_OPERSTATE`). */
  operstate?: number;
  /**
   * Phase between it and the device, in thousandths of a picosecond
   * (`DPLL_A_PIN_PHASE_OFFSET`).
   */
  phaseOffset?: bigint;
  /**
   * Offset of its frequency, in parts per million
   * (`DPLL_A_PIN_FRACTIONAL_FREQUENCY_OFFSET`).
   */
  fractionalFrequencyOffset?: bigint;
  /**
   * Offset of its frequency, in parts per trillion
   * (`DPLL_A_PIN_FRACTIONAL_FREQUENCY_OFFSET_PPT`).
   */
  fractionalFrequencyOffsetPpt?: bigint;
}

/** A pin that another one belongs to: `DPLL_A_PIN_*`. */
export interface DpllPinParentPin extends Attributes {
  /** Number of that pin (`DPLL_A_PIN_PARENT_ID`). */
  parentId?: number;
  /** One of {@linkcode DPLL_PIN_STATES} (`DPLL_A_PIN_STATE`). */
  state?: number;
}

/** A pin that can be a reference for synchronization: `DPLL_A_PIN_*`. */
export interface DpllReferenceSync extends Attributes {
  /** Number of that pin (`DPLL_A_PIN_ID`). */
  id?: number;
  /** One of {@linkcode DPLL_PIN_STATES} (`DPLL_A_PIN_STATE`). */
  state?: number;
}

/** A device: `DPLL_A_*`. */
export interface DpllAttributes extends Attributes {
  /** Number of the device (`DPLL_A_ID`). */
  id?: number;
  /** Name of the kernel's module that drives it (`DPLL_A_MODULE_NAME`). */
  moduleName?: string;
  /** Identifier of the clock (`DPLL_A_CLOCK_ID`). */
  clockId?: bigint;
  /** One of {@linkcode DPLL_MODES} (`DPLL_A_MODE`). */
  mode?: number;
  /** Those of {@linkcode DPLL_MODES} that it has (`DPLL_A_MODE_SUPPORTED`). */
  modeSupported?: number[];
  /** One of {@linkcode DPLL_LOCK_STATUSES} (`DPLL_A_LOCK_STATUS`). */
  lockStatus?: number;
  /** Temperature in thousandths of a degree Celsius (`DPLL_A_TEMP`). */
  temp?: number;
  /** One of {@linkcode DPLL_TYPES} (`DPLL_A_TYPE`). */
  type?: number;
  /**
   * One of {@linkcode DPLL_LOCK_STATUS_ERRORS} (`DPLL_A_LOCK_STATUS_ERROR`).
   */
  lockStatusError?: number;
  /**
   * Some of {@linkcode DPLL_CLOCK_QUALITY_LEVELS}
   * (`DPLL_A_CLOCK_QUALITY_LEVEL`).
   */
  clockQualityLevel?: number[];
  /**
   * Whether it measures the phases of all inputs, one of {@linkcode
   * DPLL_FEATURE_STATES} (`DPLL_A_PHASE_OFFSET_MONITOR`).
   */
  phaseOffsetMonitor?: number;
  /**
   * How many measurements of a phase are averaged
   * (`DPLL_A_PHASE_OFFSET_AVG_FACTOR`).
   */
  phaseOffsetAvgFactor?: number;
  /**
   * Whether it measures the frequencies of all inputs, one of {@linkcode
   * DPLL_FEATURE_STATES} (`DPLL_A_FREQUENCY_MONITOR`).
   */
  frequencyMonitor?: number;
}

/** A pin: `DPLL_A_PIN_*`. */
export interface DpllPinAttributes extends DpllPinParentDevice {
  /** Number of the pin (`DPLL_A_PIN_ID`). */
  id?: number;
  /** Number of what the pin belongs to (`DPLL_A_PIN_PARENT_ID`). */
  parentId?: number;
  /** Name of the kernel's module that drives it (`DPLL_A_PIN_MODULE_NAME`). */
  moduleName?: string;
  /** Identifier of the clock (`DPLL_A_PIN_CLOCK_ID`). */
  clockId?: bigint;
  /** Its label on the board (`DPLL_A_PIN_BOARD_LABEL`). */
  boardLabel?: string;
  /** Its label on the panel (`DPLL_A_PIN_PANEL_LABEL`). */
  panelLabel?: string;
  /** Its label in the data sheet of the chip (`DPLL_A_PIN_PACKAGE_LABEL`). */
  packageLabel?: string;
  /** One of {@linkcode DPLL_PIN_TYPES} (`DPLL_A_PIN_TYPE`). */
  type?: number;
  /** Frequency in Hz (`DPLL_A_PIN_FREQUENCY`). */
  frequency?: bigint;
  /** Frequencies that it can have (`DPLL_A_PIN_FREQUENCY_SUPPORTED`). */
  frequencySupported?: DpllFrequencyRange[];
  /** Least frequency in Hz (`DPLL_A_PIN_FREQUENCY_MIN`). */
  frequencyMin?: bigint;
  /** Greatest frequency in Hz (`DPLL_A_PIN_FREQUENCY_MAX`). */
  frequencyMax?: bigint;
  /** Bits of {@linkcode DPLL_PIN_CAPABILITIES} (`DPLL_A_PIN_CAPABILITIES`). */
  capabilities?: number;
  /** The devices that it belongs to (`DPLL_A_PIN_PARENT_DEVICE`). */
  parentDevice?: DpllPinParentDevice[];
  /** The pins that it belongs to (`DPLL_A_PIN_PARENT_PIN`). */
  parentPin?: DpllPinParentPin[];
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
  /** How its phase is adjusted, in picoseconds (`DPLL_A_PIN_PHASE_ADJUST`). */
  phaseAdjust?: number;
  /**
   * Frequency of the synchronization signal in its own one, in Hz
   * (`DPLL_A_PIN_ESYNC_FREQUENCY`).
   */
  esyncFrequency?: bigint;
  /**
   * Frequencies that this signal can have
   * (`DPLL_A_PIN_ESYNC_FREQUENCY_SUPPORTED`).
   */
  esyncFrequencySupported?: DpllFrequencyRange[];
  /**
   * How long its pulses are, in percent of their period
   * (`DPLL_A_PIN_ESYNC_PULSE`).
   */
  esyncPulse?: number;
  /**
   * Pins that can be its reference for synchronization
   * (`DPLL_A_PIN_REFERENCE_SYNC`).
   */
  referenceSync?: DpllReferenceSync[];
  /**
   * Step of the adjustments of its phase, in picoseconds
   * (`DPLL_A_PIN_PHASE_ADJUST_GRAN`).
   */
  phaseAdjustGran?: number;
  /**
   * Frequency that was measured, in thousandths of a Hz
   * (`DPLL_A_PIN_MEASURED_FREQUENCY`).
   */
  measuredFrequency?: bigint;
}

/** Codec of {@linkcode DpllFrequencyRange}. */
export const dpllFrequencyRange: Codec<DpllFrequencyRange> = attributes({
  frequencyMin: ["DPLL_A_PIN_FREQUENCY_MIN", 13, u64],
  frequencyMax: ["DPLL_A_PIN_FREQUENCY_MAX", 14, u64],
});

const pinStateFields: FieldsOf<DpllPinParentDevice> = {
  parentId: ["DPLL_A_PIN_PARENT_ID", 2, u32],
  direction: ["DPLL_A_PIN_DIRECTION", 10, u32],
  prio: ["DPLL_A_PIN_PRIO", 15, u32],
  state: ["DPLL_A_PIN_STATE", 16, u32],
  operstate: ["DPLL_A_PIN_OPERSTATE", 32, u32],
  phaseOffset: ["DPLL_A_PIN_PHASE_OFFSET", 23, s64],
  fractionalFrequencyOffset: [
    "DPLL_A_PIN_FRACTIONAL_FREQUENCY_OFFSET",
    24,
    sint,
  ],
  fractionalFrequencyOffsetPpt: [
    "DPLL_A_PIN_FRACTIONAL_FREQUENCY_OFFSET_PPT",
    30,
    sint,
  ],
};

/** Codec of {@linkcode DpllPinParentDevice}. */
export const dpllPinParentDevice: Codec<DpllPinParentDevice> = attributes(
  pinStateFields,
);

/** Codec of {@linkcode DpllPinParentPin}. */
export const dpllPinParentPin: Codec<DpllPinParentPin> = attributes({
  parentId: ["DPLL_A_PIN_PARENT_ID", 2, u32],
  state: ["DPLL_A_PIN_STATE", 16, u32],
});

/** Codec of {@linkcode DpllReferenceSync}. */
export const dpllReferenceSync: Codec<DpllReferenceSync> = attributes({
  id: ["DPLL_A_PIN_ID", 1, u32],
  state: ["DPLL_A_PIN_STATE", 16, u32],
});

/** Codec of {@linkcode DpllAttributes}. */
export const dpllAttributes: Codec<DpllAttributes> = attributes(
  {
    id: ["DPLL_A_ID", 1, u32],
    moduleName: ["DPLL_A_MODULE_NAME", 2, string],
    clockId: ["DPLL_A_CLOCK_ID", 4, u64],
    mode: ["DPLL_A_MODE", 5, u32],
    modeSupported: ["DPLL_A_MODE_SUPPORTED", 6, multi(u32)],
    lockStatus: ["DPLL_A_LOCK_STATUS", 7, u32],
    temp: ["DPLL_A_TEMP", 8, s32],
    type: ["DPLL_A_TYPE", 9, u32],
    lockStatusError: ["DPLL_A_LOCK_STATUS_ERROR", 10, u32],
    clockQualityLevel: ["DPLL_A_CLOCK_QUALITY_LEVEL", 11, multi(u32)],
    phaseOffsetMonitor: ["DPLL_A_PHASE_OFFSET_MONITOR", 12, u32],
    phaseOffsetAvgFactor: ["DPLL_A_PHASE_OFFSET_AVG_FACTOR", 13, u32],
    frequencyMonitor: ["DPLL_A_FREQUENCY_MONITOR", 14, u32],
  },
  { pad: ["DPLL_A_PAD", 3] },
);

/** Codec of {@linkcode DpllPinAttributes}. */
export const dpllPinAttributes: Codec<DpllPinAttributes> = attributes({
  id: ["DPLL_A_PIN_ID", 1, u32],
  ...pinStateFields,
  moduleName: ["DPLL_A_PIN_MODULE_NAME", 3, string],
  clockId: ["DPLL_A_PIN_CLOCK_ID", 5, u64],
  boardLabel: ["DPLL_A_PIN_BOARD_LABEL", 6, string],
  panelLabel: ["DPLL_A_PIN_PANEL_LABEL", 7, string],
  packageLabel: ["DPLL_A_PIN_PACKAGE_LABEL", 8, string],
  type: ["DPLL_A_PIN_TYPE", 9, u32],
  frequency: ["DPLL_A_PIN_FREQUENCY", 11, u64],
  frequencySupported: [
    "DPLL_A_PIN_FREQUENCY_SUPPORTED",
    12,
    multi(dpllFrequencyRange),
  ],
  frequencyMin: ["DPLL_A_PIN_FREQUENCY_MIN", 13, u64],
  frequencyMax: ["DPLL_A_PIN_FREQUENCY_MAX", 14, u64],
  capabilities: ["DPLL_A_PIN_CAPABILITIES", 17, u32],
  parentDevice: ["DPLL_A_PIN_PARENT_DEVICE", 18, multi(dpllPinParentDevice)],
  parentPin: ["DPLL_A_PIN_PARENT_PIN", 19, multi(dpllPinParentPin)],
  phaseAdjustMin: ["DPLL_A_PIN_PHASE_ADJUST_MIN", 20, s32],
  phaseAdjustMax: ["DPLL_A_PIN_PHASE_ADJUST_MAX", 21, s32],
  phaseAdjust: ["DPLL_A_PIN_PHASE_ADJUST", 22, s32],
  esyncFrequency: ["DPLL_A_PIN_ESYNC_FREQUENCY", 25, u64],
  esyncFrequencySupported: [
    "DPLL_A_PIN_ESYNC_FREQUENCY_SUPPORTED",
    26,
    multi(dpllFrequencyRange),
  ],
  esyncPulse: ["DPLL_A_PIN_ESYNC_PULSE", 27, u32],
  referenceSync: ["DPLL_A_PIN_REFERENCE_SYNC", 28, multi(dpllReferenceSync)],
  phaseAdjustGran: ["DPLL_A_PIN_PHASE_ADJUST_GRAN", 29, u32],
  measuredFrequency: ["DPLL_A_PIN_MEASURED_FREQUENCY", 31, u64],
}, { pad: ["DPLL_A_PIN_PAD", 4] });

/** Attributes of requests and replies, by command. */
export const dpllCommands: ReadonlyMap<number, Codec<Attributes>> = new Map<
  number,
  Codec<Attributes>
>([
  [DPLL_CMD_DEVICE_ID_GET, dpllAttributes],
  [DPLL_CMD_DEVICE_GET, dpllAttributes],
  [DPLL_CMD_DEVICE_SET, dpllAttributes],
  [DPLL_CMD_DEVICE_CREATE_NTF, dpllAttributes],
  [DPLL_CMD_DEVICE_DELETE_NTF, dpllAttributes],
  [DPLL_CMD_DEVICE_CHANGE_NTF, dpllAttributes],
  [DPLL_CMD_PIN_ID_GET, dpllPinAttributes],
  [DPLL_CMD_PIN_GET, dpllPinAttributes],
  [DPLL_CMD_PIN_SET, dpllPinAttributes],
  [DPLL_CMD_PIN_CREATE_NTF, dpllPinAttributes],
  [DPLL_CMD_PIN_DELETE_NTF, dpllPinAttributes],
  [DPLL_CMD_PIN_CHANGE_NTF, dpllPinAttributes],
]);
