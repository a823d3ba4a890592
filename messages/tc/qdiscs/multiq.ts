/**
 * Bands by queue of the device: `multiq`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/pkt_sched.h | linux/pkt_sched.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/Documentation/networking/multiqueue.rst | multiqueue.rst}
 *
 * @module
 */

import { type Codec, struct, u16 } from "../../codec/mod.ts";

/** `TCA_OPTIONS` of bands by queue (`struct tc_multiq_qopt`). */
export interface MultiqData {
  /** Number of bands; only reported (`bands`). */
  bands: number;
  /** Number of queues; only reported (`max_bands`). */
  maximumBands: number;
}

/** Codec of {@linkcode MultiqData}. */
export const multiqData: Codec<MultiqData> = struct({
  bands: u16,
  maximumBands: u16,
});
