/**
 * The command line: options, then an object, then what to do with it.
 *
 * @module
 */

import { host } from "../socket/ffi_deno.ts";
import { findCommand, usageIn } from "./program.ts";
import {
  type AnyProgram,
  Context,
  type Open,
  type Program,
} from "./runtime/context.ts";
import { CommandError, ending, type Help } from "./parse/errors.ts";
import { Arguments } from "./parse/grammar.ts";
import { codeOf, type Io, OutputError, processIo } from "./runtime/io.ts";
import {
  defaultOptions,
  type Options,
  parseOptions,
} from "./runtime/options.ts";

/**
 * Runs a command line.
 *
 * @param program The program.
 * @param args The command line, without the name of the program.
 * @param io The world around; that of the process by default.
 * @param open Opens connections; sockets by default.
 * @returns The exit code.
 */
export async function run(
  program: AnyProgram,
  args: readonly string[],
  io: Io = processIo(),
  open: Open = openSocket,
): Promise<number> {
  if ("run" in program) return await program.run(args, io, open);
  const options = defaultOptions();
  let context: Context | undefined;
  try {
    const rest = takeOptions(program, args, options);
    context = new Context(program, options, io, open);
    if (options.netns !== undefined) await context.connect();
    if (rest instanceof CommandError) throw rest;
    if (options.version) {
      io.out(`${program.version}\n`);
      return 0;
    }
    if (options.batch !== undefined) {
      const { runBatch } = await import("./batch.ts");
      return await runBatch(options.batch, context);
    }
    if (rest.length === 0) throw usageIn(program);
    const prepare = program.prepare?.(options);
    if (prepare !== undefined) {
      await (await prepare()).command(new Arguments([]), context);
    }
    return await runCommand(rest, context);
  } catch (error) {
    return await end(error, program, context, io);
  } finally {
    context?.[Symbol.dispose]();
  }
}

/**
 * Runs a command line of a program.
 *
 * @param args The command line, without the name of the program.
 * @param io The world around; that of the process by default.
 * @returns The exit code.
 */
export type Run = (args: readonly string[], io?: Io) => Promise<number>;

/**
 * Makes what runs command lines of a program.
 *
 * @param program The program.
 * @returns What runs them.
 */
export function runner(program: AnyProgram): Run {
  return (args, io) => run(program, args, io);
}

/** Ends the program, whatever was thrown; nobody sees where in the code. */
async function end(
  error: unknown,
  program: Program,
  context: Context | undefined,
  io: Io,
): Promise<number> {
  try {
    if (error instanceof OutputError) throw error;
    const ended = await ending(error);
    context?.printer.flush();
    io.err(await ended.text(usagesOf(program)));
    return ended.code;
  } catch (error) {
    if (error instanceof OutputError) return codeOf(error);
    throw error;
  }
}

/** A wrong option is reported only after a network namespace that is not there. */
function takeOptions(
  program: Program,
  args: readonly string[],
  options: Options,
): readonly string[] | CommandError {
  try {
    return parseOptions(program.options, args, options).rest;
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
  const { io, printer, program } = context;
  const load = findCommand(program, words[0]!);
  if (typeof load === "string") {
    io.err(
      load === "unknown"
        ? `Object "${words[0]}" is unknown, try "${program.name} help".\n`
        : `Object "${words[0]}" is not part of this program.\n`,
    );
    return program.unknownObject;
  }
  const { command } = await load();
  try {
    const code = await command(new Arguments(words.slice(1)), context);
    printer.end();
    printer.flush();
    return code;
  } catch (error) {
    if (error instanceof OutputError) throw error;
    const ended = await ending(error);
    printer.flush();
    // As where `ip` calls exit(3): JSON that has begun is not ended.
    if (ended.exits) throw ended;
    io.err(await ended.text(usagesOf(program)));
    printer.end();
    printer.flush();
    return ended.code;
  }
}

const openSocket: Open = async (options, io, protocol) => {
  const { openConnection } = await import("./runtime/open.ts");
  return openConnection(options, io, protocol);
};

/** Makes the usage texts of a program. */
function usagesOf(program: Program): (help: Help) => Promise<string> {
  return async (help) => {
    const { usageText } = await import("./help/mod.ts");
    return await usageText(help, program);
  };
}

/**
 * Runs the command line of this process.
 *
 * @param program The program.
 * @returns The exit code.
 */
export async function runProcess(program: AnyProgram): Promise<number> {
  const { args } = host();
  if (!args.some((word) => word.includes("\ufffd"))) {
    return await run(program, args);
  }
  // Bytes that are not UTF-8: few command lines have to load what finds them.
  const { commandLine } = await import("./runtime/arguments.ts");
  const words = commandLine(args);
  if (typeof words !== "string") return await run(program, words);
  processIo().err(words);
  return 255;
}

/**
 * Ends this process.
 *
 * @param code The exit code.
 */
export function exitProcess(code: number): never {
  return host().exit(code);
}
