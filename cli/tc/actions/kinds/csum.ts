/**
 * `tc action … csum`: checksums are computed anew.
 *
 * @module
 */

import {
  CHECKSUMS,
  type CsumData,
  csumParameters,
} from "../../../../messages/tc/actions/csum.ts";
import { ACTION_CONTROLS } from "../../../../messages/tc/actions/parameters.ts";
import { blank } from "../../../../messages/codec/mod.ts";
import type { Arguments } from "../../../parse/arguments.ts";
import type { Form } from "../../../parse/form.ts";
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
    name: "UPDATE",
    means: [
      {
        name: "TARGET",
        means: [
          "{ iph | ip4h | ipv4h | icmp | igmp | tcp | udp | udplite | sctp }",
          "|",
          { name: "SWEETS", means: "{ and | or | + }" },
        ],
      },
      "[ UPDATE ]",
    ],
  },
  { maybe: CONTROL },
  INDEX,
];

/** Spellings of each target. */
const TARGETS: Readonly<Record<string, number>> = {
  "iph* ip4h* ipv4h*": CHECKSUMS.iph,
  "icmp*": CHECKSUMS.icmp,
  "igmp*": CHECKSUMS.igmp,
  "tcp*": CHECKSUMS.tcp,
  "udp*": CHECKSUMS.udp,
  "udplite*": CHECKSUMS.udplite,
  "sctp*": CHECKSUMS.sctp,
  "and* or* +": 0,
};

/** Checksums are computed anew. */
export const kind: ActionKind<CsumData> = {
  form: FORM,
  parse(args, context) {
    const parameters = blank(csumParameters);
    const data: CsumData = { parameters };
    let named = false;
    while (args.takeIf("csum*")) {
      needMore(args);
      if (args.peek() === "index") {
        takeCsumIndex(args, data);
        return data;
      }
      parameters.flags |= takeTargets(args);
      named = true;
    }
    if (args.takeIf("help*")) throw kindUsage("csum", FORM);
    if (!named) throw badAction("", FORM);
    if (parameters.flags === 0) {
      throw badAction("Illegal csum construct, empty <UPDATE> list\n");
    }
    parameters.control = takeControlOr(args, context, ACTION_CONTROLS.pass);
    takeCsumIndex(args, data);
    return data;
  },
  print(context, data) {
    const { printer } = context;
    const { flags, control } = data.parameters!;
    const names = Object.entries(CHECKSUMS)
      .filter(([, flag]) => (flags & flag) !== 0).map(([name]) => name);
    const text = names.join(", ") || "?empty";
    printer.value("csum", text, `(${text}) `);
    printControl(printer, control, "action ");
    printUse(context, data, { lead: "\tindex " });
  },
};

function takeTargets(args: Arguments): number {
  let flags = 0;
  for (;;) {
    const found = Object.entries(TARGETS).find(([word]) => args.takeIf(word));
    if (found === undefined) return flags;
    flags |= found[1];
  }
}

function takeCsumIndex(args: Arguments, data: CsumData): void {
  const index = `Illegal "index" (${args.peek(1)}) <csum>\n`;
  takeIndex(args, data, { name: "csum", index });
}
