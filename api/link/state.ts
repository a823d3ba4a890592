/**
 * States and flags of links.
 *
 * @see {@link https://www.rfc-editor.org/rfc/rfc2863 | RFC 2863}
 * @see {@link https://docs.kernel.org/networking/operstates.html | Operational States}
 *
 * @module
 */

import {
  LINK_FLAGS,
  LINK_MODES,
  OPERATIONAL_STATES,
} from "../../messages/link/constants.ts";
import * as c from "../../messages/link/constants.ts";
import type { LinkHeader } from "../../messages/link/link.ts";
import { enumeration, flagNames, maskedFlag } from "../mapping/enumerations.ts";
import {
  type Conversion,
  type Field,
  sharedFields,
} from "../mapping/mapping.ts";

/**
 * Operational state of a link.
 *
 * Links whose drivers do not report it, such as loopbacks, are in the state
 * `unknown` while they are up.
 */
export type LinkState =
  | keyof typeof OPERATIONAL_STATES
  | number;

/** How {@linkcode LinkState} is stored. */
export const linkState: Conversion<LinkState, number> = enumeration(
  OPERATIONAL_STATES,
  8,
);

/** Which operational state a link gets when it has a carrier. */
export type LinkMode = keyof typeof LINK_MODES | number;

/** How {@linkcode LinkMode} is stored. */
export const linkMode: Conversion<LinkMode, number> = enumeration(
  LINK_MODES,
  8,
);

/** Name of a flag of a link (`IFF_*`). */
export type LinkFlag =
  | keyof typeof LINK_FLAGS
  | number;

/** How {@linkcode LinkFlag}s are stored. */
export const linkFlags: Conversion<LinkFlag[], number> = flagNames(LINK_FLAGS);

/** Flags of a link that can be changed. */
export interface LinkSwitches {
  /** Whether the link is up as far as the administrator goes (`IFF_UP`). */
  up?: boolean;
  /** Whether ARP is used (not `IFF_NOARP`). */
  arp?: boolean;
  /** Whether multicast packets are sent and received (`IFF_MULTICAST`). */
  multicast?: boolean;
  /** Whether all multicast packets are received (`IFF_ALLMULTI`). */
  allMulticast?: boolean;
  /** Whether all packets are received (`IFF_PROMISC`). */
  promiscuous?: boolean;
  /** Whether addresses are lost when the link goes down (`IFF_DYNAMIC`). */
  dynamic?: boolean;
  /** Whether trailers are used (not `IFF_NOTRAILERS`). */
  trailers?: boolean;
}

function flag(bit: number, inverted = false): Field<boolean, LinkHeader> {
  return maskedFlag({ value: "flags", mask: "change", bit, inverted });
}

/** How {@linkcode LinkSwitches} are stored. */
export const linkSwitches: {
  readonly [P in keyof LinkSwitches]-?: Field<boolean, LinkHeader>;
} = sharedFields<LinkSwitches, LinkHeader>({
  up: flag(c.IFF_UP),
  arp: flag(c.IFF_NOARP, true),
  multicast: flag(c.IFF_MULTICAST),
  allMulticast: flag(c.IFF_ALLMULTI),
  promiscuous: flag(c.IFF_PROMISC),
  dynamic: flag(c.IFF_DYNAMIC),
  trailers: flag(c.IFF_NOTRAILERS, true),
});
