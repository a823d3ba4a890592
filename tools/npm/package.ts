/**
 * The npm package as a folder.
 *
 * @module
 */
import { compiled, declare } from "./compile.ts";
import { manifest } from "./manifest.ts";

const ROOT = new URL("../../", import.meta.url);

/** Files and folders of the sources that are published. */
export const SOURCES = [
  "mod.ts",
  "socket.ts",
  "devlink.ts",
  "ethtool.ts",
  "wireguard.ts",
  "wireless.ts",
  "cli.ts",
  "messages",
  "socket",
  "api",
  "cli",
  "ynl",
];

/** What takes the place of a package of Deno's, by its path in the npm package. */
const STAND_INS = { "ynl/yaml.js": "tools/std/yaml/mod.ts" } as const;

/** What is taken over as it is. */
const DOCUMENTS = ["README.md", "CHANGELOG.md", "LICENSE"];

/** Starts the command line, by whichever runtime runs it. */
const PROGRAM = `#!/usr/bin/env node
// Node warns that node:ffi may change, which is no part of what ip prints.
process.removeAllListeners("warning");
const { program } = await import("../cli/ip/program.js");
const { exitProcess, runProcess } = await import("../cli/main.js");
try {
  exitProcess(await runProcess(program));
} catch (error) {
  if (error.name !== "UnsupportedError") throw error;
  console.error(error.message);
  process.exit(1);
}
`;

/**
 * Writes the package.
 *
 * @param out The folder, which is replaced.
 */
export function writePackage(out: string): void {
  try {
    Deno.removeSync(out, { recursive: true });
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  writeModules(out, SOURCES);
  declare(
    ROOT.pathname,
    SOURCES.flatMap((source) => [...modulesIn(source)]),
    (path, text) => writeText(`${out}/${path}`, text),
  );
  for (const name of DOCUMENTS) {
    writeText(`${out}/${name}`, Deno.readTextFileSync(new URL(name, ROOT)));
  }
  writeText(`${out}/bin/nip.js`, PROGRAM);
  Deno.chmodSync(`${out}/bin/nip.js`, 0o755);
  const config = JSON.parse(Deno.readTextFileSync(new URL("deno.json", ROOT)));
  writeText(
    `${out}/package.json`,
    `${JSON.stringify(manifest(config), null, 2)}\n`,
  );
}

/**
 * Writes compiled modules.
 *
 * @param out The folder that they go to.
 * @param sources Files and folders of them.
 * @param last Changes what has been compiled.
 */
export function writeModules(
  out: string,
  sources: readonly string[],
  last: (text: string) => string = (text) => text,
): void {
  const write = (to: string, path: string) => {
    const text = Deno.readTextFileSync(new URL(path, ROOT));
    writeText(`${out}/${to}`, last(compiled(path, text)));
  };
  for (const source of sources) {
    for (const path of modulesIn(source)) {
      write(path.replace(/ts$/, "js"), path);
    }
  }
  for (const [to, path] of Object.entries(STAND_INS)) write(to, path);
}

/** Lists the modules of a folder, or a single one. */
export function* modulesIn(path: string): Generator<string> {
  if (path.endsWith(".ts")) {
    yield path;
    return;
  }
  for (const { name, isDirectory } of Deno.readDirSync(new URL(path, ROOT))) {
    if (isDirectory || name.endsWith(".ts")) {
      yield* modulesIn(`${path}/${name}`);
    }
  }
}

/**
 * Writes a file, and makes its folder.
 *
 * @param path The file.
 * @param text What is in it.
 */
export function writeText(path: string, text: string): void {
  Deno.mkdirSync(path.replace(/\/[^/]*$/, ""), { recursive: true });
  Deno.writeTextFileSync(path, text);
}
