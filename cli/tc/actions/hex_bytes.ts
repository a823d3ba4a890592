/**
 * Bytes as hexadecimal digits.
 *
 * @module
 */

/**
 * Reads bytes of two hexadecimal digits each; an odd digit at the end is not
 * looked at.
 *
 * @param text The digits.
 * @returns The bytes, or `undefined` if there are other characters.
 */
export function hexBytes(text: string): Uint8Array | undefined {
  const digits = text.slice(0, text.length & ~1);
  if (!/^[\da-f]*$/i.test(digits)) return undefined;
  return Uint8Array.from(
    digits.match(/../g) ?? [],
    (pair) => parseInt(pair, 16),
  );
}
