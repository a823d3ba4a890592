/**
 * Names that arguments are completed to.
 *
 * @module
 */

import type { Source } from "../parse/form.ts";
import type { Context } from "../runtime/context.ts";

/** What finds the names; those of files are left to the shell. */
const SOURCES: Readonly<
  Record<
    Exclude<Source, "file">,
    (context: Context) => readonly string[] | Promise<readonly string[]>
  >
> = {
  device: deviceNames,
  async namespace() {
    const { listNamespaces } = await import(
      "../../socket/named_namespace.ts"
    );
    return listNamespaces();
  },
  table: ({ names }) => names.tables.names(),
  protocol: ({ names }) => names.protocols.names(),
  scope: ({ names }) => names.scopes.names(),
  group: ({ names }) => names.groups.names(),
};

/**
 * Finds the names of a source.
 *
 * @param source The source.
 * @param context The command's context.
 * @returns The names; none where they cannot be found out.
 */
export async function namesFrom(
  source: Exclude<Source, "file">,
  context: Context,
): Promise<readonly string[]> {
  try {
    return await SOURCES[source](context);
  } catch {
    // In the middle of a command line, nobody wants to read of errors.
    return [];
  }
}

async function deviceNames(context: Context): Promise<string[]> {
  const { briefLinkMessage } = await import(
    "../../messages/link/common.ts"
  );
  const { RTM_GETLINK } = await import("../../messages/link/constants.ts");
  const connection = await context.connect();
  const links = await connection.dumpAll({
    type: RTM_GETLINK,
    codec: briefLinkMessage,
    message: {
      family: 0,
      type: 0,
      index: 0,
      flags: 0,
      change: 0,
      attributes: {},
    },
  });
  return links.flatMap(({ attributes: { name } }) => name ?? []);
}
