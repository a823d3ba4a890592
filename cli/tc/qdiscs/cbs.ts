/**
 * `tc qdisc … cbs`.
 *
 * @module
 */

import { blank } from "../../../messages/codec/mod.ts";
import {
  type CbsData,
  type CbsParameters,
  cbsParameters,
} from "../../../messages/tc/qdiscs/cbs.ts";
import { fail } from "../../parse/errors.ts";
import { type Grammar, takes, type Word } from "../../parse/grammar.ts";
import { parser, type QdiscKind } from "../kind.ts";
import { type Read, s32, u8 } from "../settings.ts";

function once(
  key: keyof CbsParameters,
  name: string,
  form: string,
  read: Read<number>,
): Word<CbsParameters> {
  return takes(form, (spec, { args, context }) => {
    const word = args.take();
    if (spec[key]) throw fail(1, `cbs: duplicate "${name}" specification`);
    const value = read(word, context);
    if (value === undefined) {
      throw fail(1, `cbs: illegal value for "${name}": "${word}"`);
    }
    spec[key] = value;
  });
}

const GRAMMAR: Grammar<CbsParameters> = {
  "offload*": once("offload", "offload", "{ 0 | 1 }", u8),
  "hicredit*": once("highCredit", "hicredit", "BYTES", s32),
  "locredit*": once("lowCredit", "locredit", "BYTES", s32),
  "sendslope*": once("sendSlope", "sendslope", "BPS", s32),
  "idleslope*": once("idleSlope", "idleslope", "BPS", s32),
};

/** A credit-based shaper. */
export const kind: QdiscKind<CbsData> = {
  parse: parser<CbsParameters, CbsData>(GRAMMAR, {
    start: () => blank(cbsParameters),
    finish: (parameters) => ({ parameters }),
    unknown: (word) => `cbs: unknown parameter "${word}"\n`,
  }),
  print({ printer }, { parameters }) {
    if (parameters === undefined) return;
    printer.named("hicredit", parameters.highCredit);
    printer.named("locredit", parameters.lowCredit);
    printer.named("sendslope", parameters.sendSlope);
    printer.named("idleslope", parameters.idleSlope);
    printer.named("offload", parameters.offload);
  },
};
