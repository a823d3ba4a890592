/**
 * `ip netns list`.
 *
 * @module
 */

import { fileIdentity, listDirectory } from "../../../socket/directory.ts";
import { NETNS_DIRECTORY } from "../../../socket/named_namespace.ts";
import type { Context } from "../../runtime/context.ts";
import type { Arguments } from "../../parse/grammar.ts";

/** Lists names, and the ids of those that have one. */
export async function list(
  _args: Arguments,
  { printer, namespaces }: Context,
): Promise<number> {
  // What ip looks up first, as well: errors are printed twice.
  await namespaces.load();
  try {
    fileIdentity(NETNS_DIRECTORY);
  } catch {
    return 0; // Without the directory, there is not even an empty list.
  }
  printer.begin();
  for (const name of listDirectory(NETNS_DIRECTORY)) {
    const id = await namespaces.idOf(name);
    printer.object(null, () => {
      printer.value("name", name, name);
      if (id >= 0) printer.value("id", id, ` (id: ${id})`);
      printer.text("\n");
    });
  }
  printer.end();
  return 0;
}
