/**
 * Next hops of multipath routes: `struct rtnexthop` and the `RTA_*` that belong
 * to one next hop.
 *
 * @see {@link https://github.com/torvalds/linux/blob/v6.18/include/uapi/linux/rtnetlink.h | linux/rtnetlink.h}
 *
 * @module
 */

import {
  type Attributes,
  attributes,
  choice,
  type Codec,
  type FieldsOf,
  ipAddress,
  message,
  records,
  s32,
  struct,
  u16,
  u32,
  u8,
  type WithAttributes,
} from "../codec/mod.ts";
import {
  type Encapsulations,
  encapsulations,
  encapsulationTypes,
} from "./encap/encap.ts";
import { mplsLabels } from "./mpls.ts";
import { type RouteVia, routeVia } from "./via.ts";

/** A next hop but for its length (`struct rtnexthop`). */
export interface RouteNextHopHeader {
  /** `RTNH_F_*` (`rtnh_flags`). */
  flags: number;
  /**
   * Weight less one; of a multicast route, the least time to live
   * (`rtnh_hops`).
   */
  hops: number;
  /**
   * Index of the output device; of an unresolved multicast route, the virtual
   * interface (`rtnh_ifindex`).
   */
  outputDevice: number;
}

/**
 * Attributes of one next hop (`RTA_*`), which routes with a single one have
 * themselves.
 */
export interface RouteNextHopAttributes extends Attributes, Encapsulations {
  /** Address of the gateway (`RTA_GATEWAY`). */
  gateway?: string;
  /** Realms: source in the upper 16 bits, destination below (`RTA_FLOW`). */
  flow?: number;
  /** Address of the gateway, in another family (`RTA_VIA`). */
  via?: RouteVia;
  /** MPLS labels that replace the packet's, as entries (`RTA_NEWDST`). */
  newLabels?: number[];
  /** Kind of encapsulation, `LWTUNNEL_ENCAP_*` (`RTA_ENCAP_TYPE`). */
  encapType?: number;
}

/** One next hop of a multipath route. */
export type RouteNextHop = WithAttributes<
  RouteNextHopHeader,
  RouteNextHopAttributes
>;

/** Codec of {@linkcode RouteNextHopHeader}, which follows the length. */
export const routeNextHopHeader: Codec<RouteNextHopHeader> = struct({
  flags: u8,
  hops: u8,
  outputDevice: s32,
}, { from: 2 });

/** Fields of {@linkcode RouteNextHopAttributes}. */
export const routeNextHopFields: FieldsOf<RouteNextHopAttributes> = {
  gateway: ["RTA_GATEWAY", 5, ipAddress],
  flow: ["RTA_FLOW", 11, u32],
  via: ["RTA_VIA", 18, routeVia],
  newLabels: ["RTA_NEWDST", 19, mplsLabels],
  encapType: ["RTA_ENCAP_TYPE", 21, u16],
  ...choice<Encapsulations>(
    "encapType",
    ["RTA_ENCAP", 22],
    encapsulations,
    encapsulationTypes,
  ),
};

/** Codec of {@linkcode RouteNextHopAttributes}. */
export const routeNextHopAttributes: Codec<RouteNextHopAttributes> = attributes(
  routeNextHopFields,
);

/** Codec of {@linkcode RouteNextHop}. */
export const routeNextHop: Codec<RouteNextHop> = message(
  routeNextHopHeader,
  routeNextHopAttributes,
);

/** Codec of the next hops of a route. */
export const routeNextHops: Codec<RouteNextHop[]> = records(routeNextHop);
