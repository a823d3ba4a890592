/**
 * Constants that several objects of rtnetlink share: kinds, protocols, scopes
 * and tables of routes (`RTN_*`, `RTPROT_*`, `RT_SCOPE_*`, `RT_TABLE_*`) and
 * flags of next hops (`RTNH_F_*`).
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/rtnetlink.h | linux/rtnetlink.h}
 *
 * @module
 */

// What becomes of a packet: `rtm_type`.

/** No type, or any. */
export const RTN_UNSPEC = 0;
/** The packet goes to a gateway, or to its destination directly. */
export const RTN_UNICAST = 1;
/** The destination is this machine. */
export const RTN_LOCAL = 2;
/** The packet is a broadcast, received and sent as such. */
export const RTN_BROADCAST = 3;
/** The packet is received as a broadcast, but sent as a unicast. */
export const RTN_ANYCAST = 4;
/** The destination is a multicast group. */
export const RTN_MULTICAST = 5;
/** The packet is dropped silently. */
export const RTN_BLACKHOLE = 6;
/** The packet is dropped: the sender gets "host unreachable". */
export const RTN_UNREACHABLE = 7;
/** The packet is dropped: the sender gets "administratively prohibited". */
export const RTN_PROHIBIT = 8;
/** The search in this table ends, and goes on in the next one. */
export const RTN_THROW = 9;
/** The address is translated; no longer in use. */
export const RTN_NAT = 10;
/** A resolver in user space decides; no longer in use. */
export const RTN_XRESOLVE = 11;

/** Names of types of routes (`RTN_*`). */
export const ROUTE_TYPES = {
  unicast: RTN_UNICAST,
  local: RTN_LOCAL,
  broadcast: RTN_BROADCAST,
  anycast: RTN_ANYCAST,
  multicast: RTN_MULTICAST,
  blackhole: RTN_BLACKHOLE,
  unreachable: RTN_UNREACHABLE,
  prohibit: RTN_PROHIBIT,
  throw: RTN_THROW,
  nat: RTN_NAT,
  xresolve: RTN_XRESOLVE,
} as const;

// Who installed a route, a rule or a next hop: `rtm_protocol`.

/** Unknown, or any. */
export const RTPROT_UNSPEC = 0;
/** ICMP redirects. */
export const RTPROT_REDIRECT = 1;
/** The kernel. */
export const RTPROT_KERNEL = 2;
/** Scripts that run at boot: the default of ip(8). */
export const RTPROT_BOOT = 3;
/** The administrator. */
export const RTPROT_STATIC = 4;
/** GateD. */
export const RTPROT_GATED = 8;
/** Router advertisements. */
export const RTPROT_RA = 9;
/** Merit MRT. */
export const RTPROT_MRT = 10;
/** Zebra, and FRR after it. */
export const RTPROT_ZEBRA = 11;
/** BIRD. */
export const RTPROT_BIRD = 12;
/** The routing daemon of DECnet. */
export const RTPROT_DNROUTED = 13;
/** XORP. */
export const RTPROT_XORP = 14;
/** Netsukuku. */
export const RTPROT_NTK = 15;
/** DHCP clients. */
export const RTPROT_DHCP = 16;
/** Multicast routing daemons. */
export const RTPROT_MROUTED = 17;
/** Keepalived. */
export const RTPROT_KEEPALIVED = 18;
/** Babel. */
export const RTPROT_BABEL = 42;
/** OVN. */
export const RTPROT_OVN = 84;
/** Open/R. */
export const RTPROT_OPENR = 99;
/** BGP. */
export const RTPROT_BGP = 186;
/** IS-IS. */
export const RTPROT_ISIS = 187;
/** OSPF. */
export const RTPROT_OSPF = 188;
/** RIP. */
export const RTPROT_RIP = 189;
/** EIGRP. */
export const RTPROT_EIGRP = 192;

/** Names of who made a route (`RTPROT_*`). */
export const ROUTE_PROTOCOLS = {
  unspec: RTPROT_UNSPEC,
  redirect: RTPROT_REDIRECT,
  kernel: RTPROT_KERNEL,
  boot: RTPROT_BOOT,
  static: RTPROT_STATIC,
  gated: RTPROT_GATED,
  ra: RTPROT_RA,
  mrt: RTPROT_MRT,
  zebra: RTPROT_ZEBRA,
  bird: RTPROT_BIRD,
  dnrouted: RTPROT_DNROUTED,
  xorp: RTPROT_XORP,
  ntk: RTPROT_NTK,
  dhcp: RTPROT_DHCP,
  mrouted: RTPROT_MROUTED,
  keepalived: RTPROT_KEEPALIVED,
  babel: RTPROT_BABEL,
  ovn: RTPROT_OVN,
  openr: RTPROT_OPENR,
  bgp: RTPROT_BGP,
  isis: RTPROT_ISIS,
  ospf: RTPROT_OSPF,
  rip: RTPROT_RIP,
  eigrp: RTPROT_EIGRP,
} as const;

// How far away a destination is, or how far an address is valid: `rtm_scope`
// and `ifa_scope`.

/** Anywhere. */
export const RT_SCOPE_UNIVERSE = 0;
/** Within the site. */
export const RT_SCOPE_SITE = 200;
/** On a link that this machine is connected to. */
export const RT_SCOPE_LINK = 253;
/** On this machine. */
export const RT_SCOPE_HOST = 254;
/** Nowhere: the destination does not exist. */
export const RT_SCOPE_NOWHERE = 255;

/** Names of scopes (`RT_SCOPE_*`). */
export const ROUTE_SCOPES = {
  global: RT_SCOPE_UNIVERSE,
  site: RT_SCOPE_SITE,
  link: RT_SCOPE_LINK,
  host: RT_SCOPE_HOST,
  nowhere: RT_SCOPE_NOWHERE,
} as const;

// Routing tables: `rtm_table` and `RTA_TABLE`.

/** No table, or any. */
export const RT_TABLE_UNSPEC = 0;
/** Stands in an 8-bit field for tables beyond 255. */
export const RT_TABLE_COMPAT = 252;
/** Table for what no other rule caught. */
export const RT_TABLE_DEFAULT = 253;
/** Table of ordinary routes. */
export const RT_TABLE_MAIN = 254;
/** Table of local and broadcast addresses, kept by the kernel. */
export const RT_TABLE_LOCAL = 255;
/** The last table. */
export const RT_TABLE_MAX = 0xffffffff;

/** Names of the tables that each network namespace has (`RT_TABLE_*`). */
export const ROUTE_TABLES = {
  default: RT_TABLE_DEFAULT,
  main: RT_TABLE_MAIN,
  local: RT_TABLE_LOCAL,
} as const;

// Flags of next hops: `rtnh_flags`, `rtm_flags` and `nh_flags`.

/** The next hop is dead: its device is down. */
export const RTNH_F_DEAD = 0x1;
/** The gateway is looked up recursively. */
export const RTNH_F_PERVASIVE = 0x2;
/** The gateway is on the link, even if no route leads to it. */
export const RTNH_F_ONLINK = 0x4;
/** Hardware forwards the packets. */
export const RTNH_F_OFFLOAD = 0x8;
/** The device of the next hop has no carrier. */
export const RTNH_F_LINKDOWN = 0x10;
/** The multicast route waits to be resolved. */
export const RTNH_F_UNRESOLVED = 0x20;
/** Hardware hands the packets to the kernel. */
export const RTNH_F_TRAP = 0x40;
/** Flags that do not count when next hops are compared. */
export const RTNH_COMPARE_MASK = 0x59;

/** Clock ticks in a second, in what the kernel reports (`USER_HZ`). */
export const USER_HZ = 100;
