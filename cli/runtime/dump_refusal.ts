/**
 * Lists that the kernel refuses to give.
 *
 * @module
 */

import {
  acknowledgement,
  type CommandError,
  fail,
  type KernelError,
  refusal,
} from "../parse/errors.ts";

/**
 * Puts a refusal to list something as `ip` and `tc` do; some are not shown.
 *
 * @param error The refusal.
 * @returns A line, or nothing.
 */
export async function dumpRefusalText(error: KernelError): Promise<string> {
  const { code, reason } = error;
  if (reason) return await refusal(error);
  if (code === "ENOENT" || code === "EOPNOTSUPP") return "";
  return code === "EMSGSIZE"
    ? acknowledgement("Error", "Buffer too small for object")
    : await refusal(error);
}

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
  return fail(2, `${await dumpRefusalText(error)}${what}`);
}
