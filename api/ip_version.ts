/**
 * Telling IPv4 from IPv6.
 *
 * @module
 */

const COLON = 58;

/** A group of IPv6 has at most four digits, so that a colon comes early. */
const FIRST_GROUP = 5;

/**
 * Whether an IP address is one of IPv6. Searching all of it takes a call that V8
 * does not inline.
 *
 * @param address The address, which has been checked.
 * @returns Whether it is.
 */
export function isIpv6(address: string): boolean {
  for (let i = 0; i < FIRST_GROUP; i++) {
    if (address.charCodeAt(i) === COLON) return true;
  }
  return false;
}
