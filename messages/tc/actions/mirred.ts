/**
 * Actions that send packets, or copies of them, to other devices:
 * `TCA_MIRRED_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/tc_act/tc_mirred.h | linux/tc_act/tc_mirred.h}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  s32,
  struct,
  u32,
} from "../../codec/mod.ts";
import {
  actionParameterMembers,
  type ActionParameters,
  type ActionTimes,
  actionTimes,
} from "./parameters.ts";

// What is done with a packet: `eaction`.

/** It leaves by another device. */
export const TCA_EGRESS_REDIR = 1;
/** A copy leaves by another device. */
export const TCA_EGRESS_MIRROR = 2;
/** It comes in by another device. */
export const TCA_INGRESS_REDIR = 3;
/** A copy comes in by another device. */
export const TCA_INGRESS_MIRROR = 4;

/** What is done, and with which device (`struct tc_mirred`). */
export interface MirredParameters extends ActionParameters {
  /** What is done, `TCA_EGRESS_REDIR` and others (`eaction`). */
  type: number;
  /** Index of the other device, 0 for those of a block (`ifindex`). */
  device: number;
}

/** An action that sends packets to other devices (`TCA_MIRRED_*`). */
export interface MirredData extends Attributes {
  /** What is done, and with which device (`TCA_MIRRED_PARMS`). */
  parameters?: MirredParameters;
  /** When it was used (`TCA_MIRRED_TM`). */
  times?: ActionTimes;
  /** Block whose devices are all meant (`TCA_MIRRED_BLOCKID`). */
  block?: number;
}

/** Codec of {@linkcode MirredParameters}. */
export const mirredParameters: Codec<MirredParameters> = struct({
  ...actionParameterMembers,
  type: s32,
  device: u32,
});

/** Codec of {@linkcode MirredData}. */
export const mirredData: Codec<MirredData> = attributes({
  parameters: ["TCA_MIRRED_PARMS", 2, mirredParameters],
  times: ["TCA_MIRRED_TM", 1, actionTimes],
  block: ["TCA_MIRRED_BLOCKID", 4, u32],
}, { pad: ["TCA_MIRRED_PAD", 3] });
