/**
 * Sizes with the size of the rows of a rate table behind a slash.
 *
 * @module
 */

import { bytes, signed } from "../../parse/numbers.ts";
import type { Read } from "../settings.ts";

/** A size, and the rows of the table of its rate. */
export interface SizeAndCell {
  /** The size in bytes. */
  readonly size: number;
  /** Bytes of a row, as a power of two; by default, what the MTU needs. */
  readonly cellLog?: number;
}

/**
 * How such sizes are read.
 *
 * @param wide Whether they may be larger than 32 bits.
 * @returns What reads them.
 */
export function cellLogOf(wide: boolean): Read<SizeAndCell> {
  return (word) => sizeAndCell(word, wide);
}

/**
 * Reads such a size.
 *
 * @param word The word.
 * @param wide Whether it may be larger than 32 bits.
 * @returns The size; `undefined` if the word is none.
 */
export function sizeAndCell(
  word: string,
  wide: boolean,
): SizeAndCell | undefined {
  const [text, cell] = atSlash(word);
  const size = sizeOf(text, wide);
  if (size === undefined) return undefined;
  if (cell === undefined) return { size };
  const cellLog = Math.log2(signed(cell) ?? -1);
  return Number.isInteger(cellLog) && cellLog >= 0 && cellLog < 32
    ? { size, cellLog }
    : undefined;
}

/**
 * A word that {@linkcode sizeAndCell} did not read, as errors show it: `tc` ends
 * it at the slash, and puts the slash back once it has read two numbers.
 *
 * @param word The argument.
 * @param wide Whether the size may be larger than 32 bits.
 * @returns What is shown of it.
 */
export function asRead(word: string, wide: boolean): string {
  const [text, cell = ""] = atSlash(word);
  const isRead = sizeOf(text, wide) !== undefined && signed(cell) !== undefined;
  return isRead ? word : text;
}

function atSlash(word: string): [text: string, cell?: string] {
  const slash = word.indexOf("/");
  return slash < 0 ? [word] : [word.slice(0, slash), word.slice(slash + 1)];
}

function sizeOf(text: string, wide: boolean): number | undefined {
  return bytes(text, wide ? 2 ** 64 : undefined);
}
