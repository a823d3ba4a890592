/**
 * What kinds with random early detection have in common.
 *
 * @module
 */

import { redProbabilityLog, redWeightLog } from "../../../messages/tc/red.ts";
import { RED_FLAGS } from "../../../messages/tc/qdiscs/red.ts";
import { fail } from "../../parse/errors.ts";
import { significant } from "../../print/format.ts";
import type { Context } from "../../runtime/context.ts";

/**
 * Prints what is done with packets.
 *
 * @param flags `TC_RED_*`.
 */
export function printRedFlags({ printer }: Context, flags: number): void {
  for (const [name, bit] of Object.entries(RED_FLAGS)) {
    printer.value(name, (flags & bit) !== 0, flags & bit ? `${name} ` : "");
  }
}

/** What limits are computed from, as binary logarithms. */
interface RedLogs {
  readonly weightLog: number;
  readonly probabilityLog: number;
  readonly cellLog: number;
}

/**
 * Prints what limits are computed from, if details are asked for.
 *
 * @param logs The constants.
 * @param maximumProbability The probability at the maximum.
 */
export function printRedDetails(
  { printer, options }: Context,
  { weightLog, probabilityLog, cellLog }: RedLogs,
  maximumProbability = 0,
): void {
  if (!options.details) return;
  printer.named("ewma", weightLog);
  if (maximumProbability) {
    const part = significant(maximumProbability / 2 ** 32);
    printer.raw("probability", part, `probability ${part} `);
  } else printer.named("Plog", probabilityLog);
  printer.value("Scell_log", cellLog, `Scell_log ${cellLog}`);
}

/** When packets are dropped. */
export interface RedCurve {
  /** The mean length from which packets are dropped, in bytes. */
  minimum: number;
  /** The mean length from which the probability is the greatest, in bytes. */
  maximum: number;
  /** Packets that may come at once. */
  burst: number;
  /** Mean size of packets in bytes. */
  averagePacket: number;
  /** The probability at the maximum, 0 to 1. */
  probability: number;
}

/**
 * Computes the constants of a curve, and warns of a burst that is too large.
 *
 * @param curve The curve.
 * @param name Name of the kind in errors and warnings.
 * @returns The constants.
 * @throws {CommandError} If there are none.
 */
export function redLogs(
  { io }: Context,
  { minimum, maximum, burst, averagePacket, probability }: RedCurve,
  name: string,
): Omit<RedLogs, "cellLog"> {
  const weightLog = redWeightLog(minimum, burst, averagePacket);
  if (weightLog === undefined) {
    if (burst + 1 - minimum / averagePacket < 1) {
      const least = 1 + Math.floor(minimum / averagePacket);
      io.err(
        `tc_red_eval_ewma() burst ${burst} is too small ? Try burst ${least}\n`,
      );
    }
    throw fail(1, `${name}: failed to calculate EWMA constant.`);
  }
  if (weightLog >= 10) {
    io.err(`${name}: WARNING. Burst ${burst} seems to be too large.\n`);
  }
  const probabilityLog = redProbabilityLog(minimum, maximum, probability);
  if (probabilityLog === undefined) {
    throw fail(1, `${name}: failed to calculate probability.`);
  }
  return { weightLog, probabilityLog };
}

/**
 * A probability in the kernel's unit.
 *
 * @param probability The probability, 0 to 1.
 * @returns The same in units of 1/2³².
 */
export function maximumProbability(probability: number): number {
  // What is 1 or more is cut to 32 bits.
  const parts = probability * 2 ** 32;
  return Math.abs(parts) < 2 ** 63
    ? Number(BigInt.asUintN(32, BigInt(Math.trunc(parts))))
    : 0;
}
