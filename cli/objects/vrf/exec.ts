/**
 * `ip vrf exec`.
 *
 * @module
 */

import { errorText } from "../../../messages/errno.ts";
import { SocketError } from "../../../socket/error.ts";
import { runProgram } from "../../../socket/program.ts";
import { becomeProgram } from "../../../socket/system.ts";
import { isVrf } from "../route/vrf.ts";
import type { Command, Context } from "../../runtime/context.ts";
import { exit, fail } from "../../parse/errors.ts";
import { takes } from "../../parse/grammar.ts";
import { vrfOf } from "./processes.ts";

/**
 * Runs a program outside of any VRF, or reports why none is run in a VRF: its
 * sockets would have to be bound to the VRF's device by a BPF program.
 */
export const exec: Command = takes(["[ NAME:device ]", {
  many: { name: "cmd" },
}], async (args, context) => {
  if (args.left < 1) throw fail(1, "No VRF name specified");
  if (args.left < 2) throw fail(1, "No command specified");
  const name = args.take();
  const [program = "", ...rest] = args.rest();
  if (name === "default") {
    // Who is in no VRF's control group binds no sockets.
    const groups = context.io.readTextFile("/proc/self/cgroup") ?? "";
    if (vrfOf(groups) === "") return run(program, rest, context);
  } else if (!await isVrf(name, context)) {
    throw fail(255, "Invalid VRF name");
  }
  throw fail(
    255,
    `Cannot run ${program} in VRF ${name}: this program loads no BPF programs`,
  );
});

/** Becomes a program, or runs it and waits where more lines of a batch follow. */
function run(
  program: string,
  args: readonly string[],
  { options, printer, io }: Context,
): number {
  printer.flush();
  try {
    if (options.batch !== undefined) return runProgram(program, args);
    becomeProgram(program, args);
  } catch (error) {
    if (!(error instanceof SocketError)) throw error;
    io.err(`exec of "${program}" failed: ${errorText(error.errno)}\n`);
    throw options.batch === undefined ? exit(1) : fail(1);
  }
}
