/**
 * Enhanced transmission selection.
 *
 * @module
 */

import {
  type EtsClassData,
  etsClassData,
  type EtsData,
  etsData,
} from "../../../messages/tc/qdiscs/ets.ts";
import {
  integer,
  listOf,
  number,
  uint32,
  uint8,
} from "../../mapping/conversions.ts";
import { type Mapping, mapping } from "../../mapping/mapping.ts";

/** Settings of enhanced transmission selection. */
export interface EtsOptions {
  /** Number of bands, 1 to 16 (`TCA_ETS_NBANDS`). */
  bands?: number;
  /** How many of them are strict: the first ones (`TCA_ETS_NSTRICT`). */
  strict?: number;
  /** Bytes in a turn of each other band (`TCA_ETS_QUANTA_BAND`). */
  quanta?: number[];
  /** The band of each of 16 priorities (`TCA_ETS_PRIOMAP_BAND`). */
  priorityMap?: number[];
}

/** How {@linkcode EtsOptions} are stored. */
export const etsMapping: Mapping<EtsOptions, EtsData> = mapping({
  bands: integer(1, 16),
  strict: integer(0, 16),
  quanta: listOf(uint32),
  priorityMap: listOf(uint8),
}, etsData);

/** Settings of a band. */
export interface EtsClassOptions {
  /** Bytes in a turn (`TCA_ETS_QUANTA_BAND`). */
  quantum?: number;
}

/** How {@linkcode EtsClassOptions} are stored. */
export const etsClassMapping: Mapping<EtsClassOptions, EtsClassData> = mapping({
  quantum: number,
}, etsClassData);
