/**
 * How `tc` lists what the kernel has.
 *
 * @module
 */

import type { Request } from "../../api/connection/connection.ts";
import { isKernelError } from "../parse/errors.ts";
import { dumpRefusalText } from "../runtime/dump_refusal.ts";
import type { Context } from "../runtime/context.ts";

/**
 * Shows all objects of a dump.
 *
 * @typeParam M Their messages.
 * @param request Asks for them.
 * @param format Writes one.
 * @returns The exit code.
 */
export async function dumpTc<M>(
  context: Context,
  request: Request<M>,
  format: (message: M) => void,
): Promise<number> {
  const { printer, io } = context;
  const connection = await context.connect();
  let messages: M[];
  try {
    messages = await connection.dumpAll(request);
  } catch (error) {
    if (!isKernelError(error)) throw error;
    printer.begin();
    printer.end();
    printer.flush();
    io.err(`${await dumpRefusalText(error)}Dump terminated\n`);
    return 1;
  }
  printer.begin();
  await context.renderAll(messages, format);
  printer.end();
  return 0;
}
