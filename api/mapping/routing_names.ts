/**
 * Words that routes, rules, next hops and addresses share: tables, protocols,
 * scopes, types and families.
 *
 * @module
 */

import { ROUTE_SCOPES, ROUTE_TYPES } from "../../messages/constants.ts";
import * as constants from "../../messages/constants.ts";
import { AF_INET, AF_INET6, AF_MPLS } from "../../messages/families.ts";
import {
  RTNL_FAMILY_IP6MR,
  RTNL_FAMILY_IPMR,
} from "../../messages/families.ts";
import { enumeration } from "./enumerations.ts";
import type { Conversion } from "./mapping.ts";

/** A routing table: one of the three that each namespace has, or a number. */
export type RouteTable = "default" | "main" | "local" | number;

/** How {@linkcode RouteTable} is stored. */
export const routeTable: Conversion<RouteTable, number> = enumeration({
  default: constants.RT_TABLE_DEFAULT,
  main: constants.RT_TABLE_MAIN,
  local: constants.RT_TABLE_LOCAL,
});

/** Who added a route, an address or a rule (`RTPROT_*`). */
export type RouteProtocol =
  | "unspec"
  | "redirect"
  | "kernel"
  | "boot"
  | "static"
  | "gated"
  | "ra"
  | "mrt"
  | "zebra"
  | "bird"
  | "dnrouted"
  | "xorp"
  | "ntk"
  | "dhcp"
  | "mrouted"
  | "keepalived"
  | "babel"
  | "ovn"
  | "openr"
  | "bgp"
  | "isis"
  | "ospf"
  | "rip"
  | "eigrp"
  | number;

/** How {@linkcode RouteProtocol} is stored. */
export const routeProtocol: Conversion<RouteProtocol, number> = enumeration({
  unspec: constants.RTPROT_UNSPEC,
  redirect: constants.RTPROT_REDIRECT,
  kernel: constants.RTPROT_KERNEL,
  boot: constants.RTPROT_BOOT,
  static: constants.RTPROT_STATIC,
  gated: constants.RTPROT_GATED,
  ra: constants.RTPROT_RA,
  mrt: constants.RTPROT_MRT,
  zebra: constants.RTPROT_ZEBRA,
  bird: constants.RTPROT_BIRD,
  dnrouted: constants.RTPROT_DNROUTED,
  xorp: constants.RTPROT_XORP,
  ntk: constants.RTPROT_NTK,
  dhcp: constants.RTPROT_DHCP,
  mrouted: constants.RTPROT_MROUTED,
  keepalived: constants.RTPROT_KEEPALIVED,
  babel: constants.RTPROT_BABEL,
  ovn: constants.RTPROT_OVN,
  openr: constants.RTPROT_OPENR,
  bgp: constants.RTPROT_BGP,
  isis: constants.RTPROT_ISIS,
  ospf: constants.RTPROT_OSPF,
  rip: constants.RTPROT_RIP,
  eigrp: constants.RTPROT_EIGRP,
}, 8);

/** How far a destination or an address reaches (`RT_SCOPE_*`). */
export type RouteScope =
  | keyof typeof ROUTE_SCOPES
  | number;

/** How {@linkcode RouteScope} is stored. */
export const routeScope: Conversion<RouteScope, number> = enumeration(
  ROUTE_SCOPES,
  8,
);

/** What becomes of packets that a route or rule is for (`RTN_*`). */
export type RouteType =
  | keyof typeof ROUTE_TYPES
  | number;

/** How {@linkcode RouteType} is stored. */
export const routeType: Conversion<RouteType, number> = enumeration(
  ROUTE_TYPES,
  8,
);

/**
 * An address family: IPv4, IPv6, MPLS, or multicast routing of the first two.
 */
export type RouteFamily =
  | "inet"
  | "inet6"
  | "mpls"
  | "ipmr"
  | "ip6mr"
  | number;

/** How {@linkcode RouteFamily} is stored. */
export const routeFamily: Conversion<RouteFamily, number> = enumeration({
  inet: AF_INET,
  inet6: AF_INET6,
  mpls: AF_MPLS,
  ipmr: RTNL_FAMILY_IPMR,
  ip6mr: RTNL_FAMILY_IP6MR,
}, 8);
