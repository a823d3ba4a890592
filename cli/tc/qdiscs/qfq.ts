/**
 * `tc qdisc … qfq` and its classes.
 *
 * @module
 */

import type { TcNoData } from "../../../messages/tc/no_data.ts";
import type {
  QfqClassData,
  QfqClassStats,
} from "../../../messages/tc/qdiscs/qfq.ts";
import type { Grammar } from "../../parse/grammar.ts";
import { parser, type QdiscKind } from "../kind.ts";
import { decimal, setting } from "../settings.ts";

const CLASS_GRAMMAR: Grammar<QfqClassData> = {
  "weight*": setting("weight", "weight", "NUMBER", decimal),
  "maxpkt*": setting("maximumPacket", "maxpkt", "BYTES", decimal),
};

/** Quick fair queueing. */
export const kind: QdiscKind<TcNoData, QfqClassData, never, QfqClassStats> = {
  parse: parser<object, TcNoData>({}, {
    finish: () => undefined,
    help: "help*",
  }),
  print: () => {},
  class: {
    parse: parser<QfqClassData, QfqClassData>(CLASS_GRAMMAR),
    print: ({ printer }, { weight, maximumPacket }) => {
      printer.named("weight", weight);
      printer.named("maxpkt", maximumPacket);
    },
  },
};
