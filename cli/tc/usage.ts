/**
 * Usage texts that do not end a command of `tc`.
 *
 * @module
 */

import type { Context } from "../runtime/context.ts";

/**
 * Shows the usage of an object; the command goes on, as it does in `tc`.
 *
 * @param context The command's context.
 * @param object Name of the object.
 */
export async function showUsage(
  { io, program }: Context,
  object: string,
): Promise<void> {
  const { usageText } = await import("../help/mod.ts");
  io.err(await usageText(object, program));
}
