/**
 * The kinds of classes that this library supports: what `TCA_OPTIONS`
 * and `TCA_STATS_APP` hold for each value of `TCA_KIND`.
 *
 * To add one, write its file in `qdiscs/` and name it below: one property
 * of {@linkcode ClassKinds}, with a docstring, and one of {@linkcode classKinds}. Leaving
 * one out does not compile.
 *
 * @module
 */

import type { Codec } from "../../codec/mod.ts";
import { type CakeStats, cakeStats } from "../qdiscs/cake.ts";
import {
  type DrrClassData,
  drrClassData,
  type DrrClassStats,
  drrClassStats,
} from "../qdiscs/drr.ts";
import { type EtsClassData, etsClassData } from "../qdiscs/ets.ts";
import {
  type FqCodelClassStats,
  fqCodelClassStats,
} from "../qdiscs/fq_codel.ts";
import {
  type HfscClassData,
  hfscClassData,
  type HfscClassStats,
  hfscClassStats,
} from "../qdiscs/hfsc.ts";
import {
  type HtbClassStats,
  htbClassStats,
  type HtbData,
  htbData,
} from "../qdiscs/htb.ts";
import {
  type QfqClassData,
  qfqClassData,
  type QfqClassStats,
  qfqClassStats,
} from "../qdiscs/qfq.ts";
import { type SfqClassStats, sfqClassStats } from "../qdiscs/sfq.ts";

/** `TCA_OPTIONS`, under the name of the kind that defines it. */
export interface ClassKinds {
  /** A class of deficit round robin. */
  drr?: DrrClassData;
  /** A band of enhanced transmission selection. */
  ets?: EtsClassData;
  /** A class with service curves. */
  hfsc?: HfscClassData;
  /** A class of a hierarchy of token buckets. */
  htb?: HtbData;
  /** A class of quick fair queueing. */
  qfq?: QfqClassData;
}

/** Codec of each property of {@linkcode ClassKinds}. */
export const classKinds: {
  readonly [K in keyof ClassKinds]-?: Codec<NonNullable<ClassKinds[K]>>;
} = {
  drr: drrClassData,
  ets: etsClassData,
  hfsc: hfscClassData,
  htb: htbData,
  qfq: qfqClassData,
};

/** The names of kinds that differ from those of their properties. */
export const classKindNames: { readonly [K in keyof ClassKinds]?: string } = {};

/** `TCA_STATS_APP`, under a name made from the kind that defines it. */
export interface ClassKindStats {
  /** Counters of `cake`. */
  cakeStats?: CakeStats;
  /** Counters of `drr`. */
  drrStats?: DrrClassStats;
  /** Counters of `fq_codel`. */
  fqCodelStats?: FqCodelClassStats;
  /** Counters of `hfsc`. */
  hfscStats?: HfscClassStats;
  /** Counters of `htb`. */
  htbStats?: HtbClassStats;
  /** Counters of `qfq`. */
  qfqStats?: QfqClassStats;
  /** Counters of `sfq`. */
  sfqStats?: SfqClassStats;
}

/** Codec of each property of {@linkcode ClassKindStats}. */
export const classKindStats: {
  readonly [K in keyof ClassKindStats]-?: Codec<NonNullable<ClassKindStats[K]>>;
} = {
  cakeStats: cakeStats,
  drrStats: drrClassStats,
  fqCodelStats: fqCodelClassStats,
  hfscStats: hfscClassStats,
  htbStats: htbClassStats,
  qfqStats: qfqClassStats,
  sfqStats: sfqClassStats,
};

/** The kind of each property of {@linkcode ClassKindStats}. */
export const classStatsNames: {
  readonly [K in keyof ClassKindStats]-?: string;
} = {
  cakeStats: "cake",
  drrStats: "drr",
  fqCodelStats: "fq_codel",
  hfscStats: "hfsc",
  htbStats: "htb",
  qfqStats: "qfq",
  sfqStats: "sfq",
};
