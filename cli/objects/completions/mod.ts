/**
 * `completions`, which is this program's own: scripts that make shells complete
 * command lines, and the keywords that these scripts ask for.
 *
 * @module
 */

import { FILES, SCRIPTS } from "../../completion/scripts.ts";
import { completionsOf, nextArguments } from "../../completion/states.ts";
import { programForm } from "../../help/mod.ts";
import { nodeOf } from "../../help/notation.ts";
import { exit } from "../../parse/errors.ts";
import type { Form, Source } from "../../parse/form.ts";
import { matches, takes } from "../../parse/arguments.ts";
import { usageIn } from "../../program.ts";
import type { Command, Context } from "../../runtime/context.ts";
import { parseOptions } from "../../runtime/options.ts";

const FORM: Form = [
  `{ ${Object.keys(SCRIPTS).join(" | ")} | help }`,
  "[ NAME ]",
];

/** Runs `completions SHELL [ NAME ]`, and what the scripts run. */
export const command: Command = takes(FORM, async (args, context) => {
  const { printer } = context;
  const shell = args.left === 0 ? "help" : args.take();
  if (shell === "--complete") {
    args.takeIf("--");
    for (const word of await complete(args.rest(), context)) {
      printer.text(`${word}\n`);
    }
    return 0;
  }
  if (matches(shell, "help")) throw usageIn(context.program, "completions");
  if (!Object.hasOwn(SCRIPTS, shell)) {
    const known = Object.keys(SCRIPTS).join(", ");
    throw exit(
      255,
      `Cannot complete in shell "${shell}": it is none of ${known}`,
    );
  }
  const name = args.left === 0 ? `n${context.program.name}` : args.take();
  if (!/^[\w.-]+$/.test(name)) {
    throw exit(
      255,
      `Cannot complete for "${name}": it is not the name of a program`,
    );
  }
  printer.text(SCRIPTS[shell]!(name));
  return 0;
});

/**
 * Finds the keywords that the last one can be completed to.
 *
 * @param typed The keywords of the command line; the last one may be empty.
 * @param context The command's context, which gets the options that were typed.
 * @returns The keywords, without those that occur twice.
 */
async function complete(
  typed: readonly string[],
  context: Context,
): Promise<Set<string>> {
  const before = typed.slice(0, -1);
  const start = typed.at(-1) ?? "";
  try {
    // Devices are those of the namespace that was typed.
    parseOptions(context.program.options, before, context.options);
  } catch {
    // An option may be wrong, or wait for its argument.
  }
  const { keywords, variables } = await nextArguments(
    nodeOf(programForm(context.program)),
    before,
  );
  const found = new Set(
    keywords.flatMap((spellings) => completionsOf(spellings, start)),
  );
  for (const { from } of variables) {
    if (from === undefined) continue;
    if (from === "file") found.add(FILES);
    else (await namesFrom(from, context)).forEach((name) => found.add(name));
  }
  for (const word of found) {
    if (word !== FILES && !word.startsWith(start)) found.delete(word);
  }
  return found;
}

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
      "../../../socket/named_namespace.ts"
    );
    return listNamespaces();
  },
  table: ({ names }) => names.tables.names(),
  protocol: ({ names }) => names.protocols.names(),
  scope: ({ names }) => names.scopes.names(),
  group: ({ names }) => names.groups.names(),
};

/** Finds the names of a source; none where they cannot be found out. */
async function namesFrom(
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
    "../../../messages/link/common.ts"
  );
  const { RTM_GETLINK } = await import("../../../messages/link/constants.ts");
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
