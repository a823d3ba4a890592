/**
 * What kinds with random early detection have in common.
 *
 * @module
 */

import { RED_FLAGS } from "../../../messages/tc/qdiscs/red.ts";
import { fail } from "../../parse/errors.ts";
import { significant } from "../../print/format.ts";
import type { Context } from "../../runtime/context.ts";

/**
 * Prints what is done with packets.
 *
 * @param context The command's context.
 * @param flags `TC_RED_*`.
 */
export function printRedFlags({ printer }: Context, flags: number): void {
  for (const [name, bit] of Object.entries(RED_FLAGS)) {
    printer.value(name, (flags & bit) !== 0, flags & bit ? `${name} ` : "");
  }
}

/** What {@linkcode printRedDetails} needs to have of the limits. */
interface RedLogs {
  readonly weightLog: number;
  readonly probabilityLog: number;
  readonly cellLog: number;
}

/**
 * Prints what limits are computed from, if details are asked for.
 *
 * @param context The command's context.
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

/**
 * Makes sure that there is a weight.
 *
 * @param context The command's context.
 * @param weightLog The weight, if there is one.
 * @param minimum The mean length from which packets are dropped, in bytes.
 * @param burst Packets that may come at once.
 * @param averagePacket Mean size of packets in bytes.
 * @param name Name of the kind in errors.
 * @returns The weight.
 * @throws {CommandError} If there is none.
 */
export function checkWeightLog(
  { io }: Context,
  weightLog: number | undefined,
  minimum: number,
  burst: number,
  averagePacket: number,
  name: string,
): number {
  if (weightLog !== undefined) return weightLog;
  if (burst + 1 - minimum / averagePacket < 1) {
    const least = 1 + Math.floor(minimum / averagePacket);
    io.err(
      `tc_red_eval_ewma() burst ${burst} is too small ? Try burst ${least}\n`,
    );
  }
  throw fail(1, `${name}: failed to calculate EWMA constant.`);
}

/**
 * Warns of a burst that is too large.
 *
 * @param context The command's context.
 * @param weightLog The weight.
 * @param burst Packets that may come at once.
 * @param name Name of the kind in warnings.
 */
export function warnOfBurst(
  { io }: Context,
  weightLog: number,
  burst: number,
  name: string,
): void {
  if (weightLog < 10) return;
  io.err(`${name}: WARNING. Burst ${burst} seems to be too large.\n`);
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
