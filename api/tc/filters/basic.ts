/**
 * Filters of the kind `basic`, whose conditions are extended matches.
 *
 * @module
 */

import {
  type BasicData,
  basicData,
} from "../../../messages/tc/filters/basic.ts";
import { type Mapping, mapping, readOnly } from "../../mapping/mapping.ts";
import { type Condition, conditionField } from "../ematches/condition.ts";

/** Settings of a filter of the kind `basic`. */
export interface BasicOptions {
  /** What packets have to fulfil; all match without (`TCA_BASIC_EMATCHES`). */
  match?: Condition;
  /** Number of packets that came; read-only (`TCA_BASIC_PCNT`). */
  readonly checked?: bigint;
  /** Number of packets that matched; read-only (`TCA_BASIC_PCNT`). */
  readonly matched?: bigint;
}

/** How {@linkcode BasicOptions} and {@linkcode BasicData} correspond. */
export const basicMapping: Mapping<BasicOptions, BasicData> = mapping({
  match: conditionField<BasicData>(),
  checked: readOnly("counters", { fromKernel: ({ checked }) => checked }),
  matched: readOnly("counters", { fromKernel: ({ matched }) => matched }),
}, basicData);
