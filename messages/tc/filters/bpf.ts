/**
 * The filter kind `bpf`, which runs programs: `TCA_BPF_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/pkt_cls.h | linux/pkt_cls.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/filter.h | linux/filter.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/net/sched/cls_bpf.c | net/sched/cls_bpf.c}
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
import { type ActionEntry, actionList } from "../action.ts";
import { type PoliceData, policeData } from "../actions/police.ts";

/** What the program returns is what is done with the packet. */
export const TCA_BPF_FLAG_ACT_DIRECT = 1;

/** `TCA_OPTIONS` of the filter kind `bpf`: `TCA_BPF_*`. */
export interface BpfFilterData extends Attributes {
  /** What is done with packets that match (`TCA_BPF_ACT`). */
  actions?: ActionEntry[];
  /** Limit of the rate (`TCA_BPF_POLICE`). */
  police?: PoliceData;
  /** Class of packets that match (`TCA_BPF_CLASSID`). */
  classId?: number;
  /** Number of instructions (`TCA_BPF_OPS_LEN`). */
  instructionCount?: number;
  /** A classic program (`TCA_BPF_OPS`). */
  instructions?: BpfInstruction[];
  /** Descriptor of a program that has been loaded (`TCA_BPF_FD`). */
  descriptor?: number;
  /** Name of the program (`TCA_BPF_NAME`). */
  name?: string;
  /** `TCA_BPF_FLAG_*` (`TCA_BPF_FLAGS`). */
  flags?: number;
  /** `TCA_CLS_FLAGS_*` (`TCA_BPF_FLAGS_GEN`). */
  filterFlags?: number;
  /** Checksum of the program (`TCA_BPF_TAG`). */
  tag?: Uint8Array;
  /** Number of the program (`TCA_BPF_ID`). */
  id?: number;
}

/** Codec of {@linkcode BpfFilterData}. */
export const bpfFilterData: Codec<BpfFilterData> = attributes({
  actions: ["TCA_BPF_ACT", 1, actionList],
  police: ["TCA_BPF_POLICE", 2, policeData],
  classId: ["TCA_BPF_CLASSID", 3, u32],
  instructionCount: ["TCA_BPF_OPS_LEN", 4, u16],
  instructions: ["TCA_BPF_OPS", 5, array(bpfInstruction)],
  descriptor: ["TCA_BPF_FD", 6, u32],
  name: ["TCA_BPF_NAME", 7, string],
  flags: ["TCA_BPF_FLAGS", 8, u32],
  filterFlags: ["TCA_BPF_FLAGS_GEN", 9, u32],
  tag: ["TCA_BPF_TAG", 10, bytes],
  id: ["TCA_BPF_ID", 11, u32],
}, { nestedFlag: false });
