/**
 * The command line: `ip` in TypeScript.
 *
 * ```sh
 * deno run --allow-ffi jsr:@netlink/netlink/cli link show
 * ```
 *
 * It prints what `ip` of iproute2 prints, and takes the same words. Names out of
 * `/etc/iproute2` are used if reading them is permitted.
 *
 * @example Run a command inside a program
 * ```ts
 * import { run } from "@netlink/netlink/cli";
 *
 * const code = await run(["-brief", "link", "show"]);
 * console.log(code);
 * ```
 *
 * @module
 */

import { program } from "./cli/ip/program.ts";
import { exitProcess, type Run, runner, runProcess } from "./cli/main.ts";

export type { Run } from "./cli/main.ts";
export {
  type DeviceReply,
  type DeviceRequest,
  type Io,
  type NameLookup,
  processIo,
} from "./cli/runtime/io.ts";

/** Runs a command line of `ip`, and returns the exit code. */
export const run: Run = runner(program);

// Awaited at the top level, the exit would keep Deno from caching the code;
// without it, Deno takes a millisecond to clear up.
if (import.meta.main) runProcess(program).then(exitProcess);
