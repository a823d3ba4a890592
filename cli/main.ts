/**
 * The command line: options, then an object, then what to do with it.
 *
 * @module
 */

import { findCommand } from "./commands.ts";
import { Context, type Open } from "./runtime/context.ts";
import { CommandError, ending, usage } from "./parse/errors.ts";
import { Arguments } from "./parse/grammar.ts";
import { codeOf, type Io, OutputError, processIo } from "./runtime/io.ts";
import {
  defaultOptions,
  type Options,
  parseOptions,
} from "./runtime/options.ts";

/** The version of iproute2 whose command line this is. */
export const IPROUTE2 = "7.3.0";
/** The version of this package. */
const VERSION = "0.1.0";

/**
 * Runs a command line.
 *
 * @param args The command line, without the name of the program.
 * @param io The world around; that of the process by default.
 * @param open Opens connections; sockets by default.
 * @returns The exit code.
 */
export async function run(
  args: readonly string[],
  io: Io = processIo(),
  open: Open = openSocket,
): Promise<number> {
  const options = defaultOptions();
  let context: Context | undefined;
  try {
    const rest = takeOptions(args, options);
    context = new Context(options, io, open);
    if (options.netns !== undefined) await context.connect();
    if (rest instanceof CommandError) throw rest;
    if (options.version) {
      io.out(
        `ip utility, iproute2-${IPROUTE2}, @netlink/netlink ${VERSION}\n`,
      );
      return 0;
    }
    if (options.batch !== undefined) {
      const { runBatch } = await import("./batch.ts");
      return await runBatch(options.batch, context);
    }
    if (rest.length === 0) throw usage("");
    return await runCommand(rest, context);
  } catch (error) {
    return await end(error, context, io);
  } finally {
    context?.[Symbol.dispose]();
  }
}

/** Ends the program, whatever was thrown; nobody sees where in the code. */
async function end(
  error: unknown,
  context: Context | undefined,
  io: Io,
): Promise<number> {
  try {
    if (error instanceof OutputError) throw error;
    const ended = await ending(error);
    context?.printer.flush();
    io.err(await ended.text());
    return ended.code;
  } catch (error) {
    if (error instanceof OutputError) return codeOf(error);
    throw error;
  }
}

/** A wrong option is reported only after a network namespace that is not there. */
function takeOptions(
  args: readonly string[],
  options: Options,
): readonly string[] | CommandError {
  try {
    return parseOptions(args, options).rest;
  } catch (error) {
    if (error instanceof CommandError) return error;
    throw error;
  }
}

/**
 * Runs one command.
 *
 * @param words The object and what to do with it.
 * @param context What the command gets.
 * @returns The exit code.
 * @throws {CommandError} If the command ends the program.
 */
export async function runCommand(
  words: readonly string[],
  context: Context,
): Promise<number> {
  const { io, printer } = context;
  const load = findCommand(words[0]!);
  if (typeof load === "string") {
    io.err(
      load === "unknown"
        ? `Object "${words[0]}" is unknown, try "ip help".\n`
        : `Object "${words[0]}" is not part of this program.\n`,
    );
    return 1;
  }
  const { command } = await load();
  try {
    return await command(new Arguments(words.slice(1)), context);
  } catch (error) {
    if (error instanceof OutputError) throw error;
    const ended = await ending(error);
    if (ended.exits) throw ended;
    printer.flush();
    io.err(await ended.text());
    return ended.code;
  } finally {
    printer.end();
    printer.flush();
  }
}

const openSocket: Open = async (options, io, protocol) => {
  const { openConnection } = await import("./runtime/open.ts");
  return openConnection(options, io, protocol);
};
