/**
 * Secrets that people type.
 *
 * @module
 */

import { host } from "../../socket/ffi_deno.ts";
import { exit } from "../parse/errors.ts";
import type { Io } from "./io.ts";

/** What a terminal sends for some keys. */
const INTERRUPT = 3;
const END = 4;
const BACKSPACES: readonly number[] = [8, 127];
const LINE_ENDS: readonly number[] = [10, 13];

/**
 * Reads a line that is not shown while it is typed, as `getpass(3)` does.
 *
 * @param io The world around.
 * @param prompt What is shown before it.
 * @returns The line.
 * @throws {CommandError} If it is interrupted.
 */
export function readSecret(io: Io, prompt: string): string {
  io.err(prompt);
  if (!io.inputIsTerminal) {
    for (const line of io.lines()) return line;
    return "";
  }
  host().stdin.setRaw(true);
  try {
    return new TextDecoder().decode(Uint8Array.from(typed()));
  } finally {
    host().stdin.setRaw(false);
    io.err("\n");
  }
}

function typed(): number[] {
  const line: number[] = [];
  const key = new Uint8Array(1);
  while (host().stdin.readSync(key) === 1) {
    const byte = key[0]!;
    if (byte === INTERRUPT) throw exit(130);
    if (byte === END || LINE_ENDS.includes(byte)) break;
    if (BACKSPACES.includes(byte)) line.pop();
    else line.push(byte);
  }
  return line;
}
