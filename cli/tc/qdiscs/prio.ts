/**
 * `tc qdisc … prio`, and how `pfifo_fast` is shown.
 *
 * @module
 */

import type { PrioData } from "../../../messages/tc/qdiscs/prio.ts";
import { fail } from "../../parse/errors.ts";
import { type Grammar, takes } from "../../parse/grammar.ts";
import { signed, unsigned } from "../../parse/numbers.ts";
import {
  failWithUsage,
  parser,
  type PrintKind,
  type QdiscKind,
} from "../kind.ts";
import { setting } from "../settings.ts";
import { showUsage } from "../usage.ts";

/** The largest priority. */
const MOST = 15;

interface Spec extends PrioData {
  /** How many bands of priorities were given; -1 before the keyword. */
  given: number;
}

const bands = setting<Spec, "bands">(
  "bands",
  "bands",
  "NUMBER",
  (word) => signed(word, 10),
);

const GRAMMAR: Grammar<Spec> = {
  "bands": takes("NUMBER", async (spec, step) => {
    // After a list of priorities, the usage is shown, and all goes on.
    if (spec.given >= 0) {
      const help = { of: "... prio", form: { options: GRAMMAR } };
      await showUsage(step.context, help);
    }
    return bands(spec, step);
  }),
  "priomap": takes(["P1", { many: "P2" }], (spec) => {
    if (spec.given >= 0) throw fail(1, "Error: duplicate priomap");
    spec.given = 0;
  }),
  "multiqueue": () => {},
};

function takeBand(spec: Spec, word: string, name: string): void {
  if (spec.given < 0) {
    throw failWithUsage(`What is "${word}"?\n`, name, { options: GRAMMAR });
  }
  const band = unsigned(word, 32, 10);
  if (band === undefined) throw fail(1, 'Illegal "priomap" element');
  if (band >= spec.bands) {
    throw fail(1, '"priomap" element is out of bands');
  }
  if (spec.given > MOST) {
    throw fail(1, `"priomap" index > TC_PRIO_MAX=${MOST}`);
  }
  spec.priorityMap[spec.given++] = band;
}

const print: PrintKind<PrioData> = ({ printer }, { bands, priorityMap }) => {
  printer.named("bands", bands);
  printer.array("priomap", () => {
    for (const band of priorityMap) printer.value(null, band, ` ${band}`);
  }, "priomap");
  printer.field("multiqueue", false);
};

/** Bands by priority. */
export const kind: QdiscKind<PrioData> = {
  parse: parser<Spec, PrioData>(GRAMMAR, {
    start: () => ({
      bands: 3,
      priorityMap: [1, 2, 2, 2, 1, 2, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1],
      given: -1,
    }),
    other: (spec, word, { name }) => {
      takeBand(spec, word, name);
      return true;
    },
    finish: ({ bands, priorityMap }) => ({ bands, priorityMap }),
  }),
  print,
};

/** Three bands, which devices have at first. */
export const fast: { readonly kind: QdiscKind<PrioData> } = { kind: { print } };
