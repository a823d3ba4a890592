/**
 * `tc filter … flow`.
 *
 * @module
 */

import {
  FLOW_KEYS,
  FLOW_MODE_HASH,
  FLOW_MODE_MAP,
  FLOW_MODES,
  type FlowData,
} from "../../../messages/tc/filters/flow.ts";
import { nameOf } from "../../../messages/value_names.ts";
import { fail } from "../../parse/errors.ts";
import { matches, takes, type Word } from "../../parse/grammar.ts";
import { unsigned } from "../../parse/numbers.ts";
import { addressOf } from "../../parse/prefixes.ts";
import { hex } from "../../print/format.ts";
import { CLASS_ID, classIdOf, classIdText } from "../handles.ts";
import {
  action,
  type Draft,
  type FilterKind,
  filterKind,
  illegal,
  match,
  numericHandle,
  police,
} from "./kind.ts";
import { printDeeds, printHex } from "./format_parts.ts";

/** A filter, and how many keys were given. */
type FlowDraft = Draft<FlowData> & { keyCount?: number };

const KEYS = Object.entries(FLOW_KEYS);
const ALL = 0xffffffff;

const keys: Word<FlowDraft> = takes({
  name: "KEY-LIST",
  means: `{ ${KEYS.map(([name]) => name).join(" | ")} }`,
}, (draft, { args }) => {
  draft.data.keys = 0;
  draft.keyCount = 0;
  for (const word of args.take().split(",")) {
    const key = KEYS.find(([name]) => matches(word, name));
    if (key === undefined) throw fail(1, `Unknown flow key "${word}"`);
    draft.data.keys |= key[1];
    draft.keyCount++;
  }
});

/** Keeps some bits of the key, and then inverts some. */
function operation(
  called: string,
  bits: (value: number) => [mask: number, xor: number],
): Word<FlowDraft> {
  return takes("NUM", ({ data }, { args }) => {
    const value = unsigned(args.take(), 32);
    if (value === undefined) throw illegal(called);
    const [mask, xor] = bits(value);
    data.xor = (xor ^ (data.xor ?? 0) & mask) >>> 0;
    data.mask = ((data.mask ?? ALL) & mask) >>> 0;
  });
}

/** A number. */
function number(
  property: "rightShift" | "divisor" | "perturb",
  called: string,
): Word<FlowDraft> {
  return takes("NUM", ({ data }, { args }) => {
    const value = unsigned(args.take(), 32);
    if (value === undefined) throw illegal(called);
    data[property] = value;
  });
}

/** What is added: a number, or an address where one can be. */
function addendOf(word: string, keys: number): number | undefined {
  const isNegative = word.startsWith("-");
  const text = isNegative ? word.slice(1) : word;
  let value = unsigned(text, 32);
  // Which keys allow addresses depends on their numbers, not on their bits.
  if (value === undefined && (keys & ADDRESS_KEYS) !== 0) {
    const { bytes } = addressOf(text, 0);
    if (bytes.length >= 4) {
      value = new DataView(bytes.buffer, bytes.byteOffset + bytes.length - 4)
        .getUint32(0);
    }
  }
  return value === undefined || !isNegative ? value : -value >>> 0;
}

const ADDRESS_KEYS = 0 | 1 | 9 | 10;

/** How filters of the kind `flow` are parsed and printed. */
export const kind: FilterKind<FlowData> = filterKind("flow", {
  words: {
    "map*": ({ data }) => void (data.mode = FLOW_MODE_MAP),
    "hash*": ({ data }) => void (data.mode = FLOW_MODE_HASH),
    "keys*": keys,
    "and*": operation("mask", (value) => [value, 0]),
    "or*": operation("or", (value) => [~value, value]),
    "xor*": operation("xor", (value) => [ALL, value]),
    "rshift*": number("rightShift", "rshift"),
    "addend*": takes("NUM", ({ data }, { args }) => {
      const addend = addendOf(args.take(), data.keys ?? 0);
      if (addend === undefined) throw illegal("addend");
      data.addend = addend;
    }),
    "divisor*": number("divisor", "divisor"),
    "baseclass*": takes(CLASS_ID, ({ data }, { args }) => {
      const id = classIdOf(args.take());
      if (id === undefined || (id & 0xffff) === 0) throw illegal("baseclass");
      data.baseClass = id;
    }),
    "perturb*": number("perturb", "perturb"),
    "police*": police(),
    "action*": action(),
    "match*": match(),
  },
  handle: numericHandle,
  always: true,
  finish: (draft: FlowDraft) => {
    const { data, keyCount = 0 } = draft;
    data.mode ??= FLOW_MODE_MAP;
    if (keyCount > 1 && data.mode !== FLOW_MODE_HASH) {
      throw fail(1, 'Invalid mode "map" for multiple keys');
    }
    if ((data.mask ?? ALL) === ALL && (data.xor ?? 0) === 0) {
      delete data.mask;
      delete data.xor;
    }
  },
}, (context, data, { handle }) => {
  const { printer } = context;
  const { mode, mask = ALL, xor: value = 0 } = data;
  printHex(context, "handle", handle, `handle ${hex(handle)} `);
  if (mode !== undefined) {
    const name = nameOf(FLOW_MODES, mode) ?? hex(mode);
    printer.value("mode", name, `${name} `);
  }
  if (data.keys !== undefined) {
    printer.openArray("keys", "keys ");
    const names = KEYS.filter(([, bit]) => (data.keys! & bit) !== 0);
    for (const [i, [name]] of names.entries()) {
      printer.value(null, name, `${i === 0 ? "" : ","}${name}`);
    }
    printer.closeArray(" ");
  }
  const digits = (bits: number) => `0x${bits.toString(16).padStart(8, "0")}`;
  const or = ((mask & value) ^ value) >>> 0;
  const xor = (mask & value) >>> 0;
  if (mask !== ALL) printHex(context, "and", mask, `and ${digits(mask)} `);
  if (xor !== 0) printHex(context, "xor", xor, `xor ${digits(xor)} `);
  if (or !== 0) printHex(context, "or", or, `or ${digits(or)} `);
  printer.named("rshift", data.rightShift);
  if (data.addend !== undefined) {
    const text = `addend 0x${data.addend.toString(16)} `;
    printHex(context, "addend", data.addend, text);
  }
  printer.named("divisor", data.divisor);
  if (data.baseClass !== undefined) {
    printer.named("baseclass", classIdText(context, data.baseClass));
  }
  if (data.perturb !== undefined) {
    const text = `perturb ${data.perturb}sec `;
    printer.value("perturb", data.perturb, text);
  }
  printDeeds(context, data, { actions: true });
});
