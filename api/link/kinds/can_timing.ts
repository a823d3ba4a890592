/**
 * Timing of CAN controllers.
 *
 * @see {@link https://docs.kernel.org/networking/can.html | SocketCAN}
 *
 * @module
 */

import {
  type CanBittiming,
  canBittiming,
  type CanPwm,
  canPwm,
  type CanTdc,
  canTdc,
} from "../../../messages/link/kinds/can_timing.ts";
import { duration, number } from "../../mapping/conversions.ts";
import { type Mapping, mapping } from "../../mapping/mapping.ts";

/** Bit timing of a CAN controller. */
export interface CanBitTiming {
  /** Bits a second (`bitrate`). */
  bitrate?: number;
  /** Sample point as a fraction of the bit, such as 0.875 (`sample_point`). */
  samplePoint?: number;
  /** Time quantum in seconds (`tq`). */
  timeQuantum?: number;
  /** Propagation segment in time quanta (`prop_seg`). */
  propagationSegment?: number;
  /** Phase buffer segment 1 in time quanta (`phase_seg1`). */
  phaseSegment1?: number;
  /** Phase buffer segment 2 in time quanta (`phase_seg2`). */
  phaseSegment2?: number;
  /** Synchronization jump width in time quanta (`sjw`). */
  jumpWidth?: number;
  /** Bit-rate prescaler (`brp`). */
  prescaler?: number;
}

/** How {@linkcode CanBitTiming} is stored. */
export const canBitTiming: Mapping<CanBitTiming, CanBittiming> = mapping(
  {
    bitrate: number,
    samplePoint: duration(1000),
    timeQuantum: ["tq", duration(1_000_000_000)],
    propagationSegment: ["propSeg", number],
    phaseSegment1: ["phaseSeg1", number],
    phaseSegment2: ["phaseSeg2", number],
    jumpWidth: ["sjw", number],
    prescaler: ["brp", number],
  },
  canBittiming,
);

/** Compensation of a transmitter's delay. */
export interface CanDelayCompensation {
  /** The delay from sending to receiving (`IFLA_CAN_TDC_TDCV`). */
  value?: number;
  /** Offset of the secondary sample point (`IFLA_CAN_TDC_TDCO`). */
  offset?: number;
  /** The least delay that counts (`IFLA_CAN_TDC_TDCF`). */
  filter?: number;
}

/** How {@linkcode CanDelayCompensation} is stored. */
export const canDelayCompensation: Mapping<CanDelayCompensation, CanTdc> =
  mapping({
    value: ["tdcv", number],
    offset: ["tdco", number],
    filter: ["tdcf", number],
  }, canTdc);

/** Pulse-width modulation of CAN XL. */
export interface CanPulseWidths {
  /** Short phase (`IFLA_CAN_PWM_PWMS`). */
  short?: number;
  /** Long phase (`IFLA_CAN_PWM_PWML`). */
  long?: number;
  /** Offset (`IFLA_CAN_PWM_PWMO`). */
  offset?: number;
}

/** How {@linkcode CanPulseWidths} are stored. */
export const canPulseWidths: Mapping<CanPulseWidths, CanPwm> = mapping({
  short: ["pwms", number],
  long: ["pwml", number],
  offset: ["pwmo", number],
}, canPwm);
