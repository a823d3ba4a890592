/**
 * Credit-based shaper: `TCA_CBS_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/pkt_sched.h | linux/pkt_sched.h}
 * @see {@link https://man7.org/linux/man-pages/man8/tc-cbs.8.html | tc-cbs(8)}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  s32,
  struct,
  u8,
} from "../../codec/mod.ts";

/** Credits and slopes (`struct tc_cbs_qopt`). */
export interface CbsParameters {
  /** Whether hardware does the work (`offload`). */
  offload: number;
  /** The largest credit in bytes (`hicredit`). */
  highCredit: number;
  /** The least credit in bytes (`locredit`). */
  lowCredit: number;
  /** Rate at which credit grows, in kilobits a second (`idleslope`). */
  idleSlope: number;
  /** Rate at which it shrinks, in kilobits a second (`sendslope`). */
  sendSlope: number;
}

/** Codec of {@linkcode CbsParameters}. */
export const cbsParameters: Codec<CbsParameters> = struct({
  offload: u8,
  highCredit: s32,
  lowCredit: s32,
  idleSlope: s32,
  sendSlope: s32,
});

/** `TCA_OPTIONS` of the credit-based shaper (`TCA_CBS_*`). */
export interface CbsData extends Attributes {
  /** Credits and slopes (`TCA_CBS_PARMS`). */
  parameters?: CbsParameters;
}

/** Codec of {@linkcode CbsData}. */
export const cbsData: Codec<CbsData> = attributes({
  parameters: ["TCA_CBS_PARMS", 1, cbsParameters],
}, { nestedFlag: false });
