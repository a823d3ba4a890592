/**
 * Actions that send samples of packets to `psample`: `TCA_SAMPLE_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/tc_act/tc_sample.h | linux/tc_act/tc_sample.h}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  u32,
} from "../../codec/mod.ts";
import {
  type ActionParameters,
  actionParameters,
  type ActionTimes,
  actionTimes,
} from "./parameters.ts";

/** An action that samples packets (`TCA_SAMPLE_*`). */
export interface SampleData extends Attributes {
  /** When it was used (`TCA_SAMPLE_TM`). */
  times?: ActionTimes;
  /** What all actions have (`TCA_SAMPLE_PARMS`). */
  parameters?: ActionParameters;
  /** One in how many packets is a sample (`TCA_SAMPLE_RATE`). */
  rate?: number;
  /** Bytes of a sample; all, if absent (`TCA_SAMPLE_TRUNC_SIZE`). */
  truncatedSize?: number;
  /** Group that receives samples (`TCA_SAMPLE_PSAMPLE_GROUP`). */
  group?: number;
}

/** Codec of {@linkcode SampleData}. */
export const sampleData: Codec<SampleData> = attributes({
  times: ["TCA_SAMPLE_TM", 1, actionTimes],
  parameters: ["TCA_SAMPLE_PARMS", 2, actionParameters],
  rate: ["TCA_SAMPLE_RATE", 3, u32],
  truncatedSize: ["TCA_SAMPLE_TRUNC_SIZE", 4, u32],
  group: ["TCA_SAMPLE_PSAMPLE_GROUP", 5, u32],
}, { pad: ["TCA_SAMPLE_PAD", 6] });
