/**
 * Bytes of files, and the datagrams that are found in them.
 *
 * @module
 */

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
 * Puts parts together.
 *
 * @param parts The parts.
 * @returns All their bytes.
 */
export function concat(
  parts: readonly Uint8Array[],
): Uint8Array<ArrayBuffer> {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/**
 * Whether bytes begin with others.
 *
 * @param bytes The bytes.
 * @param start What they may begin with.
 * @returns Whether they do.
 */
export function startsWith(
  bytes: Uint8Array,
  start: readonly number[],
): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}
