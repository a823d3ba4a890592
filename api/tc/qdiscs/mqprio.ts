/**
 * Queues of a device by traffic class.
 *
 * @see {@link https://man7.org/linux/man-pages/man8/tc-mqprio.8.html | tc-mqprio(8)}
 *
 * @module
 */

import {
  MQPRIO_MODES,
  MQPRIO_SHAPERS,
  type MqprioAttributes,
  type MqprioData,
} from "../../../messages/tc/qdiscs/mqprio.ts";
import { boolean, listOf } from "../../mapping/conversions.ts";
import { enumeration } from "../../mapping/enumerations.ts";
import type { FieldPath } from "../../mapping/field_path.ts";
import { type Mapping, mapping } from "../../mapping/mapping.ts";
import { arranged, type TrafficMapping } from "../kind.ts";
import { type Rate, rate64 } from "../units.ts";
import {
  checkLength,
  preemptionOf,
  type QueueMap,
  queueMapIn,
  queueMapOf,
  type QueueMapOptions,
  queueMapPairs,
} from "./queue_map.ts";

/**
 * Settings of queues by traffic class; all but classes and queues take
 * {@linkcode MqprioOptions.offload}.
 */
export interface MqprioOptions extends QueueMapOptions {
  /** Whether hardware does the work; not by default (`tc_mqprio_qopt.hw`). */
  offload?: boolean;
  /** Who decides about the classes (`TCA_MQPRIO_MODE`). */
  mode?: keyof typeof MQPRIO_MODES | number;
  /** How classes are shaped (`TCA_MQPRIO_SHAPER`). */
  shaper?: keyof typeof MQPRIO_SHAPERS | number;
  /** The least rate of each class (`TCA_MQPRIO_MIN_RATE64`). */
  minimumRates?: Rate[];
  /** The largest rate of each class (`TCA_MQPRIO_MAX_RATE64`). */
  maximumRates?: Rate[];
}

interface Flat extends QueueMap {
  offload?: number;
  mode?: number;
  shaper?: number;
  minimumRates?: bigint[];
  maximumRates?: bigint[];
}

const flat: Mapping<MqprioOptions, Flat> = mapping({
  ...queueMapPairs,
  offload: boolean,
  mode: enumeration(MQPRIO_MODES, 16),
  shaper: enumeration(MQPRIO_SHAPERS, 16),
  minimumRates: listOf(rate64),
  maximumRates: listOf(rate64),
});

/** How {@linkcode MqprioOptions} are stored. */
export const mqprioMapping: TrafficMapping<MqprioOptions, MqprioData> =
  arranged(
    flat,
    ({ attributes, ...parameters }): Flat => {
      const { mode, shaper, minimumRates, maximumRates, entries } = attributes;
      return {
        ...queueMapOf(parameters, entries),
        offload: parameters.hardware,
        ...mode !== undefined && { mode },
        ...shaper !== undefined && { shaper },
        ...minimumRates !== undefined && { minimumRates },
        ...maximumRates !== undefined && { maximumRates },
      };
    },
    (settings, fieldPath) => {
      const { offload = 0 } = settings;
      const parameters = queueMapIn(settings, offload, fieldPath);
      const attributes = attributesOf(settings);
      const { minimumRates, maximumRates } = settings;
      const { classes } = parameters;
      checkLength(minimumRates, classes, fieldPath.at("minimumRates"));
      checkLength(maximumRates, classes, fieldPath.at("maximumRates"));
      if (offload === 0) checkSoftware(settings, fieldPath);
      return { ...parameters, attributes };
    },
  );

function attributesOf(settings: Flat): MqprioAttributes {
  const { mode, shaper, minimumRates, maximumRates, preemptible } = settings;
  return {
    ...mode !== undefined && { mode },
    ...shaper !== undefined && { shaper },
    ...minimumRates !== undefined && { minimumRates },
    ...maximumRates !== undefined && { maximumRates },
    ...preemptible !== undefined && {
      entries: preemptible.map((value, index) => ({
        index,
        preemption: preemptionOf(value),
      })),
    },
  };
}

/** What only hardware can do. */
const HARDWARE = [
  "mode",
  "shaper",
  "minimumRates",
  "maximumRates",
  "preemptible",
] as const;

function checkSoftware(settings: Flat, fieldPath: FieldPath): void {
  for (const name of HARDWARE) {
    if (settings[name] === undefined) continue;
    const { [name]: value } = flat.fromKernel(settings);
    throw fieldPath.at(name).wrong(value, "it takes offload");
  }
}
