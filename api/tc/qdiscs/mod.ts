/**
 * The kinds of queueing disciplines, in people's words.
 *
 * To add one, write its file next to this one and name it below: one property
 * of {@linkcode QdiscKindOptions} and one of {@linkcode qdiscKindMappings}.
 *
 * @module
 */

import type { QdiscKinds } from "../../../messages/tc/qdiscs/mod.ts";
import type { TrafficMapping } from "../kind.ts";
import { cakeMapping, type CakeOptions } from "./cake.ts";
import { codelMapping, type CodelOptions } from "./codel.ts";
import { dualpi2Mapping, type Dualpi2Options } from "./dualpi2.ts";
import { etsMapping, type EtsOptions } from "./ets.ts";
import { fifoMapping, type FifoOptions } from "./fifo.ts";
import { fqMapping, type FqOptions } from "./fq.ts";
import { fqCodelMapping, type FqCodelOptions } from "./fq_codel.ts";
import { fqPieMapping, type FqPieOptions } from "./fq_pie.ts";
import { hfscMapping, type HfscOptions } from "./hfsc.ts";
import { hhfMapping, type HhfOptions } from "./hhf.ts";
import { htbMapping, type HtbOptions } from "./htb.ts";
import { netemMapping, type NetemOptions } from "./netem.ts";
import { pieMapping, type PieOptions } from "./pie.ts";
import { prioMapping, type PrioOptions } from "./prio.ts";
import { sfqMapping, type SfqOptions } from "./sfq.ts";
import { skbprioMapping, type SkbprioOptions } from "./skbprio.ts";
import { tbfMapping, type TbfOptions } from "./tbf.ts";

export * from "./cake.ts";
export * from "./codel.ts";
export * from "./drr.ts";
export { type Distribution } from "./distribution.ts";
export * from "./dualpi2.ts";
export * from "./ets.ts";
export * from "./fifo.ts";
export * from "./fq.ts";
export * from "./fq_codel.ts";
export * from "./fq_pie.ts";
export * from "./hfsc.ts";
export * from "./hhf.ts";
export * from "./htb.ts";
export * from "./link_layer.ts";
export * from "./netem.ts";
export * from "./pie.ts";
export * from "./prio.ts";
export * from "./qfq.ts";
export * from "./sfq.ts";
export * from "./skbprio.ts";
export * from "./tbf.ts";

/** Settings, in the property named after the kind. */
export interface QdiscKindOptions {
  /** A queue of bytes. */
  bfifo?: FifoOptions;
  /** Fair queueing for home gateways. */
  cake?: CakeOptions;
  /** Controlled delay. */
  codel?: CodelOptions;
  /** A dual queue for low latency. */
  dualpi2?: Dualpi2Options;
  /** Enhanced transmission selection. */
  ets?: EtsOptions;
  /** Fair queueing with pacing. */
  fq?: FqOptions;
  /** Fair queueing with controlled delay. */
  fqCodel?: FqCodelOptions;
  /** Fair queueing with PIE. */
  fqPie?: FqPieOptions;
  /** Hierarchical fair service curves. */
  hfsc?: HfscOptions;
  /** A heavy-hitter filter. */
  hhf?: HhfOptions;
  /** A hierarchy of token buckets. */
  htb?: HtbOptions;
  /** Emulation of a network. */
  netem?: NetemOptions;
  /** A queue of packets. */
  pfifo?: FifoOptions;
  /** Three bands by priority, which devices have at first. */
  pfifoFast?: PrioOptions;
  /** A queue of packets that drops the oldest. */
  pfifoHeadDrop?: FifoOptions;
  /** Proportional integral controller enhanced. */
  pie?: PieOptions;
  /** Bands by priority. */
  prio?: PrioOptions;
  /** Stochastic fairness queueing. */
  sfq?: SfqOptions;
  /** A queue that drops what has the least priority. */
  skbprio?: SkbprioOptions;
  /** A token bucket. */
  tbf?: TbfOptions;
}

/** How the settings of each kind are stored. */
export const qdiscKindMappings: {
  readonly [K in keyof QdiscKindOptions]-?: TrafficMapping<
    Exclude<QdiscKindOptions[K], undefined>,
    Exclude<QdiscKinds[K], undefined>
  >;
} = {
  bfifo: fifoMapping,
  cake: cakeMapping,
  codel: codelMapping,
  dualpi2: dualpi2Mapping,
  ets: etsMapping,
  fq: fqMapping,
  fqCodel: fqCodelMapping,
  fqPie: fqPieMapping,
  hfsc: hfscMapping,
  hhf: hhfMapping,
  htb: htbMapping,
  netem: netemMapping,
  pfifo: fifoMapping,
  pfifoFast: prioMapping,
  pfifoHeadDrop: fifoMapping,
  pie: pieMapping,
  prio: prioMapping,
  sfq: sfqMapping,
  skbprio: skbprioMapping,
  tbf: tbfMapping,
};
