/**
 * Random early detection that drops those who send much.
 *
 * @see {@link https://man7.org/linux/man-pages/man8/tc-choke.8.html | tc-choke(8)}
 *
 * @module
 */

import type { ChokeData } from "../../../messages/tc/qdiscs/choke.ts";
import { RED_FLAGS } from "../../../messages/tc/qdiscs/red.ts";
import { boolean } from "../../mapping/conversions.ts";
import { mapping } from "../../mapping/mapping.ts";
import { arranged, type TrafficMapping } from "../kind.ts";
import {
  type RedAverage,
  redAverageFields,
  type RedAverageOptions,
  redConstants,
  redLimitPairs,
  type RedLimits,
  redLimitsIn,
} from "./red_average.ts";

/** Settings of random early detection that drops those who send much. */
export interface ChokeOptions extends RedAverageOptions {
  /** Packets that may wait, which are required (`tc_choke_qopt.limit`). */
  limit?: number;
  /**
   * Mean length in packets from which they are dropped; a third of the maximum
   * by default (`tc_choke_qopt.qth_min`).
   */
  minimum?: number;
  /**
   * Mean length in packets from which all are dropped; three times the minimum
   * or a quarter of the limit by default (`tc_choke_qopt.qth_max`).
   */
  maximum?: number;
  /** Whether packets are marked instead of dropped (`TC_RED_ECN`). */
  ecn?: boolean;
}

interface Flat extends RedAverage, RedLimits {
  ecn?: number;
}

/** How {@linkcode ChokeOptions} are stored. */
export const chokeMapping: TrafficMapping<ChokeOptions, ChokeData> = arranged(
  mapping<ChokeOptions, Flat>({
    ...redAverageFields,
    ...redLimitPairs,
    ecn: boolean,
  }),
  ({ parameters, maximumProbability }): Flat => {
    if (parameters === undefined) return {};
    const { limit, minimum, maximum, weightLog, flags } = parameters;
    return {
      limit,
      minimum,
      maximum,
      weightLog,
      ...maximumProbability !== undefined &&
        { probability: maximumProbability },
      ecn: flags & RED_FLAGS.ecn,
    };
  },
  (settings, fieldPath) => {
    const limits = redLimitsIn(settings, fieldPath);
    const { idleTable, maximumProbability, ...logs } = redConstants(
      settings,
      limits,
      undefined,
      fieldPath,
    );
    const flags = settings.ecn ? RED_FLAGS.ecn : 0;
    return {
      parameters: { ...limits, ...logs, flags },
      idleTable,
      maximumProbability,
    };
  },
);
