/**
 * The kinds of queueing disciplines, in people's terms.
 *
 * To add one, write its file next to this one and name it below: one property
 * of {@linkcode QdiscKindOptions} and one of {@linkcode qdiscKindMappings}.
 *
 * @module
 */

import type { QdiscKinds } from "../../../messages/tc/qdiscs/mod.ts";
import type { TrafficMapping } from "../kind.ts";
import { cakeMapping, type CakeOptions } from "./cake.ts";
import { cbsMapping, type CbsOptions } from "./cbs.ts";
import { chokeMapping, type ChokeOptions } from "./choke.ts";
import { codelMapping, type CodelOptions } from "./codel.ts";
import { dualpi2Mapping, type Dualpi2Options } from "./dualpi2.ts";
import { etfMapping, type EtfOptions } from "./etf.ts";
import { etsMapping, type EtsOptions } from "./ets.ts";
import { fifoMapping, type FifoOptions } from "./fifo.ts";
import { fqMapping, type FqOptions } from "./fq.ts";
import { fqCodelMapping, type FqCodelOptions } from "./fq_codel.ts";
import { fqPieMapping, type FqPieOptions } from "./fq_pie.ts";
import { gredMapping, type GredOptions } from "./gred.ts";
import { hfscMapping, type HfscOptions } from "./hfsc.ts";
import { hhfMapping, type HhfOptions } from "./hhf.ts";
import { htbMapping, type HtbOptions } from "./htb.ts";
import { mqprioMapping, type MqprioOptions } from "./mqprio.ts";
import { multiqMapping, type MultiqOptions } from "./multiq.ts";
import { netemMapping, type NetemOptions } from "./netem.ts";
import { pieMapping, type PieOptions } from "./pie.ts";
import { plugMapping, type PlugOptions } from "./plug.ts";
import { prioMapping, type PrioOptions } from "./prio.ts";
import { redMapping, type RedOptions } from "./red.ts";
import { sfbMapping, type SfbOptions } from "./sfb.ts";
import { sfqMapping, type SfqOptions } from "./sfq.ts";
import { skbprioMapping, type SkbprioOptions } from "./skbprio.ts";
import { taprioMapping, type TaprioOptions } from "./taprio.ts";
import { tbfMapping, type TbfOptions } from "./tbf.ts";

export * from "./cake.ts";
export * from "./cbs.ts";
export * from "./choke.ts";
export { type Clock } from "./clock.ts";
export * from "./codel.ts";
export * from "./drr.ts";
export { type Distribution } from "./distribution.ts";
export * from "./dualpi2.ts";
export * from "./etf.ts";
export * from "./ets.ts";
export * from "./fifo.ts";
export * from "./fq.ts";
export * from "./fq_codel.ts";
export * from "./fq_pie.ts";
export * from "./gred.ts";
export * from "./hfsc.ts";
export * from "./hhf.ts";
export * from "./htb.ts";
export * from "./link_layer.ts";
export * from "./mqprio.ts";
export * from "./multiq.ts";
export * from "./netem.ts";
export type * from "./netem_loss.ts";
export { type NetemSlotOptions } from "./netem_slot.ts";
export * from "./pie.ts";
export * from "./plug.ts";
export * from "./prio.ts";
export * from "./qfq.ts";
export * from "./red.ts";
export { type RedAverageOptions } from "./red_average.ts";
export { type QueueMapOptions, type QueueRange } from "./queue_map.ts";
export * from "./sfb.ts";
export * from "./sfq.ts";
export * from "./skbprio.ts";
export * from "./taprio.ts";
export * from "./tbf.ts";

/** Settings, in the property named after the kind. */
export interface QdiscKindOptions {
  /** A queue of bytes. */
  bfifo?: FifoOptions;
  /** Fair queueing for home gateways. */
  cake?: CakeOptions;
  /** A credit-based shaper. */
  cbs?: CbsOptions;
  /** Random early detection that drops those who send much. */
  choke?: ChokeOptions;
  /** Controlled delay. */
  codel?: CodelOptions;
  /** A dual queue for low latency. */
  dualpi2?: Dualpi2Options;
  /** Earliest transmission time first. */
  etf?: EtfOptions;
  /** Enhanced transmission selection. */
  ets?: EtsOptions;
  /** Fair queueing with pacing. */
  fq?: FqOptions;
  /** Fair queueing with controlled delay. */
  fqCodel?: FqCodelOptions;
  /** Fair queueing with PIE. */
  fqPie?: FqPieOptions;
  /** Generic random early detection. */
  gred?: GredOptions;
  /** Hierarchical fair service curves. */
  hfsc?: HfscOptions;
  /** A heavy-hitter filter. */
  hhf?: HhfOptions;
  /** A hierarchy of token buckets. */
  htb?: HtbOptions;
  /** Queues of the device by traffic class. */
  mqprio?: MqprioOptions;
  /** Bands by queue of the device. */
  multiq?: MultiqOptions;
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
  /** A queue that waits for a command. */
  plug?: PlugOptions;
  /** Bands by priority. */
  prio?: PrioOptions;
  /** Random early detection. */
  red?: RedOptions;
  /** Stochastic fair blue. */
  sfb?: SfbOptions;
  /** Stochastic fairness queueing. */
  sfq?: SfqOptions;
  /** A queue that drops what has the least priority. */
  skbprio?: SkbprioOptions;
  /** Time-aware priorities. */
  taprio?: TaprioOptions;
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
  cbs: cbsMapping,
  choke: chokeMapping,
  codel: codelMapping,
  dualpi2: dualpi2Mapping,
  etf: etfMapping,
  ets: etsMapping,
  fq: fqMapping,
  fqCodel: fqCodelMapping,
  fqPie: fqPieMapping,
  gred: gredMapping,
  hfsc: hfscMapping,
  hhf: hhfMapping,
  htb: htbMapping,
  mqprio: mqprioMapping,
  multiq: multiqMapping,
  netem: netemMapping,
  pfifo: fifoMapping,
  pfifoFast: prioMapping,
  pfifoHeadDrop: fifoMapping,
  pie: pieMapping,
  plug: plugMapping,
  prio: prioMapping,
  red: redMapping,
  sfb: sfbMapping,
  sfq: sfqMapping,
  skbprio: skbprioMapping,
  taprio: taprioMapping,
  tbf: tbfMapping,
};
