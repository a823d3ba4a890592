/**
 * Quick fair queueing: `TCA_QFQ_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/pkt_sched.h | linux/pkt_sched.h}
 * @see {@link https://man7.org/linux/man-pages/man8/tc.8.html | tc(8)}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  struct,
  u32,
} from "../../codec/mod.ts";

/** `TCA_OPTIONS` of a class (`TCA_QFQ_*`). */
export interface QfqClassData extends Attributes {
  /** Its share (`TCA_QFQ_WEIGHT`). */
  weight?: number;
  /** Size of its largest packet in bytes (`TCA_QFQ_LMAX`). */
  maximumPacket?: number;
}

/** Codec of {@linkcode QfqClassData}. */
export const qfqClassData: Codec<QfqClassData> = attributes({
  weight: ["TCA_QFQ_WEIGHT", 1, u32],
  maximumPacket: ["TCA_QFQ_LMAX", 2, u32],
}, { nestedFlag: false });

/** Counters of a class (`struct tc_qfq_stats`). */
export interface QfqClassStats {
  /** Its share (`weight`). */
  weight: number;
  /** Size of its largest packet in bytes (`lmax`). */
  maximumPacket: number;
}

/** Codec of {@linkcode QfqClassStats}. */
export const qfqClassStats: Codec<QfqClassStats> = struct({
  weight: u32,
  maximumPacket: u32,
});
