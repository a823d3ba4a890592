/**
 * Actions on what the kernel keeps beside a packet.
 *
 * @module
 */

import { actionParameters } from "../../../messages/tc/actions/parameters.ts";
import {
  PACKET_TYPES,
  SKBEDIT_F_INHERITDSFIELD,
  SKBEDIT_F_TXQ_SKBHASH,
  type SkbeditData,
  skbeditData,
} from "../../../messages/tc/actions/skbedit.ts";
import { checkBoolean, number } from "../../mapping/conversions.ts";
import { enumeration } from "../../mapping/enumerations.ts";
import type { Field } from "../../mapping/mapping.ts";
import { type Handle, handle } from "../handle.ts";
import { type ActionMapping, actionMapping } from "./kind.ts";

/** Settings of an action on what the kernel keeps beside a packet. */
export interface SkbeditOptions {
  /** Priority: the class of a queueing discipline (`TCA_SKBEDIT_PRIORITY`). */
  priority?: Handle;
  /** Queue of the device (`TCA_SKBEDIT_QUEUE_MAPPING`). */
  queue?: number;
  /**
   * Last of several queues, of which the hash of a packet chooses one
   * (`TCA_SKBEDIT_QUEUE_MAPPING_MAX`).
   */
  lastQueue?: number;
  /** Firewall mark (`TCA_SKBEDIT_MARK`). */
  mark?: number;
  /** Which of its bits are set (`TCA_SKBEDIT_MASK`). */
  mask?: number;
  /** For whom it is (`TCA_SKBEDIT_PTYPE`). */
  packetType?: keyof typeof PACKET_TYPES | number;
  /** Whether the priority is the DS field's (`SKBEDIT_F_INHERITDSFIELD`). */
  inheritDsField?: boolean;
  /** Whether the hash of a packet chooses its queue (`SKBEDIT_F_TXQ_SKBHASH`). */
  hashQueue?: boolean;
}

function flag(bit: bigint): Field<boolean, SkbeditData> {
  return {
    from: ["flags"],
    read: ({ flags = 0n }) => (flags & bit) !== 0n || undefined,
    write: (data, value, fieldPath) => {
      if (checkBoolean(value, fieldPath)) data.flags = (data.flags ?? 0n) | bit;
    },
  };
}

/** How {@linkcode SkbeditOptions} are stored. */
export const skbeditMapping: ActionMapping<SkbeditOptions, SkbeditData> =
  actionMapping(skbeditData, actionParameters, {
    priority: handle,
    queue: number,
    lastQueue: number,
    mark: number,
    mask: number,
    packetType: enumeration(PACKET_TYPES),
    inheritDsField: flag(SKBEDIT_F_INHERITDSFIELD),
    hashQueue: flag(SKBEDIT_F_TXQ_SKBHASH),
  });
