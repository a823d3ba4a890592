/**
 * Actions that do nothing but decide what happens to packets: `TCA_GACT_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/tc_act/tc_gact.h | linux/tc_act/tc_gact.h}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  s32,
  struct,
  u16,
} from "../../codec/mod.ts";
import {
  type ActionParameters,
  actionParameters,
  type ActionTimes,
  actionTimes,
} from "./parameters.ts";

/** How often another decision is taken (`PGACT_*`). */
export const GACT_RANDOM_TYPES = {
  /** Never (`PGACT_NONE`). */
  none: 0,
  /** At random, once in as many packets on average (`PGACT_NETRAND`). */
  netrand: 1,
  /** Once in exactly as many packets (`PGACT_DETERM`). */
  determ: 2,
} as const;

/** A decision for some packets (`struct tc_gact_p`). */
export interface GactProbability {
  /** One of {@linkcode GACT_RANDOM_TYPES} (`ptype`). */
  type: number;
  /** One in how many packets, at most 10,000 (`pval`). */
  value: number;
  /** What happens to these (`paction`). */
  control: number;
}

/** An action that only decides (`TCA_GACT_*`). */
export interface GactData extends Attributes {
  /** What happens to packets (`TCA_GACT_PARMS`). */
  parameters?: ActionParameters;
  /** What happens to some of them instead (`TCA_GACT_PROB`). */
  probability?: GactProbability;
  /** When it was used (`TCA_GACT_TM`). */
  times?: ActionTimes;
}

/** Codec of {@linkcode GactProbability}. */
export const gactProbability: Codec<GactProbability> = struct({
  type: u16,
  value: u16,
  control: s32,
});

/** Codec of {@linkcode GactData}. */
export const gactData: Codec<GactData> = attributes({
  parameters: ["TCA_GACT_PARMS", 2, actionParameters],
  probability: ["TCA_GACT_PROB", 3, gactProbability],
  times: ["TCA_GACT_TM", 1, actionTimes],
}, { pad: ["TCA_GACT_PAD", 4] });
