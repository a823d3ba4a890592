/**
 * Actions that change Ethernet headers.
 *
 * @module
 */

import {
  SKBMOD_F_DMAC,
  SKBMOD_F_ECN,
  SKBMOD_F_ETYPE,
  SKBMOD_F_SMAC,
  SKBMOD_F_SWAPMAC,
  type SkbmodData,
  skbmodData,
  skbmodParameters,
} from "../../../messages/tc/actions/skbmod.ts";
import { mac } from "../../mapping/address_conversions.ts";
import { checkBoolean, uint16 } from "../../mapping/conversions.ts";
import type { Conversion, Field } from "../../mapping/mapping.ts";
import { type ActionMapping, actionMapping } from "./kind.ts";

/** Settings of an action that changes Ethernet headers. */
export interface SkbmodOptions {
  /** The new receiver (`TCA_SKBMOD_DMAC`). */
  destination?: string;
  /** The new sender (`TCA_SKBMOD_SMAC`). */
  source?: string;
  /** The new EtherType (`TCA_SKBMOD_ETYPE`). */
  etherType?: number;
  /** Whether sender and receiver are exchanged (`SKBMOD_F_SWAPMAC`). */
  swap?: boolean;
  /** Whether congestion is noted in the IP header (`SKBMOD_F_ECN`). */
  markCongestion?: boolean;
}

/** A setting that is an attribute, and a bit. */
function attribute<W, K extends "destination" | "source" | "etherType">(
  key: K,
  bit: bigint,
  conversion: Conversion<W, NonNullable<SkbmodData[K]>>,
): Field<W, SkbmodData> {
  return {
    from: [key],
    read: (data) => {
      const value = data[key];
      return value === undefined
        ? undefined
        : conversion.fromKernel(value as NonNullable<SkbmodData[K]>);
    },
    write: (data, value, fieldPath) => {
      Object.assign(data, { [key]: conversion.toKernel(value, fieldPath) });
      data.parameters!.flags |= bit;
    },
  };
}

function flag(bit: bigint): Field<boolean, SkbmodData> {
  return {
    from: ["parameters"],
    read: ({ parameters }) =>
      ((parameters?.flags ?? 0n) & bit) !== 0n || undefined,
    write: ({ parameters }, value, fieldPath) => {
      if (checkBoolean(value, fieldPath)) parameters!.flags |= bit;
    },
  };
}

/** How {@linkcode SkbmodOptions} are stored. */
export const skbmodMapping: ActionMapping<SkbmodOptions, SkbmodData> =
  actionMapping(skbmodData, skbmodParameters, {
    destination: attribute("destination", SKBMOD_F_DMAC, mac),
    source: attribute("source", SKBMOD_F_SMAC, mac),
    etherType: attribute("etherType", SKBMOD_F_ETYPE, uint16),
    swap: flag(SKBMOD_F_SWAPMAC),
    markCongestion: flag(SKBMOD_F_ECN),
  });
