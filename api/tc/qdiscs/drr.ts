/**
 * Deficit round robin.
 *
 * @module
 */

import {
  type DrrClassData,
  drrClassData,
} from "../../../messages/tc/qdiscs/drr.ts";
import { number } from "../../mapping/conversions.ts";
import { type Mapping, mapping } from "../../mapping/mapping.ts";

/** Settings of a class. */
export interface DrrClassOptions {
  /** Bytes in a turn; the MTU by default (`TCA_DRR_QUANTUM`). */
  quantum?: number;
}

/** How {@linkcode DrrClassOptions} are stored. */
export const drrClassMapping: Mapping<DrrClassOptions, DrrClassData> = mapping({
  quantum: number,
}, drrClassData);
