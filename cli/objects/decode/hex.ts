/**
 * Bytes in hexadecimal, with or without offsets in front and text behind.
 *
 * @module
 */

import { concat } from "./bytes.ts";
import type { Datagram } from "./bytes.ts";

/** Offset in front of a line, as `xxd` and `hexdump` write it. */
const OFFSET = /^\s*(?:0x)?[0-9a-fA-F]{4,8}(?::|\s\s)\s*/;
/** Text behind a line. */
const TEXT = /(?:\s\s.*|\|.*)$/;

/**
 * Takes datagrams out of text.
 *
 * @param text The text: bytes in hexadecimal, a blank line between datagrams.
 * @returns The datagrams.
 * @throws {SyntaxError} If there is something else in it.
 */
export function parseHex(text: string): Datagram[] {
  const datagrams: Datagram[] = [];
  let parts: Uint8Array<ArrayBuffer>[] = [];
  const finish = () => {
    if (parts.length > 0) datagrams.push({ bytes: concat(parts) });
    parts = [];
  };
  for (const [i, line] of text.split("\n").entries()) {
    const content = line.replace(/#.*/, "").trimEnd();
    if (content === "" && line.trim() === "") finish();
    else if (content !== "") parts.push(parseLine(content, i + 1));
  }
  finish();
  return datagrams;
}

function parseLine(line: string, number: number): Uint8Array<ArrayBuffer> {
  const digits =
    (OFFSET.test(line) ? line.replace(OFFSET, "").replace(TEXT, "") : line)
      .replaceAll(/\\x|0x|[\s:,]/g, "");
  if (!/^(?:[0-9a-fA-F]{2})*$/.test(digits)) {
    throw new SyntaxError(
      `Cannot read bytes: line ${number} is not hexadecimal`,
    );
  }
  return hexBytes(digits);
}

/**
 * Bytes out of their digits.
 *
 * @param digits Two a byte.
 * @returns The bytes.
 */
export function hexBytes(digits: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(
    digits.match(/../g) ?? [],
    (byte) => parseInt(byte, 16),
  );
}
