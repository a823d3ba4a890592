/**
 * Text in messages.
 *
 * @module
 */

const decoder = new TextDecoder();

// Names of devices, kinds and queueing disciplines come again and again: those
// that are known take a third of the time (measured).
const KNOWN = 512;
const LONGEST_KNOWN = 16;
const knownTexts: string[] = new Array(KNOWN).fill("");

/** Reads NUL-terminated text; bytes that are no UTF-8 become U+FFFD. */
export function decodeText(
  view: DataView,
  start: number,
  end: number,
): string {
  let nul = start;
  while (nul < end && view.getUint8(nul) !== 0) nul++;
  return readAscii(view, start, nul) ?? decoder.decode(
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
  let hash = 0;
  for (let at = start; at < end; at++) {
    const code = view.getUint8(at);
    if (code === 0 || code > 0x7f) return undefined;
    hash = (31 * hash + code) | 0;
  }
  if (end - start > LONGEST_KNOWN) return decodeAscii(view, start, end);
  const slot = (hash ^ (hash >>> 9)) & (KNOWN - 1);
  const known = knownTexts[slot]!;
  if (isAscii(known, view, start, end)) return known;
  return knownTexts[slot] = decodeAscii(view, start, end);
}

/** Whether some bytes are a text. */
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
