/**
 * The program `ynl`: any family of netlink, by its specification in YAML.
 *
 * ```sh
 * deno run --allow-ffi --allow-read --allow-env jsr:@netlink/netlink/cli/ynl netdev.yaml dump dev-get
 * ```
 *
 * Specifications are in the sources of Linux, in `Documentation/netlink/specs`;
 * this package has none. `types SPEC` writes TypeScript types of one.
 *
 * @example Run a command inside a program
 * ```ts
 * import { run } from "@netlink/netlink/cli/ynl";
 *
 * const code = await run(["--version"]);
 * console.log(code);
 * ```
 *
 * @module
 */

import { type Io, processIo } from "./runtime/io.ts";
import { exitProcess, run as runProgram, runProcess } from "./main.ts";
import { program } from "./ynl/program.ts";

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
