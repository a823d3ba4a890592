/**
 * `tc action … gact`: nothing but a decision.
 *
 * @module
 */

import {
  GACT_RANDOM_TYPES,
  type GactData,
  type GactProbability,
} from "../../../../messages/tc/actions/gact.ts";
import { actionParameters } from "../../../../messages/tc/actions/parameters.ts";
import { blank } from "../../../../messages/codec/mod.ts";
import type { Arguments } from "../../../parse/arguments.ts";
import type { Form } from "../../../parse/form.ts";
import { unsigned } from "../../../parse/numbers.ts";
import { CONTROL, printControl, takeControl } from "../control.ts";
import { ActionError, badAction } from "../errors.ts";
import {
  type ActionKind,
  INDEX,
  kindUsage,
  needMore,
  printUse,
  takeIndex,
  takeName,
} from "../kind.ts";

const FORM: Form = [
  { name: "ACTION", means: CONTROL },
  {
    maybe: {
      name: "RAND",
      means: [
        "random",
        { name: "RANDTYPE", means: "{ netrand | determ }" },
        "ACTION",
        "VAL",
      ],
    },
  },
  INDEX,
];

/** The largest number of packets of which one is chosen. */
const MOST_PACKETS = 10000;

/** Nothing but a decision. */
export const kind: ActionKind<GactData> = {
  form: FORM,
  parse(args) {
    takeName(args, "gact");
    const parameters = blank(actionParameters);
    const data: GactData = { parameters };
    const rule = { name: "gact", index: 'Illegal "index"\n' };
    if (takeIndex(args, data, rule)) return data;
    parameters.control = control(args);
    if (args.takeIf("random*")) data.probability = probability(args);
    else helpIfAsked(args);
    if (!takeIndex(args, data, rule)) helpIfAsked(args);
    return data;
  },
  print(context, data) {
    const { printer } = context;
    const { type, control, value } = data.probability ??
      { type: 0, control: 0, value: 0 };
    printControl(printer, data.parameters!.control, "action ");
    printer.object("prob", () => {
      const name = type === GACT_RANDOM_TYPES.netrand
        ? "netrand"
        : type === GACT_RANDOM_TYPES.determ
        ? "determ"
        : "none";
      printer.newline();
      printer.value("random_type", name, `\t random type ${name}`);
      printControl(printer, control, " ", " ");
      printer.value("val", value, `val ${value}`);
    });
    printUse(context, data);
  },
};

function control(args: Arguments): number {
  try {
    return takeControl(args);
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    throw kindUsage("gact", FORM, error.message);
  }
}

function helpIfAsked(args: Arguments): void {
  if (args.takeIf("help*")) throw kindUsage("gact", FORM);
}

function probability(args: Arguments): GactProbability {
  needMore(args);
  const type = args.takeIf("netrand*")
    ? GACT_RANDOM_TYPES.netrand
    : args.takeIf("determ*")
    ? GACT_RANDOM_TYPES.determ
    : undefined;
  if (type === undefined) throw badAction('Illegal "random type"\n');
  needMore(args);
  const instead = control(args);
  const value = unsigned(args.left > 0 ? args.take() : "", 16, 10);
  if (value === undefined) {
    // tc shows a number that it has never set, which comes out so.
    throw badAction("Illegal probability val 0x1000\n");
  }
  if (value > MOST_PACKETS) {
    throw badAction(`Illegal probability val  0x${value.toString(16)}\n`);
  }
  return { type, value, control: instead };
}
