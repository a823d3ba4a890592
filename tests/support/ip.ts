/**
 * Runs command lines of `ip` in this process.
 *
 * @module
 */
import { program } from "../../cli/ip/program.ts";
import { run as runProgram } from "../../cli/main.ts";
import type { Open, Program } from "../../cli/runtime/context.ts";
import { type Io, processIo } from "../../cli/runtime/io.ts";

/** The program `ip`. */
export const ip: Program = program;

/**
 * Runs a command line of `ip`.
 *
 * @param args The command line, without the name of the program.
 * @param io The world around; that of the process by default.
 * @param open Opens connections; sockets by default.
 * @returns The exit code.
 */
export function run(
  args: readonly string[],
  io: Io = processIo(),
  open?: Open,
): Promise<number> {
  return runProgram(program, args, io, open);
}
