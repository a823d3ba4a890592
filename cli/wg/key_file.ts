/**
 * Files that have a key in them.
 *
 * @module
 */

import { WG_KEY_LEN } from "../../messages/generic/wireguard.ts";
import type { Io } from "../runtime/io.ts";
import { parseKey, withoutBlanks } from "./parse_values.ts";
import { readFile } from "./read_file.ts";
import { failure } from "./world.ts";

/** Characters of a key in base64. */
const LENGTH = 44;

/**
 * Reads a key out of a file; an empty one has the key that stands for none.
 *
 * @param io The files.
 * @param path Where it is.
 * @returns The key.
 * @throws {CommandError} If the file cannot be read, or has something else.
 */
export function readKeyFile(
  io: Io,
  path: string,
): Uint8Array<ArrayBuffer> {
  const text = readFile(io, path);
  if (text === "") return new Uint8Array(WG_KEY_LEN);
  if (text.length < LENGTH) throw failure("Invalid length key in key file");
  const [more] = withoutBlanks(text.slice(LENGTH));
  if (more !== undefined) {
    throw failure(`Found trailing character in key file: \`${more}'`);
  }
  return parseKey(text.slice(0, LENGTH));
}
