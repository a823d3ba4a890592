/**
 * What `ip token help` prints.
 *
 * @module
 */

import { type CommandError, usage } from "../../parse/errors.ts";

/**
 * Ends the program with the usage of `ip token`.
 *
 * @returns What to throw.
 */
export function help(): CommandError {
  return usage(
    "Usage: ip token [ list | set | del | get ] [ TOKEN ] [ dev DEV ]\n",
  );
}
