/**
 * Actions that write a line into the kernel's log: `TCA_DEF_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/tc_act/tc_defact.h | linux/tc_act/tc_defact.h}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  string,
} from "../../codec/mod.ts";
import {
  type ActionParameters,
  actionParameters,
  type ActionTimes,
  actionTimes,
} from "./parameters.ts";

/** An action that writes a line into the log (`TCA_DEF_*`). */
export interface SimpleData extends Attributes {
  /** When it was used (`TCA_DEF_TM`). */
  times?: ActionTimes;
  /** What all actions have (`TCA_DEF_PARMS`). */
  parameters?: ActionParameters;
  /** Text, at most 31 bytes (`TCA_DEF_DATA`). */
  text?: string;
}

/** Codec of {@linkcode SimpleData}. */
export const simpleData: Codec<SimpleData> = attributes({
  times: ["TCA_DEF_TM", 1, actionTimes],
  parameters: ["TCA_DEF_PARMS", 2, actionParameters],
  text: ["TCA_DEF_DATA", 3, string],
}, { pad: ["TCA_DEF_PAD", 4] });
