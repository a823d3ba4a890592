/**
 * Queues without classes: `pfifo`, `bfifo`, `pfifo_head_drop`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/pkt_sched.h | linux/pkt_sched.h}
 * @see {@link https://man7.org/linux/man-pages/man8/tc-pfifo.8.html | tc-pfifo(8)}
 *
 * @module
 */

import { type Codec, struct, u32 } from "../../codec/mod.ts";

/** `TCA_OPTIONS` of a queue (`struct tc_fifo_qopt`). */
export interface FifoData {
  /** Length of the queue: packets, with `bfifo` bytes (`limit`). */
  limit: number;
}

/** Codec of {@linkcode FifoData}. */
export const fifoData: Codec<FifoData> = struct({ limit: u32 });
