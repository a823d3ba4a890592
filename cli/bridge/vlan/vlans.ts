/**
 * Numbers of VLANs on the command line.
 *
 * @module
 */

import { fail } from "../../parse/errors.ts";
import { atoi } from "../common.ts";

/** The first number that no VLAN has. */
export const VLANS = 4096;

/** A VLAN or a range of them. */
export interface VlanRange {
  /** The only or the first VLAN. */
  readonly from: number;
  /** The last VLAN of a range; -1 if there is none. */
  readonly to: number;
  /** Whether a range was typed. */
  readonly isRange: boolean;
}

/**
 * Reads a VLAN or a range of them.
 *
 * @returns The VLANs, which may not exist.
 */
export function readRange(arg: string): VlanRange {
  const at = arg.indexOf("-");
  if (at < 0) return { from: atoi(arg, 16), to: -1, isRange: false };
  return {
    from: atoi(arg.slice(0, at), 16),
    to: atoi(arg.slice(at + 1), 16),
    isRange: true,
  };
}

/**
 * Takes a VLAN or a range of them.
 *
 * @returns The VLANs.
 * @throws {CommandError} If they do not exist.
 */
export function rangeOf(arg: string): VlanRange {
  const range = readRange(arg);
  const { from, to, isRange } = range;
  if (isRange && (from >= to || to >= VLANS)) throw invalidRange(range);
  if (from >= VLANS) throw fail(255, `Invalid VLAN ID "${from & 0xffff}"`);
  return range;
}

/**
 * A range of VLANs does not exist.
 *
 * @param range The range.
 * @returns What to throw.
 */
export function invalidRange({ from, to }: VlanRange): Error {
  const text = `${from & 0xffff}-${to & 0xffff}`;
  return fail(255, `Invalid VLAN range "${text}"`);
}
