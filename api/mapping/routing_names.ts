/**
 * What routes, rules, next hops and addresses share: names of tables,
 * protocols, scopes, types and families, and realms.
 *
 * @module
 */

import {
  ROUTE_PROTOCOLS,
  ROUTE_SCOPES,
  ROUTE_TABLES,
  ROUTE_TYPES,
} from "../../messages/constants.ts";
import { ROUTE_FAMILIES } from "../../messages/families.ts";
import { integer } from "./conversions.ts";
import { enumeration } from "./enumerations.ts";
import type { Conversion } from "./mapping.ts";

/** A routing table: one of the three that each namespace has, or a number. */
export type RouteTable = keyof typeof ROUTE_TABLES | number;

/** How {@linkcode RouteTable} is stored. */
export const routeTable: Conversion<RouteTable, number> = enumeration(
  ROUTE_TABLES,
);

/** Who added a route, an address or a rule (`RTPROT_*`). */
export type RouteProtocol =
  | keyof typeof ROUTE_PROTOCOLS
  | number;

/** How {@linkcode RouteProtocol} is stored. */
export const routeProtocol: Conversion<RouteProtocol, number> = enumeration(
  ROUTE_PROTOCOLS,
  8,
);

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
export type RouteFamily = keyof typeof ROUTE_FAMILIES | number;

/** How {@linkcode RouteFamily} is stored. */
export const routeFamily: Conversion<RouteFamily, number> = enumeration(
  ROUTE_FAMILIES,
  8,
);

/** Realms that a route or a rule gives to packets (`RTA_FLOW`, `FRA_FLOW`). */
export interface RouteRealms {
  /** Realm of the source; none if it is missing. */
  from?: number;
  /** Realm of the destination. */
  to: number;
}

const realm = integer(0, 0xffff);

/** How {@linkcode RouteRealms} is stored. */
export const routeRealms: Conversion<RouteRealms, number> = {
  fromKernel: (value) =>
    value >>> 16 === 0
      ? { to: value }
      : { from: value >>> 16, to: value & 0xffff },
  toKernel: (value, fieldPath) => {
    const from = realm.toKernel(value.from ?? 0, fieldPath.at("from"))!;
    return from * 0x10000 + realm.toKernel(value.to, fieldPath.at("to"))!;
  },
};
