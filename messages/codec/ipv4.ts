/**
 * Reading IPv4 addresses.
 *
 * @module
 */

/**
 * The number behind an IPv4 address of four decimal parts.
 *
 * @param text The text.
 * @returns The number; -1 for other texts.
 */
export function parseIpv4(text: string): number {
  let number = 0;
  let byte = -1;
  let parts = 0;
  for (let i = 0; i <= text.length; i++) {
    const code = i === text.length ? 46 : text.charCodeAt(i);
    if (code === 46) {
      if (byte < 0) return -1;
      number = number * 256 + byte;
      byte = -1;
      parts++;
    } else {
      const digit = code - 48;
      if (digit < 0 || digit > 9 || byte === 0) return -1;
      byte = byte < 0 ? digit : 10 * byte + digit;
      if (byte > 255) return -1;
    }
  }
  return parts === 4 ? number : -1;
}
