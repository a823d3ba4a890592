/**
 * Properties of addresses, by their words.
 *
 * @module
 */

import * as c from "../../../messages/address/constants.ts";

/** A property of an address that is on or off. */
export interface AddressFlag {
  /** Its word. */
  readonly name: string;
  /** Its bit (`IFA_F_*`). */
  readonly bit: number;
  /** Whether the kernel alone sets it. */
  readonly told?: boolean;
  /** Whether addresses of IPv4 have no such thing. */
  readonly only6?: boolean;
}

/** The properties in the order in which they are written. */
export const ADDRESS_FLAGS: readonly AddressFlag[] = [
  { name: "secondary", bit: c.IFA_F_SECONDARY, told: true },
  { name: "temporary", bit: c.IFA_F_TEMPORARY, told: true },
  { name: "nodad", bit: c.IFA_F_NODAD, only6: true },
  { name: "optimistic", bit: c.IFA_F_OPTIMISTIC, only6: true },
  { name: "dadfailed", bit: c.IFA_F_DADFAILED, told: true },
  { name: "home", bit: c.IFA_F_HOMEADDRESS, only6: true },
  { name: "deprecated", bit: c.IFA_F_DEPRECATED, told: true },
  { name: "tentative", bit: c.IFA_F_TENTATIVE, told: true },
  { name: "permanent", bit: c.IFA_F_PERMANENT, told: true },
  { name: "mngtmpaddr", bit: c.IFA_F_MANAGETEMPADDR, only6: true },
  { name: "noprefixroute", bit: c.IFA_F_NOPREFIXROUTE },
  { name: "autojoin", bit: c.IFA_F_MCAUTOJOIN },
  { name: "stable-privacy", bit: c.IFA_F_STABLE_PRIVACY, told: true },
];
