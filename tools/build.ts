/**
 * Builds `dist/`, which starts faster than the sources:
 *
 *     deno task build [--out FOLDER]
 *
 * - `cli.js` is the command line of `ip`, `bridge.js` and `tc.js` are those of
 *   the other programs: what every command needs is in one file, and each command
 *   is a file of its own. Compiled, each is all of them, of which the name of the
 *   file chooses one.
 * - `mod.js`, `socket.js`, `messages.js`, `codec.js` and `api.js` are the
 *   library, with declarations beside them.
 *
 * @module
 */
import { parseArgs } from "@std/cli";
import { buildLibrary } from "./build/library.ts";
import { buildProgram } from "./build/program.ts";

const { out = new URL("../dist", import.meta.url).pathname } = parseArgs(
  Deno.args,
  { string: ["out"] },
);

try {
  Deno.removeSync(out, { recursive: true });
} catch (error) {
  if (!(error instanceof Deno.errors.NotFound)) throw error;
}
await buildProgram(out);
await buildLibrary(out);
