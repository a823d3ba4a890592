/**
 * Which addresses are those of groups.
 *
 * @module
 */

/** The first number of the IPv4 addresses of groups, and the last. */
const GROUPS = [224, 239] as const;

/**
 * Whether an address is that of a multicast group.
 *
 * @param address The address.
 * @returns Whether it is.
 */
export function isMulticast(address: string): boolean {
  if (address.includes(":")) return /^ff[\da-f]{2}:/i.test(address);
  const first = Number.parseInt(address);
  return first >= GROUPS[0] && first <= GROUPS[1];
}
