/**
 * The command line: `bridge` in TypeScript, for VLANs, forwarding and multicast tables
 * of bridges.
 *
 * ```sh
 * deno run --allow-ffi jsr:@netlink/netlink/cli/bridge vlan show
 * ```
 *
 * It prints what `bridge` of iproute2 prints, and takes the same words. Names out
 * of `/etc/iproute2` are used if reading them is permitted.
 *
 * @example Run a command inside a program
 * ```ts
 * import { run } from "@netlink/netlink/cli/bridge";
 *
 * const code = await run(["-json", "vlan", "show"]);
 * console.log(code);
 * ```
 *
 * @module
 */

import { type Io, processIo } from "./runtime/io.ts";
import { program } from "./bridge/program.ts";
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
