/**
 * Actions that let packets pass at certain times: `TCA_GATE_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/tc_act/tc_gate.h | linux/tc_act/tc_gate.h}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  type Codec,
  flag,
  list,
  s32,
  u32,
  u64,
} from "../../codec/mod.ts";
import {
  type ActionParameters,
  actionParameters,
  type ActionTimes,
  actionTimes,
} from "./parameters.ts";

/** What is done for a while (`TCA_GATE_ENTRY_*`). */
export interface GateEntry extends Attributes {
  /** Number of the entry, from 0 (`TCA_GATE_ENTRY_INDEX`). */
  index?: number;
  /** Packets pass (`TCA_GATE_ENTRY_GATE`). */
  open?: true;
  /** How long, in nanoseconds (`TCA_GATE_ENTRY_INTERVAL`). */
  interval?: number;
  /** Priority that they get, -1 for none (`TCA_GATE_ENTRY_IPV`). */
  priority?: number;
  /** Most bytes that pass, -1 for all (`TCA_GATE_ENTRY_MAX_OCTETS`). */
  maxBytes?: number;
}

/** An action that lets packets pass at certain times (`TCA_GATE_*`). */
export interface GateData extends Attributes {
  /** When it was used (`TCA_GATE_TM`). */
  times?: ActionTimes;
  /** What all actions have (`TCA_GATE_PARMS`). */
  parameters?: ActionParameters;
  /** Priority of the gate, -1 for none (`TCA_GATE_PRIORITY`). */
  priority?: number;
  /** What is done, one after the other (`TCA_GATE_ENTRY_LIST`). */
  entries?: GateEntry[];
  /** When the first cycle starts, in nanoseconds (`TCA_GATE_BASE_TIME`). */
  baseTime?: bigint;
  /** How long a cycle takes, in nanoseconds (`TCA_GATE_CYCLE_TIME`). */
  cycleTime?: bigint;
  /**
   * How much longer a cycle may take before another schedule, in nanoseconds
   * (`TCA_GATE_CYCLE_TIME_EXT`).
   */
  cycleTimeExtension?: bigint;
  /** Flags (`TCA_GATE_FLAGS`). */
  flags?: number;
  /** Clock that times are of, `CLOCK_*` (`TCA_GATE_CLOCKID`). */
  clock?: number;
}

/** Codec of {@linkcode GateEntry}. */
export const gateEntry: Codec<GateEntry> = attributes({
  index: ["TCA_GATE_ENTRY_INDEX", 1, u32],
  open: ["TCA_GATE_ENTRY_GATE", 2, flag],
  interval: ["TCA_GATE_ENTRY_INTERVAL", 3, u32],
  priority: ["TCA_GATE_ENTRY_IPV", 4, s32],
  maxBytes: ["TCA_GATE_ENTRY_MAX_OCTETS", 5, s32],
});

/** Codec of {@linkcode GateData}. */
export const gateData: Codec<GateData> = attributes({
  times: ["TCA_GATE_TM", 1, actionTimes],
  parameters: ["TCA_GATE_PARMS", 2, actionParameters],
  priority: ["TCA_GATE_PRIORITY", 4, s32],
  entries: [
    "TCA_GATE_ENTRY_LIST",
    5,
    list(gateEntry, ["TCA_GATE_ONE_ENTRY", 1]),
  ],
  baseTime: ["TCA_GATE_BASE_TIME", 6, u64],
  cycleTime: ["TCA_GATE_CYCLE_TIME", 7, u64],
  cycleTimeExtension: ["TCA_GATE_CYCLE_TIME_EXT", 8, u64],
  flags: ["TCA_GATE_FLAGS", 9, u32],
  clock: ["TCA_GATE_CLOCKID", 10, s32],
}, { pad: ["TCA_GATE_PAD", 3] });
