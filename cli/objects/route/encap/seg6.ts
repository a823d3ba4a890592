/**
 * `encap seg6`: IPv6 segment routing.
 *
 * @module
 */

import { AF_INET6 } from "../../../../messages/families.ts";
import {
  SEG6_IPTUN_MODE_INLINE,
  SEG6_MODES,
  type Seg6Encap,
} from "../../../../messages/route/encap/seg6.ts";
import { nameOf, valueOf } from "../../../../messages/value_names.ts";
import { invalidArgument } from "../../../parse/errors.ts";
import type { Grammar } from "../../../parse/grammar.ts";
import { unsigned } from "../../../parse/numbers.ts";
import { addressOf } from "../../../parse/prefixes.ts";
import { type EncapKind, keywords, printOuter, single } from "./kind.ts";
import { printHeader, segmentHeader, SEGMENTS } from "./segments.ts";

/** What is put together. */
interface Draft {
  mode: number;
  segments: string;
  hmac: number;
  readonly more: Pick<Seg6Encap, "source" | "table">;
}

const KEYWORDS: Grammar<Draft> = {
  "mode": single("mode", {
    name: "SEGMODE",
    means: `{ ${Object.keys(SEG6_MODES).join(" | ")} }`,
  }, (draft, arg) => {
    const mode = valueOf<number>(SEG6_MODES, arg);
    if (mode === undefined) {
      throw invalidArgument('"mode" value is invalid\n', arg);
    }
    draft.mode = mode;
  }),
  "segs": single("segs", SEGMENTS, (draft, arg) => {
    draft.segments = arg;
    if (draft.mode < 0) {
      throw invalidArgument('"segs" provided before "mode"\n', arg);
    }
  }),
  "hmac": single("hmac", "HMACKEYID", (draft, arg) => {
    draft.hmac = unsigned(arg, 32) ?? 0;
  }),
  "tunsrc": single("tunsrc", "ADDRESS", ({ mode, more }, arg) => {
    if (mode === SEG6_IPTUN_MODE_INLINE) {
      throw invalidArgument('"tunsrc" invalid with inline mode\n', arg);
    }
    more.source = addressOf(arg, AF_INET6).address || "::";
  }),
  "lookup": single("lookup", "TABLEID:table", ({ more }, arg, { context }) => {
    const table = context.names.tables.numberOf(arg);
    if (!table) throw invalidArgument('"lookup" value is invalid\n', arg);
    more.table = table;
  }),
};

/** Segment routing. */
export const kind: EncapKind<Seg6Encap> = {
  take: keywords(KEYWORDS, {
    called: "SEG6HDR",
    start: (): Draft => ({ mode: -1, segments: "", hmac: 0, more: {} }),
    finish: ({ mode, segments, hmac, more }) => {
      const encapsulated = mode !== SEG6_IPTUN_MODE_INLINE;
      const header = segmentHeader(segments, hmac, encapsulated);
      return { segmentRouting: { mode, header }, ...more };
    },
  }),
  print(context, { segmentRouting, source, table }) {
    if (segmentRouting === undefined) return;
    const { printer, names } = context;
    const { mode, header } = segmentRouting;
    printer.named("mode", nameOf(SEG6_MODES, mode) ?? "<unknown>");
    printOuter(context, "inet6", "tunsrc", source);
    printHeader(printer, header);
    if (table !== undefined) {
      printer.named("lookup", names.tables.nameOf(table));
    }
  },
};
