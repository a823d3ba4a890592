/**
 * Properties of addresses, by their keywords.
 *
 * @module
 */

import { ADDRESS_FLAGS as FLAGS } from "../../../messages/address/constants.ts";

/** A property of an address that is on or off. */
export interface AddressFlag {
  /** Its keyword. */
  readonly name: string;
  /** Its bit (`IFA_F_*`). */
  readonly bit: number;
  /** Whether the kernel alone sets it. */
  readonly readOnly?: boolean;
  /** Whether addresses of IPv4 have no such thing. */
  readonly only6?: boolean;
}

/** Those that the kernel alone sets. */
const KERNEL: ReadonlySet<string> = new Set([
  "secondary",
  "temporary",
  "dadfailed",
  "deprecated",
  "tentative",
  "permanent",
  "stable-privacy",
]);
/** Those that addresses of IPv4 do not have. */
const ONLY6: ReadonlySet<string> = new Set([
  "nodad",
  "optimistic",
  "home",
  "mngtmpaddr",
]);

/** The properties in the order in which they are written. */
export const ADDRESS_FLAGS: readonly AddressFlag[] = Object.entries(FLAGS).map(
  ([name, bit]) => ({
    name,
    bit,
    readOnly: KERNEL.has(name),
    only6: ONLY6.has(name),
  }),
);
