/**
 * `tc qdisc … skbprio`.
 *
 * @module
 */

import type { SkbprioData } from "../../../messages/tc/qdiscs/skbprio.ts";
import type { Grammar } from "../../parse/grammar.ts";
import { parser, type QdiscKind } from "../kind.ts";
import { setting, sizeOf } from "../settings.ts";

const GRAMMAR: Grammar<SkbprioData> = {
  "limit": setting(
    "limit",
    "limit",
    "NUMBER",
    sizeOf,
    (_, word) => `skbprio: Illegal "limit" value:"${word}"`,
  ),
};

/** A queue that drops what has the least priority. */
export const kind: QdiscKind<SkbprioData> = {
  parse: parser<SkbprioData, SkbprioData>(GRAMMAR, {
    finish: (spec) => spec.limit === undefined ? undefined : spec,
    unknown: (word, name) => `${name}: unknown parameter "${word}"\n`,
  }),
  print: ({ printer }, { limit }) => printer.named("limit", limit),
};
