/**
 * Actions that put packets into Ethernet frames and take them out again.
 *
 * @module
 */

import {
  IFE_OPERATIONS,
  type IfeData,
  ifeData,
  type IfeMetadata,
  ifeParameters,
} from "../../../messages/tc/actions/ife.ts";
import { mac } from "../../mapping/address_conversions.ts";
import { checkInteger, number } from "../../mapping/conversions.ts";
import { enumeration } from "../../mapping/enumerations.ts";
import { type Field, within } from "../../mapping/mapping.ts";
import { type ActionMapping, actionMapping } from "./kind.ts";

/** Settings of an action that puts packets into frames. */
export interface IfeOptions {
  /** Whether packets are put into frames, or taken out (`tc_ife.flags`). */
  operation?: keyof typeof IFE_OPERATIONS | number;
  /** Receiver of the frame (`TCA_IFE_DMAC`). */
  destination?: string;
  /** Sender of the frame (`TCA_IFE_SMAC`). */
  source?: string;
  /** EtherType of the frame (`TCA_IFE_TYPE`). */
  etherType?: number;
  /** Firewall mark in the frame: the packet's own, or this (`IFE_META_SKBMARK`). */
  mark?: number | "own";
  /** Priority in the frame: the packet's own, or this (`IFE_META_PRIO`). */
  priority?: number | "own";
  /** Index of traffic control: the packet's own, or this (`IFE_META_TCINDEX`). */
  tcIndex?: number | "own";
}

function metadata(
  key: "mark" | "priority" | "tcIndex",
  most: number,
): Field<number | "own", IfeMetadata> {
  return {
    from: [key],
    read: (data) => {
      const values = data[key];
      return values === undefined ? undefined : values[0] ?? "own";
    },
    write: (data, value, fieldPath) => {
      data[key] = value === "own"
        ? []
        : [checkInteger(value, 0, most, fieldPath)];
    },
  };
}

/** How {@linkcode IfeOptions} are stored. */
export const ifeMapping: ActionMapping<IfeOptions, IfeData> = actionMapping(
  ifeData,
  ifeParameters,
  {
    ...within<IfeData, "parameters", Pick<IfeOptions, "operation">>(
      "parameters",
      { operation: ["flags", enumeration(IFE_OPERATIONS, 16)] },
    ),
    destination: mac,
    source: mac,
    etherType: number,
    ...within<
      IfeData,
      "metadata",
      Pick<IfeOptions, "mark" | "priority" | "tcIndex">
    >("metadata", {
      mark: metadata("mark", 0xffffffff),
      priority: metadata("priority", 0xffffffff),
      tcIndex: metadata("tcIndex", 0xffff),
    }),
  },
);
