/**
 * `tc action … mpls`: MPLS labels come, go and change.
 *
 * @module
 */

import {
  ETH_P_MPLS_MC,
  ETH_P_MPLS_UC,
} from "../../../../messages/link/constants_hardware.ts";
import {
  MPLS_ACTIONS,
  type MplsActionData,
  mplsActionParameters,
} from "../../../../messages/tc/actions/mpls.ts";
import {
  incomplete,
  invalidArgument,
  missingArgument,
} from "../../../parse/errors.ts";
import { type Grammar, takes, type Word } from "../../../parse/grammar.ts";
import { printControl } from "../control.ts";
import { badAction } from "../errors.ts";
import { type ActionKind, checkedNumber, printUse, wordKind } from "../kind.ts";
import { nameOfValue, only, onlyOnce } from "../only_once.ts";

const { pop, push, modify, dec_ttl, mac_push } = MPLS_ACTIONS;
const PUSHES: readonly number[] = [push, mac_push];
const MOST_LABEL = 0xfffff;

function labelField(
  key: "label" | "trafficClass" | "ttl" | "bottom",
  bits: 8 | 32,
  argument: string,
  problem: string,
  isValid: (value: number) => boolean,
): Word<MplsActionData> {
  const number = checkedNumber<MplsActionData>(
    (data, value) => data[key] = value,
    bits,
    problem,
    isValid,
  );
  return only(
    [push, mac_push, modify],
    "push, mac_push and modify",
    takes(argument, number),
  );
}

const KEYWORDS: Grammar<MplsActionData> = {
  ...onlyOnce(
    { pop, push, modify, mac_push, dec_ttl },
    (word, before) =>
      `Error: got "${word}" but action already set to "${before}"\n`,
    () => kind.form,
  ),
  "label*": labelField(
    "label",
    32,
    "MPLS_LABEL",
    "label must be <=0xFFFFF",
    (label) => label <= MOST_LABEL,
  ),
  "tc*": labelField(
    "trafficClass",
    8,
    "MPLS_TC",
    "tc field is 3 bits max",
    (value) => value <= 7,
  ),
  "ttl*": labelField(
    "ttl",
    8,
    "MPLS_TTL",
    "ttl must be >0 and <=255",
    (ttl) => ttl > 0,
  ),
  "bos*": labelField(
    "bottom",
    8,
    "MPLS_BOS",
    "bos must be 0 or 1",
    (value) => value <= 1,
  ),
  "protocol*": only(
    [push, mac_push, pop],
    "push, mac_push and pop",
    takes("MPLS_PROTO", (data, { args, context }) => {
      const protocol = args.read(
        (word) => context.names.ethernetProtocolOf(word),
        "protocol is invalid",
      );
      data.protocol = protocol || undefined!;
    }),
  ),
};

/** MPLS labels. */
export const kind: ActionKind<MplsActionData> = wordKind({
  name: "mpls",
  parameters: mplsActionParameters,
  words: KEYWORDS,
  byIndex: true,
  index: (arg) => invalidArgument("illegal index", arg),
  missing: "[NULL mpls parameters]\n",
  finish(data) {
    const { type } = data.parameters!;
    const { protocol } = data;
    if (type === push && data.label === undefined) {
      throw missingArgument("label");
    }
    const isMpls = protocol === ETH_P_MPLS_UC || protocol === ETH_P_MPLS_MC;
    if (PUSHES.includes(type) && protocol !== undefined && !isMpls) {
      const name = type === mac_push ? "mac_push" : "push";
      const hex = protocol.toString(16).padStart(4, "0");
      throw badAction(
        `invalid ${name} protocol "0x${hex}" - use mpls_(uc|mc)\n`,
      );
    }
    if (type === pop && protocol === undefined) {
      throw missingArgument("protocol");
    }
  },
  afterWords(data) {
    if (data.parameters!.type === 0) throw incomplete();
  },
  print(context, data) {
    const { printer, names } = context;
    const { type, control } = data.parameters!;
    const name = nameOfValue(MPLS_ACTIONS, type) ?? "(null)";
    printer.value("mpls_action", name, ` ${name}`);
    if (
      data.protocol !== undefined && (type === pop || PUSHES.includes(type))
    ) {
      const text = names.ethernetProtocols.nameOf(data.protocol);
      printer.spaced("protocol", text);
    }
    if (type === modify || PUSHES.includes(type)) {
      const fields = [
        ["label", data.label],
        ["tc", data.trafficClass],
        ["bos", data.bottom],
        ["ttl", data.ttl],
      ] as const;
      for (const [key, value] of fields) {
        printer.spaced(key, value);
      }
    }
    printControl(printer, control, " ");
    printUse(context, data);
  },
});
