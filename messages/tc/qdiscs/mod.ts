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
import { type CakeData, cakeData, type CakeStats, cakeStats } from "./cake.ts";
import { type CbsData, cbsData } from "./cbs.ts";
import {
  type ChokeData,
  chokeData,
  type ChokeStats,
  chokeStats,
} from "./choke.ts";
import {
  type CodelData,
  codelData,
  type CodelStats,
  codelStats,
} from "./codel.ts";
import {
  type Dualpi2Data,
  dualpi2Data,
  type Dualpi2Stats,
  dualpi2Stats,
} from "./dualpi2.ts";
import { type EtfData, etfData } from "./etf.ts";
import { type EtsData, etsData } from "./ets.ts";
import { type FifoData, fifoData } from "./fifo.ts";
import { type FqData, fqData, type FqStats, fqStats } from "./fq.ts";
import {
  type FqCodelData,
  fqCodelData,
  type FqCodelStats,
  fqCodelStats,
} from "./fq_codel.ts";
import {
  type FqPieData,
  fqPieData,
  type FqPieStats,
  fqPieStats,
} from "./fq_pie.ts";
import { type GredData, gredData } from "./gred.ts";
import { type HfscData, hfscData } from "./hfsc.ts";
import { type HhfData, hhfData, type HhfStats, hhfStats } from "./hhf.ts";
import { type HtbData, htbData } from "./htb.ts";
import { type MqprioData, mqprioData } from "./mqprio.ts";
import { type MultiqData, multiqData } from "./multiq.ts";
import {
  type NetemData,
  netemData,
  type NetemStats,
  netemStats,
} from "./netem.ts";
import { type TcNoData, tcNoData } from "../no_data.ts";
import { type PieData, pieData, type PieStats, pieStats } from "./pie.ts";
import { type PlugData, plugData } from "./plug.ts";
import { type PrioData, prioData } from "./prio.ts";
import { type RedData, redData, type RedStats, redStats } from "./red.ts";
import { type SfbData, sfbData, type SfbStats, sfbStats } from "./sfb.ts";
import { type SfqData, sfqData } from "./sfq.ts";
import { type SkbprioData, skbprioData } from "./skbprio.ts";
import {
  type TaprioData,
  taprioData,
  type TaprioStats,
  taprioStats,
} from "./taprio.ts";
import { type TbfData, tbfData } from "./tbf.ts";

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
  bfifo?: FifoData;
  /** Fair queueing for home gateways. */
  cake?: CakeData;
  /** A credit-based shaper. */
  cbs?: CbsData;
  /** Random early detection that drops those who send much. */
  choke?: ChokeData;
  /** Filters of incoming and outgoing packets. */
  clsact?: TcNoData;
  /** Controlled delay. */
  codel?: CodelData;
  /** Deficit round robin. */
  drr?: TcNoData;
  /** A dual queue for low latency. */
  dualpi2?: Dualpi2Data;
  /** Earliest transmission time first. */
  etf?: EtfData;
  /** Enhanced transmission selection. */
  ets?: EtsData;
  /** Fair queueing with pacing. */
  fq?: FqData;
  /** Fair queueing with controlled delay. */
  fqCodel?: FqCodelData;
  /** Fair queueing with PIE. */
  fqPie?: FqPieData;
  /** Generic random early detection. */
  gred?: GredData;
  /** Hierarchical fair service curves. */
  hfsc?: HfscData;
  /** A heavy-hitter filter. */
  hhf?: HhfData;
  /** A hierarchy of token buckets. */
  htb?: HtbData;
  /** Filters of incoming packets. */
  ingress?: TcNoData;
  /** A queueing discipline for each queue of the device. */
  mq?: TcNoData;
  /** Queues of the device by traffic class. */
  mqprio?: MqprioData;
  /** Bands by queue of the device. */
  multiq?: MultiqData;
  /** Emulation of a network. */
  netem?: NetemData;
  /** No queue at all. */
  noqueue?: TcNoData;
  /** A queue of packets. */
  pfifo?: FifoData;
  /** Three bands by priority, which devices have at first. */
  pfifoFast?: PrioData;
  /** A queue of packets that drops the oldest. */
  pfifoHeadDrop?: FifoData;
  /** Proportional integral controller enhanced. */
  pie?: PieData;
  /** A queue that waits for a command. */
  plug?: PlugData;
  /** Bands by priority. */
  prio?: PrioData;
  /** Quick fair queueing. */
  qfq?: TcNoData;
  /** Random early detection. */
  red?: RedData;
  /** Stochastic fair blue. */
  sfb?: SfbData;
  /** Stochastic fairness queueing. */
  sfq?: SfqData;
  /** A queue that drops what has the least priority. */
  skbprio?: SkbprioData;
  /** Time-aware priorities. */
  taprio?: TaprioData;
  /** A token bucket. */
  tbf?: TbfData;
}

/** Codec of each property of {@linkcode QdiscKinds}. */
export const qdiscKinds: {
  readonly [K in keyof QdiscKinds]-?: Codec<NonNullable<QdiscKinds[K]>>;
} = {
  bfifo: fifoData,
  cake: cakeData,
  cbs: cbsData,
  choke: chokeData,
  clsact: tcNoData,
  codel: codelData,
  drr: tcNoData,
  dualpi2: dualpi2Data,
  etf: etfData,
  ets: etsData,
  fq: fqData,
  fqCodel: fqCodelData,
  fqPie: fqPieData,
  gred: gredData,
  hfsc: hfscData,
  hhf: hhfData,
  htb: htbData,
  ingress: tcNoData,
  mq: tcNoData,
  mqprio: mqprioData,
  multiq: multiqData,
  netem: netemData,
  noqueue: tcNoData,
  pfifo: fifoData,
  pfifoFast: prioData,
  pfifoHeadDrop: fifoData,
  pie: pieData,
  plug: plugData,
  prio: prioData,
  qfq: tcNoData,
  red: redData,
  sfb: sfbData,
  sfq: sfqData,
  skbprio: skbprioData,
  taprio: taprioData,
  tbf: tbfData,
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

/**
 * The property that has the options of a kind.
 *
 * @param kind Name of the kind, such as `fq_codel`.
 * @returns Its name, such as `fqCodel`, which is that of the kind where that has
 * no underscore; `options` if there is no such kind.
 */
export function propertyOfQdisc(kind: string): string {
  const property = kind.replaceAll(
    /_(\w)/g,
    (_, letter) => letter.toUpperCase(),
  );
  return Object.hasOwn(qdiscKinds, property) ? property : "options";
}
