/**
 * What netlink messages can be read from.
 *
 * @module
 */

import { parseHex } from "./hex.ts";
import { isPcap, parsePcap } from "./pcap.ts";
import { isStrace, parseStrace } from "./strace.ts";

/** A datagram, and what is known about it. */
export interface Datagram {
  /** Its bytes. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Netlink protocol, `NETLINK_*`, if it is known. */
  readonly protocol?: number;
  /** When it was captured, in the form of ISO 8601. */
  readonly time?: string;
  /** Where it comes from, in words. */
  readonly origin?: string;
}

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
