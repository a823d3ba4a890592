/**
 * The command line: `tc` in TypeScript, for queueing disciplines, classes and filters.
 *
 * ```sh
 * deno run --allow-ffi jsr:@netlink/netlink/cli/tc qdisc show
 * ```
 *
 * It prints what `tc` of iproute2 prints, and takes the same words. Names out
 * of `/etc/iproute2` are used if reading them is permitted.
 *
 * @example Run a command inside a program
 * ```ts
 * import { run } from "@netlink/netlink/cli/tc";
 *
 * const code = await run(["-json", "qdisc", "show"]);
 * console.log(code);
 * ```
 *
 * @module
 */

import { type Io, processIo } from "./runtime/io.ts";
import { program } from "./tc/program.ts";
import { exitProcess, run as runProgram, runProcess } from "./main.ts";

export {
  type DeviceReply,
  type DeviceRequest,
  type Io,
  type NameLookup,
  processIo,
} from "./runtime/io.ts";

/**
 * Runs a command line.
 *
 * @param args The command line, without the name of the program.
 * @param io The world around; that of the process by default.
 * @returns The exit code.
 */
export function run(
  args: readonly string[],
  io: Io = processIo(),
): Promise<number> {
  return runProgram(program, args, io);
}

if (import.meta.main) runProcess(program).then(exitProcess);
