/**
 * Actions that BPF programs decide: `TCA_ACT_BPF_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/tc_act/tc_bpf.h | linux/tc_act/tc_bpf.h}
 *
 * @module
 */

import {
  array,
  type Attributes,
  attributes,
  bytes,
  type Codec,
  string,
  u16,
  u32,
} from "../../codec/mod.ts";
import { type BpfInstruction, bpfInstruction } from "../bpf_instruction.ts";
import {
  type ActionParameters,
  actionParameters,
  type ActionTimes,
  actionTimes,
} from "./parameters.ts";

/** An action that a program decides (`TCA_ACT_BPF_*`). */
export interface BpfActionData extends Attributes {
  /** When it was used (`TCA_ACT_BPF_TM`). */
  times?: ActionTimes;
  /** What all actions have (`TCA_ACT_BPF_PARMS`). */
  parameters?: ActionParameters;
  /** Number of instructions (`TCA_ACT_BPF_OPS_LEN`). */
  instructionCount?: number;
  /** Classic program (`TCA_ACT_BPF_OPS`). */
  instructions?: BpfInstruction[];
  /** Descriptor of the program, in requests only (`TCA_ACT_BPF_FD`). */
  descriptor?: number;
  /** Name of the program, for people (`TCA_ACT_BPF_NAME`). */
  name?: string;
  /** Hash of the program, 8 bytes (`TCA_ACT_BPF_TAG`). */
  tag?: Uint8Array;
  /** Number of the program (`TCA_ACT_BPF_ID`). */
  id?: number;
}

/** Codec of {@linkcode BpfActionData}. */
export const bpfActionData: Codec<BpfActionData> = attributes({
  times: ["TCA_ACT_BPF_TM", 1, actionTimes],
  parameters: ["TCA_ACT_BPF_PARMS", 2, actionParameters],
  instructionCount: ["TCA_ACT_BPF_OPS_LEN", 3, u16],
  instructions: ["TCA_ACT_BPF_OPS", 4, array(bpfInstruction)],
  descriptor: ["TCA_ACT_BPF_FD", 5, u32],
  name: ["TCA_ACT_BPF_NAME", 6, string],
  tag: ["TCA_ACT_BPF_TAG", 8, bytes],
  id: ["TCA_ACT_BPF_ID", 9, u32],
}, { pad: ["TCA_ACT_BPF_PAD", 7] });
