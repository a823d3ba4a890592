/**
 * The filter kind `flow`, which chooses a class by keys of packets:
 * `TCA_FLOW_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/pkt_cls.h | linux/pkt_cls.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/net/sched/cls_flow.c | net/sched/cls_flow.c}
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
import { type EmatchTree, ematchTree } from "../ematches/tree.ts";

/** Names of what a class is chosen by: bits (`FLOW_KEY_*`). */
export const FLOW_KEYS = {
  /** Source address (`FLOW_KEY_SRC`). */
  src: 1 << 0,
  /** Destination address (`FLOW_KEY_DST`). */
  dst: 1 << 1,
  /** Protocol above IP (`FLOW_KEY_PROTO`). */
  proto: 1 << 2,
  /** Source port (`FLOW_KEY_PROTO_SRC`). */
  "proto-src": 1 << 3,
  /** Destination port (`FLOW_KEY_PROTO_DST`). */
  "proto-dst": 1 << 4,
  /** Index of the input device (`FLOW_KEY_IIF`). */
  iif: 1 << 5,
  /** Priority (`FLOW_KEY_PRIORITY`). */
  priority: 1 << 6,
  /** Mark (`FLOW_KEY_MARK`). */
  mark: 1 << 7,
  /** Connection (`FLOW_KEY_NFCT`). */
  nfct: 1 << 8,
  /** Source address of the connection (`FLOW_KEY_NFCT_SRC`). */
  "nfct-src": 1 << 9,
  /** Destination address of the connection (`FLOW_KEY_NFCT_DST`). */
  "nfct-dst": 1 << 10,
  /** Source port of the connection (`FLOW_KEY_NFCT_PROTO_SRC`). */
  "nfct-proto-src": 1 << 11,
  /** Destination port of the connection (`FLOW_KEY_NFCT_PROTO_DST`). */
  "nfct-proto-dst": 1 << 12,
  /** Realm that the routing table gives (`FLOW_KEY_RTCLASSID`). */
  "rt-classid": 1 << 13,
  /** User of the sending process (`FLOW_KEY_SKUID`). */
  "sk-uid": 1 << 14,
  /** Group of the sending process (`FLOW_KEY_SKGID`). */
  "sk-gid": 1 << 15,
  /** VLAN (`FLOW_KEY_VLAN_TAG`). */
  "vlan-tag": 1 << 16,
  /** Hash of the flow (`FLOW_KEY_RXHASH`). */
  rxhash: 1 << 17,
} as const;

/** One key is made a number by arithmetic. */
export const FLOW_MODE_MAP = 0;
/** Keys are hashed. */
export const FLOW_MODE_HASH = 1;

/** Names of how keys become a class (`FLOW_MODE_*`). */
export const FLOW_MODES = {
  /** By arithmetic, of one key (`FLOW_MODE_MAP`). */
  map: FLOW_MODE_MAP,
  /** By a hash (`FLOW_MODE_HASH`). */
  hash: FLOW_MODE_HASH,
} as const;

/** `TCA_OPTIONS` of the filter kind `flow`: `TCA_FLOW_*`. */
export interface FlowData extends Attributes {
  /** What the class is chosen by, {@linkcode FLOW_KEYS} (`TCA_FLOW_KEYS`). */
  keys?: number;
  /** `FLOW_MODE_*` (`TCA_FLOW_MODE`). */
  mode?: number;
  /** Class of the number zero (`TCA_FLOW_BASECLASS`). */
  baseClass?: number;
  /** By how many bits the key is shifted right (`TCA_FLOW_RSHIFT`). */
  rightShift?: number;
  /** What is added (`TCA_FLOW_ADDEND`). */
  addend?: number;
  /** Which bits of the key remain (`TCA_FLOW_MASK`). */
  mask?: number;
  /** Which bits are then inverted (`TCA_FLOW_XOR`). */
  xor?: number;
  /** Number of classes (`TCA_FLOW_DIVISOR`). */
  divisor?: number;
  /** What is done with packets (`TCA_FLOW_ACT`). */
  actions?: ActionEntry[];
  /** Limit of the rate (`TCA_FLOW_POLICE`). */
  police?: PoliceData;
  /** Conditions (`TCA_FLOW_EMATCHES`). */
  ematches?: EmatchTree;
  /**
   * Seconds after which the hash function is another one
   * (`TCA_FLOW_PERTURB`).
   */
  perturb?: number;
}

/** Codec of {@linkcode FlowData}. */
export const flowData: Codec<FlowData> = attributes({
  keys: ["TCA_FLOW_KEYS", 1, u32],
  mode: ["TCA_FLOW_MODE", 2, u32],
  baseClass: ["TCA_FLOW_BASECLASS", 3, u32],
  rightShift: ["TCA_FLOW_RSHIFT", 4, u32],
  addend: ["TCA_FLOW_ADDEND", 5, u32],
  mask: ["TCA_FLOW_MASK", 6, u32],
  xor: ["TCA_FLOW_XOR", 7, u32],
  divisor: ["TCA_FLOW_DIVISOR", 8, u32],
  actions: ["TCA_FLOW_ACT", 9, actionList],
  police: ["TCA_FLOW_POLICE", 10, policeData],
  ematches: ["TCA_FLOW_EMATCHES", 11, ematchTree],
  perturb: ["TCA_FLOW_PERTURB", 12, u32],
}, { nestedFlag: false });
