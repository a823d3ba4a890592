/**
 * `tc action … pedit`: bytes of packets change.
 *
 * @module
 */

import {
  PEDIT_COMMANDS,
  PEDIT_HEADERS,
  type PeditData,
  type PeditKey,
  peditParameters,
} from "../../../../messages/tc/actions/pedit.ts";
import { ACTION_CONTROLS } from "../../../../messages/tc/actions/parameters.ts";
import { blank } from "../../../../messages/codec/mod.ts";
import type { Form } from "../../../parse/form.ts";
import type { Context } from "../../../runtime/context.ts";
import { CONTROL, printControl, takeControlOr } from "../control.ts";
import { ActionError, badAction } from "../errors.ts";
import {
  type ActionKind,
  INDEX,
  kindUsage,
  needMore,
  printUse,
  takeIndex,
} from "../kind.ts";
import { nameOfValue } from "../only_once.ts";
import { MUNGE, takeMunge } from "../parse_munge.ts";
import { PeditKeys } from "../pedit_keys.ts";

const FORM: Form = [
  "munge [ ex ]",
  { name: "MUNGE", means: MUNGE },
  { maybe: CONTROL },
  INDEX,
];

/** Bytes of packets change. */
export const kind: ActionKind<PeditData> = {
  form: FORM,
  parse(args, context) {
    const keys = new PeditKeys();
    let count = 0;
    for (;;) {
      if (args.takeIf("pedit*")) {
        needMore(args);
        count++;
        if (!args.takeIf("ex*")) continue;
        if (count > 1) {
          throw badAction("'ex' must be before first 'munge'\n", FORM);
        }
        keys.extended = true;
        needMore(args);
      } else if (args.takeIf("help*")) throw kindUsage("pedit", FORM);
      else if (args.takeIf("munge*")) {
        const word = count === 0 ? "munge" : needMore(args);
        try {
          if (count === 0) throw badAction("");
          takeMunge(args, keys, context);
        } catch (error) {
          if (!(error instanceof ActionError)) throw error;
          throw badAction(
            `${error.message}Bad pedit construct (${error.at ?? word})\n`,
            FORM,
          );
        }
        count++;
      } else break;
    }
    if (count === 0) throw badAction("", FORM);
    const parameters = blank(peditParameters, {
      control: takeControlOr(args, context, ACTION_CONTROLS.pass),
      keyCount: keys.keys.length,
      keys: keys.keys,
    });
    takeIndex(args, { parameters }, {
      name: "pedit",
      index: 'Pedit: Illegal "index"\n',
    });
    return keys.extended
      ? { extendedParameters: parameters, extendedKeys: keys.more }
      : { parameters };
  },
  printName: (printer) => printer.value("kind", "pedit", " pedit "),
  print,
};

function print(context: Context, data: PeditData): void {
  const { printer, io } = context;
  const parameters = data.parameters ?? data.extendedParameters!;
  const { control, keys, index } = parameters;
  const more = data.parameters === undefined ? data.extendedKeys : undefined;
  if (data.parameters === undefined && more?.length !== keys.length) {
    io.err("Netlink error\n");
    return;
  }
  printControl(printer, control, "action ", " ");
  printer.value("nkeys", keys.length, `keys ${keys.length}`);
  printUse(context, { ...data, parameters }, {
    start: "\n",
    lead: " \t index ",
    end: "",
  });
  printer.array("keys", () => {
    for (const [i, key] of keys.entries()) {
      const { header = 0, command = 0 } = more?.[i] ?? {};
      printer.object(null, () => printKey(context, i, key, header, command));
    }
  });
  if (keys.length === 0) {
    printer.text(`\npedit ${index.toString(16)} keys 0 is not LEGIT`);
  }
  printer.newline();
}

function printKey(
  { printer }: Context,
  number: number,
  { offset, value, mask }: PeditKey,
  header: number,
  command: number,
): void {
  printer.text(`\n\t key #${number}  at `);
  if (header === PEDIT_HEADERS.network) {
    printer.field("htype", "network");
    printer.value("offset", offset, String(offset));
  } else {
    const name = nameOfValue(PEDIT_HEADERS, header) ?? `unknown(${header})`;
    printer.value("htype", name, name);
    printer.value("offset", offset, offset < 0 ? `${offset}` : `+${offset}`);
  }
  const isSet = command === PEDIT_COMMANDS.set;
  printer.value("cmd", isSet ? "set" : "add", isSet ? ": val" : ": add");
  const hex = (number: number) => number.toString(16);
  printer.value("val", hex(value), ` ${hex(value).padStart(8, "0")}`);
  printer.value("mask", hex(mask), ` mask ${hex(mask).padStart(8, "0")}`);
}
