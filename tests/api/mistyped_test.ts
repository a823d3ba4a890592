/**
 * What a new user mistypes, in any filter, key, spec or option of any object,
 * is refused by name, and before anything is sent. The files of `mistyped/`
 * have the table of one object each.
 */

import type { Case } from "../support/mistyped.ts";

const FOLDER = new URL("./mistyped/", import.meta.url);

for (const { name: file } of Deno.readDirSync(FOLDER)) {
  const { cases }: { cases: Case[] } = await import(`${FOLDER}${file}`);
  for (const { name, run } of cases) Deno.test(name, run);
}
