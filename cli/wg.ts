/**
 * The program `wg`: WireGuard in TypeScript.
 *
 * ```sh
 * deno run --allow-ffi --allow-read --allow-env jsr:@netlink/netlink/cli/wg show
 * ```
 *
 * It prints what `wg` of wireguard-tools prints, and takes the same words.
 *
 * @example Run a command inside a program
 * ```ts
 * import { run } from "@netlink/netlink/cli/wg";
 *
 * const code = await run(["genpsk"]);
 * console.log(code);
 * ```
 *
 * @see {@link https://man7.org/linux/man-pages/man8/wg.8.html | wg(8)}
 *
 * @module
 */

import { type Io, processIo } from "./runtime/io.ts";
import { exitProcess, run as runProgram, runProcess } from "./main.ts";
import { program } from "./wg/program.ts";

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
