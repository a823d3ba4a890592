/**
 * Compares the constants and structs of `messages/` with the kernel's headers:
 *
 *     deno run -A tools/check_uapi.ts [-I FOLDER] [--update]
 *
 * FOLDER has newer headers than the system's, as `include/uapi` of a kernel.
 * `--update` records what the system's headers lack and FOLDER's confirm, so
 * that a test finds it.
 *
 * @module
 */
import { parseArgs } from "@std/cli";
import { compare } from "./uapi/compare.ts";
import { Compiler } from "./uapi/compiler.ts";
import { readExports } from "./uapi/exports.ts";
import { writeNewer } from "./uapi/newer.ts";

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
  writeNewer(system);
  print(`recorded: ${system.size} that only ${include.join(", ")} has`);
}
Deno.exit(differences.size === 0 ? 0 : 1);

function print(text: string): void {
  Deno.stdout.writeSync(new TextEncoder().encode(`${text}\n`));
}
