/**
 * Address families before addresses, as in `via inet6 fe80::1`.
 *
 * @module
 */

import {
  AF_BRIDGE,
  AF_INET,
  AF_INET6,
  AF_MPLS,
  AF_PACKET,
  AF_UNSPEC,
} from "../../../messages/families.ts";

const FAMILIES: Readonly<Record<string, number>> = {
  inet: AF_INET,
  inet6: AF_INET6,
  link: AF_PACKET,
  mpls: AF_MPLS,
  bridge: AF_BRIDGE,
};

/**
 * Tries to split the name of a family from an address.
 *
 * @param arg The argument.
 * @returns The family, `AF_*`; `AF_UNSPEC` if the argument is no family.
 */
export function readFamily(arg: string): number {
  return Object.hasOwn(FAMILIES, arg) ? FAMILIES[arg]! : AF_UNSPEC;
}
