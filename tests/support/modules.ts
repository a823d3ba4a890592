/**
 * Which modules a program makes Deno read and load.
 *
 * @module
 */

const ROOT = new URL("../../", import.meta.url);

interface Module {
  readonly specifier: string;
  readonly dependencies?: readonly {
    readonly code?: { readonly specifier?: string };
  }[];
}

/**
 * Lists the modules that Deno reads before a program runs: all that are
 * imported by a literal name, now or later.
 *
 * @param entry The program.
 * @returns Their names.
 */
export async function modulesRead(entry: URL): Promise<string[]> {
  const { stdout } = await run(["info", "--json", entry.href]);
  const { modules }: { modules: Module[] } = JSON.parse(stdout);
  const byName = new Map(
    modules.map((module) => [module.specifier, module]),
  );
  const found = new Set([entry.href]);
  for (const name of found) {
    for (const { code } of byName.get(name)?.dependencies ?? []) {
      if (code?.specifier !== undefined) found.add(code.specifier);
    }
  }
  return [...found];
}

/**
 * Lists the modules that are loaded when a module is imported.
 *
 * @param entry The module.
 * @param words A command line to run with it; none if there are none.
 * @returns Their names.
 */
export async function modulesLoaded(
  entry: URL,
  ...words: string[]
): Promise<string[]> {
  const folder = entry.href.startsWith(ROOT.href) ? ROOT : new URL(".", entry);
  const script = new URL("../bench/work/modules.ts", import.meta.url).pathname;
  const { stderr } = await run([
    "run",
    "--allow-all",
    "--no-check",
    script,
    entry.href,
    folder.href,
    ...words,
  ]);
  return JSON.parse(stderr);
}

async function run(
  args: string[],
): Promise<{ stdout: string; stderr: string }> {
  const { success, stdout, stderr } = await new Deno.Command(
    Deno.execPath(),
    { args, cwd: ROOT, env: { NO_COLOR: "1" }, stdin: "null" },
  ).output();
  const decoder = new TextDecoder();
  const output = {
    stdout: decoder.decode(stdout),
    stderr: decoder.decode(stderr),
  };
  if (!success) throw new Error(`Cannot run deno: ${output.stderr}`);
  return output;
}
