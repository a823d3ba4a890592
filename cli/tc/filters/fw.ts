/**
 * `tc filter … fw`.
 *
 * @module
 */

import type { FwData } from "../../../messages/tc/filters/fw.ts";
import { fail } from "../../parse/errors.ts";
import { unsigned } from "../../parse/numbers.ts";
import {
  action,
  classId,
  type FilterKind,
  filterKind,
  illegal,
  inputDevice,
  police,
} from "./kind.ts";
import { printClassId, printDeeds, printHex } from "./format_parts.ts";

const ALL = 0xffffffff;

/** How filters of the kind `fw` are parsed and printed. */
export const kind: FilterKind<FwData> = filterKind("fw", {
  words: {
    "classid* flowid*": classId(),
    "police*": police(),
    "action*": action('fw "action"'),
    "indev": inputDevice(),
  },
  handle: ({ header, data }, text) => {
    const slash = text.indexOf("/");
    const mark = unsigned(slash < 0 ? text : text.slice(0, slash), 32);
    if (mark === undefined) throw illegal("handle");
    header.handle = mark;
    if (slash < 0) return;
    const mask = unsigned(text.slice(slash + 1), 32);
    if (mask === undefined) throw fail(1, 'Illegal "handle" mask');
    data.mask = mask;
  },
}, (context, data, { handle }) => {
  const { printer } = context;
  const { mask, inputDevice } = data;
  if (handle !== 0 || mask !== undefined) {
    printer.openObject("fw");
    const mark = `handle 0x${handle.toString(16)}`;
    if (mask !== undefined && mask !== ALL) {
      printHex(context, "mark", handle, mark);
      printHex(context, "mask", mask, `/0x${mask.toString(16)} `);
    } else {
      printHex(context, "mark", handle, `${mark} `);
      printHex(context, "mask", ALL, "");
    }
    printer.closeObject();
  }
  printClassId(context, data.classId, "classid");
  if (data.police !== undefined) printDeeds(context, { police: data.police });
  if (inputDevice !== undefined) {
    printer.value("indev", inputDevice, `input dev ${inputDevice} `);
  }
  if (data.actions !== undefined) {
    printDeeds(context, { actions: data.actions }, { actions: true });
  }
});
