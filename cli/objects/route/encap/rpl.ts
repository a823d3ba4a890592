/**
 * `encap rpl`: source routing headers of RPL.
 *
 * @module
 */

import type { RplEncap } from "../../../../messages/route/encap/rpl.ts";
import { type EncapKind, keywords, single } from "./kind.ts";
import { printSegments, SEGMENTS, segmentsOf } from "./segments.ts";

/** Source routing headers. */
export const kind: EncapKind<RplEncap> = {
  take: keywords({
    "segs": single("segs", SEGMENTS, (draft: { text: string }, arg) => {
      draft.text = arg;
    }),
  }, {
    start: () => ({ text: "" }),
    finish: ({ text }) => {
      const segments = segmentsOf(text);
      const header = {
        nextHeader: 0,
        headerLength: ((8 + 16 * segments.length) >> 3) - 1,
        type: 3,
        segmentsLeft: segments.length,
        compression: 0,
        padding: 0,
        reserved: 0,
        segments,
      };
      return { header };
    },
  }),
  print({ printer }, { header }) {
    if (header === undefined) return;
    const { segments, segmentsLeft } = header;
    printSegments(printer, segments.slice(0, segmentsLeft));
  },
};
