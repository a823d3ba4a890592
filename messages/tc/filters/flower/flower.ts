/**
 * The filter kind `flower`, which compares fields of packets:
 * `TCA_FLOWER_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/pkt_cls.h | linux/pkt_cls.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/net/sched/cls_flower.c | net/sched/cls_flower.c}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  string,
  u32,
} from "../../../codec/mod.ts";
import { type ActionEntry, actionList } from "../../action.ts";
import { type FlowerLinkKeys, flowerLinkKeys } from "./link.ts";
import { type FlowerNetworkKeys, flowerNetworkKeys } from "./network.ts";
import { type FlowerTunnelKeys, flowerTunnelKeys } from "./tunnel.ts";

/**
 * `TCA_OPTIONS` of the filter kind `flower`, and the template of chains of such
 * filters: `TCA_FLOWER_*`.
 */
export interface FlowerData
  extends Attributes, FlowerLinkKeys, FlowerNetworkKeys, FlowerTunnelKeys {
  /** Class of packets that match (`TCA_FLOWER_CLASSID`). */
  classId?: number;
  /** Device that packets have to come by (`TCA_FLOWER_INDEV`). */
  inputDevice?: string;
  /** What is done with packets that match (`TCA_FLOWER_ACT`). */
  actions?: ActionEntry[];
  /** `TCA_CLS_FLAGS_*` (`TCA_FLOWER_FLAGS`). */
  filterFlags?: number;
  /** Number of devices that have it in hardware (`TCA_FLOWER_IN_HW_COUNT`). */
  hardwareCount?: number;
}

/** Codec of {@linkcode FlowerData}. */
export const flowerData: Codec<FlowerData> = attributes(() => ({
  classId: ["TCA_FLOWER_CLASSID", 1, u32],
  inputDevice: ["TCA_FLOWER_INDEV", 2, string],
  actions: ["TCA_FLOWER_ACT", 3, actionList],
  filterFlags: ["TCA_FLOWER_FLAGS", 22, u32],
  hardwareCount: ["TCA_FLOWER_IN_HW_COUNT", 86, u32],
  ...flowerLinkKeys,
  ...flowerNetworkKeys,
  ...flowerTunnelKeys,
}), { nestedFlag: false });
