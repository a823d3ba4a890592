/**
 * Heavy-hitter filter.
 *
 * @module
 */

import { type HhfData, hhfData } from "../../../messages/tc/qdiscs/hhf.ts";
import { number } from "../../mapping/conversions.ts";
import { type Mapping, mapping } from "../../mapping/mapping.ts";
import { microseconds } from "../units.ts";

/** Settings of the heavy-hitter filter. */
export interface HhfOptions {
  /** Packets that may wait (`TCA_HHF_BACKLOG_LIMIT`). */
  limit?: number;
  /** Bytes in a turn (`TCA_HHF_QUANTUM`). */
  quantum?: number;
  /** Heavy hitters that are followed (`TCA_HHF_HH_FLOWS_LIMIT`). */
  hitterLimit?: number;
  /** How often counters are reset, in seconds (`TCA_HHF_RESET_TIMEOUT`). */
  resetTimeout?: number;
  /** Bytes in that time that make a heavy hitter (`TCA_HHF_ADMIT_BYTES`). */
  admitBytes?: number;
  /** Idle seconds after which one is forgotten (`TCA_HHF_EVICT_TIMEOUT`). */
  evictTimeout?: number;
  /** Weight of all others (`TCA_HHF_NON_HH_WEIGHT`). */
  otherWeight?: number;
}

/** How {@linkcode HhfOptions} are stored. */
export const hhfMapping: Mapping<HhfOptions, HhfData> = mapping({
  limit: number,
  quantum: number,
  hitterLimit: number,
  resetTimeout: microseconds,
  admitBytes: number,
  evictTimeout: microseconds,
  otherWeight: number,
}, hhfData);
