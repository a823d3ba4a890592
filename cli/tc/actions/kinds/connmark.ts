/**
 * `tc action … connmark`: packets get the mark of their connection.
 *
 * @module
 */

import {
  type ConnmarkData,
  connmarkParameters,
} from "../../../../messages/tc/actions/connmark.ts";
import { ACTION_CONTROLS } from "../../../../messages/tc/actions/parameters.ts";
import { blank } from "../../../../messages/codec/mod.ts";
import type { Form } from "../../../parse/form.ts";
import { unsigned } from "../../../parse/numbers.ts";
import { CONTROL, printControl, takeControlOr } from "../control.ts";
import { badAction } from "../errors.ts";
import {
  type ActionKind,
  INDEX,
  kindUsage,
  printUse,
  takeIndex,
} from "../kind.ts";

const FORM: Form = ["[ zone ZONE ]", { maybe: CONTROL }, INDEX];

/** Packets get the mark of their connection. */
export const kind: ActionKind<ConnmarkData> = {
  form: FORM,
  parse(args, context) {
    const parameters = blank(connmarkParameters);
    const data: ConnmarkData = { parameters };
    let named = false;
    while (args.takeIf("connmark*")) named = true;
    if (args.takeIf("help*")) throw kindUsage("connmark", FORM);
    if (!named) throw badAction("", FORM);
    if (args.takeIf("zone*")) {
      const zone = unsigned(args.take(), 16, 10);
      if (zone === undefined) throw badAction('connmark: Illegal "zone"\n');
      parameters.zone = zone;
    }
    parameters.control = takeControlOr(args, context, ACTION_CONTROLS.pipe);
    takeIndex(args, data, { name: "connmark" });
    return data;
  },
  print(context, data) {
    const { printer } = context;
    const { zone, control } = data.parameters!;
    printer.value("zone", zone, `zone ${zone}`);
    printControl(printer, control, " ");
    printUse(context, data);
  },
};
