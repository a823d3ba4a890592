/**
 * `ip netns monitor`.
 *
 * @module
 */

import { errorText } from "../../../messages/errno.ts";
import { watchDirectory } from "../../../socket/directory_watch.ts";
import { SocketError } from "../../../socket/error.ts";
import { NETNS_DIRECTORY } from "../../../socket/named_namespace.ts";
import { makeDirectory } from "../../../socket/system.ts";
import type { Context } from "../../runtime/context.ts";
import { fail } from "../../parse/errors.ts";
import type { Arguments } from "../../parse/grammar.ts";

/** Prints names that come and go, until it is stopped. */
export async function monitor(
  _args: Arguments,
  { printer }: Context,
): Promise<number> {
  try {
    makeDirectory(NETNS_DIRECTORY, 0o755);
  } catch (error) {
    if (!(error instanceof SocketError)) throw error;
    if (error.code !== "EEXIST") {
      const reason = errorText(error.errno);
      throw fail(1, `mkdir ${NETNS_DIRECTORY} failed: ${reason}`);
    }
  }
  for await (const { action, name } of watchDirectory(NETNS_DIRECTORY)) {
    printer.text(`${action} ${name}\n`);
    printer.flush();
  }
  return 0;
}
