/**
 * Constants of `<linux/if_link.h>` and `<linux/if.h>`.
 *
 * @module
 */

/** A link was added or changed, or should be. */
export const RTM_NEWLINK = 16;
/** A link was deleted, or should be. */
export const RTM_DELLINK = 17;
/** Asks for links. */
export const RTM_GETLINK = 18;

/** Hardware address. */
export const IFLA_ADDRESS = 1;
/** Name. */
export const IFLA_IFNAME = 3;
/** Maximum transmission unit. */
export const IFLA_MTU = 4;
/** Index of the lower device. */
export const IFLA_LINK = 5;
/** Index of the master. */
export const IFLA_MASTER = 10;
/** What kind of link it is. */
export const IFLA_LINKINFO = 18;
/** Names besides the name. */
export const IFLA_PROP_LIST = 52;
/** One name besides the name. */
export const IFLA_ALT_IFNAME = 53;

/** Kind, such as `vlan`. */
export const IFLA_INFO_KIND = 1;
/** Attributes that the kind defines. */
export const IFLA_INFO_DATA = 2;

/** The link is up. */
export const IFF_UP = 1;
