/**
 * The filter kind `route`, which compares the realms that the routing table
 * gives to packets: `TCA_ROUTE4_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/pkt_cls.h | linux/pkt_cls.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/net/sched/cls_route.c | net/sched/cls_route.c}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  u32,
} from "../../codec/mod.ts";
import { type ActionEntry, actionList } from "../action.ts";
import { type PoliceData, policeData } from "../actions/police.ts";

/** `TCA_OPTIONS` of the filter kind `route`: `TCA_ROUTE4_*`. */
export interface RouteFilterData extends Attributes {
  /** Class of packets that match (`TCA_ROUTE4_CLASSID`). */
  classId?: number;
  /** Realm of the destination (`TCA_ROUTE4_TO`). */
  to?: number;
  /** Realm of the source (`TCA_ROUTE4_FROM`). */
  from?: number;
  /** Index of the device that packets come by (`TCA_ROUTE4_IIF`). */
  inputDevice?: number;
  /** Limit of the rate (`TCA_ROUTE4_POLICE`). */
  police?: PoliceData;
  /** What is done with packets that match (`TCA_ROUTE4_ACT`). */
  actions?: ActionEntry[];
}

/** Codec of {@linkcode RouteFilterData}. */
export const routeFilterData: Codec<RouteFilterData> = attributes({
  classId: ["TCA_ROUTE4_CLASSID", 1, u32],
  to: ["TCA_ROUTE4_TO", 2, u32],
  from: ["TCA_ROUTE4_FROM", 3, u32],
  inputDevice: ["TCA_ROUTE4_IIF", 4, u32],
  police: ["TCA_ROUTE4_POLICE", 5, policeData],
  actions: ["TCA_ROUTE4_ACT", 6, actionList],
}, { nestedFlag: false });
