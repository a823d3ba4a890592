/**
 * Captures golden fixtures from the real `ip` and the running kernel:
 *
 *     deno run -A tools/capture.ts [NAME…]
 *
 * follows the recipes of `tests/fixtures/recipes.txt` (those that are named, or
 * all), each in a network namespace of its own. Needs root and `strace`; run it
 * in `tools/kernel-vm` for a kernel that has everything. With `--decode` it
 * reads the bytes that are there and writes comments and JSON anew, for when a
 * schema has changed.
 *
 * @module
 */
import { parseArgs } from "@std/cli";
import { inNewNamespace } from "../tests/support/namespace.ts";
import { parseHex, printJson, reprintHex } from "./capture/fixture.ts";
import { type Reader, readerOf } from "./capture/reader.ts";
import { capture, type Fixture, parseRecipes } from "./capture/recipe.ts";

const FOLDER = new URL("../tests/fixtures/", import.meta.url);

const { _: names, decode: decodes } = parseArgs(Deno.args, {
  boolean: ["decode"],
});
const recipes = decodes
  ? [...fixtures()].map((name) => ({ name, lines: [] }))
  : parseRecipes(Deno.readTextFileSync(new URL("recipes.txt", FOLDER)));
let failed = 0;
for (const recipe of recipes) {
  if (names.length > 0 && !names.includes(recipe.name)) continue;
  const base = new URL(recipe.name, FOLDER).pathname;
  try {
    const { hex, json } = decodes
      ? decodeAnew(
        Deno.readTextFileSync(`${base}.hex`),
        readerOf(recipe.name),
      )
      : await inNewNamespace(() => capture(recipe));
    Deno.mkdirSync(base.replace(/[^/]*$/, ""), { recursive: true });
    Deno.writeTextFileSync(`${base}.hex`, hex);
    Deno.writeTextFileSync(`${base}.json`, json);
  } catch (error) {
    failed++;
    const reason = error instanceof Error ? error.message : error;
    print(`FAILED ${recipe.name}: ${reason}`);
  }
}
print(`${failed} failed`);
Deno.exit(failed === 0 ? 0 : 1);

/** Every fixture that is there, those that a program computed among them. */
function* fixtures(path = ""): Generator<string> {
  for (const { name, isDirectory } of Deno.readDirSync(new URL(path, FOLDER))) {
    if (isDirectory) yield* fixtures(`${path}${name}/`);
    else if (name.endsWith(".hex")) yield path + name.slice(0, -".hex".length);
  }
}

function decodeAnew(text: string, reader: Reader): Fixture {
  const hex = reprintHex(text, reader);
  const datagrams = parseHex(hex).map((bytes) => reader.decode(bytes).messages);
  return { hex, json: printJson(datagrams) };
}

function print(text: string): void {
  Deno.stdout.writeSync(new TextEncoder().encode(`${text}\n`));
}
