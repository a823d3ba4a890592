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
 * What has been built is run once, as short programs do, to find out which
 * functions are worth compiling ahead.
 *
 * @module
 */
import { parseArgs } from "@std/cli";
import { compileAhead } from "./build/ahead.ts";
import { buildLibrary, LIBRARY_RUNS } from "./build/library.ts";
import { buildProgram, PROGRAM_RUNS } from "./build/program.ts";

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
await compileAhead(out, [...PROGRAM_RUNS, ...LIBRARY_RUNS]);
