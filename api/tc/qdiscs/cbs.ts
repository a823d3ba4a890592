/**
 * Credit-based shaper.
 *
 * @see {@link https://man7.org/linux/man-pages/man8/tc-cbs.8.html | tc-cbs(8)}
 *
 * @module
 */

import { blank } from "../../../messages/codec/mod.ts";
import {
  type CbsData,
  type CbsParameters,
  cbsParameters,
} from "../../../messages/tc/qdiscs/cbs.ts";
import { boolean, checkInteger, int32 } from "../../mapping/conversions.ts";
import { type Conversion, mapping } from "../../mapping/mapping.ts";
import { arranged, type TrafficMapping } from "../kind.ts";
import { bytesPerSecond, type Rate } from "../units.ts";

/** Settings of a credit-based shaper. */
export interface CbsOptions {
  /** Whether hardware does the work (`tc_cbs_qopt.offload`). */
  offload?: boolean;
  /** The largest credit in bytes (`tc_cbs_qopt.hicredit`). */
  highCredit?: number;
  /** The least credit in bytes, negative (`tc_cbs_qopt.locredit`). */
  lowCredit?: number;
  /**
   * Rate at which credit grows, in whole kilobits a second
   * (`tc_cbs_qopt.idleslope`).
   */
  idleSlope?: Rate;
  /**
   * Rate at which credit shrinks while packets are sent: a negative number of
   * bytes a second, in whole kilobits (`tc_cbs_qopt.sendslope`).
   */
  sendSlope?: number;
}

/** Bytes of a kilobit. */
const KILOBIT = 125;
/** The most kilobits a second that the kernel has a number for. */
const MOST = 0x7fffffff;

/** Bytes a second that the kernel has in kilobits. */
const sendSlope: Conversion<number, number> = {
  fromKernel: (value) => value * KILOBIT,
  toKernel: (given, fieldPath) => {
    const value = checkInteger(
      given,
      -MOST * KILOBIT,
      MOST * KILOBIT,
      fieldPath,
    );
    if (value % KILOBIT === 0) return value / KILOBIT;
    throw fieldPath.outside(
      given,
      `it is not a multiple of ${KILOBIT} bytes a second, a kilobit`,
    );
  },
};

const idleSlope: Conversion<Rate, number> = {
  fromKernel: sendSlope.fromKernel,
  toKernel: (value, fieldPath) =>
    sendSlope.toKernel(
      typeof value === "string" ? bytesPerSecond(value, fieldPath) : value,
      fieldPath,
    ),
};

/** How {@linkcode CbsOptions} are stored. */
export const cbsMapping: TrafficMapping<CbsOptions, CbsData> = arranged(
  mapping<CbsOptions, Partial<CbsParameters>>({
    offload: boolean,
    highCredit: int32,
    lowCredit: int32,
    idleSlope: idleSlope,
    sendSlope: sendSlope,
  }),
  ({ parameters = {} as CbsParameters }) => parameters,
  (settings) => ({
    parameters: blank(cbsParameters, settings),
  }),
);
