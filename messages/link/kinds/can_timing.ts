/**
 * Bit timing of CAN controllers: the structs, `IFLA_CAN_TDC_*` and
 * `IFLA_CAN_PWM_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/can/netlink.h | linux/can/netlink.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/drivers/net/can/dev/netlink.c | drivers/net/can/dev/netlink.c}
 * @see {@link https://docs.kernel.org/networking/can.html | SocketCAN}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  fixedString,
  struct,
  u32,
} from "../../codec/mod.ts";

/** Bit timing: `struct can_bittiming`. */
export interface CanBittiming {
  /** Bits a second (`bitrate`). */
  bitrate: number;
  /** Sample point in tenths of a percent (`sample_point`). */
  samplePoint: number;
  /** Time quantum in nanoseconds (`tq`). */
  tq: number;
  /** Propagation segment in time quanta (`prop_seg`). */
  propSeg: number;
  /** Phase buffer segment 1 in time quanta (`phase_seg1`). */
  phaseSeg1: number;
  /** Phase buffer segment 2 in time quanta (`phase_seg2`). */
  phaseSeg2: number;
  /** Synchronization jump width in time quanta (`sjw`). */
  sjw: number;
  /** Bit-rate prescaler (`brp`). */
  brp: number;
}

/** What a controller can do: `struct can_bittiming_const`. */
export interface CanBittimingConst {
  /** Name of the controller (`name`). */
  name: string;
  /**
   * Least time segment 1 (propagation segment and phase buffer segment 1), in
   * time quanta (`tseg1_min`).
   */
  tseg1Min: number;
  /** Greatest time segment 1 (`tseg1_max`). */
  tseg1Max: number;
  /** Least time segment 2 (phase buffer segment 2) (`tseg2_min`). */
  tseg2Min: number;
  /** Greatest time segment 2 (`tseg2_max`). */
  tseg2Max: number;
  /** Greatest synchronization jump width (`sjw_max`). */
  sjwMax: number;
  /** Least bit-rate prescaler (`brp_min`). */
  brpMin: number;
  /** Greatest bit-rate prescaler (`brp_max`). */
  brpMax: number;
  /** Step of the bit-rate prescaler (`brp_inc`). */
  brpInc: number;
}

/** Transmitter delay compensation, in clock periods: `IFLA_CAN_TDC_*`. */
export interface CanTdc extends Attributes {
  /** Least compensation value (`IFLA_CAN_TDC_TDCV_MIN`). */
  tdcvMin?: number;
  /** Greatest compensation value (`IFLA_CAN_TDC_TDCV_MAX`). */
  tdcvMax?: number;
  /** Least offset (`IFLA_CAN_TDC_TDCO_MIN`). */
  tdcoMin?: number;
  /** Greatest offset (`IFLA_CAN_TDC_TDCO_MAX`). */
  tdcoMax?: number;
  /** Least filter window (`IFLA_CAN_TDC_TDCF_MIN`). */
  tdcfMin?: number;
  /** Greatest filter window (`IFLA_CAN_TDC_TDCF_MAX`). */
  tdcfMax?: number;
  /**
   * Compensation value: the delay from sending to receiving
   * (`IFLA_CAN_TDC_TDCV`).
   */
  tdcv?: number;
  /** Offset of the secondary sample point (`IFLA_CAN_TDC_TDCO`). */
  tdco?: number;
  /** Filter window: the least value that is used (`IFLA_CAN_TDC_TDCF`). */
  tdcf?: number;
}

/** Pulse-width modulation of CAN XL, in clock periods: `IFLA_CAN_PWM_*`. */
export interface CanPwm extends Attributes {
  /** Least short phase (`IFLA_CAN_PWM_PWMS_MIN`). */
  pwmsMin?: number;
  /** Greatest short phase (`IFLA_CAN_PWM_PWMS_MAX`). */
  pwmsMax?: number;
  /** Least long phase (`IFLA_CAN_PWM_PWML_MIN`). */
  pwmlMin?: number;
  /** Greatest long phase (`IFLA_CAN_PWM_PWML_MAX`). */
  pwmlMax?: number;
  /** Least offset (`IFLA_CAN_PWM_PWMO_MIN`). */
  pwmoMin?: number;
  /** Greatest offset (`IFLA_CAN_PWM_PWMO_MAX`). */
  pwmoMax?: number;
  /** Short phase (`IFLA_CAN_PWM_PWMS`). */
  pwms?: number;
  /** Long phase (`IFLA_CAN_PWM_PWML`). */
  pwml?: number;
  /** Offset (`IFLA_CAN_PWM_PWMO`). */
  pwmo?: number;
}

/** Codec of {@linkcode CanBittiming}. */
export const canBittiming: Codec<CanBittiming> = struct({
  bitrate: u32,
  samplePoint: u32,
  tq: u32,
  propSeg: u32,
  phaseSeg1: u32,
  phaseSeg2: u32,
  sjw: u32,
  brp: u32,
});

/** Codec of {@linkcode CanBittimingConst}. */
export const canBittimingConst: Codec<CanBittimingConst> = struct({
  name: fixedString(16),
  tseg1Min: u32,
  tseg1Max: u32,
  tseg2Min: u32,
  tseg2Max: u32,
  sjwMax: u32,
  brpMin: u32,
  brpMax: u32,
  brpInc: u32,
});

/** Codec of {@linkcode CanTdc}. */
export const canTdc: Codec<CanTdc> = attributes({
  tdcvMin: ["IFLA_CAN_TDC_TDCV_MIN", 1, u32],
  tdcvMax: ["IFLA_CAN_TDC_TDCV_MAX", 2, u32],
  tdcoMin: ["IFLA_CAN_TDC_TDCO_MIN", 3, u32],
  tdcoMax: ["IFLA_CAN_TDC_TDCO_MAX", 4, u32],
  tdcfMin: ["IFLA_CAN_TDC_TDCF_MIN", 5, u32],
  tdcfMax: ["IFLA_CAN_TDC_TDCF_MAX", 6, u32],
  tdcv: ["IFLA_CAN_TDC_TDCV", 7, u32],
  tdco: ["IFLA_CAN_TDC_TDCO", 8, u32],
  tdcf: ["IFLA_CAN_TDC_TDCF", 9, u32],
});

/** Codec of {@linkcode CanPwm}. */
export const canPwm: Codec<CanPwm> = attributes({
  pwmsMin: ["IFLA_CAN_PWM_PWMS_MIN", 1, u32],
  pwmsMax: ["IFLA_CAN_PWM_PWMS_MAX", 2, u32],
  pwmlMin: ["IFLA_CAN_PWM_PWML_MIN", 3, u32],
  pwmlMax: ["IFLA_CAN_PWM_PWML_MAX", 4, u32],
  pwmoMin: ["IFLA_CAN_PWM_PWMO_MIN", 5, u32],
  pwmoMax: ["IFLA_CAN_PWM_PWMO_MAX", 6, u32],
  pwms: ["IFLA_CAN_PWM_PWMS", 7, u32],
  pwml: ["IFLA_CAN_PWM_PWML", 8, u32],
  pwmo: ["IFLA_CAN_PWM_PWMO", 9, u32],
});
