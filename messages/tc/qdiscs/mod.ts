/**
 * The kinds of queueing disciplines that this library supports: what `TCA_OPTIONS`
 * and `TCA_STATS_APP` hold for each value of `TCA_KIND`.
 *
 * To add one, write its file next to this one and name it below: one property
 * of {@linkcode QdiscKinds}, with a docstring, and one of {@linkcode qdiscKinds}. Leaving
 * one out does not compile.
 *
 * @module
 */

import type { Codec } from "../../codec/mod.ts";
import {
  type CakeOptions,
  cakeOptions,
  type CakeStats,
  cakeStats,
} from "./cake.ts";
import { type CbsOptions, cbsOptions } from "./cbs.ts";
import {
  type ChokeOptions,
  chokeOptions,
  type ChokeStats,
  chokeStats,
} from "./choke.ts";
import {
  type CodelOptions,
  codelOptions,
  type CodelStats,
  codelStats,
} from "./codel.ts";
import {
  type Dualpi2Options,
  dualpi2Options,
  type Dualpi2Stats,
  dualpi2Stats,
} from "./dualpi2.ts";
import { type EtfOptions, etfOptions } from "./etf.ts";
import { type EtsOptions, etsOptions } from "./ets.ts";
import { type FifoOptions, fifoOptions } from "./fifo.ts";
import { type FqOptions, fqOptions, type FqStats, fqStats } from "./fq.ts";
import {
  type FqCodelOptions,
  fqCodelOptions,
  type FqCodelStats,
  fqCodelStats,
} from "./fq_codel.ts";
import {
  type FqPieOptions,
  fqPieOptions,
  type FqPieStats,
  fqPieStats,
} from "./fq_pie.ts";
import { type GredOptions, gredOptions } from "./gred.ts";
import { type HfscOptions, hfscOptions } from "./hfsc.ts";
import { type HhfOptions, hhfOptions, type HhfStats, hhfStats } from "./hhf.ts";
import { type HtbOptions, htbOptions } from "./htb.ts";
import { type MqprioOptions, mqprioOptions } from "./mqprio.ts";
import { type MultiqOptions, multiqOptions } from "./multiq.ts";
import {
  type NetemOptions,
  netemOptions,
  type NetemStats,
  netemStats,
} from "./netem.ts";
import { type TcNoOptions, tcNoOptions } from "../no_options.ts";
import { type PieOptions, pieOptions, type PieStats, pieStats } from "./pie.ts";
import { type PlugOptions, plugOptions } from "./plug.ts";
import { type PrioOptions, prioOptions } from "./prio.ts";
import { type RedOptions, redOptions, type RedStats, redStats } from "./red.ts";
import { type SfbOptions, sfbOptions, type SfbStats, sfbStats } from "./sfb.ts";
import { type SfqOptions, sfqOptions } from "./sfq.ts";
import { type SkbprioOptions, skbprioOptions } from "./skbprio.ts";
import {
  type TaprioOptions,
  taprioOptions,
  type TaprioStats,
  taprioStats,
} from "./taprio.ts";
import { type TbfOptions, tbfOptions } from "./tbf.ts";

export * from "./cake.ts";
export * from "./cbs.ts";
export * from "./choke.ts";
export * from "./codel.ts";
export * from "./drr.ts";
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
export * from "./mqprio.ts";
export * from "./multiq.ts";
export * from "./netem.ts";
export * from "./pie.ts";
export * from "./plug.ts";
export * from "./prio.ts";
export * from "./qfq.ts";
export * from "./red.ts";
export * from "./sfb.ts";
export * from "./sfq.ts";
export * from "./skbprio.ts";
export * from "./taprio.ts";
export * from "./tbf.ts";

/** `TCA_OPTIONS`, under the name of the kind that defines it. */
export interface QdiscKinds {
  /** A queue of bytes. */
  bfifo?: FifoOptions;
  /** Fair queueing for home gateways. */
  cake?: CakeOptions;
  /** A credit-based shaper. */
  cbs?: CbsOptions;
  /** Random early detection that drops those who send much. */
  choke?: ChokeOptions;
  /** Filters of incoming and outgoing packets. */
  clsact?: TcNoOptions;
  /** Controlled delay. */
  codel?: CodelOptions;
  /** Deficit round robin. */
  drr?: TcNoOptions;
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
  /** Filters of incoming packets. */
  ingress?: TcNoOptions;
  /** A queueing discipline for each queue of the device. */
  mq?: TcNoOptions;
  /** Queues of the device by traffic class. */
  mqprio?: MqprioOptions;
  /** Bands by queue of the device. */
  multiq?: MultiqOptions;
  /** Emulation of a network. */
  netem?: NetemOptions;
  /** No queue at all. */
  noqueue?: TcNoOptions;
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
  /** Quick fair queueing. */
  qfq?: TcNoOptions;
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

/** Codec of each property of {@linkcode QdiscKinds}. */
export const qdiscKinds: {
  readonly [K in keyof QdiscKinds]-?: Codec<NonNullable<QdiscKinds[K]>>;
} = {
  bfifo: fifoOptions,
  cake: cakeOptions,
  cbs: cbsOptions,
  choke: chokeOptions,
  clsact: tcNoOptions,
  codel: codelOptions,
  drr: tcNoOptions,
  dualpi2: dualpi2Options,
  etf: etfOptions,
  ets: etsOptions,
  fq: fqOptions,
  fqCodel: fqCodelOptions,
  fqPie: fqPieOptions,
  gred: gredOptions,
  hfsc: hfscOptions,
  hhf: hhfOptions,
  htb: htbOptions,
  ingress: tcNoOptions,
  mq: tcNoOptions,
  mqprio: mqprioOptions,
  multiq: multiqOptions,
  netem: netemOptions,
  noqueue: tcNoOptions,
  pfifo: fifoOptions,
  pfifoFast: prioOptions,
  pfifoHeadDrop: fifoOptions,
  pie: pieOptions,
  plug: plugOptions,
  prio: prioOptions,
  qfq: tcNoOptions,
  red: redOptions,
  sfb: sfbOptions,
  sfq: sfqOptions,
  skbprio: skbprioOptions,
  taprio: taprioOptions,
  tbf: tbfOptions,
};

/** The names of kinds that differ from those of their properties. */
export const qdiscKindNames: { readonly [K in keyof QdiscKinds]?: string } = {
  fqCodel: "fq_codel",
  fqPie: "fq_pie",
  pfifoFast: "pfifo_fast",
  pfifoHeadDrop: "pfifo_head_drop",
};

/** `TCA_STATS_APP`, under a name made from the kind that defines it. */
export interface QdiscKindStats {
  /** Counters of `cake`. */
  cakeStats?: CakeStats;
  /** Counters of `choke`. */
  chokeStats?: ChokeStats;
  /** Counters of `codel`. */
  codelStats?: CodelStats;
  /** Counters of `dualpi2`. */
  dualpi2Stats?: Dualpi2Stats;
  /** Counters of `fq`. */
  fqStats?: FqStats;
  /** Counters of `fq_codel`. */
  fqCodelStats?: FqCodelStats;
  /** Counters of `fq_pie`. */
  fqPieStats?: FqPieStats;
  /** Counters of `hhf`. */
  hhfStats?: HhfStats;
  /** Counters of `netem`. */
  netemStats?: NetemStats;
  /** Counters of `pie`. */
  pieStats?: PieStats;
  /** Counters of `red`. */
  redStats?: RedStats;
  /** Counters of `sfb`. */
  sfbStats?: SfbStats;
  /** Counters of `taprio`. */
  taprioStats?: TaprioStats;
}

/** Codec of each property of {@linkcode QdiscKindStats}. */
export const qdiscKindStats: {
  readonly [K in keyof QdiscKindStats]-?: Codec<NonNullable<QdiscKindStats[K]>>;
} = {
  cakeStats: cakeStats,
  chokeStats: chokeStats,
  codelStats: codelStats,
  dualpi2Stats: dualpi2Stats,
  fqStats: fqStats,
  fqCodelStats: fqCodelStats,
  fqPieStats: fqPieStats,
  hhfStats: hhfStats,
  netemStats: netemStats,
  pieStats: pieStats,
  redStats: redStats,
  sfbStats: sfbStats,
  taprioStats: taprioStats,
};

/** The kind of each property of {@linkcode QdiscKindStats}. */
export const qdiscStatsNames: {
  readonly [K in keyof QdiscKindStats]-?: string;
} = {
  cakeStats: "cake",
  chokeStats: "choke",
  codelStats: "codel",
  dualpi2Stats: "dualpi2",
  fqStats: "fq",
  fqCodelStats: "fq_codel",
  fqPieStats: "fq_pie",
  hhfStats: "hhf",
  netemStats: "netem",
  pieStats: "pie",
  redStats: "red",
  sfbStats: "sfb",
  taprioStats: "taprio",
};
