/**
 * Returns which attributes of the kernel the schemas of `messages/` name:
 *
 *     deno run -A tools/coverage.ts [-I FOLDER] [--specs FOLDER] [--update]
 *
 * `-I` has newer headers than the system's, as `include/uapi` of a kernel;
 * `--specs` the kernel's specifications as JSON. `--update` records the
 * attributes of the headers, and those that no schema names, for a test that
 * fails when there are more of the latter.
 *
 * @module
 */
import { parseArgs } from "@std/cli";
import { readEnumerations, withoutSchema } from "./coverage/enums.ts";
import { writeFloor } from "./coverage/floor.ts";
import { compareSpecs } from "./coverage/specs.ts";
import { readExports } from "./uapi/exports.ts";

const options = parseArgs(Deno.args, {
  boolean: ["update"],
  string: ["include", "specs"],
  collect: ["include"],
  alias: { include: "I" },
});

const enumerations = readEnumerations([...options.include, "/usr/include"]);
const { attributes: used } = await readExports();
let total = 0;
let named = 0;
for (const [title, names] of Object.entries(enumerations)) {
  const missing = withoutSchema(names, used);
  total += names.length;
  named += names.length - missing.length;
  row(title, names.length - missing.length, names.length, missing);
}
row("all headers", named, total, []);

const specs = compareSpecs(options.specs ?? "../shared/specs/json");
for (const [name, { total, missing, different }] of specs) {
  row(name, total - missing.length, total, missing);
  for (const difference of different) print(`    ${difference}`);
}
if (specs.size === 0) print("no specifications: not compared");

if (options.update) {
  writeFloor({
    attributes: enumerations,
    missing: withoutSchema(Object.values(enumerations).flat(), used),
    specifications: Object.fromEntries(
      [...specs].map((
        [name, { missing, different }],
      ) => [name, [...missing, ...different]]),
    ),
  });
}

function row(
  title: string,
  named: number,
  total: number,
  missing: readonly string[],
): void {
  const percent = (100 * named / total).toFixed(0).padStart(3);
  print(`${title.padEnd(44)} ${percent}%  ${named}/${total}`);
  for (const name of missing) print(`    ${name}`);
}

function print(text: string): void {
  Deno.stdout.writeSync(new TextEncoder().encode(`${text}\n`));
}
