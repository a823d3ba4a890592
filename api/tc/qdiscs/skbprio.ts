/**
 * A queue that drops what has the least priority.
 *
 * @module
 */

import type { SkbprioData } from "../../../messages/tc/qdiscs/skbprio.ts";
import { uint32 } from "../../mapping/conversions.ts";
import { type Mapping, mapping } from "../../mapping/mapping.ts";

/** Settings of such a queue. */
export interface SkbprioOptions {
  /** Packets that may wait (`tc_skbprio_qopt.limit`). */
  limit?: number;
}

/** How {@linkcode SkbprioOptions} are stored. */
export const skbprioMapping: Mapping<SkbprioOptions, SkbprioData> = mapping({
  limit: uint32,
}, () => ({} as SkbprioData));
