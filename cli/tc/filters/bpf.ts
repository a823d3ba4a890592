/**
 * `tc filter … bpf`.
 *
 * @module
 */

import {
  type BpfFilterData,
  TCA_BPF_FLAG_ACT_DIRECT,
} from "../../../messages/tc/filters/bpf.ts";
import {
  TCA_CLS_FLAGS_SKIP_HW,
  TCA_CLS_FLAGS_SKIP_SW,
} from "../../../messages/tc/filters/flags.ts";
import type { Arguments } from "../../parse/arguments.ts";
import { duplicateArgument, fail } from "../../parse/errors.ts";
import { takes, type Word } from "../../parse/grammar.ts";
import { hex, hexString } from "../../print/format.ts";
import type { Context } from "../../runtime/context.ts";
import { BPF_PROGRAM, printClassic, takeProgram } from "../bpf_program.ts";
import {
  action,
  classId,
  type Draft,
  type FilterKind,
  filterKind,
  flag,
  numericHandle,
  police,
  printFlags,
} from "./kind.ts";
import { printClassId, printDeeds, printHex } from "./format_parts.ts";

/** A filter, and whether its program was given. */
type BpfDraft = Draft<BpfFilterData> & { hasProgram?: boolean };

async function program(
  draft: BpfDraft,
  args: Arguments,
  context: Context,
): Promise<void> {
  draft.hasProgram = true;
  const taken = await takeProgram(args, context);
  if (typeof taken === "string") {
    throw fail(1, `${taken}Unable to parse bpf command line`);
  }
  if ("notLoaded" in taken) {
    throw fail(1, `${taken.notLoaded}Unable to load program`);
  }
  Object.assign(draft.data, taken);
}

const run: Word<BpfDraft> = takes(
  BPF_PROGRAM,
  async (draft, { args, context }) => {
    if (args.left === 0) args.take();
    if (draft.hasProgram) throw duplicateArgument("run", args.take());
    await program(draft, args, context);
  },
);

const words = {
  "run*": run,
  "classid* flowid*": classId<BpfFilterData>(),
  "direct-action* da*": flag<BpfFilterData>("flags", TCA_BPF_FLAG_ACT_DIRECT),
  "skip_hw*": flag<BpfFilterData>("filterFlags", TCA_CLS_FLAGS_SKIP_HW),
  "skip_sw*": flag<BpfFilterData>("filterFlags", TCA_CLS_FLAGS_SKIP_SW),
  "action*": action<BpfFilterData>(),
  "police*": police<BpfFilterData>(),
};

/** How filters of the kind `bpf` are parsed and printed. */
export const kind: FilterKind<BpfFilterData> = filterKind(
  "bpf",
  {
    words,
    form: [BPF_PROGRAM, { options: words }],
    handle: numericHandle,
    // What is no word begins the program, whose word may be left out.
    otherwise: async (draft: BpfDraft, { args, word, context }, unknown) => {
      if (draft.hasProgram || "help".startsWith(word)) throw unknown();
      args.back();
      await program(draft, args, context);
    },
    finish: (draft: BpfDraft) => {
      const { instructions, descriptor } = draft.data;
      if (instructions === undefined && descriptor === undefined) {
        throw fail(1, "Unable to load program");
      }
    },
  },
  (context, data, { handle }) => {
    const { printer, programs } = context;
    const { name, instructions, id, tag } = data;
    if (handle !== 0) {
      printHex(context, "handle", handle, `handle ${hex(handle)} `);
    }
    printClassId(context, data.classId);
    if (name !== undefined) printer.value("bpf_name", name, `${name} `);
    if (((data.flags ?? 0) & TCA_BPF_FLAG_ACT_DIRECT) !== 0) {
      printer.value("direct-action", true, "direct-action ");
    }
    printFlags(context, data.filterFlags ?? 0, { before: "", after: " " });
    if (instructions !== undefined && data.instructionCount !== undefined) {
      printClassic(printer, instructions);
    }
    if (id !== undefined) programs.print(context, id);
    else if (tag !== undefined) {
      const digits = hexString(tag);
      printer.named("tag", digits);
    }
    printDeeds(context, data, { police: true });
  },
);
