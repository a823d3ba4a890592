/**
 * `tc action … ctinfo`: packets get the DS field or the mark of their connection.
 *
 * @module
 */

import type { CtinfoData } from "../../../../messages/tc/actions/ctinfo.ts";
import {
  ACTION_CONTROLS,
  actionParameters,
} from "../../../../messages/tc/actions/parameters.ts";
import { blank } from "../../../../messages/codec/mod.ts";
import type { Arguments } from "../../../parse/arguments.ts";
import type { Form } from "../../../parse/form.ts";
import { unsigned } from "../../../parse/numbers.ts";
import { CONTROL, printControl, takeControlOr } from "../control.ts";
import { badAction } from "../errors.ts";
import {
  type ActionKind,
  INDEX,
  kindUsage,
  prefixedHex,
  printUse,
  takeIndex,
} from "../kind.ts";

const FORM: Form = [
  "[ dscp <mask> [ <statemask> ] ] [ cpmark [ <mask> ] ] [ zone ZONE ]",
  { maybe: CONTROL },
  INDEX,
];

/** All bits of a mark. */
const ALL = 0xffffffff;
/** The bits of a DSCP. */
const DSCP_BITS = 0x3f;

/** Packets get what their connection has. */
export const kind: ActionKind<CtinfoData> = {
  form: FORM,
  missing: "",
  parse(args, context) {
    const parameters = blank(actionParameters);
    const data: CtinfoData = { parameters, zone: 0 };
    let named = false;
    while (args.takeIf("ctinfo*")) named = true;
    if (args.takeIf("help*")) throw kindUsage("ctinfo", FORM);
    if (!named) throw badAction("", FORM);
    if (args.takeIf("dscp*")) takeDscp(args, data);
    if (args.takeIf("cpmark*")) data.markMask = takeMask(args) ?? ALL;
    if (args.takeIf("zone*")) {
      const zone = unsigned(args.take(), 16, 10);
      if (zone === undefined) throw badAction('ctinfo: Illegal "zone"\n');
      data.zone = zone;
    }
    parameters.control = takeControlOr(args, context, ACTION_CONTROLS.pipe);
    takeIndex(args, data, { name: "ctinfo" });
    checkDscp(data);
    return withoutZeros(data);
  },
  print(context, data) {
    const { printer } = context;
    const { zone = 0, dscpMask, dscpStateMask = 0, markMask } = data;
    printer.value("zone", zone, `zone ${zone}`);
    printControl(printer, data.parameters!.control, " ");
    const mask = (key: string, value: number, word: string) =>
      printer.value(key, prefixedHex(value), `${word} ${wide(value)}`);
    const counters = [
      ["dscpset", "DSCP set", data.dscpSet],
      ["dscperror", "error", data.dscpErrors],
      ["cpmarkset", "CPMARK set", data.markSet],
    ] as const;
    printUse(context, data, {
      extra() {
        if (dscpMask !== undefined) {
          mask("dscpmask", dscpMask, " dscp");
          mask("dscpstatemask", dscpStateMask, "");
        }
        if (markMask !== undefined) mask("cpmark", markMask, " cpmark");
      },
      counters() {
        for (const [json, text, value] of counters) {
          if (value !== undefined) {
            printer.value(json, value, ` ${text} ${value}`);
          }
        }
      },
    });
  },
};

/** A mask with all its digits; zero has no prefix. */
function wide(value: number): string {
  return value === 0
    ? "0000000000"
    : `0x${value.toString(16).padStart(8, "0")}`;
}

function takeDscp(args: Arguments, data: CtinfoData): void {
  const mask = unsigned(args.take(), 32);
  if (mask === undefined) throw badAction('ctinfo: Illegal dscp "mask"\n');
  data.dscpMask = mask;
  data.dscpStateMask = takeMask(args) ?? 0;
}

/** Takes a mask, if one comes next. */
function takeMask(args: Arguments): number | undefined {
  const mask = unsigned(args.peek() ?? "", 32);
  if (mask !== undefined) args.take();
  return mask;
}

function checkDscp({ dscpMask = 0, dscpStateMask = 0 }: CtinfoData): void {
  if ((dscpMask & dscpStateMask) !== 0) {
    throw badAction("ctinfo: dscp mask & statemask must NOT overlap\n");
  }
  if (dscpMask === 0) return;
  const lowest = 31 - Math.clz32(dscpMask & -dscpMask);
  if (dscpMask >>> lowest !== DSCP_BITS) {
    throw badAction("ctinfo: dscp mask must be 6 contiguous bits long\n");
  }
}

/** Masks of zero are as good as none. */
function withoutZeros(data: CtinfoData): CtinfoData {
  for (const key of ["dscpMask", "dscpStateMask", "markMask"] as const) {
    if (data[key] === 0) delete data[key];
  }
  return data;
}
