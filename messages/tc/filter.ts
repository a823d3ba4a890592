/**
 * Messages about filters: `struct tcmsg` and `TCA_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/pkt_cls.h | linux/pkt_cls.h}
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
import { type FilterKinds, filterKinds } from "./filters/mod.ts";
import { type TcStats, tcStats } from "./stats.ts";

/**
 * Attributes of filters (`TCA_*`). What `TCA_OPTIONS` has is in the property that
 * is named after its kind.
 */
export interface FilterAttributes
  extends TcAttributes, FilterKinds, TcOtherOptions, TcOtherKindStats {
  /** Counters (`TCA_STATS2`). */
  stats2?: TcStats;
}

/** A filter. */
export type FilterMessage = WithAttributes<TcHeader, FilterAttributes>;

/** Codec of {@linkcode FilterAttributes}. */
export const filterAttributes: Codec<FilterAttributes> = attributes(() => ({
  ...tcFields,
  ...choice("kind", ["TCA_OPTIONS", 2], { ...filterKinds, ...tcOtherOptions }, {
    options: null,
  }),
  ...choice("kind", ["TCA_XSTATS", 4], tcOtherKindStats, { kindStats: null }),
  stats2: ["TCA_STATS2", 7, tcStats],
}), tcFieldOptions);

/** Codec of {@linkcode FilterMessage}. */
export const filterMessage: Codec<FilterMessage> = message(
  tcHeader,
  filterAttributes,
);
