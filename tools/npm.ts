/**
 * Writes the npm package, for Node and Bun, to `npm/`:
 *
 *     deno task npm [--out FOLDER]
 *
 * It is the same sources, each compiled by TypeScript to one module and one
 * declaration; nothing is bundled.
 *
 * @module
 */
import { parseArgs } from "@std/cli";
import { writePackage } from "./npm/package.ts";

const { out = new URL("../npm", import.meta.url).pathname } = parseArgs(
  Deno.args,
  { string: ["out"] },
);
writePackage(out);
