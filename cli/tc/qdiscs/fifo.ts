/**
 * `tc qdisc … pfifo`, `bfifo` and `pfifo_head_drop`.
 *
 * @module
 */

import type { FifoData } from "../../../messages/tc/qdiscs/fifo.ts";
import { type ParseKind, parser, type QdiscKind } from "../kind.ts";
import { printSize, setting, sizeOf } from "../settings.ts";

const grammar = (name: string) => ({
  "limit": setting<FifoData, "limit">(
    "limit",
    "limit",
    "NUMBER",
    sizeOf,
    (_, word) => `${name}: Illegal value for "limit": "${word}"`,
  ),
});

const parse: ParseKind<FifoData> = Object.assign(
  ((args, step) =>
    parser<FifoData, FifoData>(grammar(step.name), {
      finish: (spec) => spec.limit === undefined ? undefined : spec,
      unknown: (word, name) => `${name}: unknown parameter "${word}"\n`,
      called: "<[p|b]fifo | pfifo_head_drop>",
    })(args, step)) as ParseKind<FifoData>,
  { form: { options: grammar("pfifo") } },
);

/** A queue of packets. */
export const kind: QdiscKind<FifoData> = {
  parse,
  print: ({ printer }, { limit }) =>
    printer.value("limit", limit, `limit ${limit}p`),
};

/** A queue of bytes. */
export const bytes: { readonly kind: QdiscKind<FifoData> } = {
  kind: {
    parse,
    print: (context, { limit }) =>
      printSize(context, "limit", limit, (size) => `limit ${size}`),
  },
};
