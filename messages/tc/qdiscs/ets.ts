/**
 * Enhanced transmission selection: `TCA_ETS_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/pkt_sched.h | linux/pkt_sched.h}
 * @see {@link https://man7.org/linux/man-pages/man8/tc-ets.8.html | tc-ets(8)}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  list,
  u32,
  u8,
} from "../../codec/mod.ts";

/** `TCA_OPTIONS` of the queueing discipline (`TCA_ETS_*`). */
export interface EtsData extends Attributes {
  /** Number of bands (`TCA_ETS_NBANDS`). */
  bands?: number;
  /** How many of them are strict: the first ones (`TCA_ETS_NSTRICT`). */
  strict?: number;
  /** Bytes in a turn of each other band (`TCA_ETS_QUANTA`). */
  quanta?: number[];
  /** Band of each priority (`TCA_ETS_PRIOMAP`). */
  priorityMap?: number[];
}

/** Codec of {@linkcode EtsData}. */
export const etsData: Codec<EtsData> = attributes({
  bands: ["TCA_ETS_NBANDS", 1, u8],
  strict: ["TCA_ETS_NSTRICT", 2, u8],
  quanta: ["TCA_ETS_QUANTA", 3, list(u32, ["TCA_ETS_QUANTA_BAND", 4])],
  priorityMap: ["TCA_ETS_PRIOMAP", 5, list(u8, ["TCA_ETS_PRIOMAP_BAND", 6])],
});

/** `TCA_OPTIONS` of a class (`TCA_ETS_*`). */
export interface EtsClassData extends Attributes {
  /** Bytes in a turn (`TCA_ETS_QUANTA_BAND`). */
  quantum?: number;
}

/** Codec of {@linkcode EtsClassData}. */
export const etsClassData: Codec<EtsClassData> = attributes({
  quantum: ["TCA_ETS_QUANTA_BAND", 4, u32],
});
