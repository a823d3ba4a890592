/**
 * Compares the constants and structs of `messages/` with the kernel's headers:
 *
 *     deno run -A tools/check_uapi.ts [-I FOLDER] [--update]
 *
 * FOLDER has newer headers than the system's, as `include/uapi` of a kernel.
 * `--update` records what the system's headers lack and FOLDER's confirm, so
 * that a test finds it. What was recorded stays, as the headers of another
 * machine lack other things: stable kernels get new attributes, too.
 *
 * @module
 */
import { parseArgs } from "@std/cli";
import { compare } from "./uapi/compare.ts";
import { Compiler } from "./uapi/compiler.ts";
import { readExports, valuesOf } from "./uapi/exports.ts";
import { readNewer, writeNewer } from "./uapi/newer.ts";

const options = parseArgs(Deno.args, {
  boolean: ["update"],
  string: ["include"],
  collect: ["include"],
  alias: { include: "I" },
});
const include: string[] = options.include;
const exports = await readExports();
const { equal, differences, missing } = compare(
  exports,
  new Compiler({ include }),
);
print(`equal: ${equal.constants} constants, ${equal.structs} structs`);
print(`not in these headers: ${[...missing.keys()].join(" ") || "none"}`);
for (const difference of differences.values()) print(`DIFFERENT ${difference}`);
if (options.update) {
  const system = compare(exports, new Compiler()).missing;
  for (const name of missing.keys()) system.delete(name);
  const exported = valuesOf(exports);
  for (const [name, value] of readNewer()) {
    if (exported.get(name) === value) system.set(name, value);
  }
  writeNewer(system);
  print(`recorded: ${system.size} that are in newer headers only`);
}
Deno.exit(differences.size === 0 ? 0 : 1);

function print(text: string): void {
  Deno.stdout.writeSync(new TextEncoder().encode(`${text}\n`));
}
