/**
 * Text in messages. The kernel takes most bytes for names; those that are not
 * UTF-8 are in the text as U+DC80 to U+DCFF, halves of surrogate pairs that
 * UTF-8 does not have, one for each byte (as in Python's PEP 383).
 *
 * @see {@link https://peps.python.org/pep-0383/ | PEP 383}
 *
 * @module
 */

import type { TextShape } from "./codec.ts";
import { EncodeError } from "./errors.ts";

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();

/** Added to a byte that is not UTF-8. */
const ESCAPE = 0xdc00;

/**
 * Reads bytes as UTF-8 without losing any: each byte that is not UTF-8 becomes
 * U+DC80 to U+DCFF, and U+FEFF at the start stays. {@linkcode textToBytes} gives
 * the same bytes back.
 *
 * @param bytes The bytes.
 * @returns The text.
 */
export function textFromBytes(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    return escapeBytes(bytes);
  }
}

/**
 * Writes text as the bytes that {@linkcode textFromBytes} read: as UTF-8, but
 * with the byte itself for each U+DC80 to U+DCFF that is not part of a
 * surrogate pair.
 *
 * @param text The text.
 * @returns The bytes.
 * @throws {EncodeError} If other halves of surrogate pairs are in the text: there
 * are no bytes for them.
 */
export function textToBytes(text: string): Uint8Array<ArrayBuffer> {
  if (text.isWellFormed()) return encoder.encode(text);
  // Each code unit takes up to three bytes.
  const bytes = new Uint8Array(3 * text.length);
  let length = 0;
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i)!;
    if (code > 0xffff) i++;
    else if (code >= 0xd800 && code <= 0xdfff) {
      if (code < ESCAPE + 0x80 || code > ESCAPE + 0xff) {
        throw new EncodeError(text, "has half of a surrogate pair in it");
      }
      if (from < i) {
        const part = text.slice(from, i);
        length += encoder.encodeInto(part, bytes.subarray(length)).written;
      }
      bytes[length++] = code - ESCAPE;
      from = i + 1;
    }
  }
  length += encoder.encodeInto(text.slice(from), bytes.subarray(length))
    .written;
  return bytes.slice(0, length);
}

/** What newer runtimes can do with bytes; Node 22 cannot. */
interface NewerBytes {
  toHex?(): string;
  toBase64?(): string;
}

const newer = Uint8Array as {
  fromHex?(text: string): Uint8Array<ArrayBuffer>;
  fromBase64?(text: string): Uint8Array<ArrayBuffer>;
};

/**
 * Writes bytes in hexadecimal.
 *
 * @param bytes The bytes.
 * @returns Two lower-case digits for each.
 */
export function toHex(bytes: Uint8Array): string {
  return (bytes as unknown as NewerBytes).toHex?.() ??
    Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Reads bytes in hexadecimal.
 *
 * @param text Two digits for each byte, and nothing else.
 * @returns The bytes.
 */
export function fromHex(text: string): Uint8Array<ArrayBuffer> {
  if (newer.fromHex !== undefined) return newer.fromHex(text);
  const bytes = new Uint8Array(text.length / 2);
  for (let i = 0; i < bytes.length; i++) {
    bytes[i] = parseInt(text.slice(2 * i, 2 * i + 2), 16);
  }
  return bytes;
}

/**
 * Writes bytes in base64.
 *
 * @param bytes The bytes.
 * @returns The text, filled up with `=`.
 */
export function toBase64(bytes: Uint8Array): string {
  return (bytes as unknown as NewerBytes).toBase64?.() ??
    btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

/**
 * Reads bytes in base64.
 *
 * @param text The text, and nothing else.
 * @returns The bytes.
 */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return newer.fromBase64?.(text) ??
    Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
}

/** Reads what is UTF-8, and escapes the bytes between. */
function escapeBytes(bytes: Uint8Array): string {
  const units: string[] = [];
  let from = 0;
  for (let at = 0; at < bytes.length;) {
    const length = sequenceAt(bytes, at);
    if (length > 0) {
      at += length;
      continue;
    }
    if (from < at) units.push(decoder.decode(bytes.subarray(from, at)));
    units.push(String.fromCharCode(ESCAPE + bytes[at]!));
    from = ++at;
  }
  if (from < bytes.length) units.push(decoder.decode(bytes.subarray(from)));
  return units.join("");
}

/** Bytes of the character that starts at a place; 0 if none does. */
function sequenceAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!;
  if (first < 0x80) return 1;
  const length = first < 0xc2
    ? 0
    : first < 0xe0
    ? 2
    : first < 0xf0
    ? 3
    : first < 0xf5
    ? 4
    : 0;
  for (let i = 1; i < length; i++) {
    const byte = bytes[at + i];
    if (byte === undefined || byte < 0x80 || byte > 0xbf) return 0;
  }
  const second = bytes[at + 1]!;
  // Longer than need be, halves of surrogate pairs, and beyond U+10FFFF.
  const isOutside = (first === 0xe0 && second < 0xa0) ||
    (first === 0xed && second > 0x9f) || (first === 0xf0 && second < 0x90) ||
    (first === 0xf4 && second > 0x8f);
  return isOutside ? 0 : length;
}

/** Whether no NUL ends a text of a number of bytes. */
export function lacksNul({ withoutNul }: TextShape, length: number): boolean {
  return withoutNul !== undefined && withoutNul.includes(length);
}

/** Whether some bytes are a text. */
export function isText(
  text: string,
  view: DataView,
  start: number,
  end: number,
): boolean {
  if (isAscii(text, view, start, end)) return true;
  if (text.length > end - start) return false;
  const bytes = textToBytes(text);
  return bytes.length === end - start &&
    bytes.every((byte, i) => view.getUint8(start + i) === byte);
}

// Names of devices, kinds and queueing disciplines come again and again. Those
// that are known are found by comparing words: that takes a fourth of the time that
// putting them together takes (measured).
const KNOWN = 512;
const LONGEST_KNOWN = 15;
const knownTexts: string[] = new Array(KNOWN).fill("");
/** Four words of each, filled up with zeros. */
const knownWords = new Int32Array(4 * KNOWN);

/** Whether a NUL ends the text in a number of bytes, and nothing but NULs follows. */
export function isFilledUp(
  view: DataView,
  start: number,
  end: number,
): boolean {
  let at = start;
  while (at < end && view.getUint8(at) !== 0) at++;
  if (at === end) return false;
  while (at < end && view.getUint8(at) === 0) at++;
  return at === end;
}

/** Reads NUL-terminated text. */
export function decodeText(
  view: DataView,
  start: number,
  end: number,
): string {
  let nul = start;
  while (nul < end && view.getUint8(nul) !== 0) nul++;
  return readAscii(view, start, nul) ?? textFromBytes(
    new Uint8Array(view.buffer, view.byteOffset + start, nul - start),
  );
}

/**
 * Reads text that is ASCII and ended by the only NUL, which is the last byte.
 *
 * @returns The text; `undefined` if the bytes are anything else.
 */
export function decodePlainText(
  view: DataView,
  start: number,
  end: number,
): string | undefined {
  if (start === end || view.getUint8(end - 1) !== 0) return undefined;
  return readAscii(view, start, end - 1);
}

/** The text of some bytes, if all of them are ASCII and none is NUL. */
function readAscii(
  view: DataView,
  start: number,
  end: number,
): string | undefined {
  const length = end - start;
  if (length > LONGEST_KNOWN) return readNewAscii(view, start, end);
  const a = wordAt(view, start, end);
  const b = length > 4 ? wordAt(view, start + 4, end) : 0;
  const c = length > 8 ? wordAt(view, start + 8, end) : 0;
  const d = length > 12 ? wordAt(view, start + 12, end) : 0;
  const hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^
    Math.imul(c, 0xc2b2ae35) ^ Math.imul(d, 0x27d4eb2f);
  const slot = (hash ^ (hash >>> 16)) & (KNOWN - 1);
  const at = 4 * slot;
  const isKnown = knownWords[at] === a && knownWords[at + 1] === b &&
    knownWords[at + 2] === c && knownWords[at + 3] === d;
  // A text that ends with NULs has the words of a shorter one.
  if (isKnown && knownTexts[slot]!.length === length) return knownTexts[slot];
  const text = readNewAscii(view, start, end);
  if (text === undefined) return undefined;
  knownWords[at] = a;
  knownWords[at + 1] = b;
  knownWords[at + 2] = c;
  knownWords[at + 3] = d;
  return knownTexts[slot] = text;
}

/** Up to four bytes as a number. */
function wordAt(view: DataView, at: number, end: number): number {
  const count = end - at;
  if (count >= 4) return view.getInt32(at, true);
  if (at + 4 <= view.byteLength) {
    return view.getInt32(at, true) & ((1 << 8 * count) - 1);
  }
  let word = 0;
  for (let i = at; i < end; i++) word |= view.getUint8(i) << 8 * (i - at);
  return word;
}

function readNewAscii(
  view: DataView,
  start: number,
  end: number,
): string | undefined {
  for (let at = start; at < end; at++) {
    const code = view.getUint8(at);
    if (code === 0 || code > 0x7f) return undefined;
  }
  return decodeAscii(view, start, end);
}

/** Whether some bytes are a text, each of its characters being one byte. */
function isAscii(
  text: string,
  view: DataView,
  start: number,
  end: number,
): boolean {
  if (text.length !== end - start) return false;
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) !== view.getUint8(start + i)) return false;
  }
  return true;
}

function decodeAscii(view: DataView, start: number, end: number): string {
  let text = "";
  for (let at = start; at < end; at++) {
    text += String.fromCharCode(view.getUint8(at));
  }
  return text;
}
