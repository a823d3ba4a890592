/**
 * What netlink messages can be read from.
 *
 * @module
 */

import type { Datagram } from "./bytes.ts";
import { parseHex } from "./hex.ts";
import { isPcap, parsePcap } from "./pcap.ts";
import { isStrace, parseStrace } from "./strace.ts";

/**
 * Takes datagrams out of a file.
 *
 * @throws {SyntaxError} If the file is not what it should be.
 */
export type Parse = (bytes: Uint8Array) => Datagram[];

/** The formats by name. */
export const FORMATS: Readonly<Record<string, Parse>> = {
  hex: (bytes) => parseHex(textOf(bytes)),
  pcap: parsePcap,
  strace: (bytes) => parseStrace(textOf(bytes)),
};

/**
 * Finds out the format of a file.
 *
 * @param bytes The file.
 * @returns Name of the format.
 */
export function formatOf(bytes: Uint8Array): keyof typeof FORMATS {
  if (isPcap(bytes)) return "pcap";
  return isStrace(textOf(bytes.subarray(0, 65536))) ? "strace" : "hex";
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
