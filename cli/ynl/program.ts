/**
 * The program `ynl`: a specification of a family, then what to do.
 *
 * @module
 */

import { type CommandError, ending } from "../parse/errors.ts";
import { VERSION } from "../program.ts";
import type { Open, OwnProgram } from "../runtime/context.ts";
import { codeOf, type Io, OutputError } from "../runtime/io.ts";
import { defaultOptions } from "../runtime/options.ts";

const USAGE = `\
Usage: ynl SPEC do OPERATION [ JSON ] [ create | exclusive | replace | append ]
       ynl SPEC dump OPERATION [ JSON ]
       ynl SPEC events [ GROUP ]...
       ynl SPEC describe [ OPERATION ]
       ynl types SPEC
SPEC is a file in YAML or JSON, as in Documentation/netlink/specs of Linux.
`;

/** `ynl`. */
export const program: OwnProgram = {
  name: "ynl",
  version: `ynl, @netlink/netlink ${VERSION}`,
  run,
};

async function run(
  args: readonly string[],
  io: Io,
  open: Open,
): Promise<number> {
  const [word = "-h"] = args;
  if (["-h", "--help", "help"].includes(word)) {
    io.out(USAGE);
    return 0;
  }
  if (["-V", "-Version", "--version"].includes(word)) {
    io.out(`${program.version}\n`);
    return 0;
  }
  try {
    const { runYnl } = await import("./command.ts");
    const options = defaultOptions();
    const { listening } = await import("./listening.ts");
    return await runYnl(args, {
      io,
      open: (protocol) => open(options, io, protocol),
      listen: (protocol) => listening(options, protocol),
    });
  } catch (error) {
    return await end(error, io);
  }
}

/** Ends the program, whatever was thrown. */
async function end(error: unknown, io: Io): Promise<number> {
  try {
    if (error instanceof OutputError) throw error;
    const ended: CommandError = await ending(error);
    io.err(ended.message);
    return ended.code;
  } catch (error) {
    if (error instanceof OutputError) return codeOf(error);
    throw error;
  }
}
