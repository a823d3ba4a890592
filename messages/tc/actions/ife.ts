/**
 * Actions that put packets, with what the kernel keeps beside them, into
 * Ethernet frames, and take them out again: `TCA_IFE_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/tc_act/tc_ife.h | linux/tc_act/tc_ife.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/ife.h | linux/ife.h}
 *
 * @module
 */

import {
  array,
  type Attributes,
  attributes,
  type Codec,
  macAddress,
  struct,
  u16,
  u32,
} from "../../codec/mod.ts";
import {
  actionParameterMembers,
  type ActionParameters,
  type ActionTimes,
  actionTimes,
} from "./parameters.ts";

/** What is done (`flags`). */
export const IFE_OPERATIONS = {
  /** Packets are taken out of frames (`IFE_DECODE`). */
  decode: 0,
  /** Packets are put into frames (`IFE_ENCODE`). */
  encode: 1,
} as const;

/** What is done (`struct tc_ife`). */
export interface IfeParameters extends ActionParameters {
  /** {@linkcode IFE_OPERATIONS} (`flags`). */
  flags: number;
}

/**
 * What the frame has beside the packet (`IFE_META_*`): one number, or none where
 * each packet has its own.
 */
export interface IfeMetadata extends Attributes {
  /** Firewall mark (`IFE_META_SKBMARK`). */
  mark?: number[];
  /** Hash of the packet (`IFE_META_HASHID`). */
  hash?: number[];
  /** Priority (`IFE_META_PRIO`). */
  priority?: number[];
  /** Queue of the device (`IFE_META_QMAP`). */
  queue?: number[];
  /** Index of traffic control (`IFE_META_TCINDEX`). */
  tcIndex?: number[];
}

/** An action that puts packets into frames (`TCA_IFE_*`). */
export interface IfeData extends Attributes {
  /** What is done (`TCA_IFE_PARMS`). */
  parameters?: IfeParameters;
  /** When it was used (`TCA_IFE_TM`). */
  times?: ActionTimes;
  /** Receiver of the frame (`TCA_IFE_DMAC`). */
  destination?: string;
  /** Sender of the frame (`TCA_IFE_SMAC`). */
  source?: string;
  /** EtherType of the frame, in host byte order (`TCA_IFE_TYPE`). */
  etherType?: number;
  /** What it has beside the packet (`TCA_IFE_METALST`). */
  metadata?: IfeMetadata;
}

/** Codec of {@linkcode IfeParameters}. */
export const ifeParameters: Codec<IfeParameters> = struct({
  ...actionParameterMembers,
  flags: u16,
});

/** Codec of {@linkcode IfeMetadata}. */
export const ifeMetadata: Codec<IfeMetadata> = attributes({
  mark: ["IFE_META_SKBMARK", 1, array(u32)],
  hash: ["IFE_META_HASHID", 2, array(u32)],
  priority: ["IFE_META_PRIO", 3, array(u32)],
  queue: ["IFE_META_QMAP", 4, array(u16)],
  tcIndex: ["IFE_META_TCINDEX", 5, array(u16)],
}, { nestedFlag: false });

/** Codec of {@linkcode IfeData}. */
export const ifeData: Codec<IfeData> = attributes({
  parameters: ["TCA_IFE_PARMS", 1, ifeParameters],
  times: ["TCA_IFE_TM", 2, actionTimes],
  destination: ["TCA_IFE_DMAC", 3, macAddress],
  source: ["TCA_IFE_SMAC", 4, macAddress],
  etherType: ["TCA_IFE_TYPE", 5, u16],
  metadata: ["TCA_IFE_METALST", 6, ifeMetadata],
}, { pad: ["TCA_IFE_PAD", 7] });
