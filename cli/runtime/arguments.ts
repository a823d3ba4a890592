/**
 * The command line, none of whose bytes are lost.
 *
 * Deno puts U+FFFD where an argument is not UTF-8. What was typed is in `/proc`
 * then, and becomes text as names of the kernel do.
 *
 * @module
 */

import { textFromBytes } from "../../messages/codec/text.ts";
import { readWholeFile } from "../../socket/read_file.ts";

/** What stands for bytes that are not UTF-8. */
const REPLACEMENT = "\ufffd";
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * Finds out what was typed.
 *
 * @param args The arguments as Deno has them.
 * @param read Reads the command line of this process: the arguments of Deno as
 * well, a NUL after each.
 * @returns The arguments; bytes that are not UTF-8 are U+DC80 to U+DCFF. If an
 * argument cannot be represented, an error text.
 */
export function commandLine(
  args: readonly string[],
  read: () => Uint8Array = () => readWholeFile("/proc/self/cmdline"),
): readonly string[] | string {
  const odd = args.findIndex((arg) => arg.includes(REPLACEMENT));
  if (odd < 0) return args;
  let words: Uint8Array[];
  try {
    words = split(read()).slice(-args.length);
  } catch {
    return notText(odd);
  }
  if (words.length < args.length) return notText(odd);
  const other = args.findIndex((word, at) =>
    decoder.decode(words[at]) !== word
  );
  return other < 0 ? words.map(textFromBytes) : notText(other);
}

/**
 * Finds out by which name this process was started.
 *
 * @param read Reads the command line of this process.
 * @returns The name, or `undefined` if it cannot be read.
 */
export function typedName(
  read: () => Uint8Array = () => readWholeFile("/proc/self/cmdline"),
): string | undefined {
  try {
    const [name] = split(read());
    return name && textFromBytes(name);
  } catch {
    return undefined;
  }
}

function split(bytes: Uint8Array): Uint8Array[] {
  const words: Uint8Array[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(0, at);
    if (end < 0) break;
    words.push(bytes.subarray(at, end));
    at = end + 1;
  }
  return words;
}

function notText(at: number): string {
  return `Cannot take argument ${
    at + 1
  } of the command line: it is not UTF-8\n`;
}
