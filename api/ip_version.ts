/**
 * Telling IPv4 from IPv6.
 *
 * @module
 */

const COLON = 58;
const DOT = 46;

/**
 * Whether an IP address is one of IPv6: the first of its separators tells that.
 * Searching all of it takes a call that V8 does not inline.
 *
 * @param address The address, which has been checked.
 * @returns Whether it is.
 */
export function isIpv6(address: string): boolean {
  for (let i = 0; i < address.length; i++) {
    const code = address.charCodeAt(i);
    if (code === DOT) return false;
    if (code === COLON) return true;
  }
  return false;
}
