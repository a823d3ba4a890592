/**
 * Random early detection.
 *
 * @see {@link https://man7.org/linux/man-pages/man8/tc-red.8.html | tc-red(8)}
 *
 * @module
 */

import { RED_FLAGS, type RedData } from "../../../messages/tc/qdiscs/red.ts";
import { boolean, uint32 } from "../../mapping/conversions.ts";
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

/** Settings of random early detection. */
export interface RedOptions extends RedAverageOptions {
  /** Bytes that may wait, which are required (`tc_red_qopt.limit`). */
  limit?: number;
  /**
   * Mean length in bytes from which packets are dropped; a third of the maximum
   * by default (`tc_red_qopt.qth_min`).
   */
  minimum?: number;
  /**
   * Mean length in bytes from which all are dropped; three times the minimum or
   * a quarter of the limit by default (`tc_red_qopt.qth_max`).
   */
  maximum?: number;
  /** Whether packets are marked instead of dropped (`TC_RED_ECN`). */
  ecn?: boolean;
  /** Whether they are dropped above the maximum (`TC_RED_HARDDROP`). */
  hardDrop?: boolean;
  /** Whether the probability adapts itself (`TC_RED_ADAPTATIVE`). */
  adaptive?: boolean;
  /** Whether what cannot be marked is let through (`TC_RED_NODROP`). */
  noDrop?: boolean;
  /**
   * Shared block whose filters see packets that are dropped early
   * (`TCA_RED_EARLY_DROP_BLOCK`).
   */
  earlyDropBlock?: number;
  /**
   * Shared block whose filters see packets that are marked
   * (`TCA_RED_MARK_BLOCK`).
   */
  markBlock?: number;
}

interface Flat extends RedAverage, RedLimits {
  ecn?: number;
  hardDrop?: number;
  adaptive?: number;
  noDrop?: number;
  earlyDropBlock?: number;
  markBlock?: number;
}

/** All flags that can be set. */
const SELECTOR = Object.values(RED_FLAGS).reduce((all, bit) => all | bit, 0);

/** How {@linkcode RedOptions} are stored. */
export const redMapping: TrafficMapping<RedOptions, RedData> = arranged(
  mapping<RedOptions, Flat>({
    ...redAverageFields,
    ...redLimitPairs,
    ecn: boolean,
    hardDrop: boolean,
    adaptive: boolean,
    noDrop: boolean,
    earlyDropBlock: uint32,
    markBlock: uint32,
  }),
  unpack,
  (settings, fieldPath): RedData => {
    const limits = redLimitsIn(settings, fieldPath);
    const { idleTable, maximumProbability, ...logs } = redConstants(
      settings,
      limits,
      1,
      fieldPath,
    );
    const { earlyDropBlock, markBlock } = settings;
    return {
      parameters: { ...limits, ...logs, flags: 0 },
      idleTable,
      maximumProbability,
      flags: { value: flagsOf(settings), selector: SELECTOR },
      ...earlyDropBlock !== undefined && { earlyDropBlock },
      ...markBlock !== undefined && { markBlock },
    };
  },
);

function unpack(data: RedData): Flat {
  const { parameters, maximumProbability, earlyDropBlock, markBlock } = data;
  if (parameters === undefined) return {};
  const { limit, minimum, maximum, weightLog } = parameters;
  const flags = data.flags?.value ?? parameters.flags;
  return {
    limit,
    minimum,
    maximum,
    weightLog,
    ...maximumProbability !== undefined && { probability: maximumProbability },
    ecn: flags & RED_FLAGS.ecn,
    hardDrop: flags & RED_FLAGS.harddrop,
    adaptive: flags & RED_FLAGS.adaptive,
    noDrop: flags & RED_FLAGS.nodrop,
    ...earlyDropBlock !== undefined && { earlyDropBlock },
    ...markBlock !== undefined && { markBlock },
  };
}

function flagsOf({ ecn, hardDrop, adaptive, noDrop }: Flat): number {
  return (ecn ? RED_FLAGS.ecn : 0) | (hardDrop ? RED_FLAGS.harddrop : 0) |
    (adaptive ? RED_FLAGS.adaptive : 0) | (noDrop ? RED_FLAGS.nodrop : 0);
}
