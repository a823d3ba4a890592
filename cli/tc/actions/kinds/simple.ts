/**
 * `tc action … simple`: a line is written into the kernel's log.
 *
 * @module
 */

import { textToBytes } from "../../../../messages/codec/text.ts";
import {
  ACTION_CONTROLS,
  actionParameters,
} from "../../../../messages/tc/actions/parameters.ts";
import type { SimpleData } from "../../../../messages/tc/actions/simple.ts";
import { blank } from "../../../../messages/codec/mod.ts";
import type { Form } from "../../../parse/form.ts";
import { CONTROL, takeControlOr } from "../control.ts";
import { badAction } from "../errors.ts";
import {
  type ActionKind,
  INDEX,
  kindUsage,
  needMore,
  printUse,
  takeIndex,
} from "../kind.ts";

const FORM: Form = ["[ sdata STRING ]", { maybe: CONTROL }, INDEX];

/** The longest text, in bytes. */
const MOST_BYTES = 31;

/** A line is written into the kernel's log. */
export const kind: ActionKind<SimpleData> = {
  form: FORM,
  parse(args, context) {
    const parameters = blank(actionParameters);
    const data: SimpleData = { parameters };
    for (;;) {
      if (args.takeIf("simple*")) needMore(args);
      else if (args.takeIf("sdata*")) data.text = args.take();
      else if (args.takeIf("help*")) throw kindUsage("simple", FORM);
      else break;
    }
    parameters.control = takeControlOr(args, context, ACTION_CONTROLS.pipe);
    const index = `simple: Illegal "index" (${args.peek(1)})\n`;
    const byIndex = takeIndex(args, data, { name: "simple", index });
    if (data.text === undefined) {
      if (!byIndex) throw badAction("", FORM);
      return data;
    }
    const { length } = textToBytes(data.text);
    if (length > MOST_BYTES) {
      throw badAction(`simple: Illegal string len ${length} <${data.text}>\n`);
    }
    return data;
  },
  printName: () => {},
  print(context, data) {
    const { printer, io } = context;
    if (data.text === undefined) {
      io.err("Missing simple string\n");
      return;
    }
    printer.value("simple", data.text, `Simple <${data.text}>`);
    printUse(context, data);
  },
};
