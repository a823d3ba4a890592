/**
 * Controlled delay: `TCA_CODEL_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/pkt_sched.h | linux/pkt_sched.h}
 * @see {@link https://man7.org/linux/man-pages/man8/tc-codel.8.html | tc-codel(8)}
 * @see {@link https://www.rfc-editor.org/rfc/rfc8289 | RFC 8289}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  s32,
  struct,
  u32,
} from "../../codec/mod.ts";

/** `TCA_OPTIONS` of controlled delay (`TCA_CODEL_*`). */
export interface CodelData extends Attributes {
  /** Acceptable delay in microseconds (`TCA_CODEL_TARGET`). */
  target?: number;
  /** Packets that may wait (`TCA_CODEL_LIMIT`). */
  limit?: number;
  /**
   * Time in which the delay has to be reached, in microseconds
   * (`TCA_CODEL_INTERVAL`).
   */
  interval?: number;
  /** Whether packets are marked instead of dropped (`TCA_CODEL_ECN`). */
  ecn?: number;
  /**
   * Delay in microseconds from which packets are marked
   * (`TCA_CODEL_CE_THRESHOLD`).
   */
  ceThreshold?: number;
}

/** Codec of {@linkcode CodelData}. */
export const codelData: Codec<CodelData> = attributes({
  target: ["TCA_CODEL_TARGET", 1, u32],
  limit: ["TCA_CODEL_LIMIT", 2, u32],
  interval: ["TCA_CODEL_INTERVAL", 3, u32],
  ecn: ["TCA_CODEL_ECN", 4, u32],
  ceThreshold: ["TCA_CODEL_CE_THRESHOLD", 5, u32],
}, { nestedFlag: false });

/** Counters of controlled delay (`struct tc_codel_xstats`). */
export interface CodelStats {
  /** Size of the largest packet in bytes (`maxpacket`). */
  maximumPacket: number;
  /** Packets dropped since the delay was too long (`count`). */
  count: number;
  /** The same when that began (`lastcount`). */
  lastCount: number;
  /** Delay of the last packet in microseconds (`ldelay`). */
  delay: number;
  /** Microseconds until the next one is dropped (`drop_next`). */
  dropNext: number;
  /** How often the limit was reached (`drop_overlimit`). */
  overlimitDrops: number;
  /** Packets that were marked (`ecn_mark`). */
  ecnMarked: number;
  /** Whether packets are being dropped (`dropping`). */
  dropping: number;
  /** Packets above the threshold (`ce_mark`). */
  ceMarked?: number;
}

/** Codec of {@linkcode CodelStats}. */
export const codelStats: Codec<CodelStats> = struct({
  maximumPacket: u32,
  count: u32,
  lastCount: u32,
  delay: u32,
  dropNext: s32,
  overlimitDrops: u32,
  ecnMarked: u32,
  dropping: u32,
  ceMarked: u32,
}, { optionalFrom: "ceMarked" });
