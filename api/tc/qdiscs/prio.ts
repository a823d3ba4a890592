/**
 * Bands by priority.
 *
 * @module
 */

import type { PrioData } from "../../../messages/tc/qdiscs/prio.ts";
import { integer, listOf, uint8 } from "../../mapping/conversions.ts";
import { type Conversion, mapping } from "../../mapping/mapping.ts";
import { arranged, type TrafficMapping } from "../kind.ts";

/** Settings of bands by priority. */
export interface PrioOptions {
  /** Number of bands, 2 to 16; 3 by default (`tc_prio_qopt.bands`). */
  bands?: number;
  /** The band of each of 16 priorities (`tc_prio_qopt.priomap`). */
  priorityMap?: number[];
}

/** Bands of priorities by default. */
const PRIORITY_MAP: readonly number[] = [
  1,
  2,
  2,
  2,
  1,
  2,
  0,
  0,
  1,
  1,
  1,
  1,
  1,
  1,
  1,
  1,
];

/** The band of each of 16 priorities. */
export const priorityMap: Conversion<number[], number[]> = {
  fromKernel: (value) => value,
  toKernel: (value, fieldPath) => {
    const map = bands.toKernel(value, fieldPath)!;
    if (map.length === 16) return map;
    throw fieldPath.outside(value, "16 numbers are expected");
  },
};

const bands: Conversion<number[], number[]> = listOf(uint8);

/** How {@linkcode PrioOptions} are stored. */
export const prioMapping: TrafficMapping<PrioOptions, PrioData> = arranged(
  mapping<PrioOptions, Partial<PrioData>>({
    bands: integer(2, 16),
    priorityMap: priorityMap,
  }),
  (data: PrioData) => data,
  ({ bands = 3, priorityMap = [...PRIORITY_MAP] }) => ({ bands, priorityMap }),
);
