/**
 * Names of what devices and pins of the family `dpll` have, as modes, states and
 * types, and units of their numbers.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v7.2/include/uapi/linux/dpll.h | linux/dpll.h}
 * @see {@link https://docs.kernel.org/driver-api/dpll.html | The Linux kernel dpll subsystem}
 *
 * @module
 */

/** Units of a degree Celsius in temperatures. */
export const DPLL_TEMP_DIVIDER = 1000;
/** Units of a picosecond in phases between pins and devices. */
export const DPLL_PHASE_OFFSET_DIVIDER = 1000;
/** Units of a Hz in frequencies that are measured. */
export const DPLL_PIN_MEASURED_FREQUENCY_DIVIDER = 1000;

/** How a device chooses among its inputs: `DPLL_MODE_*`. */
export const DPLL_MODES = {
  /** By request (`DPLL_MODE_MANUAL`). */
  manual: 1,
  /** By their priorities (`DPLL_MODE_AUTOMATIC`). */
  automatic: 2,
} as const;

/** Whether a device follows an input: `DPLL_LOCK_STATUS_*`. */
export const DPLL_LOCK_STATUSES = {
  /** It has not followed any yet (`DPLL_LOCK_STATUS_UNLOCKED`). */
  unlocked: 1,
  /** It follows one (`DPLL_LOCK_STATUS_LOCKED`). */
  locked: 2,
  /**
   * It follows one, and can hold what it has measured
   * (`DPLL_LOCK_STATUS_LOCKED_HO_ACQ`).
   */
  "locked-holdover-acquired": 3,
  /**
   * It follows none, and holds what it has measured
   * (`DPLL_LOCK_STATUS_HOLDOVER`).
   */
  holdover: 4,
} as const;

/**
 * Why a device does not follow an input any more: `DPLL_LOCK_STATUS_ERROR_*`.
 */
export const DPLL_LOCK_STATUS_ERRORS = {
  /** There is no error (`DPLL_LOCK_STATUS_ERROR_NONE`). */
  none: 1,
  /** For an unknown reason (`DPLL_LOCK_STATUS_ERROR_UNDEFINED`). */
  undefined: 2,
  /** The medium is down (`DPLL_LOCK_STATUS_ERROR_MEDIA_DOWN`). */
  "media-down": 3,
  /**
   * The frequency is off too much
   * (`DPLL_LOCK_STATUS_ERROR_FRACTIONAL_FREQUENCY_OFFSET_TOO_HIGH`).
   */
  "frequency-offset-too-high": 4,
} as const;

/** How good a clock is, by ITU-T G.8264: `DPLL_CLOCK_QUALITY_LEVEL_*`. */
export const DPLL_CLOCK_QUALITY_LEVELS = {
  /** Primary reference clock (`DPLL_CLOCK_QUALITY_LEVEL_ITU_OPT1_PRC`). */
  "itu-opt1-prc": 1,
  /**
   * Synchronization supply unit A (`DPLL_CLOCK_QUALITY_LEVEL_ITU_OPT1_SSU_A`).
   */
  "itu-opt1-ssu-a": 2,
  /**
   * Synchronization supply unit B (`DPLL_CLOCK_QUALITY_LEVEL_ITU_OPT1_SSU_B`).
   */
  "itu-opt1-ssu-b": 3,
  /** Ethernet equipment clock (`DPLL_CLOCK_QUALITY_LEVEL_ITU_OPT1_EEC1`). */
  "itu-opt1-eec1": 4,
  /**
   * Primary reference time clock (`DPLL_CLOCK_QUALITY_LEVEL_ITU_OPT1_PRTC`).
   */
  "itu-opt1-prtc": 5,
  /**
   * Enhanced primary reference time clock
   * (`DPLL_CLOCK_QUALITY_LEVEL_ITU_OPT1_EPRTC`).
   */
  "itu-opt1-eprtc": 6,
  /**
   * Enhanced Ethernet equipment clock
   * (`DPLL_CLOCK_QUALITY_LEVEL_ITU_OPT1_EEEC`).
   */
  "itu-opt1-eeec": 7,
  /**
   * Enhanced primary reference clock
   * (`DPLL_CLOCK_QUALITY_LEVEL_ITU_OPT1_EPRC`).
   */
  "itu-opt1-eprc": 8,
} as const;

/** What devices are for: `DPLL_TYPE_*`. */
export const DPLL_TYPES = {
  /** Pulses per second (`DPLL_TYPE_PPS`). */
  pps: 1,
  /** The clock of Ethernet (`DPLL_TYPE_EEC`). */
  eec: 2,
  /** Something else (`DPLL_TYPE_GENERIC`). */
  generic: 3,
} as const;

/** What pins are: `DPLL_PIN_TYPE_*`. */
export const DPLL_PIN_TYPES = {
  /** One of several pins (`DPLL_PIN_TYPE_MUX`). */
  mux: 1,
  /** An external input (`DPLL_PIN_TYPE_EXT`). */
  external: 2,
  /** The clock of an Ethernet port (`DPLL_PIN_TYPE_SYNCE_ETH_PORT`). */
  "ethernet-port": 3,
  /** An oscillator of the device (`DPLL_PIN_TYPE_INT_OSCILLATOR`). */
  "internal-oscillator": 4,
  /** A receiver of satellites (`DPLL_PIN_TYPE_GNSS`). */
  gnss: 5,
} as const;

/** Directions of pins: `DPLL_PIN_DIRECTION_*`. */
export const DPLL_PIN_DIRECTIONS = {
  /** Signals come in (`DPLL_PIN_DIRECTION_INPUT`). */
  input: 1,
  /** Signals go out (`DPLL_PIN_DIRECTION_OUTPUT`). */
  output: 2,
} as const;

/** What is wanted of pins: `DPLL_PIN_STATE_*`. */
export const DPLL_PIN_STATES = {
  /** It is used (`DPLL_PIN_STATE_CONNECTED`). */
  connected: 1,
  /** It is not used (`DPLL_PIN_STATE_DISCONNECTED`). */
  disconnected: 2,
  /** It is used when its turn comes (`DPLL_PIN_STATE_SELECTABLE`). */
  selectable: 3,
} as const;

/** What pins do: `DPLL_PIN_OPERSTATE_*`. */
export const DPLL_PIN_OPERSTATES = {
  /** It is used (`DPLL_PIN_OPERSTATE_ACTIVE`). */
  active: 1,
  /** It could be used (`DPLL_PIN_OPERSTATE_STANDBY`). */
  standby: 2,
  /** There is no signal (`DPLL_PIN_OPERSTATE_NO_SIGNAL`). */
  "no-signal": 3,
  /** Its signal is not good enough (`DPLL_PIN_OPERSTATE_QUAL_FAILED`). */
  "qualification-failed": 4,
} as const;

/** What can be changed of pins: bits `DPLL_PIN_CAPABILITIES_*`. */
export const DPLL_PIN_CAPABILITIES = {
  /** The direction (`DPLL_PIN_CAPABILITIES_DIRECTION_CAN_CHANGE`). */
  direction: 1,
  /** The priority (`DPLL_PIN_CAPABILITIES_PRIORITY_CAN_CHANGE`). */
  priority: 2,
  /** The state (`DPLL_PIN_CAPABILITIES_STATE_CAN_CHANGE`). */
  state: 4,
} as const;

/** Whether a feature is on: `DPLL_FEATURE_STATE_*`. */
export const DPLL_FEATURE_STATES = {
  /** It is off (`DPLL_FEATURE_STATE_DISABLE`). */
  off: 0,
  /** It is on (`DPLL_FEATURE_STATE_ENABLE`). */
  on: 1,
} as const;
