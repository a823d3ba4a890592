/**
 * Protocols above IP: `IPPROTO_*`.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/in.h | linux/in.h}
 * @see {@link https://www.iana.org/assignments/protocol-numbers | Protocol Numbers}
 *
 * @module
 */

/** ICMP. */
export const IPPROTO_ICMP = 1;
/** IGMP. */
export const IPPROTO_IGMP = 2;
/** IPv4 in IP. */
export const IPPROTO_IPIP = 4;
/** TCP. */
export const IPPROTO_TCP = 6;
/** Exterior Gateway Protocol. */
export const IPPROTO_EGP = 8;
/** UDP. */
export const IPPROTO_UDP = 17;
/** DCCP. */
export const IPPROTO_DCCP = 33;
/** IPv6 in IP. */
export const IPPROTO_IPV6 = 41;
/** Routing header of IPv6. */
export const IPPROTO_ROUTING = 43;
/** RSVP. */
export const IPPROTO_RSVP = 46;
/** GRE. */
export const IPPROTO_GRE = 47;
/** Encapsulating Security Payload. */
export const IPPROTO_ESP = 50;
/** Authentication Header. */
export const IPPROTO_AH = 51;
/** ICMPv6. */
export const IPPROTO_ICMPV6 = 58;
/** Destination options of IPv6. */
export const IPPROTO_DSTOPTS = 60;
/** Protocol Independent Multicast. */
export const IPPROTO_PIM = 103;
/** IP Payload Compression. */
export const IPPROTO_COMP = 108;
/** SCTP. */
export const IPPROTO_SCTP = 132;
/** Mobility header of IPv6. */
export const IPPROTO_MH = 135;
/** UDP-Lite. */
export const IPPROTO_UDPLITE = 136;
/** MPLS in IP. */
export const IPPROTO_MPLS = 137;

/** Names of protocols above IP, those of IANA. */
export const IP_PROTOCOLS = {
  icmp: IPPROTO_ICMP,
  igmp: IPPROTO_IGMP,
  ipip: IPPROTO_IPIP,
  tcp: IPPROTO_TCP,
  egp: IPPROTO_EGP,
  udp: IPPROTO_UDP,
  dccp: IPPROTO_DCCP,
  ipv6: IPPROTO_IPV6,
  rsvp: IPPROTO_RSVP,
  gre: IPPROTO_GRE,
  esp: IPPROTO_ESP,
  ah: IPPROTO_AH,
  "ipv6-icmp": IPPROTO_ICMPV6,
  ospf: 89,
  pim: IPPROTO_PIM,
  vrrp: 112,
  l2tp: 115,
  sctp: IPPROTO_SCTP,
  udplite: IPPROTO_UDPLITE,
  mpls: IPPROTO_MPLS,
} as const;
