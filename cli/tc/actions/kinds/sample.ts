/**
 * `tc action … sample`: some packets are sampled.
 *
 * @module
 */

import { actionParameters } from "../../../../messages/tc/actions/parameters.ts";
import type { SampleData } from "../../../../messages/tc/actions/sample.ts";
import { missingArgument } from "../../../parse/errors.ts";
import { type Grammar, takes, type Word } from "../../../parse/grammar.ts";
import { unsigned } from "../../../parse/numbers.ts";
import { printControl } from "../control.ts";
import { badAction } from "../errors.ts";
import { type ActionKind, kindUsage, printUse, wordKind } from "../kind.ts";

/** A keyword followed by a number; the usage is shown for others. */
function number(
  argument: string,
  key: "rate" | "group" | "truncatedSize",
  what: string,
): Word<SampleData> {
  return takes(argument, (data, { args }) => {
    const word = args.take();
    const value = unsigned(word, 32, 10);
    if (value === undefined) throw sampleUsage(`Illegal ${what} ${word}\n`);
    data[key] = value;
  });
}

const KEYWORDS: Grammar<SampleData> = {
  "rate*": number("RATE", "rate", "rate"),
  "group*": number("GROUP", "group", "group num"),
  "trunc*": number("SIZE", "truncatedSize", "truncation size"),
};

const words: ActionKind<SampleData> = wordKind({
  name: "sample",
  parameters: actionParameters,
  words: KEYWORDS,
  form: {
    name: "SAMPLE_CONF",
    means: [
      { name: "SAMPLE_PARAMS", means: { options: KEYWORDS } },
      "|",
      { name: "SAMPLE_INDEX", means: "index INDEX" },
    ],
  },
  finish(data) {
    if (data.parameters!.index !== 0) return;
    if (data.group === undefined) {
      throw sampleUsage('param "group" not set\n');
    }
    if (data.rate === undefined) throw sampleUsage('param "rate" not set\n');
  },
  print(context, data) {
    const { printer, io } = context;
    const { rate, group, truncatedSize } = data;
    if (rate === undefined || group === undefined) {
      io.err("Missing sample parameters\n");
      return;
    }
    printer.value("rate", rate, `rate 1/${rate} `);
    printer.value("group", group, `group ${group}`);
    printer.spaced("trunc_size", truncatedSize);
    printControl(printer, data.parameters!.control, " ");
    printUse(context, data);
  },
});

/** Some packets are sampled. */
export const kind: ActionKind<SampleData> = {
  ...words,
  parse(args, context) {
    if (args.left <= 1) throw missingArgument("sample count");
    const word = args.peek()!;
    if (!"sample".startsWith(word) || word === "") {
      throw badAction(`sample bad argument ${word}\n`);
    }
    return words.parse(args, context);
  },
};

function sampleUsage(before: string): Error {
  return kindUsage("sample", kind.form, before);
}
