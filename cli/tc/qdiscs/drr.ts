/**
 * `tc qdisc … drr` and its classes.
 *
 * @module
 */

import type { TcNoData } from "../../../messages/tc/no_data.ts";
import type {
  DrrClassData,
  DrrClassStats,
} from "../../../messages/tc/qdiscs/drr.ts";
import type { Grammar } from "../../parse/grammar.ts";
import { size } from "../../print/format.ts";
import { parser, type QdiscKind } from "../kind.ts";
import { setting, sizeOf } from "../settings.ts";

const CLASS_GRAMMAR: Grammar<DrrClassData> = {
  "quantum": setting("quantum", "quantum", "SIZE", sizeOf),
};

/** Deficit round robin. */
export const kind: QdiscKind<TcNoData, DrrClassData, never, DrrClassStats> = {
  parse: parser<object, TcNoData>({}, { finish: () => undefined }),
  print: () => {},
  class: {
    parse: parser<DrrClassData, DrrClassData>(CLASS_GRAMMAR),
    print: ({ printer }, { quantum }) => {
      if (quantum !== undefined) printer.text(`quantum ${size(quantum)} `);
    },
  },
  printClassStats: ({ printer }, { deficit }) =>
    printer.text(` deficit ${size(deficit)} `),
};
