/**
 * States and flags of links.
 *
 * @see {@link https://www.rfc-editor.org/rfc/rfc2863 | RFC 2863}
 * @see {@link https://docs.kernel.org/networking/operstates.html | Operational States}
 *
 * @module
 */

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
 * Links whose drivers do not tell, such as loopbacks, are in the state
 * `unknown` while they are up.
 */
export type LinkState =
  | "unknown"
  | "notpresent"
  | "down"
  | "lowerlayerdown"
  | "testing"
  | "dormant"
  | "up"
  | number;

/** How {@linkcode LinkState} is stored. */
export const linkState: Conversion<LinkState, number> = enumeration({
  unknown: c.IF_OPER_UNKNOWN,
  notpresent: c.IF_OPER_NOTPRESENT,
  down: c.IF_OPER_DOWN,
  lowerlayerdown: c.IF_OPER_LOWERLAYERDOWN,
  testing: c.IF_OPER_TESTING,
  dormant: c.IF_OPER_DORMANT,
  up: c.IF_OPER_UP,
}, 8);

/** What the operational state of a link does when its carrier comes. */
export type LinkMode = "default" | "dormant" | "testing" | number;

/** How {@linkcode LinkMode} is stored. */
export const linkMode: Conversion<LinkMode, number> = enumeration({
  default: c.IF_LINK_MODE_DEFAULT,
  dormant: c.IF_LINK_MODE_DORMANT,
  testing: c.IF_LINK_MODE_TESTING,
}, 8);

/** Name of a flag of a link (`IFF_*`). */
export type LinkFlag =
  | "LOOPBACK"
  | "BROADCAST"
  | "POINTOPOINT"
  | "MULTICAST"
  | "NOARP"
  | "ALLMULTI"
  | "PROMISC"
  | "MASTER"
  | "SLAVE"
  | "DEBUG"
  | "DYNAMIC"
  | "AUTOMEDIA"
  | "PORTSEL"
  | "NOTRAILERS"
  | "RUNNING"
  | "UP"
  | "LOWER_UP"
  | "DORMANT"
  | "ECHO"
  | number;

/** How {@linkcode LinkFlag}s are stored. */
export const linkFlags: Conversion<LinkFlag[], number> = flagNames({
  LOOPBACK: c.IFF_LOOPBACK,
  BROADCAST: c.IFF_BROADCAST,
  POINTOPOINT: c.IFF_POINTOPOINT,
  MULTICAST: c.IFF_MULTICAST,
  NOARP: c.IFF_NOARP,
  ALLMULTI: c.IFF_ALLMULTI,
  PROMISC: c.IFF_PROMISC,
  MASTER: c.IFF_MASTER,
  SLAVE: c.IFF_SLAVE,
  DEBUG: c.IFF_DEBUG,
  DYNAMIC: c.IFF_DYNAMIC,
  AUTOMEDIA: c.IFF_AUTOMEDIA,
  PORTSEL: c.IFF_PORTSEL,
  NOTRAILERS: c.IFF_NOTRAILERS,
  RUNNING: c.IFF_RUNNING,
  UP: c.IFF_UP,
  LOWER_UP: c.IFF_LOWER_UP,
  DORMANT: c.IFF_DORMANT,
  ECHO: c.IFF_ECHO,
});

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
