/**
 * Address families before addresses, as in `via inet6 fe80::1`.
 *
 * @module
 */

import { valueOf } from "../../../messages/value_names.ts";
import { AF_UNSPEC } from "../../../messages/families.ts";
import { FAMILIES } from "../../ip/options.ts";

/**
 * Tries to split the name of a family from an address.
 *
 * @returns The family, `AF_*`; `AF_UNSPEC` if the argument is no family.
 */
export function readFamily(arg: string): number {
  return valueOf(FAMILIES, arg) ?? AF_UNSPEC;
}
