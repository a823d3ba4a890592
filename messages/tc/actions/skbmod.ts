/**
 * Actions that change Ethernet headers: `TCA_SKBMOD_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/tc_act/tc_skbmod.h | linux/tc_act/tc_skbmod.h}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  macAddress,
  struct,
  u16,
  u64,
} from "../../codec/mod.ts";
import {
  actionParameterMembers,
  type ActionParameters,
  type ActionTimes,
  actionTimes,
} from "./parameters.ts";

// What is changed: `flags`.

/** The receiver. */
export const SKBMOD_F_DMAC = 0x1n;
/** The sender. */
export const SKBMOD_F_SMAC = 0x2n;
/** The EtherType. */
export const SKBMOD_F_ETYPE = 0x4n;
/** Sender and receiver are exchanged. */
export const SKBMOD_F_SWAPMAC = 0x8n;
/** Congestion is noted in the IP header. */
export const SKBMOD_F_ECN = 0x10n;

/** What is changed (`struct tc_skbmod`). */
export interface SkbmodParameters extends ActionParameters {
  /** What is changed, `SKBMOD_F_*` (`flags`). */
  flags: bigint;
}

/** An action that changes Ethernet headers (`TCA_SKBMOD_*`). */
export interface SkbmodData extends Attributes {
  /** When it was used (`TCA_SKBMOD_TM`). */
  times?: ActionTimes;
  /** What is changed (`TCA_SKBMOD_PARMS`). */
  parameters?: SkbmodParameters;
  /** The receiver (`TCA_SKBMOD_DMAC`). */
  destination?: string;
  /** The sender (`TCA_SKBMOD_SMAC`). */
  source?: string;
  /** The EtherType, in host byte order (`TCA_SKBMOD_ETYPE`). */
  etherType?: number;
}

/** Codec of {@linkcode SkbmodParameters}. */
export const skbmodParameters: Codec<SkbmodParameters> = struct({
  ...actionParameterMembers,
  flags: u64,
});

/** Codec of {@linkcode SkbmodData}. */
export const skbmodData: Codec<SkbmodData> = attributes({
  times: ["TCA_SKBMOD_TM", 1, actionTimes],
  parameters: ["TCA_SKBMOD_PARMS", 2, skbmodParameters],
  destination: ["TCA_SKBMOD_DMAC", 3, macAddress],
  source: ["TCA_SKBMOD_SMAC", 4, macAddress],
  etherType: ["TCA_SKBMOD_ETYPE", 5, u16],
}, { pad: ["TCA_SKBMOD_PAD", 6] });
