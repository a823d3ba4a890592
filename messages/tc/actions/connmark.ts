/**
 * Actions that copy the mark of a connection to its packets: `TCA_CONNMARK_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/tc_act/tc_connmark.h | linux/tc_act/tc_connmark.h}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  struct,
  u16,
} from "../../codec/mod.ts";
import {
  actionParameterMembers,
  type ActionParameters,
  type ActionTimes,
  actionTimes,
} from "./parameters.ts";

/** Which connections are meant (`struct tc_connmark`). */
export interface ConnmarkParameters extends ActionParameters {
  /** Zone of connection tracking (`zone`). */
  zone: number;
}

/** An action that copies marks of connections (`TCA_CONNMARK_*`). */
export interface ConnmarkData extends Attributes {
  /** Which connections (`TCA_CONNMARK_PARMS`). */
  parameters?: ConnmarkParameters;
  /** When it was used (`TCA_CONNMARK_TM`). */
  times?: ActionTimes;
}

/** Codec of {@linkcode ConnmarkParameters}. */
export const connmarkParameters: Codec<ConnmarkParameters> = struct({
  ...actionParameterMembers,
  zone: u16,
});

/** Codec of {@linkcode ConnmarkData}. */
export const connmarkData: Codec<ConnmarkData> = attributes({
  parameters: ["TCA_CONNMARK_PARMS", 1, connmarkParameters],
  times: ["TCA_CONNMARK_TM", 2, actionTimes],
}, { pad: ["TCA_CONNMARK_PAD", 3] });
