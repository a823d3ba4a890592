/**
 * Filters of the kind `cgroup`, which choose a class by the control group of the
 * process that sent a packet.
 *
 * @module
 */

import {
  type CgroupData,
  cgroupData,
} from "../../../messages/tc/filters/cgroup.ts";
import { type Mapping, mapping } from "../../mapping/mapping.ts";
import { type Condition, conditionField } from "../ematches/condition.ts";

/** Settings of a filter of the kind `cgroup`. */
export interface CgroupOptions {
  /** What packets have to fulfil besides (`TCA_CGROUP_EMATCHES`). */
  match?: Condition;
}

/** How {@linkcode CgroupOptions} and {@linkcode CgroupData} correspond. */
export const cgroupMapping: Mapping<CgroupOptions, CgroupData> = mapping({
  match: conditionField<CgroupData>(),
}, cgroupData);
