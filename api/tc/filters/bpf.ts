/**
 * Filters of the kind `bpf`, which run programs. A program of eBPF has been
 * loaded before, by other means, and is given by its descriptor.
 *
 * @module
 */

import { toHex } from "../../../messages/codec/text.ts";
import {
  type BpfFilterData,
  bpfFilterData,
  TCA_BPF_FLAG_ACT_DIRECT,
} from "../../../messages/tc/filters/bpf.ts";
import type { BpfInstruction } from "../../../messages/tc/bpf_instruction.ts";
import { listOf, number, text } from "../../mapping/conversions.ts";
import { bit } from "../../mapping/enumerations.ts";
import {
  type Field,
  type Mapping,
  mapping,
  readOnly,
} from "../../mapping/mapping.ts";
import { bpfInstructionMapping } from "../bpf_instruction.ts";
import { type FilterHardware, hardwareFields } from "./flags.ts";

/** Settings of a filter of the kind `bpf`. */
export interface BpfFilterOptions extends FilterHardware {
  /** A classic program (`TCA_BPF_OPS`). */
  instructions?: BpfInstruction[];
  /** Descriptor of a program of eBPF; never reported (`TCA_BPF_FD`). */
  descriptor?: number;
  /** Name of the program of eBPF (`TCA_BPF_NAME`). */
  name?: string;
  /**
   * Whether what the program returns is what is done with the packet
   * (`TCA_BPF_FLAG_ACT_DIRECT`).
   */
  directAction?: boolean;
  /** Number of the program; read-only (`TCA_BPF_ID`). */
  readonly id?: number;
  /** Checksum of the program, in hexadecimal; read-only (`TCA_BPF_TAG`). */
  readonly tag?: string;
}

const list = listOf(bpfInstructionMapping);

/** The program; its length is sent along. */
const instructions: Field<BpfInstruction[], BpfFilterData> = {
  from: ["instructions"],
  read: (data) => data.instructions && list.fromKernel(data.instructions),
  write: (data, value, fieldPath) => {
    data.instructions = list.toKernel(value, fieldPath)!;
    data.instructionCount = data.instructions.length;
  },
};

/** How {@linkcode BpfFilterOptions} and {@linkcode BpfFilterData} correspond. */
export const bpfFilterMapping: Mapping<BpfFilterOptions, BpfFilterData> =
  mapping({
    instructions,
    descriptor: number,
    name: text,
    directAction: bit("flags", TCA_BPF_FLAG_ACT_DIRECT),
    ...hardwareFields<BpfFilterData>("filterFlags"),
    id: readOnly("id", { fromKernel: (value) => value }),
    tag: readOnly("tag", { fromKernel: (value) => toHex(value) }),
  }, bpfFilterData);
