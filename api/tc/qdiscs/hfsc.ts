/**
 * Hierarchical fair service curves.
 *
 * @module
 */

import {
  type HfscClassData,
  hfscClassData,
  type HfscCurve,
  hfscCurve,
  type HfscData,
  hfscData,
} from "../../../messages/tc/qdiscs/hfsc.ts";
import { type Mapping, mapping } from "../../mapping/mapping.ts";
import { microseconds, type Rate, rate } from "../units.ts";
import { type DefaultClass, defaultClass } from "../handle.ts";

/** Settings of the queueing discipline. */
export interface HfscOptions {
  /**
   * The class of packets without one; only its minor number counts
   * (`tc_hfsc_qopt.defcls`).
   */
  default?: DefaultClass;
}

/** A service curve of two lines. */
export interface HfscCurveOptions {
  /** Slope of the first line; 0 by default (`tc_service_curve.m1`). */
  rate1?: Rate;
  /** Length of the first line in seconds (`tc_service_curve.d`). */
  duration?: number;
  /** Slope of the second line (`tc_service_curve.m2`). */
  rate2?: Rate;
}

/** How {@linkcode HfscCurveOptions} are stored. */
export const hfscCurveMapping: Mapping<HfscCurveOptions, HfscCurve> = mapping({
  rate1: rate,
  duration: microseconds,
  rate2: rate,
}, hfscCurve);

/** Settings of a class. */
export interface HfscClassOptions {
  /** What is guaranteed (`TCA_HFSC_RSC`). */
  realTime?: HfscCurveOptions;
  /** Its share of what is left (`TCA_HFSC_FSC`). */
  linkShare?: HfscCurveOptions;
  /** The most that it can have (`TCA_HFSC_USC`). */
  upperLimit?: HfscCurveOptions;
}

/** How {@linkcode HfscClassOptions} are stored. */
export const hfscClassMapping: Mapping<HfscClassOptions, HfscClassData> =
  mapping({
    realTime: hfscCurveMapping,
    linkShare: hfscCurveMapping,
    upperLimit: hfscCurveMapping,
  }, hfscClassData);

/** How {@linkcode HfscOptions} are stored. */
export const hfscMapping: Mapping<HfscOptions, HfscData> = mapping({
  default: ["defaultClass", defaultClass],
}, hfscData);
