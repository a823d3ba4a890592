/**
 * `tc qdisc … ets` and its bands.
 *
 * @module
 */

import type { EtsClassData, EtsData } from "../../../messages/tc/qdiscs/ets.ts";
import { fail } from "../../parse/errors.ts";
import { type Grammar, takes, type Word } from "../../parse/grammar.ts";
import { unsigned } from "../../parse/numbers.ts";
import type { Context } from "../../runtime/context.ts";
import {
  failWithUsage,
  type KindStep,
  parser,
  type QdiscKind,
} from "../kind.ts";

const MOST_BANDS = 16;

interface Spec {
  bands: number;
  strict: number;
  quanta: number[];
  priorityMap: number[];
  /** The list that numbers go on with. */
  list?: "quanta" | "priorityMap" | undefined;
}

function quantumOf(word: string): number {
  const quantum = unsigned(word, 32, 10);
  if (quantum === undefined) throw fail(1, 'Illegal "quanta" element');
  if (quantum === 0) throw fail(1, '"quanta" must be > 0');
  return quantum;
}

function takeItem(spec: Spec, word: string): void {
  if (spec.list === "quanta") {
    spec.quanta.push(quantumOf(word));
    return;
  }
  const band = unsigned(word, 32, 10);
  if (band === undefined) throw fail(1, 'Illegal "priomap" element');
  if (spec.priorityMap.length >= 16) {
    throw fail(1, '"priomap" index cannot be higher than 15');
  }
  spec.priorityMap.push(band & 0xff);
}

function count(key: "bands" | "strict"): Word<Spec> {
  return takes("NUMBER", (spec, { args }) => {
    if (spec[key]) throw fail(1, `Duplicate "${key}"`);
    const value = unsigned(args.take(), 32, 10);
    if (value === undefined) throw fail(1, `Illegal "${key}"`);
    if (value > MOST_BANDS) {
      throw fail(1, `The number of "${key}" must be <= ${MOST_BANDS}`);
    }
    spec[key] = value;
    spec.list = undefined;
  });
}

function items(key: "quanta" | "priorityMap", name: string): Word<Spec> {
  return takes(
    key === "quanta" ? ["Q1", { many: "Q2" }] : ["P1", { many: "P2" }],
    (spec, { args }) => {
      if (spec[key].length > 0) throw fail(1, `Duplicate "${name}"`);
      spec.list = key;
      takeItem(spec, args.take());
    },
  );
}

const GRAMMAR: Grammar<Spec> = {
  "bands": count("bands"),
  "strict": count("strict"),
  "quanta": items("quanta", "quanta"),
  "priomap": items("priorityMap", "priomap"),
};

function finish(spec: Spec, { name }: KindStep): EtsData {
  const { strict, quanta, priorityMap } = spec;
  const bands = spec.bands || quanta.length + strict;
  const failed = (text: string) =>
    failWithUsage(`${text}\n`, name, { options: GRAMMAR });
  if (bands === 0) {
    throw failed(
      'One of "bands", "quanta" or "strict" needs to be specified',
    );
  }
  if (strict + quanta.length > bands) {
    throw failed(
      "Not enough total bands to cover all the strict bands and quanta",
    );
  }
  if (priorityMap.some((band) => band >= bands)) {
    throw fail(1, '"priomap" element is out of bounds');
  }
  return {
    bands,
    ...strict > 0 && { strict },
    ...quanta.length > 0 && { quanta },
    ...priorityMap.length > 0 && { priorityMap },
  };
}

const CLASS_GRAMMAR: Grammar<EtsClassData> = {
  "quantum": takes("Q1", (spec, { args }) => {
    if (spec.quantum) throw fail(1, 'Duplicate "quantum"');
    spec.quantum = quantumOf(args.take());
  }),
};

function print(context: Context, data: EtsData): void {
  const { printer } = context;
  const { bands, strict, quanta, priorityMap } = data;
  if (bands === undefined || priorityMap === undefined) {
    return context.io.err("Incomplete ETS options\n");
  }
  const list = (key: string, values: readonly number[]) =>
    printer.array(
      key,
      () => {
        for (const value of values) printer.value(null, value, ` ${value}`);
      },
      key,
      " ",
    );
  printer.named("bands", bands);
  printer.named("strict", strict);
  if (quanta !== undefined) list("quanta", quanta);
  list("priomap", priorityMap);
}

/** Enhanced transmission selection. */
export const kind: QdiscKind<EtsData, EtsClassData> = {
  parse: parser<Spec, EtsData>(GRAMMAR, {
    start: () => ({ bands: 0, strict: 0, quanta: [], priorityMap: [] }),
    other: (spec, word) => {
      if (spec.list === undefined) return false;
      takeItem(spec, word);
      return true;
    },
    finish,
  }),
  print,
  class: {
    parse: parser<EtsClassData, EtsClassData>(CLASS_GRAMMAR),
    print: ({ printer }, { quantum }) => {
      printer.named("quantum", quantum);
    },
  },
};
