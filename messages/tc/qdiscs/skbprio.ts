/**
 * A queue that drops what has the least priority: `skbprio`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/pkt_sched.h | linux/pkt_sched.h}
 * @see {@link https://man7.org/linux/man-pages/man8/tc-skbprio.8.html | tc-skbprio(8)}
 *
 * @module
 */

import { type Codec, struct, u32 } from "../../codec/mod.ts";

/** `TCA_OPTIONS` of such a queue (`struct tc_skbprio_qopt`). */
export interface SkbprioData {
  /** Packets that may wait (`limit`). */
  limit: number;
}

/** Codec of {@linkcode SkbprioData}. */
export const skbprioData: Codec<SkbprioData> = struct({
  limit: u32,
});
