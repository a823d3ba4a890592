/**
 * Files that `wg` reads.
 *
 * @module
 */

import type { Io } from "../runtime/io.ts";
import { failure } from "./world.ts";

/**
 * Reads a file.
 *
 * @param io The files, and the input.
 * @param path Where it is.
 * @returns Its bytes, as text of which each character is one.
 * @throws {CommandError} If it cannot be read.
 */
export function readFile(io: Io, path: string): string {
  if (path === "/dev/null") return "";
  if (path === "/dev/stdin") return new TextDecoder().decode(io.input());
  const text = io.readTextFile(path);
  if (text !== undefined) return text;
  throw failure(`fopen: ${io.whyNot?.(path) ?? "No such file or directory"}`);
}
