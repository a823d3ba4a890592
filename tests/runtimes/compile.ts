/**
 * Compiles the library and its tests for Node and Bun, each module by itself.
 *
 * @module
 */
import { fileURLToPath } from "node:url";
import { compiled } from "../../tools/npm/compile.ts";
import { manifest } from "../../tools/npm/manifest.ts";
import {
  modulesIn,
  SOURCES,
  writeModules,
  writeText,
} from "../../tools/npm/package.ts";
import { SPECS } from "../support/specs.ts";

const ROOT = new URL("../../", import.meta.url);

/** What else tests import. */
const MORE = ["tests", "tools/capture", "tools/fuzz.ts", "examples", "bench"];

/** Where a test looks for a module next to it. */
const MODULE_URL = /(new URL\("[^"]*)\.ts"(, import\.meta\.url\))/g;

/**
 * Compiles all modules.
 *
 * @param out The folder that they go to, in one of its own.
 * @param modules The folder of `tools/runtimes`, which has packages.
 */
export function compileTests(out: string, modules: string): void {
  writeModules(
    out,
    [...SOURCES, ...MORE],
    (text) => text.replace(MODULE_URL, '$1.js"$2'),
  );
  for (const name of ["assert", "bytes", "cli", "yaml"]) {
    const path = `tools/std/${name}/mod.ts`;
    const text = Deno.readTextFileSync(new URL(path, ROOT));
    const folder = `${out}/node_modules/@std/${name}`;
    writeText(`${folder}/mod.js`, compiled(path, text));
    const manifest = { type: "module", exports: "./mod.js" };
    writeText(`${folder}/package.json`, JSON.stringify(manifest));
  }
  // Tests name the package, as those do who use it.
  const config = JSON.parse(Deno.readTextFileSync(new URL("deno.json", ROOT)));
  writeText(`${out}/package.json`, JSON.stringify(manifest(config)));
  for (const name of ["README.md", "deno.json"]) {
    Deno.symlinkSync(new URL(name, ROOT).pathname, `${out}/${name}`);
  }
  for (
    const name of [
      ..."koffi @koromix fast-check pure-rand typescript js-yaml argparse"
        .split(" "),
    ]
  ) {
    Deno.symlinkSync(`${modules}/${name}`, `${out}/node_modules/${name}`);
  }
  if (SPECS !== undefined) {
    Deno.mkdirSync(`${out}/../shared`);
    Deno.symlinkSync(fileURLToPath(SPECS), `${out}/../shared/specs`);
  }
  linkRest("tests", out);
  // The real `ip` is found by programs in `tools/`.
  for (const name of ["std", "judges", "debian"]) {
    const path = `tools/${name}`;
    Deno.symlinkSync(new URL(path, ROOT).pathname, `${out}/${path}`);
  }
}

/** Links the files of a folder that are no modules, and folders without any. */
function linkRest(folder: string, out: string): void {
  for (const { name, isDirectory } of Deno.readDirSync(new URL(folder, ROOT))) {
    const path = `${folder}/${name}`;
    if (isDirectory && ![...modulesIn(path)].length || /\.(?!ts$)/.test(name)) {
      Deno.symlinkSync(new URL(path, ROOT).pathname, `${out}/${path}`);
    } else if (isDirectory) linkRest(path, out);
  }
}
