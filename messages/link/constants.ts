/**
 * Message types and values of links.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if_link.h | linux/if_link.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/if.h | linux/if.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/rtnetlink.h | linux/rtnetlink.h}
 *
 * @module
 */

/** A link was added or changed, or should be. */
export const RTM_NEWLINK = 16;
/** A link was deleted, or should be. */
export const RTM_DELLINK = 17;
/** Asks for links. */
export const RTM_GETLINK = 18;
/** Changes a link that exists. */
export const RTM_SETLINK = 19;
/** Adds properties, such as alternative names, to a link. */
export const RTM_NEWLINKPROP = 108;
/** Deletes properties of a link. */
export const RTM_DELLINKPROP = 109;
/** Asks for the properties of a link. */
export const RTM_GETLINKPROP = 110;

/** Maximum transmission unit. */
export const IFLA_MTU = 4;

/** The link is up. */
export const IFF_UP = 0x1;
/** The broadcast address is valid. */
export const IFF_BROADCAST = 0x2;
/** Debugging is on. */
export const IFF_DEBUG = 0x4;
/** The link is a loopback. */
export const IFF_LOOPBACK = 0x8;
/** The link has one peer only. */
export const IFF_POINTOPOINT = 0x10;
/** Trailers are avoided. */
export const IFF_NOTRAILERS = 0x20;
/** The link is operational, as RFC 2863 has it. */
export const IFF_RUNNING = 0x40;
/** There is no address resolution. */
export const IFF_NOARP = 0x80;
/** All packets are received. */
export const IFF_PROMISC = 0x100;
/** All multicast packets are received. */
export const IFF_ALLMULTI = 0x200;
/** The link balances load over others. */
export const IFF_MASTER = 0x400;
/** The link carries a part of the load of a master. */
export const IFF_SLAVE = 0x800;
/** The link supports multicast. */
export const IFF_MULTICAST = 0x1000;
/** The type of medium can be set. */
export const IFF_PORTSEL = 0x2000;
/** The type of medium is selected automatically. */
export const IFF_AUTOMEDIA = 0x4000;
/** Addresses are lost when the link goes down. */
export const IFF_DYNAMIC = 0x8000;
/** The driver reports that the physical layer is up. */
export const IFF_LOWER_UP = 0x10000;
/** The driver reports that the link waits for an external event. */
export const IFF_DORMANT = 0x20000;
/** Packets that are sent are received too. */
export const IFF_ECHO = 0x40000;

/** Names of the flags of links (`IFF_*`). */
export const LINK_FLAGS = {
  LOOPBACK: IFF_LOOPBACK,
  BROADCAST: IFF_BROADCAST,
  POINTOPOINT: IFF_POINTOPOINT,
  MULTICAST: IFF_MULTICAST,
  NOARP: IFF_NOARP,
  ALLMULTI: IFF_ALLMULTI,
  PROMISC: IFF_PROMISC,
  MASTER: IFF_MASTER,
  SLAVE: IFF_SLAVE,
  DEBUG: IFF_DEBUG,
  DYNAMIC: IFF_DYNAMIC,
  AUTOMEDIA: IFF_AUTOMEDIA,
  PORTSEL: IFF_PORTSEL,
  NOTRAILERS: IFF_NOTRAILERS,
  RUNNING: IFF_RUNNING,
  UP: IFF_UP,
  LOWER_UP: IFF_LOWER_UP,
  DORMANT: IFF_DORMANT,
  ECHO: IFF_ECHO,
} as const;

/** The operational state is not known. */
export const IF_OPER_UNKNOWN = 0;
/** A component is missing. */
export const IF_OPER_NOTPRESENT = 1;
/** The link is down. */
export const IF_OPER_DOWN = 2;
/** The link below is down. */
export const IF_OPER_LOWERLAYERDOWN = 3;
/** The link is being tested. */
export const IF_OPER_TESTING = 4;
/** The link waits for an external event. */
export const IF_OPER_DORMANT = 5;
/** The link is up. */
export const IF_OPER_UP = 6;

/** Names of the operational states of links (`IF_OPER_*`). */
export const OPERATIONAL_STATES = {
  unknown: IF_OPER_UNKNOWN,
  notpresent: IF_OPER_NOTPRESENT,
  down: IF_OPER_DOWN,
  lowerlayerdown: IF_OPER_LOWERLAYERDOWN,
  testing: IF_OPER_TESTING,
  dormant: IF_OPER_DORMANT,
  up: IF_OPER_UP,
} as const;

/** The operational state follows the carrier. */
export const IF_LINK_MODE_DEFAULT = 0;
/** The operational state stops at dormant until user space changes it. */
export const IF_LINK_MODE_DORMANT = 1;
/** The operational state stops at testing until user space changes it. */
export const IF_LINK_MODE_TESTING = 2;

/** Names of the modes of links (`IF_LINK_MODE_*`). */
export const LINK_MODES = {
  default: IF_LINK_MODE_DEFAULT,
  dormant: IF_LINK_MODE_DORMANT,
  testing: IF_LINK_MODE_TESTING,
} as const;

/** Adds virtual functions to the answer. */
export const RTEXT_FILTER_VF = 0x1;
/** Adds the VLANs of bridges to the answer. */
export const RTEXT_FILTER_BRVLAN = 0x2;
/** Adds the VLANs of bridges to the answer, as ranges. */
export const RTEXT_FILTER_BRVLAN_COMPRESSED = 0x4;
/** Leaves statistics out of the answer. */
export const RTEXT_FILTER_SKIP_STATS = 0x8;
/** Adds media redundancy protocol instances to the answer. */
export const RTEXT_FILTER_MRP = 0x10;
/** Adds the configuration of connectivity fault management to the answer. */
export const RTEXT_FILTER_CFM_CONFIG = 0x20;
/** Adds the state of connectivity fault management to the answer. */
export const RTEXT_FILTER_CFM_STATUS = 0x40;
/** Adds multiple spanning trees to the answer. */
export const RTEXT_FILTER_MST = 0x80;
/** Leaves all but index and name out of the answer. */
export const RTEXT_FILTER_NAME_ONLY = 0x100;

/** What made the kernel report a link: `IFLA_EVENT_*`. */
export const LINK_EVENTS = {
  /** Nothing that has a name (`IFLA_EVENT_NONE`). */
  none: 0,
  /** The device was reset (`IFLA_EVENT_REBOOT`). */
  reboot: 1,
  /** The offload features changed (`IFLA_EVENT_FEATURES`). */
  features: 2,
  /** The active port of a bond changed (`IFLA_EVENT_BONDING_FAILOVER`). */
  bonding_failover: 3,
  /** Peers were notified where the addresses are (`IFLA_EVENT_NOTIFY_PEERS`). */
  notify_peers: 4,
  /** Multicast memberships were reported again (`IFLA_EVENT_IGMP_RESEND`). */
  igmp_resend: 5,
  /** The options of a bond changed (`IFLA_EVENT_BONDING_OPTIONS`). */
  bonding_options: 6,
} as const;
