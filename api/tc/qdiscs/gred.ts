/**
 * Generic random early detection.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/net/sched/sch_gred.c | net/sched/sch_gred.c}
 *
 * @module
 */

import { blank } from "../../../messages/codec/mod.ts";
import {
  type GredData,
  type GredQueue,
  gredQueue,
} from "../../../messages/tc/qdiscs/gred.ts";
import { RED_FLAGS } from "../../../messages/tc/qdiscs/red.ts";
import {
  boolean,
  integer,
  listOf,
  uint32,
  uint8,
} from "../../mapping/conversions.ts";
import type { FieldPath } from "../../mapping/field_path.ts";
import {
  type Mapping,
  mapping,
  readOnly,
  writeOnly,
} from "../../mapping/mapping.ts";
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

/** Virtual queues that there can be (`MAX_DPs`). */
const MOST = 16;

/** A virtual queue. */
export interface GredQueueOptions extends RedAverageOptions {
  /** Its number; 0 by default (`tc_gred_qopt.DP`). */
  index?: number;
  /** Bytes that may wait, which are required (`tc_gred_qopt.limit`). */
  limit?: number;
  /**
   * Mean length in bytes from which packets are dropped; a third of the maximum
   * by default (`tc_gred_qopt.qth_min`).
   */
  minimum?: number;
  /**
   * Mean length in bytes from which all are dropped; three times the minimum or
   * a quarter of the limit by default (`tc_gred_qopt.qth_max`).
   */
  maximum?: number;
  /** Its priority, if they have some; the least is the highest (`tc_gred_qopt.prio`). */
  priority?: number;
}

/**
 * Settings of generic random early detection: how many virtual queues there are,
 * to begin with; or one of them, each by a change of its own.
 */
export interface GredOptions {
  /** How many virtual queues there are, 1 to 16 (`tc_gred_sopt.DPs`). */
  queues?: number;
  /**
   * The virtual queue of packets without one; 0 by default
   * (`tc_gred_sopt.def_DP`).
   */
  defaultQueue?: number;
  /** Whether they have priorities (`tc_gred_sopt.grio`). */
  priorities?: boolean;
  /** Whether packets are marked instead of dropped (`TC_RED_ECN`). */
  ecn?: boolean;
  /** Whether they are dropped above the maximum (`TC_RED_HARDDROP`). */
  hardDrop?: boolean;
  /** Bytes that may wait in all (`TCA_GRED_LIMIT`). */
  limit?: number;
  /**
   * The virtual queue to set up, without other settings; only to be set
   * (`TCA_GRED_PARMS`).
   */
  virtualQueue?: GredQueueOptions;
  /** Those that are set up (`TCA_GRED_PARMS`). */
  readonly virtualQueues?: GredQueueOptions[];
}

interface FlatQueue extends RedAverage, RedLimits {
  index?: number;
  priority?: number;
}

interface Flat {
  queues?: number;
  defaultQueue?: number;
  priorities?: number;
  ecn?: number;
  hardDrop?: number;
  limit?: number;
  virtualQueue?: FlatQueue;
  virtualQueues?: FlatQueue[];
}

const queueMapping: Mapping<GredQueueOptions, FlatQueue> = mapping({
  ...redAverageFields,
  ...redLimitPairs,
  index: integer(0, MOST - 1),
  priority: uint8,
});

/** How {@linkcode GredOptions} are stored. */
export const gredMapping: TrafficMapping<GredOptions, GredData> = arranged(
  mapping<GredOptions, Flat>({
    queues: integer(1, MOST),
    defaultQueue: integer(0, MOST - 1),
    priorities: boolean,
    ecn: boolean,
    hardDrop: boolean,
    limit: uint32,
    virtualQueue: writeOnly("virtualQueue", queueMapping),
    virtualQueues: readOnly("virtualQueues", listOf(queueMapping)),
  }),
  unpack,
  pack,
);

function unpack(data: GredData): Flat {
  const { setup, limit, queues = [], maximumProbability = [] } = data;
  return {
    ...setup !== undefined && {
      queues: setup.queues,
      defaultQueue: setup.defaultQueue,
      priorities: setup.grio,
      ecn: setup.flags & RED_FLAGS.ecn,
      hardDrop: setup.flags & RED_FLAGS.harddrop,
    },
    ...limit !== undefined && { limit },
    // Those that are not set up have numbers above.
    virtualQueues: queues.filter(({ drop }) => drop < MOST)
      .map((queue) => unpackQueue(queue, maximumProbability[queue.drop])),
  };
}

function unpackQueue(
  { drop, limit, minimum, maximum, weightLog, priority }: GredQueue,
  probability: number | undefined,
): FlatQueue {
  return {
    index: drop,
    limit,
    minimum,
    maximum,
    weightLog,
    ...probability !== undefined && { probability },
    priority,
  };
}

function pack(settings: Flat, fieldPath: FieldPath): GredData | undefined {
  const { virtualQueue, queues, limit, ...others } = settings;
  if (virtualQueue !== undefined) {
    for (const [name, value] of Object.entries({ queues, limit, ...others })) {
      if (value === undefined) continue;
      throw fieldPath.at(name).wrong(
        value,
        "a virtual queue is set up without it",
      );
    }
    return packQueue(virtualQueue, fieldPath.at("virtualQueue"));
  }
  const { defaultQueue = 0, priorities = 0, ecn, hardDrop } = others;
  if (queues === undefined) {
    throw fieldPath.at("queues").wrong(
      undefined,
      "the number of virtual queues is required",
    );
  }
  if (defaultQueue >= queues) {
    throw fieldPath.at("defaultQueue").outside(
      defaultQueue,
      `there are ${queues} virtual queues`,
    );
  }
  const flags = (ecn ? RED_FLAGS.ecn : 0) | (hardDrop ? RED_FLAGS.harddrop : 0);
  return {
    setup: { queues, defaultQueue, grio: priorities, flags, pad: 0 },
    ...limit !== undefined && { limit },
  };
}

function packQueue(settings: FlatQueue, fieldPath: FieldPath): GredData {
  const { index = 0, priority = 0 } = settings;
  const limits = redLimitsIn(settings, fieldPath);
  const { idleTable, maximumProbability, ...logs } = redConstants(
    settings,
    limits,
    1,
    fieldPath,
  );
  return {
    queues: [{
      ...blank(gredQueue),
      ...limits,
      ...logs,
      drop: index,
      priority,
    }],
    idleTable,
    maximumProbability: [maximumProbability],
  };
}
