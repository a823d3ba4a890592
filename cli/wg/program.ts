/**
 * The program `wg`: a sub-command, then its arguments.
 *
 * @module
 */

import { CommandError, ending } from "../parse/errors.ts";
import { VERSION } from "../program.ts";
import type { Open, OwnProgram } from "../runtime/context.ts";
import { codeOf, type Io, OutputError } from "../runtime/io.ts";
import { defaultOptions } from "../runtime/options.ts";
import { asksForHelp, type Command, type World } from "./world.ts";

/** The version of wireguard-tools whose command line this is. */
const WIREGUARD_TOOLS = "1.0.20210914";

/** A sub-command: what it is for, and what runs it. */
interface Subcommand {
  readonly purpose: string;
  readonly load: () => Promise<Command>;
}

/** The sub-commands, in the order in which they are listed. */
const SUBCOMMANDS: Readonly<Record<string, Subcommand>> = {
  show: {
    purpose: "Shows information about devices and their current configuration",
    load: async () => (await import("./show.ts")).show,
  },
  showconf: {
    purpose:
      "Shows the current configuration of a given device as a file, for use with `setconf'",
    load: async () => (await import("./showconf.ts")).showconf,
  },
  set: {
    purpose:
      "Change a device: add peers, remove peers, or change what is set of them",
    load: async () => (await import("./set.ts")).set,
  },
  setconf: {
    purpose: "Applies what a configuration file has to a WireGuard interface",
    load: async () => (await import("./setconf.ts")).setconf,
  },
  addconf: {
    purpose: "Appends what a configuration file has to a WireGuard interface",
    load: async () => (await import("./setconf.ts")).addconf,
  },
  syncconf: {
    purpose:
      "Synchronizes a WireGuard interface with a configuration file, and keeps sessions",
    load: async () => (await import("./setconf.ts")).syncconf,
  },
  genkey: {
    purpose: "Generates a private key and writes it to stdout",
    load: async () => (await import("./keys.ts")).genkey,
  },
  genpsk: {
    purpose:
      "Generates a preshared key, new each time, and writes it to stdout",
    load: async () => (await import("./keys.ts")).genpsk,
  },
  pubkey: {
    purpose:
      "Reads a private key from stdin and writes its public key to stdout",
    load: async () => (await import("./keys.ts")).pubkey,
  },
};

/** `wg`. */
export const program: OwnProgram = {
  name: "wg",
  version: `wireguard-tools v${WIREGUARD_TOOLS}, @netlink/netlink ${VERSION}`,
  run,
};

async function run(
  args: readonly string[],
  io: Io,
  open: Open,
): Promise<number> {
  const options = defaultOptions();
  const world: World = {
    io,
    open: (protocol) => open(options, io, protocol),
  };
  try {
    return await runSubcommand(args, world);
  } catch (error) {
    return await end(error, io);
  }
}

async function runSubcommand(
  args: readonly string[],
  world: World,
): Promise<number> {
  const [name = "show", ...rest] = args;
  if (args.length === 1 && ["-v", "--version", "version"].includes(name)) {
    world.io.out(`${program.version}\n`);
    return 0;
  }
  if (args.length === 1 && asksForHelp(name)) {
    world.io.out(usage());
    return 0;
  }
  if (!Object.hasOwn(SUBCOMMANDS, name)) {
    world.io.err(`Invalid subcommand: \`${name}'\n${usage()}`);
    return 1;
  }
  const command = await SUBCOMMANDS[name]!.load();
  return await command(rest, world);
}

function usage(): string {
  const lines = Object.entries(SUBCOMMANDS).map(([name, { purpose }]) =>
    `  ${name}: ${purpose}\n`
  );
  return "Usage: wg <cmd> [<args>]\n\n" +
    `Available subcommands:\n${lines.join("")}` +
    "You may pass `--help' to any of these subcommands to view usage.\n";
}

/** Ends the program, whatever was thrown. */
async function end(error: unknown, io: Io): Promise<number> {
  try {
    if (error instanceof OutputError) throw error;
    const ended = await ending(error);
    io.err(ended.message);
    return error instanceof CommandError ? ended.code : 1;
  } catch (error) {
    if (error instanceof OutputError) return codeOf(error);
    throw error;
  }
}
