/**
 * Lists that the kernel refuses to give.
 *
 * @module
 */

import {
  type CommandError,
  fail,
  type KernelError,
  refusal,
} from "../parse/errors.ts";

const ENOENT = 2;
const EOPNOTSUPP = 95;

/**
 * Puts a refusal to list something as `ip` does.
 *
 * @param error The refusal.
 * @param what What it means for the command.
 * @returns What to throw.
 */
export async function dumpRefusal(
  error: KernelError,
  what: string,
): Promise<CommandError> {
  const quiet = !error.reason &&
    (error.errno === ENOENT || error.errno === EOPNOTSUPP);
  return fail(2, `${quiet ? "" : await refusal(error)}${what}`);
}
