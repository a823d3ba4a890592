/**
 * Traffic classes and the queues of a device that they have: what `mqprio` and
 * `taprio` have in common.
 *
 * @module
 */

import {
  FRAME_PREEMPTIONS,
  type MqprioParameters,
} from "../../../messages/tc/qdiscs/mqprio.ts";
import { boolean, integer, listOf, uint16 } from "../../mapping/conversions.ts";
import type { FieldPath } from "../../mapping/field_path.ts";
import { mapping, type Pairs } from "../../mapping/mapping.ts";
import { priorityMap } from "./prio.ts";

/** Queues of a device, one after the other. */
export interface QueueRange {
  /** How many they are (`tc_mqprio_qopt.count`). */
  count?: number;
  /** The first one (`tc_mqprio_qopt.offset`). */
  offset?: number;
}

/** Traffic classes, and the queues of each. */
export interface QueueMapOptions {
  /**
   * Number of traffic classes, 1 to 16; by default as many as there are
   * {@linkcode QueueMapOptions.queues} (`tc_mqprio_qopt.num_tc`).
   */
  classes?: number;
  /** The class of each of 16 priorities (`tc_mqprio_qopt.prio_tc_map`). */
  priorityMap?: number[];
  /** The queues of each class. */
  queues?: QueueRange[];
  /**
   * Whether frames of each class can be interrupted, if they can of any
   * (`TC_FP_PREEMPTIBLE`).
   */
  preemptible?: boolean[];
}

/** The same in the kernel's terms. */
export interface QueueMap {
  /** Number of classes. */
  classes?: number;
  /** Class of each priority. */
  priorityMap?: number[];
  /** Queues of each class. */
  queues?: Required<QueueRange>[];
  /** Whether frames of each class can be interrupted. */
  preemptible?: number[];
}

/** How {@linkcode QueueMapOptions} are stored. */
export const queueMapPairs: Pairs<QueueMapOptions, QueueMap> = {
  classes: ["classes", integer(1, 16)],
  priorityMap: ["priorityMap", priorityMap],
  queues: [
    "queues",
    listOf(
      mapping<QueueRange, Required<QueueRange>>({
        count: uint16,
        offset: uint16,
      }, () => ({ count: 1, offset: 0 })),
    ),
  ],
  preemptible: ["preemptible", listOf(boolean)],
};

/** What belongs to a class. */
interface ClassEntry {
  readonly index?: number;
  readonly preemption?: number;
}

/**
 * Takes classes and queues apart.
 *
 * @param parameters Classes and queues.
 * @param entries What belongs to each class.
 * @returns The settings.
 */
export function queueMapOf(
  parameters: MqprioParameters,
  entries: readonly ClassEntry[] | undefined,
): QueueMap {
  const { classes, priorityMap, counts, offsets } = parameters;
  const preemptible = perClass(
    entries,
    classes,
    ({ preemption }) => preemption === FRAME_PREEMPTIONS.P ? 1 : 0,
  );
  return {
    classes,
    priorityMap,
    queues: Array.from({ length: classes }, (_, i) => ({
      count: counts[i]!,
      offset: offsets[i]!,
    })),
    ...preemptible !== undefined && { preemptible },
  };
}

/**
 * A number of each class, unless it is 0 for all.
 *
 * @param entries What belongs to the classes.
 * @param classes How many there are.
 * @param read Takes the number of one.
 * @returns The numbers.
 */
export function perClass<E extends ClassEntry>(
  entries: readonly E[] | undefined,
  classes: number,
  read: (entry: E) => number,
): number[] | undefined {
  if (entries === undefined) return undefined;
  const numbers = new Array<number>(classes).fill(0);
  for (const entry of entries) {
    const { index = 0 } = entry;
    if (index < classes) numbers[index] = read(entry);
  }
  return numbers.some((number) => number !== 0) ? numbers : undefined;
}

/**
 * Puts classes and queues together.
 *
 * @param settings The settings.
 * @param hardware What of the work hardware does.
 * @param fieldPath Where they stand, for error messages.
 * @returns Classes and queues.
 * @throws {TypeError} If there is neither a number of classes nor queues.
 * @throws {RangeError} If there are too many.
 */
export function queueMapIn(
  settings: QueueMap,
  hardware: number,
  fieldPath: FieldPath,
): MqprioParameters {
  const { queues = [], classes = queues.length } = settings;
  if (classes === 0) {
    throw fieldPath.at("queues").wrong(
      undefined,
      "the queues of each class are required",
    );
  }
  checkLength(queues, classes, fieldPath.at("queues"));
  checkLength(settings.preemptible, classes, fieldPath.at("preemptible"));
  const priorityMap = settings.priorityMap ??
    Array.from(
      { length: 16 },
      (_, priority) => Math.min(priority, classes - 1),
    );
  for (const [i, value] of priorityMap.entries()) {
    if (value < classes) continue;
    throw fieldPath.at("priorityMap").at(i).outside(
      value,
      `there are ${classes} classes`,
    );
  }
  return {
    classes,
    priorityMap,
    hardware,
    counts: Array.from({ length: 16 }, (_, i) => queues[i]?.count ?? 0),
    offsets: Array.from({ length: 16 }, (_, i) => queues[i]?.offset ?? 0),
  };
}

/**
 * Makes sure that there are not more numbers than classes.
 *
 * @param list The numbers.
 * @param classes How many classes there are.
 * @param fieldPath Where they stand, for error messages.
 * @throws {RangeError} If there are more.
 */
export function checkLength(
  list: readonly unknown[] | undefined,
  classes: number,
  fieldPath: FieldPath,
): void {
  if (list === undefined || list.length <= Math.min(classes, 16)) return;
  throw fieldPath.outside(
    list.length,
    `there are ${Math.min(classes, 16)} classes`,
  );
}

/**
 * Whether frames can be interrupted, as the kernel has it for each class.
 *
 * @param value Whether they can.
 * @returns `TC_FP_*`.
 */
export function preemptionOf(value: number): number {
  return value === 0 ? FRAME_PREEMPTIONS.E : FRAME_PREEMPTIONS.P;
}
