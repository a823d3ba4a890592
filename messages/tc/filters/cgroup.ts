/**
 * The filter kind `cgroup`, which sorts packets by the control group of the
 * process that sent them: `TCA_CGROUP_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/pkt_cls.h | linux/pkt_cls.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/net/sched/cls_cgroup.c | net/sched/cls_cgroup.c}
 *
 * @module
 */

import { type Attributes, attributes, type Codec } from "../../codec/mod.ts";
import { type ActionEntry, actionList } from "../action.ts";
import { type PoliceData, policeData } from "../actions/police.ts";
import { type EmatchTree, ematchTree } from "../ematches/tree.ts";

/** `TCA_OPTIONS` of the filter kind `cgroup`: `TCA_CGROUP_*`. */
export interface CgroupData extends Attributes {
  /** What is done with the packets (`TCA_CGROUP_ACT`). */
  actions?: ActionEntry[];
  /** Limit of the rate (`TCA_CGROUP_POLICE`). */
  police?: PoliceData;
  /** Conditions (`TCA_CGROUP_EMATCHES`). */
  ematches?: EmatchTree;
}

/** Codec of {@linkcode CgroupData}. */
export const cgroupData: Codec<CgroupData> = attributes({
  actions: ["TCA_CGROUP_ACT", 1, actionList],
  police: ["TCA_CGROUP_POLICE", 2, policeData],
  ematches: ["TCA_CGROUP_EMATCHES", 3, ematchTree],
}, { nestedFlag: false });
