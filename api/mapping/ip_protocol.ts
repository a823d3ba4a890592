/**
 * Protocols above IP.
 *
 * @see {@link https://www.iana.org/assignments/protocol-numbers | Protocol Numbers}
 *
 * @module
 */

import { enumeration } from "./enumerations.ts";
import type { Conversion } from "./mapping.ts";

/** A protocol above IP, by name or by number (`IPPROTO_*`). */
export type IpProtocol =
  | "icmp"
  | "igmp"
  | "ipip"
  | "tcp"
  | "egp"
  | "udp"
  | "dccp"
  | "ipv6"
  | "rsvp"
  | "gre"
  | "esp"
  | "ah"
  | "ipv6-icmp"
  | "ospf"
  | "pim"
  | "vrrp"
  | "l2tp"
  | "sctp"
  | "udplite"
  | "mpls"
  | number;

/** How {@linkcode IpProtocol} is stored. */
export const ipProtocol: Conversion<IpProtocol, number> = enumeration({
  icmp: 1,
  igmp: 2,
  ipip: 4,
  tcp: 6,
  egp: 8,
  udp: 17,
  dccp: 33,
  ipv6: 41,
  rsvp: 46,
  gre: 47,
  esp: 50,
  ah: 51,
  "ipv6-icmp": 58,
  ospf: 89,
  pim: 103,
  vrrp: 112,
  l2tp: 115,
  sctp: 132,
  udplite: 136,
  mpls: 137,
}, 8);
