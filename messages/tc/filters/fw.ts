/**
 * The filter kind `fw`, which compares the mark of packets: `TCA_FW_*`. The
 * mark is the handle of the filter.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/pkt_cls.h | linux/pkt_cls.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/net/sched/cls_fw.c | net/sched/cls_fw.c}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  string,
  u32,
} from "../../codec/mod.ts";
import { type ActionEntry, actionList } from "../action.ts";
import { type PoliceData, policeData } from "../actions/police.ts";

/** `TCA_OPTIONS` of the filter kind `fw`: `TCA_FW_*`. */
export interface FwData extends Attributes {
  /** Class of packets that match (`TCA_FW_CLASSID`). */
  classId?: number;
  /** Limit of the rate (`TCA_FW_POLICE`). */
  police?: PoliceData;
  /** Device that packets have to come by (`TCA_FW_INDEV`). */
  inputDevice?: string;
  /** What is done with packets that match (`TCA_FW_ACT`). */
  actions?: ActionEntry[];
  /** Which bits of the mark count (`TCA_FW_MASK`). */
  mask?: number;
}

/** Codec of {@linkcode FwData}. */
export const fwData: Codec<FwData> = attributes({
  classId: ["TCA_FW_CLASSID", 1, u32],
  police: ["TCA_FW_POLICE", 2, policeData],
  inputDevice: ["TCA_FW_INDEV", 3, string],
  actions: ["TCA_FW_ACT", 4, actionList],
  mask: ["TCA_FW_MASK", 5, u32],
}, { nestedFlag: false });
