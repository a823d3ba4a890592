/**
 * Instructions of classic BPF programs.
 *
 * @module
 */

import type { BpfInstruction } from "../../messages/tc/bpf_instruction.ts";
import { uint16, uint32, uint8 } from "../mapping/conversions.ts";
import { type Mapping, mapping } from "../mapping/mapping.ts";

/** How an instruction is checked; people's terms are the kernel's. */
export const bpfInstructionMapping: Mapping<BpfInstruction, BpfInstruction> =
  mapping({
    code: uint16,
    jumpTrue: uint8,
    jumpFalse: uint8,
    operand: uint32,
  }, () => ({ code: 0, jumpTrue: 0, jumpFalse: 0, operand: 0 }));
