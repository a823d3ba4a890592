/**
 * Messages about classes of queueing disciplines: `struct tcmsg` and `TCA_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/pkt_sched.h | linux/pkt_sched.h}
 *
 * @module
 */

import {
  attributes,
  choice,
  type Codec,
  message,
  type WithAttributes,
} from "../codec/mod.ts";
import {
  type TcAttributes,
  tcFieldOptions,
  tcFields,
  type TcHeader,
  tcHeader,
  type TcOtherKindStats,
  tcOtherKindStats,
  type TcOtherOptions,
  tcOtherOptions,
} from "./header.ts";
import {
  classKindNames,
  type ClassKinds,
  classKinds,
  type ClassKindStats,
  classKindStats,
  classStatsNames,
} from "./classes/mod.ts";
import { type TcStats, tcStatsFields, tcStatsOptions } from "./stats.ts";

/** Counters of a class (`TCA_STATS_*`). */
export interface ClassStats extends TcStats, ClassKindStats, TcOtherKindStats {}

/** Attributes of classes (`TCA_*`). */
export interface ClassAttributes
  extends
    TcAttributes,
    ClassKinds,
    TcOtherOptions,
    ClassKindStats,
    TcOtherKindStats {
  /** Counters (`TCA_STATS2`). */
  stats2?: ClassStats;
}

/**
 * A class. What `TCA_OPTIONS` has is in the property that is named
 * after its kind.
 */
export type ClassMessage = WithAttributes<TcHeader, ClassAttributes>;

const KIND_STATS = { ...classKindStats, ...tcOtherKindStats };
const STATS_NAMES = { ...classStatsNames, kindStats: null };

/** Codec of {@linkcode ClassStats}. */
export const classStats: Codec<ClassStats> = attributes(() => ({
  ...tcStatsFields,
  ...choice("kind", ["TCA_STATS_APP", 4], KIND_STATS, STATS_NAMES),
}), { ...tcStatsOptions, selectedBy: "kind" });

/** Codec of {@linkcode ClassAttributes}. */
export const classAttributes: Codec<ClassAttributes> = attributes(() => ({
  ...tcFields,
  ...choice("kind", ["TCA_OPTIONS", 2], { ...classKinds, ...tcOtherOptions }, {
    ...classKindNames,
    options: null,
  }),
  ...choice("kind", ["TCA_XSTATS", 4], KIND_STATS, STATS_NAMES),
  stats2: ["TCA_STATS2", 7, classStats],
}), tcFieldOptions);

/** Codec of {@linkcode ClassMessage}. */
export const classMessage: Codec<ClassMessage> = message(
  tcHeader,
  classAttributes,
);
