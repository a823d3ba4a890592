/**
 * What this project uses of `@std/bytes`, over `node:buffer`, for machines that
 * cannot reach JSR. The published package resolves the real one.
 *
 * @module
 */
import { Buffer } from "node:buffer";

/** Joins byte arrays. */
export function concat(
  arrays: Iterable<Uint8Array>,
): Uint8Array<ArrayBuffer> {
  const list = [...arrays];
  const length = list.reduce((sum, array) => sum + array.length, 0);
  const result = new Uint8Array(length);
  let at = 0;
  for (const array of list) {
    result.set(array, at);
    at += array.length;
  }
  return result;
}

/** Returns whether two byte arrays hold the same bytes. */
export function equals(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

/** Returns whether `source` starts with `prefix`. */
export function startsWith(source: Uint8Array, prefix: Uint8Array): boolean {
  return equals(source.subarray(0, prefix.length), prefix);
}

/** Finds the first place of `needle` at or after `start`, or -1. */
export function indexOfNeedle(
  source: Uint8Array,
  needle: Uint8Array,
  start = 0,
): number {
  return Buffer.from(source.buffer, source.byteOffset, source.byteLength)
    .indexOf(needle, start);
}
