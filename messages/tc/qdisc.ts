/**
 * Messages about queueing disciplines: `struct tcmsg` and `TCA_*`.
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
  qdiscKindNames,
  type QdiscKinds,
  qdiscKinds,
  type QdiscKindStats,
  qdiscKindStats,
  qdiscStatsNames,
} from "./qdiscs/mod.ts";
import { type TcStats, tcStatsFields, tcStatsOptions } from "./stats.ts";

/** Counters of a queueing discipline (`TCA_STATS_*`). */
export interface QdiscStats extends TcStats, QdiscKindStats, TcOtherKindStats {}

/** Attributes of queueing disciplines (`TCA_*`). */
export interface QdiscAttributes
  extends
    TcAttributes,
    QdiscKinds,
    TcOtherOptions,
    QdiscKindStats,
    TcOtherKindStats {
  /** Counters (`TCA_STATS2`). */
  stats2?: QdiscStats;
}

/**
 * A queueing discipline. What `TCA_OPTIONS` has is in the property that is named
 * after its kind.
 */
export type QdiscMessage = WithAttributes<TcHeader, QdiscAttributes>;

const KIND_STATS = { ...qdiscKindStats, ...tcOtherKindStats };
const STATS_NAMES = { ...qdiscStatsNames, kindStats: null };

/** Codec of {@linkcode QdiscStats}. */
export const qdiscStats: Codec<QdiscStats> = attributes(() => ({
  ...tcStatsFields,
  ...choice("kind", ["TCA_STATS_APP", 4], KIND_STATS, STATS_NAMES),
}), { ...tcStatsOptions, selectedBy: "kind" });

/** Codec of {@linkcode QdiscAttributes}. */
export const qdiscAttributes: Codec<QdiscAttributes> = attributes(() => ({
  ...tcFields,
  ...choice("kind", ["TCA_OPTIONS", 2], { ...qdiscKinds, ...tcOtherOptions }, {
    ...qdiscKindNames,
    options: null,
  }),
  ...choice("kind", ["TCA_XSTATS", 4], KIND_STATS, STATS_NAMES),
  stats2: ["TCA_STATS2", 7, qdiscStats],
}), tcFieldOptions);

/** Codec of {@linkcode QdiscMessage}. */
export const qdiscMessage: Codec<QdiscMessage> = message(
  tcHeader,
  qdiscAttributes,
);
