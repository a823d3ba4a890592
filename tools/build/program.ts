/**
 * The command line as files that Deno loads only when a command needs them.
 *
 * Deno reads every module that a program could import before it runs the first
 * line, unless the program computes the module's name. That takes longer than
 * most commands. Computed names need the permission to read the files, so there
 * is everything in one file, too, for those who do not give it.
 *
 * @module
 */
import { type Plugin, rolldown } from "rolldown";
import { programNames } from "../../cli/programs.ts";
import type { Run } from "./ahead.ts";
import { input, output, source } from "./source.ts";
import { thunks } from "./thunks.ts";

/** What most commands need: one file has it and all that it imports. */
const CORE: readonly string[] = [
  "cli/main.ts",
  "cli/ip/program.ts",
  "cli/runtime/open.ts",
  "cli/objects/link/mod.ts",
  "cli/objects/link/show.ts",
];

/** Command lines that show what most people look at, with either set of files. */
export const PROGRAM_RUNS: readonly Run[] = [
  ["--allow-ffi", "--allow-read"],
  ["--allow-ffi", "--no-prompt"],
].flatMap((permissions) =>
  ["link", "address", "route", "neighbor"].map((object) => ({
    args: [...permissions, "cli.js", object, "show"],
  }))
);

/** The folder of the parts. */
const PARTS = "programs";

/**
 * The file that people start. Deno reads the one with everything each time, too,
 * as its name stands there, unless it is to read modules only when they are
 * loaded.
 *
 * @param name Which program it is.
 */
function entry(name: string): string {
  return `#!/usr/bin/env -S deno run --unstable-lazy-dynamic-imports --allow-ffi --allow-read --allow-env
const folder = new URL("./${PARTS}/", import.meta.url);
const computed = !Deno.build.standalone && (folder.protocol !== "file:" ||
  Deno.permissions.querySync({ name: "read", path: folder }).state ===
    "granted");
const { processIo, run: runProgram, runAs } = computed
  ? await import(String(new URL("parts.js", folder)))
  : await import("./${PARTS}/all.js");
if (import.meta.main) runAs("${name}").then(Deno.exit);
export const run = (args, io) => runProgram("${name}", args, io);
export { processIo };
`;
}

/**
 * Builds the command line.
 *
 * @param folder Where to put it.
 */
export async function buildProgram(folder: string): Promise<void> {
  const dir = `${folder}/${PARTS}`;
  const imports = new Map<string, readonly string[]>();
  let core: ReadonlySet<string> | undefined;
  await using parts = await rolldown({
    ...input,
    input: { parts: source("cli/programs.ts") },
    plugins: [thunks(), graph(imports), computedImports()],
  });
  await parts.write({
    ...output,
    dir,
    chunkFileNames: "[name]-[hash].js",
    codeSplitting: {
      groups: [{
        name: "core",
        test: (id) => (core ??= closure(CORE.map(source), imports)).has(id),
      }],
    },
  });
  await using whole = await rolldown({
    ...input,
    input: { all: source("cli/programs.ts") },
    plugins: [thunks()],
  });
  await whole.write({ ...output, dir, codeSplitting: false });
  for (const name of programNames()) {
    const file = `${folder}/${name === "ip" ? "cli" : name}.js`;
    await Deno.writeTextFile(file, entry(name));
    await Deno.chmod(file, 0o755);
  }
}

/** Notes what each module imports when it is loaded. */
function graph(imports: Map<string, readonly string[]>): Plugin {
  return {
    name: "graph",
    buildEnd(): void {
      for (const id of this.getModuleIds()) {
        imports.set(id, this.getModuleInfo(id)?.importedIds ?? []);
      }
    },
  };
}

/** Some modules and all that they import. */
function closure(
  modules: readonly string[],
  imports: ReadonlyMap<string, readonly string[]>,
): ReadonlySet<string> {
  const found = new Set(modules);
  for (const id of found) {
    for (const imported of imports.get(id) ?? []) found.add(imported);
  }
  return found;
}

/** Hides the names of modules that are loaded late from Deno. */
function computedImports(): Plugin {
  return {
    name: "computed-imports",
    generateBundle(_, bundle): void {
      for (const file of Object.values(bundle)) {
        if (file.type !== "chunk") continue;
        file.code = file.code.replace(
          /\bimport\((["'`]\.\/[^"'`]+["'`])\)/g,
          "import(String($1))",
        );
      }
    },
  };
}
