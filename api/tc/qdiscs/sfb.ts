/**
 * Stochastic fair blue.
 *
 * @see {@link https://man7.org/linux/man-pages/man8/tc-sfb.8.html | tc-sfb(8)}
 *
 * @module
 */

import type {
  SfbData,
  SfbParameters,
} from "../../../messages/tc/qdiscs/sfb.ts";
import { milliseconds, uint32 } from "../../mapping/conversions.ts";
import { mapping } from "../../mapping/mapping.ts";
import { arranged, type TrafficMapping } from "../kind.ts";
import { probability } from "../units.ts";

/** Settings of stochastic fair blue. */
export interface SfbOptions {
  /**
   * Seconds until flows are hashed in another way; 600 by default
   * (`tc_sfb_qopt.rehash_interval`).
   */
  rehashInterval?: number;
  /**
   * Seconds before that in which both ways are used; 60 by default
   * (`tc_sfb_qopt.warmup_time`).
   */
  warmupTime?: number;
  /**
   * Packets of a bin from which all are dropped; 25 by default
   * (`tc_sfb_qopt.max`).
   */
  maximum?: number;
  /**
   * Packets of a bin from which the probability grows; 20 by default
   * (`tc_sfb_qopt.bin_size`).
   */
  target?: number;
  /** What the probability grows by, 0 to 1 (`tc_sfb_qopt.increment`). */
  increment?: number;
  /** What the probability shrinks by, 0 to 1 (`tc_sfb_qopt.decrement`). */
  decrement?: number;
  /**
   * Packets that may wait; by default as many as the device's queue has
   * (`tc_sfb_qopt.limit`).
   */
  limit?: number;
  /**
   * Packets a second of flows that do not slow down; 10 by default
   * (`tc_sfb_qopt.penalty_rate`).
   */
  penaltyRate?: number;
  /**
   * Packets that these may send at once; 20 by default
   * (`tc_sfb_qopt.penalty_burst`).
   */
  penaltyBurst?: number;
}

/** What the kernel has for a probability of 1. */
const probability16 = probability(0xffff);

/** The kernel's settings without any. */
const DEFAULTS: SfbParameters = {
  rehashInterval: 600_000,
  warmupTime: 60_000,
  maximum: 25,
  binSize: 20,
  increment: 66,
  decrement: 11,
  limit: 0,
  penaltyRate: 10,
  penaltyBurst: 20,
};

/** How {@linkcode SfbOptions} are stored. */
export const sfbMapping: TrafficMapping<SfbOptions, SfbData> = arranged(
  mapping<SfbOptions, Partial<SfbParameters>>({
    rehashInterval: milliseconds,
    warmupTime: milliseconds,
    maximum: uint32,
    target: ["binSize", uint32],
    increment: probability16,
    decrement: probability16,
    limit: uint32,
    penaltyRate: uint32,
    penaltyBurst: uint32,
  }),
  ({ parameters = {} as SfbParameters }) => parameters,
  // The kernel has the same defaults, but takes all settings or none.
  (settings) =>
    Object.keys(settings).length === 0
      ? undefined
      : { parameters: { ...DEFAULTS, ...settings } },
);
