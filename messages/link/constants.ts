/**
 * Message types, attribute types and values of links.
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

/** Hardware address. */
export const IFLA_ADDRESS = 1;
/** Hardware broadcast address, or the peer's address. */
export const IFLA_BROADCAST = 2;
/** Name. */
export const IFLA_IFNAME = 3;
/** Maximum transmission unit. */
export const IFLA_MTU = 4;
/** Index of the lower device. */
export const IFLA_LINK = 5;
/** Kind of the root queueing discipline. */
export const IFLA_QDISC = 6;
/** Counters of 32 bits. */
export const IFLA_STATS = 7;
/** Not used by the kernel. */
export const IFLA_COST = 8;
/** Not used by the kernel. */
export const IFLA_PRIORITY = 9;
/** Index of the master. */
export const IFLA_MASTER = 10;
/** Event of the wireless extensions. */
export const IFLA_WIRELESS = 11;
/** What an address family says about the link. */
export const IFLA_PROTINFO = 12;
/** Length of the transmit queue. */
export const IFLA_TXQLEN = 13;
/** Memory and interrupts of old hardware. */
export const IFLA_MAP = 14;
/** Weight of the device. */
export const IFLA_WEIGHT = 15;
/** Operational state of RFC 2863. */
export const IFLA_OPERSTATE = 16;
/** How the operational state is decided. */
export const IFLA_LINKMODE = 17;
/** What kind of link it is. */
export const IFLA_LINKINFO = 18;
/** Process whose network namespace to move the link to. */
export const IFLA_NET_NS_PID = 19;
/** Description. */
export const IFLA_IFALIAS = 20;
/** Number of virtual functions. */
export const IFLA_NUM_VF = 21;
/** Virtual functions. */
export const IFLA_VFINFO_LIST = 22;
/** Counters of 64 bits. */
export const IFLA_STATS64 = 23;
/** Port profiles of virtual functions. */
export const IFLA_VF_PORTS = 24;
/** Port profile of the device itself. */
export const IFLA_PORT_SELF = 25;
/** What address families say about the link. */
export const IFLA_AF_SPEC = 26;
/** Group. */
export const IFLA_GROUP = 27;
/** Descriptor of the network namespace to move the link to. */
export const IFLA_NET_NS_FD = 28;
/** What to add to an answer. */
export const IFLA_EXT_MASK = 29;
/** How often promiscuous mode was asked for. */
export const IFLA_PROMISCUITY = 30;
/** Number of transmit queues. */
export const IFLA_NUM_TX_QUEUES = 31;
/** Number of receive queues. */
export const IFLA_NUM_RX_QUEUES = 32;
/** Whether there is a carrier. */
export const IFLA_CARRIER = 33;
/** Identity of the physical port. */
export const IFLA_PHYS_PORT_ID = 34;
/** How often the carrier changed. */
export const IFLA_CARRIER_CHANGES = 35;
/** Identity of the physical switch. */
export const IFLA_PHYS_SWITCH_ID = 36;
/** Network namespace of the lower device. */
export const IFLA_LINK_NETNSID = 37;
/** Name of the physical port. */
export const IFLA_PHYS_PORT_NAME = 38;
/** Whether a protocol keeps the link down. */
export const IFLA_PROTO_DOWN = 39;
/** Most segments of a packet that the device splits. */
export const IFLA_GSO_MAX_SEGS = 40;
/** Largest packet that the device splits. */
export const IFLA_GSO_MAX_SIZE = 41;
/** Padding. */
export const IFLA_PAD = 42;
/** Program of the express data path. */
export const IFLA_XDP = 43;
/** What made the kernel send this message. */
export const IFLA_EVENT = 44;
/** Network namespace that the link moved to. */
export const IFLA_NEW_NETNSID = 45;
/** Network namespace that a request is about; now `IFLA_TARGET_NETNSID`. */
export const IFLA_IF_NETNSID = 46;
/** Network namespace that a request is about. */
export const IFLA_TARGET_NETNSID = 46;
/** How often the carrier came. */
export const IFLA_CARRIER_UP_COUNT = 47;
/** How often the carrier went. */
export const IFLA_CARRIER_DOWN_COUNT = 48;
/** Index in the network namespace that the link moves to. */
export const IFLA_NEW_IFINDEX = 49;
/** Least maximum transmission unit. */
export const IFLA_MIN_MTU = 50;
/** Greatest maximum transmission unit. */
export const IFLA_MAX_MTU = 51;
/** Properties. */
export const IFLA_PROP_LIST = 52;
/** Alternative name. */
export const IFLA_ALT_IFNAME = 53;
/** Hardware address that the device was made with. */
export const IFLA_PERM_ADDRESS = 54;
/** Why a protocol keeps the link down. */
export const IFLA_PROTO_DOWN_REASON = 55;
/** Name of the parent device, such as a PCI address. */
export const IFLA_PARENT_DEV_NAME = 56;
/** Bus of the parent device. */
export const IFLA_PARENT_DEV_BUS_NAME = 57;
/** Largest packet that receiving merges into. */
export const IFLA_GRO_MAX_SIZE = 58;
/** Largest packet that the hardware can split. */
export const IFLA_TSO_MAX_SIZE = 59;
/** Most segments that the hardware can split a packet into. */
export const IFLA_TSO_MAX_SEGS = 60;
/** How often all multicast packets were asked for. */
export const IFLA_ALLMULTI = 61;
/** Port of devlink. */
export const IFLA_DEVLINK_PORT = 62;
/** Largest IPv4 packet that the device splits. */
export const IFLA_GSO_IPV4_MAX_SIZE = 63;
/** Largest IPv4 packet that receiving merges into. */
export const IFLA_GRO_IPV4_MAX_SIZE = 64;
/** Pin of a digital phase-locked loop. */
export const IFLA_DPLL_PIN = 65;
/** How far ahead the hardware can schedule packets. */
export const IFLA_MAX_PACING_OFFLOAD_HORIZON = 66;
/** Whether the link has to stay in its network namespace. */
export const IFLA_NETNS_IMMUTABLE = 67;
/** Room that the device needs before a packet. */
export const IFLA_HEADROOM = 68;
/** Room that the device needs behind a packet. */
export const IFLA_TAILROOM = 69;

/** Kind, such as `vlan`. */
export const IFLA_INFO_KIND = 1;
/** Attributes that the kind defines. */
export const IFLA_INFO_DATA = 2;
/** Statistics that the kind defines. */
export const IFLA_INFO_XSTATS = 3;
/** Kind of the master. */
export const IFLA_INFO_SLAVE_KIND = 4;
/** Attributes that the kind of the master defines. */
export const IFLA_INFO_SLAVE_DATA = 5;

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
/** The driver says that the physical layer is up. */
export const IFF_LOWER_UP = 0x10000;
/** The driver says that the link waits for an external event. */
export const IFF_DORMANT = 0x20000;
/** Packets that are sent are received too. */
export const IFF_ECHO = 0x40000;

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

/** The operational state follows the carrier. */
export const IF_LINK_MODE_DEFAULT = 0;
/** The operational state stops at dormant until user space says otherwise. */
export const IF_LINK_MODE_DORMANT = 1;
/** The operational state stops at testing until user space says otherwise. */
export const IF_LINK_MODE_TESTING = 2;

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

/** Nothing that has a name. */
export const IFLA_EVENT_NONE = 0;
/** The device was reset. */
export const IFLA_EVENT_REBOOT = 1;
/** The offload features changed. */
export const IFLA_EVENT_FEATURES = 2;
/** The active port of a bond changed. */
export const IFLA_EVENT_BONDING_FAILOVER = 3;
/** Peers were told where the addresses are. */
export const IFLA_EVENT_NOTIFY_PEERS = 4;
/** Multicast memberships were reported again. */
export const IFLA_EVENT_IGMP_RESEND = 5;
/** The options of a bond changed. */
export const IFLA_EVENT_BONDING_OPTIONS = 6;
