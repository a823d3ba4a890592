/**
 * Filters of the kind `matchall`, which all packets match.
 *
 * @module
 */

import {
  type MatchallData,
  matchallData,
} from "../../../messages/tc/filters/matchall.ts";
import { type Mapping, mapping, readOnly } from "../../mapping/mapping.ts";
import { type FilterHardware, hardwareFields } from "./flags.ts";

/** Settings of a filter of the kind `matchall`. */
export interface MatchallOptions extends FilterHardware {
  /** Number of packets that came; read-only (`TCA_MATCHALL_PCNT`). */
  readonly matched?: bigint;
}

/** How {@linkcode MatchallOptions} and {@linkcode MatchallData} correspond. */
export const matchallMapping: Mapping<MatchallOptions, MatchallData> = mapping({
  ...hardwareFields<MatchallData>("flags"),
  matched: readOnly("counters", { fromKernel: ({ matched }) => matched }),
}, matchallData);
