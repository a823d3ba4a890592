/**
 * Filters of the kind `flow`, which choose a class by keys of packets.
 *
 * @module
 */

import {
  FLOW_KEYS,
  FLOW_MODES,
  type FlowData,
  flowData,
} from "../../../messages/tc/filters/flow.ts";
import { number } from "../../mapping/conversions.ts";
import { enumeration, flagNames } from "../../mapping/enumerations.ts";
import { type Mapping, mapping } from "../../mapping/mapping.ts";
import { type Condition, conditionField } from "../ematches/condition.ts";
import { type Handle, handle } from "../handle.ts";

/** What a class is chosen by (`FLOW_KEY_*`). */
export type FlowKey = keyof typeof FLOW_KEYS | number;

/** How keys become a class (`FLOW_MODE_*`). */
export type FlowMode = keyof typeof FLOW_MODES | number;

/** Settings of a filter of the kind `flow`. */
export interface FlowOptions {
  /** What the class is chosen by (`TCA_FLOW_KEYS`). */
  keys?: FlowKey[];
  /** How the keys become a class; `map` takes one key (`TCA_FLOW_MODE`). */
  mode?: FlowMode;
  /** Class of the number zero, such as `1:1` (`TCA_FLOW_BASECLASS`). */
  baseClass?: Handle;
  /** Which bits of the key remain (`TCA_FLOW_MASK`). */
  mask?: number;
  /** Which bits are then inverted (`TCA_FLOW_XOR`). */
  xor?: number;
  /** By how many bits the result is shifted right (`TCA_FLOW_RSHIFT`). */
  rightShift?: number;
  /** What is then added (`TCA_FLOW_ADDEND`). */
  addend?: number;
  /** Number of classes (`TCA_FLOW_DIVISOR`). */
  divisor?: number;
  /** Seconds after which the hash function changes (`TCA_FLOW_PERTURB`). */
  perturb?: number;
  /** What packets have to fulfil besides (`TCA_FLOW_EMATCHES`). */
  match?: Condition;
}

/** How {@linkcode FlowOptions} and {@linkcode FlowData} correspond. */
export const flowMapping: Mapping<FlowOptions, FlowData> = mapping({
  keys: flagNames(FLOW_KEYS),
  mode: enumeration(FLOW_MODES),
  baseClass: handle,
  mask: number,
  xor: number,
  rightShift: number,
  addend: number,
  divisor: number,
  perturb: number,
  match: conditionField<FlowData>(),
}, flowData);
