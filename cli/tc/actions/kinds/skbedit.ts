/**
 * `tc action … skbedit`: what the kernel keeps beside a packet changes.
 *
 * @module
 */

import { actionParameters } from "../../../../messages/tc/actions/parameters.ts";
import {
  PACKET_TYPES,
  SKBEDIT_F_INHERITDSFIELD,
  type SkbeditData,
} from "../../../../messages/tc/actions/skbedit.ts";
import { type Grammar, matches, takes } from "../../../parse/grammar.ts";
import { unsigned } from "../../../parse/numbers.ts";
import { classIdOf, classIdText } from "../../handles.ts";
import { printControl } from "../control.ts";
import { badAction } from "../errors.ts";
import { type ActionKind, actionNumber, printUse, wordKind } from "../kind.ts";
import { nameOfValue } from "../only_once.ts";

const KEYWORDS: Grammar<SkbeditData> = {
  "queue_mapping*": actionNumber(
    (data, queue) => data.queue = queue,
    16,
    "Illegal queue_mapping\n",
  ),
  "priority*": takes("PRIORITY", (data, { args }) => {
    const priority = classIdOf(args.take());
    if (priority === undefined) throw badAction("Illegal priority\n");
    data.priority = priority;
  }),
  "mark*": takes("<MARK>[/<MASK>]", (data, { args }) => {
    const [mark = "", mask] = splitAt(args.take(), "/");
    const value = unsigned(mark, 32);
    if (value === undefined) throw badAction("Illegal mark\n");
    data.mark = value;
    if (mask === undefined) return;
    const bits = unsigned(mask, 32);
    if (bits === undefined) throw badAction("Illegal mask\n");
    data.mask = bits;
  }),
  "ptype*": takes("{ host | otherhost | broadcast | multicast }", (
    data,
    { args },
  ) => {
    const word = args.take();
    const name = Object.keys(PACKET_TYPES).find((name) => matches(word, name));
    if (name === undefined) throw badAction(`Illegal ptype (${word})\n`);
    data.packetType = PACKET_TYPES[name as keyof typeof PACKET_TYPES];
  }),
  "inheritdsfield*": (data) => {
    data.flags = SKBEDIT_F_INHERITDSFIELD;
  },
};

/** What the kernel keeps beside a packet. */
export const kind: ActionKind<SkbeditData> = wordKind({
  name: "skbedit",
  parameters: actionParameters,
  words: KEYWORDS,
  finish: (_, given) => {
    if (given.size === 0) throw badAction("", kind.form);
  },
  print(context, data) {
    const { printer } = context;
    const { queue, priority, mark, mask, packetType, flags } = data;
    if (queue !== undefined) {
      printer.value("queue_mapping", queue, `queue_mapping ${queue}`);
    }
    if (priority !== undefined) {
      const text = classIdText(context, priority);
      printer.spaced("priority", text);
    }
    printer.spaced("mark", mark);
    if (mask !== undefined) {
      const hex = mask.toString(16);
      printer.value("mask", hex, mask === 0 ? "/0" : `/0x${hex}`);
    }
    if (packetType !== undefined) {
      const name = nameOfValue(PACKET_TYPES, packetType) ?? packetType;
      printer.spaced("ptype", name);
    }
    if (flags !== undefined && (flags & SKBEDIT_F_INHERITDSFIELD) !== 0n) {
      printer.value("inheritdsfield", null, " inheritdsfield");
    }
    printControl(printer, data.parameters!.control, " ");
    printUse(context, data);
  },
});

/** Splits a word at the first of its separators. */
function splitAt(word: string, separator: string): [string, string?] {
  const at = word.indexOf(separator);
  return at < 0 ? [word] : [word.slice(0, at), word.slice(at + 1)];
}
