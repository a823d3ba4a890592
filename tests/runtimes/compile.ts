/**
 * Compiles the library and its tests for Node and Bun, each module by itself.
 *
 * @module
 */
import { compiled } from "../../tools/npm/compile.ts";
import { modulesIn, SOURCES, writeText } from "../../tools/npm/package.ts";

const ROOT = new URL("../../", import.meta.url);

/** What else tests import. */
const MORE = ["tests", "tools/capture", "tools/fuzz.ts", "examples", "bench"];

/**
 * Compiles all modules.
 *
 * @param out The folder that they go to.
 * @param modules The folder of `tools/runtimes`, which has packages.
 */
export function compileTests(out: string, modules: string): void {
  for (const source of [...SOURCES, ...MORE]) {
    for (const path of modulesIn(source)) {
      const text = Deno.readTextFileSync(new URL(path, ROOT));
      writeText(`${out}/${path.replace(/ts$/, "js")}`, compiled(path, text));
    }
  }
  for (const name of ["assert", "bytes", "cli"]) {
    const path = `tools/std/${name}/mod.ts`;
    const text = Deno.readTextFileSync(new URL(path, ROOT));
    const folder = `${out}/node_modules/@std/${name}`;
    writeText(`${folder}/mod.js`, compiled(path, text));
    const manifest = { type: "module", exports: "./mod.js" };
    writeText(`${folder}/package.json`, JSON.stringify(manifest));
  }
  writeText(`${out}/package.json`, JSON.stringify({ type: "module" }));
  for (
    const name of ["koffi", "@koromix", "fast-check", "pure-rand", "typescript"]
  ) {
    Deno.symlinkSync(`${modules}/${name}`, `${out}/node_modules/${name}`);
  }
  linkRest("tests", out);
  Deno.symlinkSync(
    new URL("tools/std", ROOT).pathname,
    `${out}/tools/std`,
  );
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
