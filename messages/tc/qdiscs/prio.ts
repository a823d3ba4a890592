/**
 * Bands by priority: `prio` and `pfifo_fast`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/pkt_sched.h | linux/pkt_sched.h}
 * @see {@link https://man7.org/linux/man-pages/man8/tc-prio.8.html | tc-prio(8)}
 *
 * @module
 */

import { type Codec, fixedArray, s32, struct, u8 } from "../../codec/mod.ts";

/** `TCA_OPTIONS` of bands by priority (`struct tc_prio_qopt`). */
export interface PrioData {
  /** Number of bands (`bands`). */
  bands: number;
  /** Band of each priority (`priomap`). */
  priorityMap: number[];
}

/** Codec of {@linkcode PrioData}. */
export const prioData: Codec<PrioData> = struct({
  bands: s32,
  priorityMap: fixedArray(u8, 16),
});
