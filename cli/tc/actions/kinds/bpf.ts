/**
 * `tc action … bpf`: a BPF program decides.
 *
 * @module
 */

import { blank } from "../../../../messages/codec/mod.ts";
import type { BpfActionData } from "../../../../messages/tc/actions/bpf.ts";
import {
  ACTION_CONTROLS,
  actionParameters,
} from "../../../../messages/tc/actions/parameters.ts";
import type { Form } from "../../../parse/form.ts";
import { hexString } from "../../../print/format.ts";
import { BPF_PROGRAM, printClassic, takeProgram } from "../../bpf_program.ts";
import { CONTROL, printControl, takeControlOr } from "../control.ts";
import { badAction } from "../errors.ts";
import {
  type ActionKind,
  INDEX,
  needMore,
  printUse,
  takeIndex,
  takeName,
} from "../kind.ts";

const FORM: Form = [BPF_PROGRAM, { maybe: CONTROL }, INDEX];

/** A BPF program decides. */
export const kind: ActionKind<BpfActionData> = {
  form: FORM,
  async parse(args, context) {
    takeName(args, "bpf");
    const parameters = blank(actionParameters);
    const data: BpfActionData = { parameters };
    if (args.takeIf("help*")) throw badAction("", FORM);
    if (!"index".startsWith(needMore(args))) {
      if (args.takeIf("run*")) needMore(args);
      const program = await takeProgram(args, context);
      if (typeof program === "string") throw badAction(program);
      if ("notLoaded" in program) throw badAction(program.notLoaded);
      Object.assign(data, program);
    }
    if (args.takeIf("help*")) throw badAction("", FORM);
    parameters.control = takeControlOr(args, context, ACTION_CONTROLS.pipe);
    takeIndex(args, data, { name: "bpf" });
    return data;
  },
  print(context, data) {
    const { printer, programs } = context;
    const { name, instructions, id, tag } = data;
    if (name !== undefined) printer.value("bpf_name", name, `${name} `);
    if (instructions !== undefined && data.instructionCount !== undefined) {
      printClassic(printer, instructions);
      printer.text(" ");
    }
    if (id !== undefined) programs.print(context, id);
    else if (tag !== undefined) {
      const hex = hexString(tag);
      printer.named("tag", hex);
    }
    printControl(
      printer,
      data.parameters!.control,
      "default-action ",
    );
    printUse(context, data, { end: "\n " });
  },
};
