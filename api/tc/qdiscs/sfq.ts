/**
 * Stochastic fairness queueing.
 *
 * @see {@link https://man7.org/linux/man-pages/man8/tc-sfq.8.html | tc-sfq(8)}
 *
 * @module
 */

import { blank } from "../../../messages/codec/mod.ts";
import { type SfqData, sfqData } from "../../../messages/tc/qdiscs/sfq.ts";
import { boolean, int32, uint32 } from "../../mapping/conversions.ts";
import { mapping } from "../../mapping/mapping.ts";
import { arranged, type TrafficMapping } from "../kind.ts";

/** Settings of stochastic fairness queueing. */
export interface SfqOptions {
  /** Packets that may wait (`tc_sfq_qopt.limit`). */
  limit?: number;
  /** Bytes of a flow in a turn; the MTU by default (`tc_sfq_qopt.quantum`). */
  quantum?: number;
  /**
   * Seconds until flows are hashed in another way; 0 for never
   * (`tc_sfq_qopt.perturb_period`).
   */
  perturb?: number;
  /** Size of the hash table, a power of two (`tc_sfq_qopt.divisor`). */
  divisor?: number;
  /** Flows that there can be (`tc_sfq_qopt.flows`). */
  flows?: number;
  /** Packets of a flow that may wait (`tc_sfq_qopt_v1.depth`). */
  depth?: number;
  /** Whether the oldest packet is dropped (`tc_sfq_qopt_v1.headdrop`). */
  headDrop?: boolean;
}

type Flat = Partial<
  Pick<
    SfqData,
    | "limit"
    | "quantum"
    | "perturbPeriod"
    | "divisor"
    | "flows"
    | "depth"
    | "headDrop"
  >
>;

/** How {@linkcode SfqOptions} are stored. */
export const sfqMapping: TrafficMapping<SfqOptions, SfqData> = arranged(
  mapping<SfqOptions, Flat>({
    limit: uint32,
    quantum: uint32,
    perturb: ["perturbPeriod", int32],
    divisor: uint32,
    flows: uint32,
    depth: uint32,
    headDrop: boolean,
  }),
  (data: SfqData): Flat => {
    const { limit, quantum, perturbPeriod, divisor, flows } = data;
    const { depth, headDrop } = data;
    return {
      limit,
      quantum,
      perturbPeriod,
      divisor,
      flows,
      ...depth !== undefined && { depth },
      ...headDrop !== undefined && { headDrop },
    };
  },
  (settings) =>
    Object.keys(settings).length === 0
      ? undefined
      : { ...blank(sfqData), ...settings },
);
