/**
 * What random early detection is computed from: the constants of its moving
 * average, and the table of what idle time makes of it.
 *
 * @see {@link https://www.icir.org/floyd/REDparameters.txt | RED parameters}
 *
 * @module
 */

import { transmissionTime } from "./rate.ts";

/**
 * The weight of a new length in the moving average.
 *
 * @param minimum The mean length from which packets are dropped, in bytes.
 * @param burst Packets that may come at once without one being dropped.
 * @param averagePacket Mean size of packets in bytes.
 * @returns The weight as a power of two, 1 to 31; `undefined` if there is none,
 * as the burst is too small or too large.
 */
export function redWeightLog(
  minimum: number,
  burst: number,
  averagePacket: number,
): number | undefined {
  const packets = burst + 1 - minimum / averagePacket;
  if (packets < 1) return undefined;
  for (let log = 1; log < 32; log++) {
    const weight = 2 ** -log;
    if (packets <= (1 - (1 - weight) ** burst) / weight) return log;
  }
  return undefined;
}

/**
 * The slope of the probability between minimum and maximum.
 *
 * @param minimum The mean length from which packets are dropped.
 * @param maximum The mean length from which all are dropped.
 * @param probability The probability at the maximum, 0 to 1.
 * @returns The slope as a negative power of two; `undefined` if there is none.
 */
export function redProbabilityLog(
  minimum: number,
  maximum: number,
  probability: number,
): number | undefined {
  const range = maximum - minimum;
  if (range === 0) return 0;
  if (range < 0) return undefined;
  let slope = probability / range;
  for (let log = 0; log < 32; log++) {
    if (slope > 1) return log;
    slope *= 2;
  }
  return undefined;
}

/** What idle time makes of the moving average. */
export interface RedIdleTable {
  /** Unit of the time, as a power of two of ticks. */
  readonly cellLog: number;
  /** For each time of 0 to 255 units, by which power of two the mean shrinks. */
  readonly table: Uint8Array;
}

/** The most that the mean shrinks by, as a power of two. */
const MOST = 31;

/**
 * Computes what idle time makes of the moving average.
 *
 * @param weightLog The weight of a new length, as a power of two.
 * @param averagePacket Mean size of packets in bytes.
 * @param rate The rate at which packets are sent, in bytes a second.
 * @param atMost Whether times that are too long for any unit are counted in the
 * largest one, as `tc` does it.
 * @returns The table; `undefined` if the times are too long for any unit.
 */
export function redIdleTable(
  weightLog: number,
  averagePacket: number,
  rate: number,
  atMost: true,
): RedIdleTable;
/**
 * Computes what idle time makes of the moving average, if there is a unit for
 * it.
 *
 * @param weightLog The weight of a new length, as a power of two.
 * @param averagePacket Mean size of packets in bytes.
 * @param rate The rate at which packets are sent, in bytes a second.
 * @returns The table; `undefined` if the times are too long for any unit.
 */
export function redIdleTable(
  weightLog: number,
  averagePacket: number,
  rate: number,
): RedIdleTable | undefined;
export function redIdleTable(
  weightLog: number,
  averagePacket: number,
  rate: number,
  atMost = false,
): RedIdleTable | undefined {
  const perTick = -Math.log(1 - 1 / 2 ** weightLog) /
    transmissionTime(averagePacket, rate);
  let cellLog = 0;
  while (cellLog < 32 && !(MOST / perTick / 2 ** cellLog < 512)) cellLog++;
  if (cellLog === 32) {
    if (!atMost) return undefined;
    cellLog = 31;
  }
  const table = new Uint8Array(256);
  for (let units = 1; units < 255; units++) {
    // The kernel has bytes, and programs in C cut what does not fit.
    table[units] = Math.min(
      Math.trunc(units * 2 ** cellLog * perTick) & 0xff,
      MOST,
    );
  }
  table[255] = MOST;
  return { cellLog, table };
}
