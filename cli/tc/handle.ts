/**
 * Handles of traffic control as `tc` writes them: `1:10`, `root` and others.
 *
 * @module
 */

import {
  handleOf,
  majorOf,
  minorOf,
  TC_H_ROOT,
  TC_H_UNSPEC,
} from "../../messages/tc/handle.ts";
import type { Argument } from "../parse/form.ts";
import { strtoul } from "../parse/numbers.ts";
import type { Context } from "../runtime/context.ts";

/** The form of the handle of a class. */
export const CLASS_ID: Argument = {
  name: "CLASSID",
  means: "{ <MAJOR>:<MINOR> | root | none }",
};

const MOST_16 = 0xffffn;
const MOST_32 = 0xffffffffn;

/**
 * The handle of a class.
 *
 * @param arg The argument.
 * @returns The handle, or `undefined` if the argument is none.
 */
export function classIdOf(arg: string): number | undefined {
  if (arg === "root") return TC_H_ROOT;
  if (arg === "none") return TC_H_UNSPEC;
  const { value: major, end } = strtoul(arg, 16);
  if (arg.charAt(end) !== ":") {
    // A number without a colon is a whole handle.
    return end === 0 || end < arg.length
      ? undefined
      : Number(BigInt.asUintN(64, major) & MOST_32);
  }
  const rest = arg.slice(end + 1);
  const { value: minor, end: restEnd } = strtoul(rest, 16);
  const isValid = (part: bigint) => part >= 0n && part <= MOST_16;
  if (restEnd < rest.length || !isValid(major) || !isValid(minor)) {
    return undefined;
  }
  return handleOf(Number(major), Number(minor));
}

/**
 * The text of the handle of a class.
 *
 * @param _context The command's context.
 * @param id The handle.
 * @returns The text.
 */
export function classIdText(_context: Context, id: number): string {
  if (id === TC_H_ROOT) return "root";
  if (id === TC_H_UNSPEC) return "none";
  const major = majorOf(id).toString(16);
  const minor = minorOf(id).toString(16);
  if (majorOf(id) === 0) return `:${minor}`;
  return minorOf(id) === 0 ? `${major}:` : `${major}:${minor}`;
}
