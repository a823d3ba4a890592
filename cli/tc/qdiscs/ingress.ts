/**
 * `tc qdisc … ingress` and `clsact`.
 *
 * @module
 */

import type { TcNoData } from "../../../messages/tc/no_data.ts";
import { type Grammar, takes } from "../../parse/grammar.ts";
import { parser, type QdiscKind } from "../kind.ts";

const GRAMMAR: Grammar<object> = {
  "handle": takes("QHANDLE", (_, { args }) => void args.take()),
};

/** Filters of incoming packets. */
export const kind: QdiscKind<TcNoData> = {
  parse: parser<object, TcNoData>(GRAMMAR, {
    finish: () => undefined,
    form: [],
    help: "",
  }),
  print: ({ printer }) => printer.text("---------------- "),
};

/** Filters of incoming and outgoing packets. */
export const clsact: { readonly kind: QdiscKind<TcNoData> } = {
  kind: {
    parse: parser<object, TcNoData>({}, {
      finish: () => undefined,
      form: [],
      help: "",
    }),
    print: () => {},
  },
};
