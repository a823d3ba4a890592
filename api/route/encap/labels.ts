/**
 * Stacks of MPLS labels.
 *
 * @see {@link https://www.rfc-editor.org/rfc/rfc3032 | RFC 3032}
 *
 * @module
 */

import { joinMplsEntry, splitMplsEntry } from "../../../messages/route/mpls.ts";
import { checkInteger } from "../../mapping/conversions.ts";
import type { Conversion } from "../../mapping/mapping.ts";

/** The largest label. */
const MOST = 0xfffff;

/** MPLS labels, the outermost first; the last one is marked as the bottom. */
export const mplsStack: Conversion<number[], number[]> = {
  fromKernel: (entries) => entries.map((entry) => splitMplsEntry(entry).label),
  toKernel: (value, fieldPath) => {
    if (!Array.isArray(value) || value.length === 0) {
      throw fieldPath.wrong(value, "an array of MPLS labels is expected");
    }
    return value.map((word, index) =>
      joinMplsEntry({
        label: checkInteger(word, 0, MOST, fieldPath.at(index)),
        trafficClass: 0,
        bottom: index === value.length - 1,
        ttl: 0,
      })
    );
  },
};
