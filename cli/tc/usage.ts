/**
 * Usage texts that do not end a command of `tc`.
 *
 * @module
 */

import type { Help } from "../parse/errors.ts";
import type { Context } from "../runtime/context.ts";

/**
 * Shows a usage; the command goes on, as it does in `tc`.
 *
 * @param help Whose usage.
 */
export async function showUsage(
  { io, program }: Context,
  help: Help,
): Promise<void> {
  const { usageText } = await import("../help/mod.ts");
  io.err(await usageText(help, program));
}
