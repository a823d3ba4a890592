/**
 * CAN controllers: `IFLA_CAN_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/can/netlink.h | linux/can/netlink.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/drivers/net/can/dev/netlink.c | drivers/net/can/dev/netlink.c}
 * @see {@link https://docs.kernel.org/networking/can.html | SocketCAN}
 *
 * @module
 */

import {
  array,
  type Attributes,
  attributes,
  type Codec,
  struct,
  u16,
  u32,
} from "../../codec/mod.ts";
import {
  type CanBittiming,
  canBittiming,
  type CanBittimingConst,
  canBittimingConst,
  type CanPwm,
  canPwm,
  type CanTdc,
  canTdc,
} from "./can_timing.ts";

/** Fewer than 96 errors. */
export const CAN_STATE_ERROR_ACTIVE = 0;
/** Fewer than 128 errors. */
export const CAN_STATE_ERROR_WARNING = 1;
/** Fewer than 256 errors. */
export const CAN_STATE_ERROR_PASSIVE = 2;
/** 256 errors or more. */
export const CAN_STATE_BUS_OFF = 3;
/** Down. */
export const CAN_STATE_STOPPED = 4;
/** Asleep. */
export const CAN_STATE_SLEEPING = 5;

/** Names of the states of a controller (`CAN_STATE_*`). */
export const CAN_STATES = {
  "ERROR-ACTIVE": CAN_STATE_ERROR_ACTIVE,
  "ERROR-WARNING": CAN_STATE_ERROR_WARNING,
  "ERROR-PASSIVE": CAN_STATE_ERROR_PASSIVE,
  "BUS-OFF": CAN_STATE_BUS_OFF,
  STOPPED: CAN_STATE_STOPPED,
  SLEEPING: CAN_STATE_SLEEPING,
} as const;

/** Frames come back to the sender. */
export const CAN_CTRLMODE_LOOPBACK = 0x1;
/** Nothing is sent, no acknowledgements either. */
export const CAN_CTRLMODE_LISTENONLY = 0x2;
/** Each bit is sampled three times. */
export const CAN_CTRLMODE_3_SAMPLES = 0x4;
/** Frames are not repeated. */
export const CAN_CTRLMODE_ONE_SHOT = 0x8;
/** Bus errors are reported. */
export const CAN_CTRLMODE_BERR_REPORTING = 0x10;
/** CAN FD. */
export const CAN_CTRLMODE_FD = 0x20;
/** Missing acknowledgements do not matter. */
export const CAN_CTRLMODE_PRESUME_ACK = 0x40;
/** CAN FD as before ISO 11898-1:2015. */
export const CAN_CTRLMODE_FD_NON_ISO = 0x80;
/** Classical CAN keeps data length codes greater than 8. */
export const CAN_CTRLMODE_CC_LEN8_DLC = 0x100;
/** The controller measures the transmitter delay of CAN FD. */
export const CAN_CTRLMODE_TDC_AUTO = 0x200;
/** The user sets the transmitter delay of CAN FD. */
export const CAN_CTRLMODE_TDC_MANUAL = 0x400;
/** Restricted operation: acknowledgements are sent, frames are not. */
export const CAN_CTRLMODE_RESTRICTED = 0x800;
/** CAN XL. */
export const CAN_CTRLMODE_XL = 0x1000;
/** The controller measures the transmitter delay of CAN XL. */
export const CAN_CTRLMODE_XL_TDC_AUTO = 0x2000;
/** The user sets the transmitter delay of CAN XL. */
export const CAN_CTRLMODE_XL_TDC_MANUAL = 0x4000;
/** The transceiver switches its mode for CAN XL. */
export const CAN_CTRLMODE_XL_TMS = 0x8000;

/** Names of the modes of a controller (`CAN_CTRLMODE_*`). */
export const CAN_MODES = {
  LOOPBACK: CAN_CTRLMODE_LOOPBACK,
  "LISTEN-ONLY": CAN_CTRLMODE_LISTENONLY,
  "TRIPLE-SAMPLING": CAN_CTRLMODE_3_SAMPLES,
  "ONE-SHOT": CAN_CTRLMODE_ONE_SHOT,
  "BERR-REPORTING": CAN_CTRLMODE_BERR_REPORTING,
  FD: CAN_CTRLMODE_FD,
  "FD-NON-ISO": CAN_CTRLMODE_FD_NON_ISO,
  "PRESUME-ACK": CAN_CTRLMODE_PRESUME_ACK,
  "CC-LEN8-DLC": CAN_CTRLMODE_CC_LEN8_DLC,
  "TDC-AUTO": CAN_CTRLMODE_TDC_AUTO,
  "TDC-MANUAL": CAN_CTRLMODE_TDC_MANUAL,
  RESTRICTED: CAN_CTRLMODE_RESTRICTED,
  XL: CAN_CTRLMODE_XL,
  "XL-TDC-AUTO": CAN_CTRLMODE_XL_TDC_AUTO,
  "XL-TDC-MANUAL": CAN_CTRLMODE_XL_TDC_MANUAL,
  TMS: CAN_CTRLMODE_XL_TMS,
} as const;

/** `struct can_clock`. */
export interface CanClock {
  /** Frequency of the controller in hertz (`freq`). */
  freq: number;
}

/** `struct can_berr_counter`. */
export interface CanBerrCounter {
  /** Errors while sending (`txerr`). */
  txerr: number;
  /** Errors while receiving (`rxerr`). */
  rxerr: number;
}

/** `struct can_ctrlmode`. */
export interface CanCtrlmode {
  /**
   * `CAN_CTRLMODE_*` to change; in replies those that can be changed (`mask`).
   */
  mask: number;
  /** `CAN_CTRLMODE_*` that are on (`flags`). */
  flags: number;
}

/** `IFLA_CAN_CTRLMODE_EXT`: more about controller modes. */
export interface CanCtrlmodeExt extends Attributes {
  /**
   * `CAN_CTRLMODE_*` that the controller has (`IFLA_CAN_CTRLMODE_SUPPORTED`).
   */
  supported?: number;
}

/** `IFLA_INFO_DATA` of a CAN controller: `IFLA_CAN_*`. */
export interface CanData extends Attributes {
  /** Bit timing (`IFLA_CAN_BITTIMING`). */
  bittiming?: CanBittiming;
  /** Limits of the bit timing; replies only (`IFLA_CAN_BITTIMING_CONST`). */
  bittimingConst?: CanBittimingConst;
  /** Clock; replies only (`IFLA_CAN_CLOCK`). */
  clock?: CanClock;
  /** State, `CAN_STATE_*`; replies only (`IFLA_CAN_STATE`). */
  state?: number;
  /** Controller modes (`IFLA_CAN_CTRLMODE`). */
  ctrlmode?: CanCtrlmode;
  /**
   * Milliseconds from bus-off to the automatic restart; 0 for none
   * (`IFLA_CAN_RESTART_MS`).
   */
  restartMs?: number;
  /** 1 to restart after bus-off; requests only (`IFLA_CAN_RESTART`). */
  restart?: number;
  /** Bus error counters; replies only (`IFLA_CAN_BERR_COUNTER`). */
  berrCounter?: CanBerrCounter;
  /** Bit timing of the data phase of CAN FD (`IFLA_CAN_DATA_BITTIMING`). */
  dataBittiming?: CanBittiming;
  /**
   * Limits of the bit timing of the data phase of CAN FD; replies only
   * (`IFLA_CAN_DATA_BITTIMING_CONST`).
   */
  dataBittimingConst?: CanBittimingConst;
  /** Termination resistor in ohms; 0 for none (`IFLA_CAN_TERMINATION`). */
  termination?: number;
  /** Resistors to choose from; replies only (`IFLA_CAN_TERMINATION_CONST`). */
  terminationConst?: number[];
  /** Bit rates to choose from; replies only (`IFLA_CAN_BITRATE_CONST`). */
  bitrateConst?: number[];
  /**
   * Bit rates of the data phase of CAN FD to choose from; replies only
   * (`IFLA_CAN_DATA_BITRATE_CONST`).
   */
  dataBitrateConst?: number[];
  /** Greatest bit rate; replies only (`IFLA_CAN_BITRATE_MAX`). */
  bitrateMax?: number;
  /** Transmitter delay compensation of CAN FD (`IFLA_CAN_TDC`). */
  tdc?: CanTdc;
  /** More about controller modes; replies only (`IFLA_CAN_CTRLMODE_EXT`). */
  ctrlmodeExt?: CanCtrlmodeExt;
  /** Bit timing of the data phase of CAN XL (`IFLA_CAN_XL_DATA_BITTIMING`). */
  xlDataBittiming?: CanBittiming;
  /**
   * Limits of the bit timing of the data phase of CAN XL; replies only
   * (`IFLA_CAN_XL_DATA_BITTIMING_CONST`).
   */
  xlDataBittimingConst?: CanBittimingConst;
  /**
   * Bit rates of the data phase of CAN XL to choose from; replies only
   * (`IFLA_CAN_XL_DATA_BITRATE_CONST`).
   */
  xlDataBitrateConst?: number[];
  /** Transmitter delay compensation of CAN XL (`IFLA_CAN_XL_TDC`). */
  xlTdc?: CanTdc;
  /** Pulse-width modulation of CAN XL (`IFLA_CAN_XL_PWM`). */
  xlPwm?: CanPwm;
}

const canClock: Codec<CanClock> = struct({
  freq: u32,
});

const canBerrCounter: Codec<CanBerrCounter> = struct({
  txerr: u16,
  rxerr: u16,
});

const canCtrlmode: Codec<CanCtrlmode> = struct({
  mask: u32,
  flags: u32,
});

/** Codec of {@linkcode CanCtrlmodeExt}. */
export const canCtrlmodeExt: Codec<CanCtrlmodeExt> = attributes(
  {
    supported: ["IFLA_CAN_CTRLMODE_SUPPORTED", 1, u32],
  },
);

/** Codec of {@linkcode CanData}. */
export const canData: Codec<CanData> = attributes({
  bittiming: ["IFLA_CAN_BITTIMING", 1, canBittiming],
  bittimingConst: ["IFLA_CAN_BITTIMING_CONST", 2, canBittimingConst],
  clock: ["IFLA_CAN_CLOCK", 3, canClock],
  state: ["IFLA_CAN_STATE", 4, u32],
  ctrlmode: ["IFLA_CAN_CTRLMODE", 5, canCtrlmode],
  restartMs: ["IFLA_CAN_RESTART_MS", 6, u32],
  restart: ["IFLA_CAN_RESTART", 7, u32],
  berrCounter: ["IFLA_CAN_BERR_COUNTER", 8, canBerrCounter],
  dataBittiming: ["IFLA_CAN_DATA_BITTIMING", 9, canBittiming],
  dataBittimingConst: ["IFLA_CAN_DATA_BITTIMING_CONST", 10, canBittimingConst],
  termination: ["IFLA_CAN_TERMINATION", 11, u16],
  terminationConst: ["IFLA_CAN_TERMINATION_CONST", 12, array(u16)],
  bitrateConst: ["IFLA_CAN_BITRATE_CONST", 13, array(u32)],
  dataBitrateConst: ["IFLA_CAN_DATA_BITRATE_CONST", 14, array(u32)],
  bitrateMax: ["IFLA_CAN_BITRATE_MAX", 15, u32],
  tdc: ["IFLA_CAN_TDC", 16, canTdc],
  ctrlmodeExt: ["IFLA_CAN_CTRLMODE_EXT", 17, canCtrlmodeExt],
  xlDataBittiming: ["IFLA_CAN_XL_DATA_BITTIMING", 18, canBittiming],
  xlDataBittimingConst: [
    "IFLA_CAN_XL_DATA_BITTIMING_CONST",
    19,
    canBittimingConst,
  ],
  xlDataBitrateConst: ["IFLA_CAN_XL_DATA_BITRATE_CONST", 20, array(u32)],
  xlTdc: ["IFLA_CAN_XL_TDC", 21, canTdc],
  xlPwm: ["IFLA_CAN_XL_PWM", 22, canPwm],
}, { nestedFlag: false });
