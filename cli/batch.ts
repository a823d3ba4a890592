/**
 * `ip -batch`: commands from a file, a line each.
 *
 * A `#` starts a comment, a backslash at the end of a line joins the next one,
 * and quotes keep arguments together.
 *
 * @module
 */

import type { Context } from "./runtime/context.ts";
import { exit } from "./parse/errors.ts";
import type { Io } from "./runtime/io.ts";
import { runCommand } from "./main.ts";

/** How many arguments a line may have. */
const MOST_ARGUMENTS = 511;

/**
 * Runs the commands of a file.
 *
 * @param name The file; `-` for the input.
 * @param context What the commands get.
 * @returns The exit code.
 * @throws {CommandError} If a command ends the program.
 */
export async function runBatch(
  name: string,
  context: Context,
): Promise<number> {
  const lines = linesOf(name, context.io);
  if (lines === undefined) return 1;
  let code = 0;
  for (const { text, number } of joinLines(lines, context.io)) {
    const args = splitArguments(text);
    if (args.length === 0) continue;
    context.family = context.options.family;
    if (await runCommand(args, context) === 0) continue;
    context.io.err(`Command failed ${name}:${number}\n`);
    code = 1;
    if (!context.options.force) break;
  }
  return code;
}

function linesOf(name: string, io: Io): Iterable<string> | undefined {
  if (name === "-") return io.lines();
  const text = io.readTextFile(name);
  if (text !== undefined) return text.split(/(?<=\n)/);
  const reason = io.whyNot?.(name) ?? "No such file or directory";
  io.err(`Cannot open file "${name}" for reading: ${reason}\n`);
  return undefined;
}

function* joinLines(
  lines: Iterable<string>,
  io: Io,
): Generator<{ text: string; number: number }> {
  let number = 0;
  let text = "";
  let joins = false;
  for (const line of lines) {
    number++;
    text += uncomment(untilNul(line));
    const at = text.indexOf("\\\n");
    joins = at >= 0;
    if (joins) text = text.slice(0, at) + text.slice(at + 2);
    else {
      yield { text, number };
      text = "";
    }
  }
  if (joins) io.err("Missing continuation line\n");
}

/** What C takes for the line: a NUL ends it. */
function untilNul(line: string): string {
  const at = line.indexOf("\0");
  return at < 0 ? line : line.slice(0, at);
}

function uncomment(line: string): string {
  const at = line.indexOf("#");
  return at < 0 ? line : line.slice(0, at);
}

/**
 * Splits a line into arguments.
 *
 * @param line The line.
 * @returns The keywords.
 * @throws {CommandError} If there are too many, or a quote does not end.
 */
export function splitArguments(line: string): string[] {
  const args: string[] = [];
  let at = 0;
  for (;;) {
    while (" \t\r\n".includes(line[at] ?? "x")) at++;
    if (at >= line.length) return args;
    if (args.length === MOST_ARGUMENTS) {
      throw exit(1, "Too many arguments to command");
    }
    const quote = line[at]!;
    if (quote === "'" || quote === '"') {
      const end = line.indexOf(quote, at + 1);
      if (end < 0) throw exit(1, "Unterminated quoted string");
      args.push(line.slice(at + 1, end));
      at = end + 1;
    } else {
      const word = /^[^ \t\r\n]+/.exec(line.slice(at))![0];
      args.push(word);
      at += word.length + 1;
    }
  }
}
