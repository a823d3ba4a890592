/**
 * A queue that waits for a command.
 *
 * @module
 */

import {
  PLUG_ACTIONS,
  type PlugData,
} from "../../../messages/tc/qdiscs/plug.ts";
import { uint32 } from "../../mapping/conversions.ts";
import { enumeration } from "../../mapping/enumerations.ts";
import { mapping, writeOnly } from "../../mapping/mapping.ts";
import { arranged, type TrafficMapping } from "../kind.ts";

/**
 * Settings of such a queue, and commands to it, which the kernel does not
 * report.
 */
export interface PlugOptions {
  /**
   * Bytes that may wait; by default as much as the device's queue has. It is
   * changed by the command `limit`, which is the default with it
   * (`tc_plug_qopt.limit`).
   */
  limit?: number;
  /** What to do, for a queue that is there (`tc_plug_qopt.action`). */
  command?: keyof typeof PLUG_ACTIONS | number;
}

interface Flat {
  limit?: number;
  command?: number;
}

/** How {@linkcode PlugOptions} are stored. */
export const plugMapping: TrafficMapping<PlugOptions, PlugData> = arranged(
  mapping<PlugOptions, Flat>({
    limit: writeOnly("limit", uint32),
    command: writeOnly("command", enumeration(PLUG_ACTIONS, 32)),
  }),
  (): Flat => ({}),
  ({ limit, command }) =>
    limit === undefined && command === undefined ? undefined : {
      action: command ?? PLUG_ACTIONS.limit,
      limit: limit ?? 0,
    },
);
