/**
 * Actions that let packets pass at certain times.
 *
 * @module
 */

import { type Clock, clock } from "../qdiscs/clock.ts";
import {
  type GateData,
  gateData,
  type GateEntry,
  gateEntry,
} from "../../../messages/tc/actions/gate.ts";
import { actionParameters } from "../../../messages/tc/actions/parameters.ts";
import {
  int32,
  listOf,
  number,
  presence,
  special,
} from "../../mapping/conversions.ts";
import { mapping } from "../../mapping/mapping.ts";
import { nanoseconds, nanoseconds64 } from "../units.ts";
import { type ActionMapping, actionMapping } from "./kind.ts";

/** What is done for a while. */
export interface GateStep {
  /** Whether packets pass (`TCA_GATE_ENTRY_GATE`). */
  open?: boolean;
  /** How long, in seconds (`TCA_GATE_ENTRY_INTERVAL`). */
  interval?: number;
  /** Priority that they get; `null` for none (`TCA_GATE_ENTRY_IPV`). */
  priority?: number | null;
  /** Most bytes that pass; `null` for all (`TCA_GATE_ENTRY_MAX_OCTETS`). */
  maxBytes?: number | null;
}

/** Settings of an action that lets packets pass at certain times. */
export interface GateOptions {
  /** Priority of the gate; `null` for none (`TCA_GATE_PRIORITY`). */
  priority?: number | null;
  /** When the first cycle starts, in seconds (`TCA_GATE_BASE_TIME`). */
  baseTime?: number;
  /** How long a cycle takes, in seconds (`TCA_GATE_CYCLE_TIME`). */
  cycleTime?: number;
  /**
   * How much longer a cycle may take before another schedule, in seconds
   * (`TCA_GATE_CYCLE_TIME_EXT`).
   */
  cycleTimeExtension?: number;
  /** Clock that times are of (`TCA_GATE_CLOCKID`). */
  clock?: Clock;
  /** Flags (`TCA_GATE_FLAGS`). */
  flags?: number;
  /** What is done, one after the other (`TCA_GATE_ENTRY_LIST`). */
  entries?: GateStep[];
}

/** A number, or none, which is -1 for the kernel. */
const orNone = special(int32, null, -1);

/** How {@linkcode GateOptions} are stored. */
export const gateMapping: ActionMapping<GateOptions, GateData> = actionMapping(
  gateData,
  actionParameters,
  {
    priority: orNone,
    baseTime: nanoseconds64,
    cycleTime: nanoseconds64,
    cycleTimeExtension: nanoseconds64,
    clock,
    flags: number,
    entries: listOf(
      mapping<GateStep, GateEntry>({
        open: presence,
        interval: nanoseconds,
        priority: orNone,
        maxBytes: orNone,
      }, gateEntry),
    ),
  },
);
