/**
 * `tc action … ct`: connections are tracked, marked and translated.
 *
 * @module
 */

import {
  type CtData,
  TCA_CT_ACT_CLEAR,
  TCA_CT_ACT_COMMIT,
  TCA_CT_ACT_FORCE,
  TCA_CT_ACT_NAT,
  TCA_CT_ACT_NAT_DST,
  TCA_CT_ACT_NAT_SRC,
} from "../../../../messages/tc/actions/ct.ts";
import { actionParameters } from "../../../../messages/tc/actions/parameters.ts";
import { type Grammar, takes, type Word } from "../../../parse/grammar.ts";
import type { Form } from "../../../parse/form.ts";
import { unsigned } from "../../../parse/numbers.ts";
import { printControl } from "../control.ts";
import {
  helperText,
  labelText,
  natText,
  takeHelper,
  takeLabels,
  takeNat,
} from "../connection.ts";
import { badAction } from "../errors.ts";
import { type ActionKind, actionNumber, printUse, wordKind } from "../kind.ts";

const ALL_BITS = 0xffffffff;

function flag(bit: number): Word<CtData> {
  return (data) => void (data.action = (data.action ?? 0) | bit);
}

const NAT_SPEC: Form = {
  name: "NAT_SPEC",
  means: "{ src | dst } addr <addr1>[-<addr2>] [ port <port1>[-<port2>] ]",
};

const KEYWORDS: Grammar<CtData> = {
  "zone*": actionNumber(
    (data, zone) => data.zone = zone,
    16,
    'ct: Illegal "zone"\n',
    0,
  ),
  "nat*": takes(
    { maybe: NAT_SPEC },
    (data, { args }) => takeNat(data, args, kind.form),
  ),
  "clear*": flag(TCA_CT_ACT_CLEAR),
  "commit*": flag(TCA_CT_ACT_COMMIT),
  "force*": flag(TCA_CT_ACT_FORCE),
  "index*": actionNumber(
    (data, index) => data.parameters!.index = index,
    32,
    'ct: Illegal "index"\n',
  ),
  "mark*": takes("MASKED_MARK", (data, { args }) => {
    const [value = "", mask] = args.take().split(/\/(.*)/s, 2);
    const mark = unsigned(value, 32);
    const markMask = mask === undefined ? ALL_BITS : unsigned(mask, 32);
    if (mark === undefined || markMask === undefined) {
      throw badAction('ct: Illegal "mark"\n');
    }
    Object.assign(data, { mark, markMask });
  }),
  "label*": takes("MASKED_LABEL", (data, { args }) => {
    takeLabels(data, args.take());
  }),
  // The help comes first, as its name is the start of the other.
  "help*": () => {},
  "helper*": takes("HELPER", (data, { args, context }) => {
    takeHelper(data, args.take(), context);
  }),
};

/** Connections are tracked, marked and translated. */
export const kind: ActionKind<CtData> = wordKind({
  name: "ct",
  parameters: actionParameters,
  words: KEYWORDS,
  mayEnd: true,
  indexAtEnd: false,
  missing: "",
  afterWords(data) {
    const action = data.action ??= 0;
    const has = (bits: number) => (action & bits) !== 0;
    const translates = has(TCA_CT_ACT_NAT_SRC | TCA_CT_ACT_NAT_DST);
    if (has(TCA_CT_ACT_CLEAR) && has(~TCA_CT_ACT_CLEAR)) {
      throw badAction("ct: clear can only be used alone\n");
    }
    if (has(TCA_CT_ACT_NAT_SRC) && has(TCA_CT_ACT_NAT_DST)) {
      throw badAction("ct: src and dst nat can't be used together\n");
    }
    if (has(TCA_CT_ACT_COMMIT) && has(TCA_CT_ACT_NAT) && !translates) {
      throw badAction("ct: commit and nat must set src or dst\n");
    }
    if (!has(TCA_CT_ACT_COMMIT) && translates) {
      throw badAction("ct: src or dst is only valid if commit is set\n");
    }
  },
  printName: (printer) => printer.value("kind", "ct", "ct"),
  print(context, data) {
    const { printer } = context;
    const { action = 0, mark, markMask = ALL_BITS, zone } = data;
    const what = (action & TCA_CT_ACT_COMMIT) !== 0
      ? (action & TCA_CT_ACT_FORCE) !== 0 ? "commit force" : "commit"
      : (action & TCA_CT_ACT_CLEAR) !== 0
      ? "clear"
      : undefined;
    if (what !== undefined) printer.value("action", what, ` ${what}`);
    if (mark !== undefined) {
      printer.spaced("mark", mark);
      const hex = markMask.toString(16);
      if (markMask !== ALL_BITS) printer.value("mark_mask", hex, `/0x${hex}`);
    }
    printer.spaced("zone", zone);
    const label = labelText(data);
    printer.spaced("label", label);
    const helper = helperText(data, context);
    printer.spaced("helper", helper);
    if ((action & TCA_CT_ACT_NAT) !== 0) {
      const nat = natText(data);
      printer.value("nat", nat, nat === "" ? " nat" : ` nat ${nat}`);
    }
    printControl(printer, data.parameters!.control, " ");
    printUse(context, data);
  },
});
