/**
 * Deleting what a filter lets pass, until nothing is left.
 *
 * @module
 */

import { exit, isKernelError, refused } from "../../parse/errors.ts";
import type { Context } from "../../runtime/context.ts";
import { errorText } from "../../../messages/errno.ts";

/**
 * Lists objects and deletes them, until there are none.
 *
 * @typeParam T The objects.
 * @param list Lists those that are left.
 * @param remove Deletes one.
 * @param problem Error if one cannot be deleted.
 * @throws {CommandError} If the kernel refuses.
 */
export async function deleteRounds<T>(
  { io, options }: Context,
  list: () => Promise<readonly T[]>,
  remove: (object: T) => Promise<void>,
  problem: string,
): Promise<void> {
  const isLoud = options.stats > 1;
  for (let round = 0;; round++) {
    if (isLoud) io.err(`Delete-all round = ${round}\n`);
    const left = await list()
      .catch(refused(exit, 1, "Delete-all terminated"));
    if (left.length === 0) {
      if (isLoud) io.err("Delete-all completed\n");
      return;
    }
    try {
      for (const object of left) await remove(object);
    } catch (error) {
      if (!isKernelError(error)) throw error;
      throw exit(1, `${problem}: ${errorText(error.errno)}`);
    }
    if (isLoud) io.err(`Delete-all nlmsg count = ${left.length}\n`);
  }
}
