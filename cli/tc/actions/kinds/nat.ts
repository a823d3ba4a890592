/**
 * `tc action … nat`: IPv4 addresses are translated one by one.
 *
 * @module
 */

import {
  type NatData,
  natParameters,
  TCA_NAT_FLAG_EGRESS,
} from "../../../../messages/tc/actions/nat.ts";
import { ACTION_CONTROLS } from "../../../../messages/tc/actions/parameters.ts";
import { blank } from "../../../../messages/codec/mod.ts";
import { AF_INET } from "../../../../messages/families.ts";
import type { Arguments } from "../../../parse/arguments.ts";
import type { Form } from "../../../parse/form.ts";
import {
  ipv4Number,
  type Prefix,
  readPrefix,
} from "../../../parse/prefixes.ts";
import { CONTROL, printControl, takeControlOr } from "../control.ts";
import { badAction } from "../errors.ts";
import {
  type ActionKind,
  INDEX,
  kindUsage,
  needMore,
  printUse,
  takeIndex,
} from "../kind.ts";

const FORM: Form = [
  {
    name: "NAT",
    means: [
      { name: "DIRECTION", means: "{ ingress | egress }" },
      { name: "OLD", means: "PREFIX" },
      { name: "NEW", means: "ADDRESS" },
    ],
  },
  { maybe: CONTROL },
  INDEX,
];

const RULE = { name: "nat", index: 'Nat: Illegal "index"\n' };

/** IPv4 addresses are translated. */
export const kind: ActionKind<NatData> = {
  form: FORM,
  parse(args, context) {
    const parameters = blank(natParameters);
    const data: NatData = { parameters };
    let named = false;
    while (args.takeIf("nat*")) {
      needMore(args);
      if (args.peek() === "index") {
        takeIndex(args, data, RULE);
        return data;
      }
      Object.assign(parameters, takeAddresses(args));
      named = true;
    }
    if (args.takeIf("help*")) throw kindUsage("nat", FORM);
    if (!named) throw badAction("", FORM);
    parameters.control = takeControlOr(args, context, ACTION_CONTROLS.pass);
    takeIndex(args, data, RULE);
    return data;
  },
  printName: (printer) => printer.value("type", "nat", " nat "),
  print(context, data) {
    const { printer } = context;
    const { flags, from, to, mask, control } = data.parameters!;
    const isEgress = (flags & TCA_NAT_FLAG_EGRESS) !== 0;
    const direction = isEgress ? "egress" : "ingress";
    const prefix = `${from}/${lengthOf(ipv4Number(mask))}`;
    printer.value("direction", direction, direction);
    printer.value("old_addr", prefix, ` ${prefix}`);
    printer.value("new_addr", to, ` ${to}`);
    printControl(printer, control, " ");
    printUse(context, data);
  },
};

function takeAddresses(
  args: Arguments,
): Pick<NonNullable<NatData["parameters"]>, "flags" | "from" | "to" | "mask"> {
  const direction = args.peek()!;
  const flags = args.takeIf("egress*")
    ? TCA_NAT_FLAG_EGRESS
    : args.takeIf("ingress*")
    ? 0
    : illegal(direction);
  const from = prefixOf(args.take(), direction);
  const to = prefixOf(args.take(), direction);
  const mask = from.length === 0 ? 0 : (-1 << (32 - from.length)) >>> 0;
  const bytes = [mask >>> 24, mask >>> 16 & 255, mask >>> 8 & 255, mask & 255];
  return {
    flags,
    from: from.address || ANY,
    to: to.address || ANY,
    mask: bytes.join("."),
  };
}

const ANY = "0.0.0.0";

/** Reads a prefix; of a wrong one, the error names the direction. */
function prefixOf(arg: string, direction: string): Prefix {
  return readPrefix(arg, AF_INET) ?? illegal(direction);
}

function illegal(word: string): never {
  throw badAction(`Illegal nat construct (${word})\n`, FORM);
}

/** Length of the prefix: up to the last bit that is set. */
function lengthOf(mask: number): number {
  return mask === 0 ? 0 : 32 - (31 - Math.clz32(mask & -mask));
}
