/**
 * IP protocols by name.
 *
 * @see {@link https://man7.org/linux/man-pages/man3/getprotobyname.3.html | getprotobyname(3)}
 *
 * @module
 */

import { textToBytes } from "../messages/codec/text.ts";
import { unsigned } from "./numbers.ts";
import { lazy } from "../socket/libc.ts";

const protocols = lazy(
  {
    getprotobyname: { parameters: ["buffer"], result: "pointer" },
    getprotobynumber: { parameters: ["i32"], result: "pointer" },
  } as const,
);

/** Offset of `p_proto` in `struct protoent`. */
const NUMBER_OFFSET = 16;

/**
 * The protocol behind a word.
 *
 * @param word A name or a number.
 * @returns The number, or `undefined` if the word is neither.
 */
export function ipProtocolOf(word: string): number | undefined {
  const number = unsigned(word, 8, 10);
  if (number !== undefined) return number;
  const name = textToBytes(`${word}\0`);
  const entry = protocols().getprotobyname(name);
  return entry === null
    ? undefined
    : new Deno.UnsafePointerView(entry).getInt32(NUMBER_OFFSET);
}

/**
 * The name of a protocol.
 *
 * @param protocol Its number.
 * @returns The name, or `undefined` if it has none.
 */
export function ipProtocolName(protocol: number): string | undefined {
  const entry = protocols().getprotobynumber(protocol);
  if (entry === null) return undefined;
  const name = new Deno.UnsafePointerView(entry).getPointer();
  return name === null
    ? undefined
    : new Deno.UnsafePointerView(name).getCString();
}
