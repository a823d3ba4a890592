/**
 * `tc qdisc … multiq`.
 *
 * @module
 */

import type { MultiqData } from "../../../messages/tc/qdiscs/multiq.ts";
import { parser, type QdiscKind } from "../kind.ts";

/** Bands by queue of the device. */
export const kind: QdiscKind<MultiqData> = {
  parse: parser<object, MultiqData>({}, {
    finish: () => ({ bands: 0, maximumBands: 0 }),
    form: "[ help ]",
  }),
  print({ printer }, { bands, maximumBands }) {
    printer.value("bands", bands, `bands ${bands}/${maximumBands} `);
    printer.field("max_bands", maximumBands);
  },
};
