/**
 * Address families (`AF_*`), netlink protocols (`NETLINK_*`) and the multicast
 * groups of rtnetlink (`RTNLGRP_*`).
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/linux/socket.h | linux/socket.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/netlink.h | linux/netlink.h}
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/rtnetlink.h | linux/rtnetlink.h}
 *
 * @module
 */

// Address families.

/** No family, or any (`AF_UNSPEC`). */
export const AF_UNSPEC = 0;
/** Sockets of this machine (`AF_UNIX`). */
export const AF_UNIX = 1;
/** IPv4 (`AF_INET`). */
export const AF_INET = 2;
/** Amateur radio AX.25 (`AF_AX25`). */
export const AF_AX25 = 3;
/** Novell IPX (`AF_IPX`). */
export const AF_IPX = 4;
/** AppleTalk DDP (`AF_APPLETALK`). */
export const AF_APPLETALK = 5;
/** Amateur radio NET/ROM (`AF_NETROM`). */
export const AF_NETROM = 6;
/** Ethernet bridges (`AF_BRIDGE`). */
export const AF_BRIDGE = 7;
/** ATM permanent circuits (`AF_ATMPVC`). */
export const AF_ATMPVC = 8;
/** X.25 (`AF_X25`). */
export const AF_X25 = 9;
/** IPv6 (`AF_INET6`). */
export const AF_INET6 = 10;
/** Amateur radio X.25 PLP (`AF_ROSE`). */
export const AF_ROSE = 11;
/** DECnet (`AF_DECnet`). */
export const AF_DECnet = 12;
/** Netlink itself (`AF_NETLINK`). */
export const AF_NETLINK = 16;
/** Raw packets (`AF_PACKET`). */
export const AF_PACKET = 17;
/** Acorn Econet (`AF_ECONET`). */
export const AF_ECONET = 19;
/** ATM switched circuits (`AF_ATMSVC`). */
export const AF_ATMSVC = 20;
/** Reliable datagram sockets (`AF_RDS`). */
export const AF_RDS = 21;
/** PPP over X (`AF_PPPOX`). */
export const AF_PPPOX = 24;
/** LLC of Linux (`AF_LLC`). */
export const AF_LLC = 26;
/** InfiniBand addresses (`AF_IB`). */
export const AF_IB = 27;
/** MPLS (`AF_MPLS`). */
export const AF_MPLS = 28;
/** Controller area network (`AF_CAN`). */
export const AF_CAN = 29;
/** TIPC (`AF_TIPC`). */
export const AF_TIPC = 30;
/** Bluetooth (`AF_BLUETOOTH`). */
export const AF_BLUETOOTH = 31;
/** RxRPC (`AF_RXRPC`). */
export const AF_RXRPC = 33;
/** Phonet (`AF_PHONET`). */
export const AF_PHONET = 35;
/** IEEE 802.15.4 (`AF_IEEE802154`). */
export const AF_IEEE802154 = 36;
/** CAIF (`AF_CAIF`). */
export const AF_CAIF = 37;
/** Near field communication (`AF_NFC`). */
export const AF_NFC = 39;
/** Virtual machines and their hosts (`AF_VSOCK`). */
export const AF_VSOCK = 40;
/** Kernel connection multiplexor (`AF_KCM`). */
export const AF_KCM = 41;
/** Qualcomm IPC router (`AF_QIPCRTR`). */
export const AF_QIPCRTR = 42;
/** Shared memory communications (`AF_SMC`). */
export const AF_SMC = 43;
/** Express data path (`AF_XDP`). */
export const AF_XDP = 44;
/** Management component transport protocol (`AF_MCTP`). */
export const AF_MCTP = 45;
/** IPv4 multicast routes, as a family of rtnetlink (`RTNL_FAMILY_IPMR`). */
export const RTNL_FAMILY_IPMR = 128;
/** IPv6 multicast routes, as a family of rtnetlink (`RTNL_FAMILY_IP6MR`). */
export const RTNL_FAMILY_IP6MR = 129;

// Netlink protocols.

/**
 * Links, addresses, routes, neighbors, rules and traffic control
 * (`NETLINK_ROUTE`).
 */
export const NETLINK_ROUTE = 0;
/** Protocols of user space (`NETLINK_USERSOCK`). */
export const NETLINK_USERSOCK = 2;
/** Monitoring of sockets (`NETLINK_SOCK_DIAG`). */
export const NETLINK_SOCK_DIAG = 4;
/** Packets logged by netfilter (`NETLINK_NFLOG`). */
export const NETLINK_NFLOG = 5;
/** IPsec (`NETLINK_XFRM`). */
export const NETLINK_XFRM = 6;
/** Events of SELinux (`NETLINK_SELINUX`). */
export const NETLINK_SELINUX = 7;
/** Open-iSCSI (`NETLINK_ISCSI`). */
export const NETLINK_ISCSI = 8;
/** Auditing (`NETLINK_AUDIT`). */
export const NETLINK_AUDIT = 9;
/** Lookups in the routing tables (`NETLINK_FIB_LOOKUP`). */
export const NETLINK_FIB_LOOKUP = 10;
/** Kernel connector (`NETLINK_CONNECTOR`). */
export const NETLINK_CONNECTOR = 11;
/** Netfilter (`NETLINK_NETFILTER`). */
export const NETLINK_NETFILTER = 12;
/** IPv6 packets for user space (`NETLINK_IP6_FW`). */
export const NETLINK_IP6_FW = 13;
/** Routing messages of DECnet (`NETLINK_DNRTMSG`). */
export const NETLINK_DNRTMSG = 14;
/** Device events for user space (`NETLINK_KOBJECT_UEVENT`). */
export const NETLINK_KOBJECT_UEVENT = 15;
/** Generic netlink (`NETLINK_GENERIC`). */
export const NETLINK_GENERIC = 16;
/** SCSI transports (`NETLINK_SCSITRANSPORT`). */
export const NETLINK_SCSITRANSPORT = 18;
/** eCryptfs (`NETLINK_ECRYPTFS`). */
export const NETLINK_ECRYPTFS = 19;
/** InfiniBand and RDMA (`NETLINK_RDMA`). */
export const NETLINK_RDMA = 20;
/** The crypto layer (`NETLINK_CRYPTO`). */
export const NETLINK_CRYPTO = 21;
/** Monitoring of SMC (`NETLINK_SMC`). */
export const NETLINK_SMC = 22;

/** Names of the families of IP addresses. */
export const IP_FAMILIES = { inet: AF_INET, inet6: AF_INET6 } as const;

/** Names of the families of routes. */
export const ROUTE_FAMILIES = {
  ...IP_FAMILIES,
  mpls: AF_MPLS,
  ipmr: RTNL_FAMILY_IPMR,
  ip6mr: RTNL_FAMILY_IP6MR,
} as const;

// Multicast groups of rtnetlink.

/** Links (`RTNLGRP_LINK`). */
export const RTNLGRP_LINK = 1;
/** Notices of the wireless extensions and others (`RTNLGRP_NOTIFY`). */
export const RTNLGRP_NOTIFY = 2;
/** Neighbors (`RTNLGRP_NEIGH`). */
export const RTNLGRP_NEIGH = 3;
/** Traffic control (`RTNLGRP_TC`). */
export const RTNLGRP_TC = 4;
/** IPv4 addresses (`RTNLGRP_IPV4_IFADDR`). */
export const RTNLGRP_IPV4_IFADDR = 5;
/** IPv4 multicast routes (`RTNLGRP_IPV4_MROUTE`). */
export const RTNLGRP_IPV4_MROUTE = 6;
/** IPv4 routes (`RTNLGRP_IPV4_ROUTE`). */
export const RTNLGRP_IPV4_ROUTE = 7;
/** IPv4 rules (`RTNLGRP_IPV4_RULE`). */
export const RTNLGRP_IPV4_RULE = 8;
/** IPv6 addresses (`RTNLGRP_IPV6_IFADDR`). */
export const RTNLGRP_IPV6_IFADDR = 9;
/** IPv6 multicast routes (`RTNLGRP_IPV6_MROUTE`). */
export const RTNLGRP_IPV6_MROUTE = 10;
/** IPv6 routes (`RTNLGRP_IPV6_ROUTE`). */
export const RTNLGRP_IPV6_ROUTE = 11;
/** IPv6 settings of links (`RTNLGRP_IPV6_IFINFO`). */
export const RTNLGRP_IPV6_IFINFO = 12;
/** DECnet addresses (`RTNLGRP_DECnet_IFADDR`). */
export const RTNLGRP_DECnet_IFADDR = 13;
/** DECnet routes (`RTNLGRP_DECnet_ROUTE`). */
export const RTNLGRP_DECnet_ROUTE = 15;
/** DECnet rules (`RTNLGRP_DECnet_RULE`). */
export const RTNLGRP_DECnet_RULE = 16;
/** IPv6 prefixes of router advertisements (`RTNLGRP_IPV6_PREFIX`). */
export const RTNLGRP_IPV6_PREFIX = 18;
/** IPv6 rules (`RTNLGRP_IPV6_RULE`). */
export const RTNLGRP_IPV6_RULE = 19;
/** Neighbor discovery options for user space (`RTNLGRP_ND_USEROPT`). */
export const RTNLGRP_ND_USEROPT = 20;
/** Phonet addresses (`RTNLGRP_PHONET_IFADDR`). */
export const RTNLGRP_PHONET_IFADDR = 21;
/** Phonet routes (`RTNLGRP_PHONET_ROUTE`). */
export const RTNLGRP_PHONET_ROUTE = 22;
/** Data center bridging (`RTNLGRP_DCB`). */
export const RTNLGRP_DCB = 23;
/** IPv4 configuration of links (`RTNLGRP_IPV4_NETCONF`). */
export const RTNLGRP_IPV4_NETCONF = 24;
/** IPv6 configuration of links (`RTNLGRP_IPV6_NETCONF`). */
export const RTNLGRP_IPV6_NETCONF = 25;
/** Multicast databases of bridges (`RTNLGRP_MDB`). */
export const RTNLGRP_MDB = 26;
/** MPLS routes (`RTNLGRP_MPLS_ROUTE`). */
export const RTNLGRP_MPLS_ROUTE = 27;
/** Ids of network namespaces (`RTNLGRP_NSID`). */
export const RTNLGRP_NSID = 28;
/** MPLS configuration of links (`RTNLGRP_MPLS_NETCONF`). */
export const RTNLGRP_MPLS_NETCONF = 29;
/** Unresolved IPv4 multicast routes (`RTNLGRP_IPV4_MROUTE_R`). */
export const RTNLGRP_IPV4_MROUTE_R = 30;
/** Unresolved IPv6 multicast routes (`RTNLGRP_IPV6_MROUTE_R`). */
export const RTNLGRP_IPV6_MROUTE_R = 31;
/** Nexthop objects (`RTNLGRP_NEXTHOP`). */
export const RTNLGRP_NEXTHOP = 32;
/** VLANs of bridges (`RTNLGRP_BRVLAN`). */
export const RTNLGRP_BRVLAN = 33;
/** MCTP addresses (`RTNLGRP_MCTP_IFADDR`). */
export const RTNLGRP_MCTP_IFADDR = 34;
/** Tunnels (`RTNLGRP_TUNNEL`). */
export const RTNLGRP_TUNNEL = 35;
/** Offloaded statistics (`RTNLGRP_STATS`). */
export const RTNLGRP_STATS = 36;
/** IPv4 multicast addresses (`RTNLGRP_IPV4_MCADDR`). */
export const RTNLGRP_IPV4_MCADDR = 37;
/** IPv6 multicast addresses (`RTNLGRP_IPV6_MCADDR`). */
export const RTNLGRP_IPV6_MCADDR = 38;
/** IPv6 anycast addresses (`RTNLGRP_IPV6_ACADDR`). */
export const RTNLGRP_IPV6_ACADDR = 39;
