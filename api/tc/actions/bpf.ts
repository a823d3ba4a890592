/**
 * Actions that BPF programs decide.
 *
 * @module
 */

import {
  type BpfActionData,
  bpfActionData,
} from "../../../messages/tc/actions/bpf.ts";
import { actionParameters } from "../../../messages/tc/actions/parameters.ts";
import type { BpfInstruction } from "../../../messages/tc/bpf_instruction.ts";
import { binary, number, text } from "../../mapping/conversions.ts";
import { readOnly, writeOnly } from "../../mapping/mapping.ts";
import type { Field } from "../../mapping/mapping.ts";
import { type ActionMapping, actionMapping } from "./kind.ts";

/** Settings of an action that a program decides. */
export interface BpfActionOptions {
  /** A classic program (`TCA_ACT_BPF_OPS`). */
  instructions?: BpfInstruction[];
  /** Descriptor of a program; only to be set (`TCA_ACT_BPF_FD`). */
  descriptor?: number;
  /** Name of the program, for people (`TCA_ACT_BPF_NAME`). */
  name?: string;
  /** Hash of the program; read-only (`TCA_ACT_BPF_TAG`). */
  tag?: Uint8Array;
  /** Number of the program; read-only (`TCA_ACT_BPF_ID`). */
  id?: number;
}

const instructions: Field<BpfInstruction[], BpfActionData> = {
  from: ["instructions"],
  read: ({ instructions }) => instructions,
  write: (data, value, fieldPath) => {
    if (!Array.isArray(value)) {
      throw fieldPath.wrong(value, "an array of instructions is expected");
    }
    data.instructionCount = value.length;
    data.instructions = value;
  },
};

/** How {@linkcode BpfActionOptions} are stored. */
export const bpfActionMapping: ActionMapping<BpfActionOptions, BpfActionData> =
  actionMapping(
    bpfActionData,
    actionParameters,
    {
      instructions,
      descriptor: writeOnly("descriptor", number),
      name: text,
      tag: readOnly("tag", binary),
      id: readOnly("id", number),
    },
  );
