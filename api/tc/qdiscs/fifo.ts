/**
 * Queues without classes.
 *
 * @module
 */

import type { FifoData } from "../../../messages/tc/qdiscs/fifo.ts";
import { uint32 } from "../../mapping/conversions.ts";
import { type Mapping, mapping } from "../../mapping/mapping.ts";

/** Settings of a queue. */
export interface FifoOptions {
  /**
   * Length of the queue: packets, with `bfifo` bytes (`tc_fifo_qopt.limit`).
   */
  limit?: number;
}

/** How {@linkcode FifoOptions} are stored. */
export const fifoMapping: Mapping<FifoOptions, FifoData> = mapping({
  limit: uint32,
}, () => ({} as FifoData));
